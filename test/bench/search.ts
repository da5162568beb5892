// `npm run bench -- search [articles]`: how quick searching is over 10,000 generated articles of 60 MB. Prints one line of
// JSON. `p50_ms` and `p95_ms`: eighty typical queries through the host contract, as a window's call goes (decode, threads,
// encode), with 50 snippets each; `raw_*`: the same on SQLite's FTS5 directly, with its own snippets, in this thread;
// `concordance_1000_ms`: 1,000 lines sorted by their left context, of words with some more hits than that, each asked for
// the first time; `index_s`: from nothing to a whole catalogue; `minisearch_*`, `flexsearch_*`: libraries that hold all
// in memory and answer with articles alone, without phrases, filters or snippets.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemMaker } from '../../app/base/maker.ts';
import type { HostMethod } from '../../app/host/host-api.ts';
import type { ConcordancePage, SearchPage } from '../../app/host/search.ts';
import { dispatch } from '../../main/rpc/dispatch.ts';
import { readCorpus } from '../../main/services/corpus/read-corpus.ts';
import type { HostContext } from '../../main/services/host/host-context.ts';
import { WindowHost } from '../../main/services/host/window-host.ts';
import type { WindowPort } from '../../main/services/host/window-port.ts';
import { makeSnapshot } from '../../main/services/snapshot/make-snapshot.ts';
import { catalogueInWorkers } from '../../main/workers/catalogue-in-workers.ts';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { generateArticles, usualCorpus } from './corpus/generate-corpus.ts';
import { measureFlexSearch, measureMiniSearch, measureRaw } from './corpus/other-searches.ts';
import { fillProject } from './corpus/project-of-corpus.ts';
import { typicalQueries } from './corpus/typical-queries.ts';

const count = Number(process.argv[2] ?? usualCorpus.articles);
const options = {
  ...usualCorpus,
  articles: count,
  bytes: (usualCorpus.bytes / usualCorpus.articles) * count,
};
const rounds = 3;
/** A window that nobody looks at. */
const quietWindow = {
  emit: () => undefined,
  projectChanged: () => undefined,
} as unknown as WindowPort;
const folder = await mkdtemp(join(tmpdir(), 'variorum-search-'));
try {
  const host = new WindowHost(contextOf(folder), quietWindow);
  await host.createProjectAt(join(folder, 'project'));
  const project = host.project;
  if (project === null) throw new Error('The project is not open.');
  await fillProject(project, systemMaker('Bench'), options);
  const begun = performance.now();
  await project.catalogue.whenIdle();
  const indexTime = performance.now() - begun;
  const { rss } = process.memoryUsage();
  const articles = [...generateArticles(options)];
  const { queries, linedWords } = typicalQueries(articles, 7);
  const search = (query: string) =>
    call<SearchPage>(host, 'search', { query, mode: 'words', sort: 'rank', offset: 0, limit: 50 });
  const ours = await timed(queries, async ({ query }) => (await search(query)).total, rounds);
  const lines = await timed(linedWords, (query) => readLines(host, query), 1);
  await host.dispose();
  const raw = await measureRaw(join(folder, 'raw.db'), articles, (ask) =>
    timed(queries, async (query) => ask(query), rounds),
  );
  compare(ours.counts, raw.measured.counts);
  const mini = await measureMiniSearch(articles, (ask) =>
    timed(queries, async ({ words }) => ask(words), rounds),
  );
  const flex = await measureFlexSearch(articles, (ask) =>
    timed(queries, async ({ words }) => ask(words), rounds),
  );
  const result = {
    name: 'search',
    articles: count,
    p50_ms: at(ours.times, 0.5),
    p95_ms: at(ours.times, 0.95),
    raw_p50_ms: at(raw.measured.times, 0.5),
    raw_p95_ms: at(raw.measured.times, 0.95),
    concordance_1000_ms: at(lines.times, 0.5),
    concordance_1000_p95_ms: at(lines.times, 0.95),
    index_s: round(indexTime / 1000),
    raw_index_s: raw.index_s,
    rss_mb: Math.round(rss / 1e6),
    minisearch_p50_ms: at(mini.measured.times, 0.5),
    minisearch_p95_ms: at(mini.measured.times, 0.95),
    minisearch_index_s: mini.index_s,
    minisearch_heap_mb: mini.heap_mb,
    flexsearch_p50_ms: at(flex.measured.times, 0.5),
    flexsearch_p95_ms: at(flex.measured.times, 0.95),
    flexsearch_index_s: flex.index_s,
    flexsearch_heap_mb: flex.heap_mb,
  };
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function readLines(host: WindowHost, query: string): Promise<number> {
  const page = await call<ConcordancePage>(host, 'readConcordance', {
    query,
    mode: 'words',
    sort: 'left',
    offset: 0,
    limit: 1000,
  });
  if (page.lines.length !== 1000) throw new Error(`${query} has ${page.total} lines.`);
  return page.total;
}

/** As a window's call comes and goes, but for the wire. */
async function call<Value>(host: WindowHost, method: HostMethod, argument: unknown) {
  const answer = await dispatch(host, { senderAllowed: true, method, argument }, console.error);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Value;
}

/** Each question so many times, one round after the other; the first does not count when there are more. */
async function timed<Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<number>,
  times: number,
): Promise<{ readonly times: number[]; readonly counts: number[] }> {
  const taken: number[] = [];
  let counts: number[] = [];
  for (let run = 0; run < times; run += 1) {
    counts = [];
    for (const question of questions) {
      const begun = performance.now();
      counts.push(await ask(question));
      if (run > 0 || times === 1) taken.push(performance.now() - begun);
    }
  }
  return { times: taken.sort((one, other) => one - other), counts };
}

/** Both must find the same number of articles, or what is measured is not the same. */
function compare(ours: readonly number[], raw: readonly number[]): void {
  const unequal = ours.filter((found, index) => found !== raw[index]).length;
  if (unequal > 0) throw new Error(`${unequal} queries find other articles than FTS5 does.`);
}

function at(sorted: readonly number[], part: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What the host needs, with the threads that the program has, as they are built. */
function contextOf(root: string): HostContext {
  const worker = (name: string) =>
    new URL(`file://${inRepository('out', 'main', 'workers', `${name}.js`)}`);
  const refuse = () => Promise.reject(new Error('Nothing is imported here.'));
  return {
    maker: systemMaker('Bench'),
    startTimer: () => () => undefined,
    readCorpus,
    makeSnapshot,
    catalogueThreads: catalogueInWorkers({
      writer: worker('catalogue-writer-worker'),
      reader: worker('catalogue-reader-worker'),
    }),
    log: console.error,
    host: { userName: 'Bench', appVersion: '0', commandKey: 'Control' },
    recent: { list: async () => [], note: async () => undefined } as never,
    startHistory: () => {
      throw new Error('No history is asked for.');
    },
    ingest: { read: refuse, readTable: refuse } as never,
    exchange: { export: refuse, import: refuse } as never,
    watching: null,
    sampleParent: root,
    sampleSource: root,
    citationStyles: root,
    composeBrief: refuse,
    printPdf: null,
    clock: () => performance.now(),
  };
}
