import { hashEnd, hashOf, hashStart, hashStep } from '../../compare/unit-hash.ts';
import { baseLanguage } from '../../fact/tokens.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { BriefLine } from './brief-lines.ts';
import { groupNames } from './group-names.ts';
import type { TypedQuotation } from './line-sentences.ts';

/** So many words in a row, the same in the same order, are no chance; a name counts as one of them, however long it is. */
const runLength = 8;
/** So many words of a text are taken in between two steps: below a millisecond. */
const wordsInStep = 1_000;

/** Words of the writer's that stand in a source just so. Offsets of the line's text. */
export interface CopiedWords {
  readonly start: number;
  readonly end: number;
  readonly articleId: ArticleId;
}

/** A word of a line. */
interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Words of one name have the same number; 0: of no name. */
  readonly name: number;
}

/** The words of a line outside its quotation marks, and the runs of eight that nothing parts. */
export interface WordRuns {
  readonly words: readonly Word[];
  /** Where a run begins, as an index of `words`, and what its words are. */
  readonly runs: readonly { readonly at: number; readonly hash: number }[];
}

/** The runs of eight words that a text has. */
export type SourceRuns = ReadonlySet<number>;

/** A text that lines are held against (rule Y15). */
export interface CopiedFrom {
  readonly articleId: ArticleId;
  /** BCP 47; `null`: not known. */
  readonly language: string | null;
  /** Where runs of the line begin that the text has, as indexes of its words. */
  readonly hits: readonly number[];
}

/** The words of a line as runs. A citation or a quotation between two words parts them. Cost: the length. */
export function lineRuns(line: BriefLine, typed: readonly TypedQuotation[]): WordRuns {
  const found = wordsIn(line.text).filter(
    ({ start, end }) => !typed.some((one) => start >= one.start && end <= one.end),
  );
  const names = groupNames(line.text, found);
  const words = found.map((word, index) => ({ ...word, name: names[index] ?? 0 }));
  const hashes = words.map(({ folded }) => hashOf(folded));
  const runs: { at: number; hash: number }[] = [];
  for (let at = 0; at + runLength <= words.length; at += 1) {
    const [first, last] = [words[at], words[at + runLength - 1]];
    if (first === undefined || last === undefined) continue;
    if (!isParted(line, typed, first.start, last.end)) {
      runs.push({ at, hash: runHash(hashes, at) });
    }
  }
  return { words, runs };
}

/** The runs of a text; gives way every thousand words. Cost: its words. */
export function* sourceRunsInSteps(text: string): Generator<void, SourceRuns> {
  const runs = new Set<number>();
  const hashes: number[] = [];
  for (const [word] of text.matchAll(wordPattern)) {
    hashes.push(hashOf(word.toLowerCase()));
    if (hashes.length >= runLength) runs.add(runHash(hashes, hashes.length - runLength));
    if (hashes.length % wordsInStep === 0) yield;
  }
  return runs;
}

/** Where runs of a line begin that a text has. Cost: the runs of the line. */
export function hitsIn({ runs }: WordRuns, source: SourceRuns): readonly number[] {
  return source.size === 0 ? [] : runs.filter(({ hash }) => source.has(hash)).map(({ at }) => at);
}

/**
 * What a line has of its sources' words without saying so: stretches of eight words and more, a name counted as one (but
 * in German, where every noun looks like one), that are not within one of `titles`. Each stretch once, of the first source that has its words.
 */
export function copiedWords(
  { words }: WordRuns,
  sources: readonly CopiedFrom[],
  titles: readonly string[],
): readonly CopiedWords[] {
  const from = new Map<number, CopiedFrom>();
  for (const source of sources) {
    for (const hit of source.hits) {
      for (let at = hit; at < hit + runLength; at += 1) if (!from.has(at)) from.set(at, source);
    }
  }
  if (from.size === 0) return [];
  const copied: CopiedWords[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const source = from.get(at);
    if (source === undefined) continue;
    let end = at;
    while (from.has(end + 1)) end += 1;
    const stretch = words.slice(at, end + 1);
    if (isLong(stretch, source.language) && !titles.some((title) => isOfTitle(stretch, title))) {
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (first !== undefined && last !== undefined) {
        copied.push({ start: first.start, end: last.end, articleId: source.articleId });
      }
    }
    at = end;
  }
  return copied;
}

function isLong(words: readonly Word[], language: string | null): boolean {
  if (baseLanguage(language) === 'de') return words.length >= runLength;
  let count = 0;
  for (const [index, { name }] of words.entries()) {
    if (name === 0 || words[index - 1]?.name !== name) count += 1;
  }
  return count >= runLength;
}

function isOfTitle(words: readonly Word[], title: string): boolean {
  const own = words.map(({ folded }) => folded).join(' ');
  const all = wordsIn(title).map(({ folded }) => folded);
  return all.length >= words.length && ` ${all.join(' ')} `.includes(` ${own} `);
}

function isParted(
  line: BriefLine,
  typed: readonly TypedQuotation[],
  start: number,
  end: number,
): boolean {
  return (
    line.citations.some(
      ({ offset, inFootnote }) => !inFootnote && offset > start && offset < end,
    ) ||
    line.references.some(({ offset }) => offset > start && offset < end) ||
    typed.some((one) => one.start > start && one.start < end)
  );
}

/** Two hashes of 32 bits as one number of 53: among a million runs two are the same with a chance of 1 : 10^4. */
function runHash(hashes: readonly number[], at: number): number {
  let [one, other] = [hashStart, 0x1b873593];
  for (let index = at; index < at + runLength; index += 1) {
    const hash = hashes[index] ?? 0;
    one = hashStep(one, hash);
    other = hashStep(other ^ (other >>> 15), hash ^ 0x5bd1e995);
  }
  return hashEnd(one) * 0x200000 + (hashEnd(other) >>> 11);
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

function wordsIn(text: string): readonly Omit<Word, 'name'>[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    folded: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
