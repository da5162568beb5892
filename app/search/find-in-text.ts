import type { TextOffset } from '../base/brand.ts';
import { type FoldedText, foldText } from './fold-text.ts';

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
      const known = made.get(exact) ?? foldText(text, exact);
      made.set(exact, known);
      return known;
    },
  };
}

/**
 * Where `wanted` stands in a text, in order, never overlapping, at most `mostHits`. Compared as `foldText` folds both.
 * A hit holds whole code points, with the marks on its last letter; half a letter that folding made two (ß) is no hit.
 * Nothing but white space stands nowhere. Cost: one pass over the text.
 */
export function findInText(
  { text, folded }: FindableText,
  wanted: string,
  options: FindOptions,
): readonly TextRange[] {
  if (wanted.trim() === '') return [];
  const needle = foldText(wanted, options.matchCase).folded;
  const hay = folded(options.matchCase);
  const hits: TextRange[] = [];
  if (needle === '') return hits;
  let from = hay.folded.indexOf(needle);
  while (from !== -1 && hits.length < mostHits) {
    const to = from + needle.length;
    const start = hay.sourceOf(from);
    const end = hay.sourceOf(to);
    const whole = hay.isBoundary(from) && hay.isBoundary(to) && !standsOnMark(hay.folded, to);
    const found = whole && (!options.wholeWords || isWhole(text, start, end));
    if (found) hits.push({ start: start as TextOffset, end: end as TextOffset });
    from = hay.folded.indexOf(needle, found ? to : from + 1);
  }
  return hits;
}

/**
 * Where a regular expression matches, block by block: `^` and `$` are a block's ends. Empty matches are no hits. An
 * expression that can't be read gives the reason. Cost: whatever the expression takes, which may be for ever: run it
 * where it can be ended.
 */
export function findPattern(
  text: string,
  pattern: string,
  options: FindOptions,
): { readonly hits: readonly TextRange[]; readonly problem: string | null } {
  if (pattern === '') return { hits: [], problem: null };
  const hits: TextRange[] = [];
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, options.matchCase ? 'gu' : 'giu');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /u, '') : String(error);
    return { hits, problem: `This is no regular expression yet: ${reason}.` };
  }
  let blockStart = 0;
  for (const block of text.split('\n')) {
    for (const match of block.matchAll(expression)) {
      if (match[0] === '') continue;
      const start = blockStart + match.index;
      const end = start + match[0].length;
      if (options.wholeWords && !isWhole(text, start, end)) continue;
      if (hits.length === mostHits) return { hits, problem: null };
      hits.push({ start: start as TextOffset, end: end as TextOffset });
    }
    blockStart += block.length + 1;
  }
  return { hits, problem: null };
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

function standsOnMark(folded: string, at: number): boolean {
  return at < folded.length && mark.test(folded.charAt(at));
}

const wordSign = /[\p{L}\p{N}\p{M}_]/u;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return (
    !joins(pointBefore(text, start), pointAt(text, start)) &&
    !joins(pointBefore(text, end), pointAt(text, end))
  );
}

/** Whether two signs side by side are of one word. */
function joins(left: string, right: string): boolean {
  return (
    wordSign.test(left) &&
    wordSign.test(right) &&
    !withoutSpaces.test(left) &&
    !withoutSpaces.test(right)
  );
}

function pointAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function pointBefore(text: string, at: number): string {
  const low = at >= 2 ? text.codePointAt(at - 2) : undefined;
  if (low !== undefined && low > 0xffff) return String.fromCodePoint(low);
  return at === 0 ? '' : text.charAt(at - 1);
}
