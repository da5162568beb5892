// Builds the index of one corpus in a process of its own, so that its memory is its own:
// `run-reuse.ts ARTICLES SEED words|sentences [others]`. Prints one line of JSON; `others`: to stderr some pairs that
// were not planted.
import { unitsOf } from '../../../app/compare/units-of.ts';
import { ParallelIndex } from '../../../app/parallel/parallel-index.ts';
import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import { generateReuse } from './generate-reuse.ts';
import { generateSentences } from './generate-sentences.ts';
import { measureReuse } from './measure-reuse.ts';

const articles = Number(process.argv[2] ?? 1_000);
const seed = Number(process.argv[3] ?? 20_310_512);
const added = 40;

const corpus =
  process.argv[4] === 'sentences'
    ? generateSentences(articles + added, seed)
    : generateReuse({ articles: articles + added, bytes: 5_400, seed });
const textsMemory = process.memoryUsage().rss;
const cpu = process.cpuUsage();
const start = performance.now();
const index = new ParallelIndex();
for (let key = 0; key < articles; key += 1) {
  const text = corpus.texts[key];
  if (text !== undefined) index.put(key, unitsOf(text));
}
const unitsEnd = performance.now();
const pairs: ParallelPair[] = [];
for (const some of index.allPairs()) pairs.push(...some);
const pairsEnd = performance.now();
const clusters = index.clusters(pairs);
const built = performance.now();
const { user, system } = process.cpuUsage(cpu);
const times: number[] = [];
for (let key = articles; key < articles + added; key += 1) {
  const text = corpus.texts[key];
  if (text === undefined) continue;
  const begin = performance.now();
  index.put(key, unitsOf(text));
  pairs.push(...index.pairsOf(key));
  times.push(performance.now() - begin);
}
times.sort((one, other) => one - other);
const figures = measureReuse(corpus, pairs);
if (process.argv.includes('others')) {
  const quote = ({ key, start: from, end }: ParallelPair['one']): string =>
    corpus.texts[key]?.text.slice(from, end) ?? '';
  for (const { one, other, words, texts } of figures.others) {
    console.error(`${words} words, ${texts} texts\n  ${quote(one)}\n  ${quote(other)}`);
  }
}
const run = {
  articles,
  mb: Math.round(corpus.bytes / 1_000_000),
  build_s: rounded((built - start) / 1_000),
  cpu_s: rounded((user + system) / 1_000_000),
  units_s: rounded((unitsEnd - start) / 1_000),
  pairs_s: rounded((pairsEnd - unitsEnd) / 1_000),
  clusters_s: rounded((built - pairsEnd) / 1_000),
  rss_mb: Math.round(process.resourceUsage().maxRSS / 1_000),
  texts_mb: Math.round(textsMemory / 1_000_000),
  pairs: figures.pairs,
  formulas: figures.formulas,
  clusters: clusters.length,
  recall_verbatim: rounded(figures.recall.verbatim, 3),
  recall_10: rounded(figures.recall.edited10, 3),
  recall_20: rounded(figures.recall.edited20, 3),
  recall_reordered: rounded(figures.recall.reordered, 3),
  precision: rounded(figures.precision, 3),
  add_ms: rounded(times[times.length >> 1] ?? 0, 1),
  add_max_ms: rounded(times.at(-1) ?? 0, 1),
};

export type ReuseRun = typeof run;

console.log(JSON.stringify(run));

function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
