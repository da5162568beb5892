// `npm run bench -- parallels [articles]`: text reuse over a generated project of 10,000 articles, 60 MB, with planted
// passages: verbatim, 10 % and 20 % of the words edited, sentences in another order, a wire report copied forty times; turns of
// phrase and formulas stand in many articles by chance. Each size runs in a process of its own. Prints how time grows
// (1,000, 3,000, 10,000 articles), then one line of JSON: `build_s`, from texts to pairs and clusters, on one core;
// `cpu_s`, the same in processor time, which says more on a machine that has other work; `rss_mb`, the most memory of
// the process, the texts (`texts_mb`) included; `recall_*`, planted passages of which 80 % is in pairs on both sides;
// `precision`, pairs but for formulas that lie over a planted passage on both sides; `add_ms`, one article more until its
// pairs are known, middle one of forty; the same on articles of another generator (`other_*`).
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ReuseRun } from './parallels/run-reuse.ts';

const articles = Number(process.argv[2] ?? 10_000);
const script = fileURLToPath(new URL('parallels/run-reuse.ts', import.meta.url));

async function run(count: number, generator: 'words' | 'sentences'): Promise<ReuseRun> {
  const args = [script, String(count), '20310512', generator];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as ReuseRun;
}

const runs: ReuseRun[] = [];
for (const share of [0.1, 0.3, 1]) runs.push(await run(Math.round(articles * share), 'words'));
for (const { articles: count, build_s, cpu_s, rss_mb } of runs) {
  console.error(`${count} articles: ${build_s} s, processor ${cpu_s} s, ${rss_mb} MB`);
}
const other = await run(Math.round(articles * 0.1), 'sentences');
const last = runs.at(-1);
console.log(
  JSON.stringify({
    name: 'parallels',
    ...last,
    other_articles: other.articles,
    other_cpu_s: other.cpu_s,
    other_recall_verbatim: other.recall_verbatim,
    other_recall_10: other.recall_10,
    other_recall_20: other.recall_20,
    other_recall_reordered: other.recall_reordered,
    other_precision: other.precision,
  }),
);
