// `npm run bench -- exchange [annotations]`: 100,000 annotations of 2,000 articles to W3C Web Annotation JSON-LD and back,
// by the program's own threads. Prints one line of JSON: `out_s`, from asking for the export to the file being in its
// place; `file_mb`; `in_s`, from asking for the import into a project of the same articles to the last of it being on
// disk; `again_s`, the same import once more, which adds nothing; `rss_mb`, the most memory that the whole process took at
// a time, and of each phase: with the project open and idle, out, with the other project open, in, again; and at rest, ten
// seconds after all of it, since the engine keeps what ended threads had for some eight.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemMaker } from '../../app/base/maker.ts';
import type { ExchangeOutcome } from '../../app/host/exchange.ts';
import type { HostContext } from '../../main/services/host/host-context.ts';
import { WindowHost } from '../../main/services/host/window-host.ts';
import type { WindowPort } from '../../main/services/host/window-port.ts';
import { catalogueInWorkers } from '../../main/workers/catalogue-in-workers.ts';
import { corpusInWorker } from '../../main/workers/corpus-in-worker.ts';
import { exchangeInWorker } from '../../main/workers/exchange-in-worker.ts';
import { ingestInWorkers } from '../../main/workers/ingest-in-workers.ts';
import { snapshotInWorker } from '../../main/workers/snapshot-thread.ts';
import { inRepository } from '../../resources/tooling/paths.mjs';

const annotations = Number(process.argv[2] ?? 100_000);
const articles = 2_000;

const root = await mkdtemp(join(tmpdir(), 'variorum-exchange-'));
try {
  const annotationsEach = Math.ceil(annotations / articles);
  const full = join(root, 'full');
  const bare = join(root, 'bare');
  // In a process of its own: what making them leaves behind in memory is nothing of the program's.
  const script = `import { makeFilledProject, shortArticles } from ${JSON.stringify(
    new URL('../support/filled-project.ts', import.meta.url).href,
  )};
    await makeFilledProject(${JSON.stringify(full)}, shortArticles(${articles}),
      { annotationsEach: ${annotationsEach}, claims: 100, links: 1000 });
    await makeFilledProject(${JSON.stringify(bare)}, shortArticles(${articles}));`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  const file = join(root, 'all.jsonld');
  const memory = watchMemory();
  const host = new WindowHost(context(root), port(file));
  await host.openProjectAt(full);
  memory.phase('idle_rss_mb');
  const out = await timed(() => host.exportTo({ format: 'web-annotation', options: {} }));
  memory.phase('out_rss_mb');
  await host.openProjectAt(bare);
  memory.phase('open_rss_mb');
  const first = await timed(() => host.importFrom({ format: null, what: 'file' }));
  memory.phase('in_rss_mb');
  const again = await timed(() => host.importFrom({ format: null, what: 'file' }));
  memory.phase('again_rss_mb');
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  memory.forget();
  memory.phase('rest_rss_mb');
  const result = memory.end();
  const carried = report(first.outcome).carried.annotation ?? 0;
  if (
    carried !== report(out.outcome).carried.annotation ||
    report(first.outcome).refusedCount > 0
  ) {
    throw new Error(`Only ${carried} annotations came back.`);
  }
  if ((report(again.outcome).carried.annotation ?? 0) > 0) throw new Error('They came twice.');
  await host.dispose();
  console.log(
    JSON.stringify({
      name: 'exchange',
      annotations: carried,
      out_s: out.seconds,
      in_s: first.seconds,
      again_s: again.seconds,
      file_mb: Math.round((await stat(file)).size / 1e6),
      ...result,
    }),
  );
} finally {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
}

function report(outcome: ExchangeOutcome | null) {
  if (outcome?.kind !== 'done') throw new Error('It did not come to its end.');
  return outcome.report;
}

async function timed(work: () => Promise<ExchangeOutcome | null>) {
  const begun = performance.now();
  const outcome = await work();
  return { outcome, seconds: Math.round((performance.now() - begun) / 10) / 100 };
}

/** Looks at the process's memory twenty times a second; of each phase the most counts. */
function watchMemory() {
  const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1e6);
  const phases: Record<string, number> = {};
  let most = 0;
  const look = (): void => {
    most = Math.max(most, megabytes());
  };
  const timer = setInterval(look, 50);
  return {
    /** Whatever it was by now is of no phase. */
    forget() {
      most = 0;
    },
    phase(name: string) {
      look();
      phases[name] = most;
      most = 0;
    },
    end() {
      clearInterval(timer);
      return { rss_mb: Math.max(...Object.values(phases)), ...phases };
    },
  };
}

/** A window whose analyst always chooses the same file. */
function port(file: string): WindowPort {
  return new Proxy({} as WindowPort, {
    get: (_target, name) => {
      if (name === 'askSavePath' || name === 'askExchangePath') return async () => file;
      return () => undefined;
    },
  });
}

/** What the host needs, with the threads that the program has, as they are built. */
function context(folder: string): HostContext {
  const script = (name: string): string => inRepository('out', 'main', 'workers', `${name}.js`);
  return {
    maker: systemMaker('Bench'),
    startTimer: () => () => undefined,
    readCorpus: corpusInWorker(script('corpus-worker')),
    makeSnapshot: snapshotInWorker(script('snapshot-worker')),
    catalogueThreads: catalogueInWorkers({
      writer: pathToFileURL(script('catalogue-writer-worker')),
      reader: pathToFileURL(script('catalogue-reader-worker')),
    }),
    log: console.error,
    host: { userName: 'Bench', appVersion: '0', commandKey: 'Control' },
    recent: { list: async () => [], note: async () => undefined } as never,
    startHistory: () => {
      throw new Error('No history is asked for.');
    },
    ingest: ingestInWorkers({ ingest: script('ingest-worker'), sync: script('sync-worker') }),
    exchange: exchangeInWorker(script('exchange-worker')),
    watching: null,
    sampleParent: folder,
    sampleSource: folder,
    citationStyles: folder,
    composeBrief: () => Promise.reject(new Error('No brief is exported.')),
    printPdf: null,
    clock: () => performance.now(),
  };
}
