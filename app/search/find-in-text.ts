import type { TextOffset } from '../base/brand.ts';
import { isWordBoundary } from './character-class.ts';
import { type FoldedText, foldText, originalRange } from './fold-words.ts';

/** A half-open range of a text. */
export interface TextRange {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** How what is looked for is meant. */
export interface FindOptions {
  /** Upper and lower case and accents as typed. */
  readonly matchCase: boolean;
  /** No letter or digit directly before or after. Without effect beside scripts that set no spaces. */
  readonly wholeWords: boolean;
}

/** More hits than these are neither found nor counted. */
export const mostHits = 100_000;

/** A text made ready to be searched several times. */
export interface FindableText {
  readonly text: string;
  /** Folded when it is first needed, then kept. */
  folded(exact: boolean): FoldedText;
}

/** Makes a text ready. Costs nothing before the first search, then a pass over the text for each way of folding. */
export function findableText(text: string): FindableText {
  const made = new Map<boolean, FoldedText>();
  return {
    text,
    folded(exact) {
      const known = made.get(exact) ?? fold(text, exact);
      made.set(exact, known);
      return known;
    },
  };
}

/**
 * Where `wanted` stands in a text, in order, never overlapping, at most `mostHits` (rule F1). Compared as the catalogue
 * folds both; typographic quotation marks, apostrophes, hyphens and spaces are what the keyboard has for them. A hit
 * holds whole letters with their marks: half a letter that folding made two (ß) is no hit. Nothing but white space stands
 * nowhere. Cost: one pass over the text.
 */
export function findInText(
  findable: FindableText,
  wanted: string,
  { matchCase, wholeWords }: FindOptions,
): readonly TextRange[] {
  const needle = fold(wanted, matchCase).text;
  if (needle.trim() === '') return [];
  const hay = findable.folded(matchCase);
  const hits: TextRange[] = [];
  let from = hay.text.indexOf(needle);
  while (from !== -1 && hits.length < mostHits) {
    const to = from + needle.length;
    const isHit =
      isLetterBoundary(hay, from) &&
      isLetterBoundary(hay, to) &&
      !mark.test(hay.text.charAt(to)) &&
      !(wholeWords && splitsWord(hay.text, from, to));
    if (isHit) hits.push(originalRange(findable.text, hay, from, to) as TextRange);
    from = hay.text.indexOf(needle, isHit ? to : from + 1);
  }
  return hits;
}

/** Those of the ranges that no letter or digit goes on from (`wholeWords`). */
export function wholeWordsOf(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.filter(({ start, end }) => !splitsWord(text, start, end));
}

/** The hit that begins at an offset or after it; the first one if none does; -1 without hits. O(log hits). */
export function hitFrom(hits: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  if (hits.length === 0) return -1;
  return low === hits.length ? 0 : low;
}

/** Marks that belong to the letter before them and make it another one. */
const mark = /[\u0300-\u036f\u3099\u309a]/u;

/** Each is one code unit, and so is what it becomes: offsets stay. */
const signs: ReadonlyMap<string, RegExp> = new Map([
  ["'", /[‘’‚‛′ʼ]/gu],
  ['"', /[“”„‟″]/gu],
  ['-', /[\u2010\u2011]/gu],
  [' ', /[\p{Zs}\t]/gu],
]);

function fold(text: string, exact: boolean): FoldedText {
  const folded = exact ? { text, starts: null } : foldText(text);
  let plain = folded.text;
  for (const [sign, others] of signs) plain = plain.replace(others, sign);
  return { text: plain, starts: folded.starts };
}

/** Whether a letter of the text begins at an offset of the folded one, or the text ends. */
function isLetterBoundary({ text, starts }: FoldedText, at: number): boolean {
  if (starts !== null) return at === 0 || starts[at] !== starts[at - 1];
  const point = at === 0 ? undefined : text.codePointAt(at - 1);
  return point === undefined || point <= 0xffff;
}

function splitsWord(text: string, start: number, end: number): boolean {
  return !isWordBoundary(text, start) || !isWordBoundary(text, end);
}
