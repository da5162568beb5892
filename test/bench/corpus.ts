// `npm run bench -- corpus [articles]`: the import of 10,000 generated articles, 60 MB, into a new project of the real
// application with its window. Prints one line of JSON: `import_s`, from choosing the folder to the end of the job, when
// everything is on disk and journalled; `floor_s`, the same files read, hashed and put in a raw FTS5 table by a plain
// Node in the same run; `ratio`, the one by the other; `index_s`, from choosing the folder until the catalogue has all;
// `window_s`, until the window's store has all; `stored_s`, until its database has; `rss_mb`, the most memory that main's process held, its threads and the
// catalogue included; `main_block_p99_ms` and `main_block_max_ms`, how long main's event loop let others wait, until
// the catalogue was ready (perf_hooks, one look a millisecond); `window_block_max_ms`, the longest task of the page; `floor_cpu_s` and
// `cpu_s`, processor seconds of the floor, and of the import by process and by thread of main: they say more than the
// clock on a machine that has other work.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchVariorum } from '../support/launch.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { cpuTimes, cpuTimesBetween } from './corpus/cpu-times.ts';
import { usualCorpus, writeCorpus } from './corpus/generate-corpus.ts';

const articles = Number(process.argv[2] ?? usualCorpus.articles);
const bytes = (usualCorpus.bytes / usualCorpus.articles) * articles;

const folder = await mkdtemp(join(tmpdir(), 'variorum-corpus-'));
try {
  const source = join(folder, 'source');
  await writeCorpus(source, { ...usualCorpus, articles, bytes });
  const floor = await measureFloor(source);
  const { app, window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: ['--project', join(folder, 'project')],
  });
  await window.getByRole('button', { name: 'Import files…' }).first().waitFor();
  const pid = app.process().pid ?? 0;
  const before = cpuTimes(pid);
  const times = await measureImport(app, window, source);
  const cpu = cpuTimesBetween(before, cpuTimes(pid));
  const stored = await window.evaluate(untilStored, { count: articles, begun: times.begun });
  await close();
  const result = {
    name: 'corpus',
    articles,
    import_s: round(times.import),
    floor_s: round(floor.seconds),
    ratio: round(times.import / floor.seconds),
    index_s: round(times.index),
    window_s: round(times.window),
    stored_s: round(stored),
    rss_mb: Math.round(times.rss / 1_000_000),
    main_block_p99_ms: round(times.blockP99),
    main_block_max_ms: round(times.blockMax),
    window_block_max_ms: Math.round(times.windowBlock),
    floor_cpu_s: round(floor.cpu),
    cpu_s: cpu,
  };
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measureFloor(source: string) {
  const script = fileURLToPath(new URL('corpus/corpus-floor.ts', import.meta.url));
  const runs: { readonly seconds: number; readonly cpu: number }[] = [];
  // The first run fills the disk cache, which the import finds filled as well.
  for (const run of [1, 2]) {
    const path = join(folder, `floor-${run}.db`);
    const { stdout } = await promisify(execFile)(process.execPath, [script, source, path]);
    const [seconds = 0, cpu = 0] = stdout.split(' ').map(Number);
    runs.push({ seconds, cpu });
  }
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
  };
}

async function measureImport(app: ElectronApplication, window: Page, source: string) {
  await answerOpen(app, [source]);
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const watch = { delay, rss: 0 };
    Object.assign(globalThis, { watch });
    setInterval(() => {
      watch.rss = Math.max(watch.rss, process.memoryUsage.rss());
    }, 100);
    delay.enable();
  });
  const times = await window.evaluate(importAndWait, articles);
  const main = await app.evaluate(() => {
    const { watch } = globalThis as unknown as {
      watch: { delay: { percentile(p: number): number; max: number }; rss: number };
    };
    return { rss: watch.rss, p99: watch.delay.percentile(99), max: watch.delay.max };
  });
  return { ...times, rss: main.rss, blockP99: main.p99 / 1e6, blockMax: main.max / 1e6 };
}

/** Runs in the page, as text: nothing from outside may be used. Answers in seconds, but for the longest task. */
async function importAndWait(count: number) {
  interface Bridge {
    call(method: string, argument: unknown): Promise<{ ok: boolean; value: unknown }>;
    on(event: string, listener: (payload: unknown) => void): () => void;
  }
  const { variorum } = globalThis as unknown as { variorum: Bridge };
  let windowBlock = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) windowBlock = Math.max(windowBlock, entry.duration);
  }).observe({ entryTypes: ['longtask'] });
  const begun = performance.now();
  const since = () => (performance.now() - begun) / 1000;
  const ended = new Promise<number>((resolve, reject) => {
    variorum.on('job', (payload) => {
      const job = payload as { state: string; counts: { added: number } };
      if (job.state === 'finished' && job.counts.added === count) resolve(since());
      else if (job.state !== 'running') reject(new Error(JSON.stringify(job).slice(0, 2_000)));
    });
  });
  const indexed = new Promise<number>((resolve) => {
    variorum.on('catalogue', (payload) => {
      const state = payload as { state: string; indexed: number };
      if (state.state === 'ready' && state.indexed === count) resolve(since());
    });
  });
  await variorum.call('chooseImport', { what: 'folder' });
  const importTime = await ended;
  const shown = count.toLocaleString('en');
  const listed = new Promise<number>((resolve) => {
    const look = () => {
      const text = document.body.textContent ?? '';
      if (text.includes(`${shown} articles`) || text.includes(`of ${shown}`)) resolve(since());
      else requestAnimationFrame(look);
    };
    look();
  });
  const late = <Value>(promise: Promise<Value>, seconds: number) =>
    Promise.race([
      promise,
      new Promise<number>((resolve) => setTimeout(resolve, seconds * 1000, Number.NaN)),
    ]);
  return {
    import: importTime,
    index: await late(indexed, 120),
    window: await late(listed, 60),
    windowBlock,
    /** When the folder was chosen, by the page's clock. */
    begun,
  };
}

/** Runs in the page, as text. Answers with the seconds until IndexedDB has the articles. */
async function untilStored({ count, begun }: { readonly count: number; readonly begun: number }) {
  const [{ name = '' } = {}] = await indexedDB.databases();
  const answerOf = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answerOf(indexedDB.open(name));
  const total = () => answerOf(database.transaction('article').objectStore('article').count());
  while ((await total()) < count) await new Promise((resolve) => setTimeout(resolve, 100));
  database.close();
  return (performance.now() - begun) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
