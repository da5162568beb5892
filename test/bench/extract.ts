// `npm run bench -- extract [pages]`: how well articles are read from web pages and office files. Reads the pages and
// files of the corpus beside the repository (not ours to hand on, so not in it) and prints one line of JSON.
//
// `mean_f1`: words of our canonical text against those of the expected text, F1 of the two bags of words (test/bench/
// extract/score-words.ts says what a word is), mean over the pages, `mean_ordered_f1` the same of their longest common
// subsequence. The expected texts have no headlines, ours begin with one (rule T7): it is set aside where the expected
// text does not begin with it. `mean_f1_with_headline` counts every word of it as wrong.
// `readability_mean_f1`: plain Readability on the same parse, its HTML read as the expected one is, so that it is not
// blamed for words that its `textContent` runs together; `readability_text_content_mean_f1` blames it.
// `fields`: share of pages whose fact is the expected one, `fields_asked` the same of the pages for which one is expected. What is expected is what Readability itself finds, so it can
// only be equalled. `fields_right` judges both by the page instead: where the tests' list of exceptions says, with its
// reason, that the page states something else than is expected, that is right.
// `office_words` and `office_paragraphs`: of each file's plain text twin, the words found in order and the paragraphs
// found as blocks, mean over the files.
// With names of pages, a line on each of them goes to stderr.
import { existsSync, readdirSync } from 'node:fs';
import { corpusFolder, hasCorpus } from '../fixtures/parse/corpus.ts';
import { scoreOffice } from './extract/score-office.ts';
import type { PageScore, Score } from './extract/score-page.ts';
import { scorePage } from './extract/score-page.ts';
import { fieldNames } from './extract/web-fields.ts';

const shown = process.argv.slice(2);
const pages = hasCorpus('web') ? readdirSync(corpusFolder('web')).sort() : [];
const scores = pages.map((page) => scorePage(corpusFolder('web'), page));
const office = await Promise.all(
  (hasCorpus('office') ? readdirSync(corpusFolder('office')).sort() : [])
    .map((file) => ({
      path: corpusFolder('office') + file,
      twin: `${corpusFolder('xi-putin-calls')}${file.replace(/\.\w+$/, '')}.txt`,
    }))
    .filter(({ twin }) => existsSync(twin))
    .map(({ path, twin }) => scoreOffice(path, twin)),
);
if (pages.length === 0) console.error('The corpus is not here: nothing to measure.');
for (const score of scores) {
  if (shown.includes(score.page) || shown.includes('all')) console.error(describe(score));
}

const ours = scores.map((score) => score.ours);
const plain = scores.map((score) => score.readability);
// Two texts that differ in nothing that can be seen may differ in the last bit of the figure.
const below = (one: number, other: number) => one < other - 1e-9;
console.log(
  JSON.stringify({
    name: 'extract',
    pages: pages.length,
    mean_f1: mean(ours.map((score) => score.f1)),
    mean_ordered_f1: mean(ours.map((score) => score.orderedF1)),
    mean_f1_with_headline: mean(scores.map((score) => score.f1WithHeadline)),
    readability_mean_f1: mean(plain.map((score) => score.f1)),
    readability_text_content_mean_f1: mean(scores.map((score) => score.readabilityTextContentF1)),
    worst: [...scores]
      .sort((one, other) => one.ours.f1 - other.ours.f1)
      .slice(0, 3)
      .map((score) => [score.page, round(score.ours.f1)]),
    below_readability: scores
      .filter((score) => below(score.ours.f1, score.readability.f1))
      .map((score) => score.page),
    fields: shares(ours, 'expected'),
    readability_fields: shares(plain, 'expected'),
    fields_asked: shares(ours, 'expected', true),
    fields_right: shares(ours, 'right'),
    readability_fields_right: shares(plain, 'right'),
    office_files: office.length,
    office_words: mean(office.map((score) => score.words)),
    office_paragraphs: mean(office.map((score) => score.paragraphs)),
    office_worst: [...office]
      .sort((one, other) => one.words + one.paragraphs - other.words - other.paragraphs)
      .slice(0, 3)
      .map((score) => [score.file, round(score.words), round(score.paragraphs)]),
    ms_p50: quantile(ours, 0.5),
    ms_p95: quantile(ours, 0.95),
    readability_ms_p50: quantile(plain, 0.5),
    readability_ms_p95: quantile(plain, 0.95),
  }),
);

function shares(
  all: readonly Score[],
  judged: 'expected' | 'right',
  askedOnly = false,
): Record<string, number> {
  return Object.fromEntries(
    fieldNames.map((field) => {
      const asked = all.filter((score) => !askedOnly || score.asked.has(field));
      return [field, mean(asked.map((score) => Number(score[judged].has(field))))];
    }),
  );
}

function mean(values: readonly number[]): number {
  return round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
}

function quantile(all: readonly Score[], share: number): number {
  const times = all.map((score) => score.ms).sort((one, other) => one - other);
  return Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function describe({ page, ours: score, f1WithHeadline, readability }: PageScore): string {
  const wrong = fieldNames.filter((field) => !score.right.has(field));
  const figures = [score.f1, f1WithHeadline, readability.f1].map((value) => value.toFixed(4));
  const times = [score.ms, readability.ms].map((value) => `${value.toFixed(1)} ms`);
  return [page.padEnd(28), ...figures, ...times, ...wrong].join('  ');
}
