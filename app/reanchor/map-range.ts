import type { Tokens } from './tokens.ts';

/** A range of tokens of the old text. */
interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A range of the new text, in code units, that is not known to be a passage yet. */
export interface MappedRange {
  readonly start: number;
  readonly end: number;
}

/** How far around a range a paired token is looked for. */
const reach = 60;

/**
 * Where the alignment of two texts maps [start, end) of the old one: from its first to its last word that both have; at
 * an edge that was written anew, with the words that took its place, but for those that took the place of words outside
 * of it. What was inserted right before or behind it stays out. `null`: no word of it is left.
 *
 * @param pairs as `alignTokens` gives them
 * @param range the tokens that [start, end) touches
 */
export function mapRange(
  old: Tokens,
  young: Tokens,
  pairs: Int32Array,
  range: TokenRange,
  start: number,
  end: number,
): MappedRange | null {
  let first = range.from;
  while (first < range.to && (pairs[first] ?? -1) < 0) first += 1;
  if (first === range.to) return null;
  let last = range.to - 1;
  while ((pairs[last] ?? -1) < 0) last -= 1;
  const before = edgeTokens(pairs, range.from, first, -1, young);
  const behind = edgeTokens(pairs, range.to - 1, last, 1, young);
  const newFirst = beginning(young, (pairs[first] ?? 0) - before, first > range.from);
  const newLast = (pairs[last] ?? 0) + behind;
  if (newLast < newFirst) return null;
  return {
    start:
      first === range.from
        ? insideToken(old, young, first, newFirst, start)
        : (young.starts[newFirst] ?? 0),
    end:
      last === range.to - 1
        ? insideToken(old, young, last, newLast, end)
        : (young.ends[newLast] ?? 0),
  };
}

const closing = /^[,.;:!?…)\]\p{Pf}]/u;

/** Where the beginning was cut, what closed the words before is none. */
function beginning({ text, starts, count }: Tokens, token: number, wasCut: boolean): number {
  let first = token;
  while (wasCut && first < count && closing.test(text.charAt(starts[first] ?? 0))) first += 1;
  return first;
}

/**
 * How many new tokens beyond the last paired one, towards an edge, belong to the range.
 *
 * @param edge the range's outermost token
 * @param paired its outermost one that is paired
 * @param step -1 at the beginning, 1 at the end
 */
function edgeTokens(
  pairs: Int32Array,
  edge: number,
  paired: number,
  step: 1 | -1,
  young: Tokens,
): number {
  const inside = Math.abs(edge - paired);
  if (inside === 0) return 0;
  let outer = edge + step;
  let outside = 0;
  while (outside < reach && outer >= 0 && outer < pairs.length && (pairs[outer] ?? -1) < 0) {
    outer += step;
    outside += 1;
  }
  const own = pairs[paired] ?? 0;
  const atEnd = outer < 0 || outer >= pairs.length;
  const other = atEnd ? (step === 1 ? young.count : -1) : (pairs[outer] ?? -1);
  // Beyond reach nothing is known of what stands there.
  const inserted = other < 0 && !atEnd ? inside : Math.max(0, Math.abs(other - own) - 1);
  if (outside > 0) return share(inside, outside, inserted);
  // Much more than was there: what took its place, in its paragraph, and something new beside it.
  return inserted <= 2 * inside + 2 ? inserted : sameBlock(young, own, step, inside);
}

/** How many of `count` tokens beside one stand in its paragraph. */
function sameBlock(
  { text, starts, ends }: Tokens,
  token: number,
  step: 1 | -1,
  count: number,
): number {
  for (let taken = 0; taken < count; taken += 1) {
    const at = token + taken * step;
    const between =
      step === 1
        ? text.slice(ends[at] ?? 0, starts[at + 1] ?? text.length)
        : text.slice(ends[at - 1] ?? 0, starts[at] ?? 0);
    if (between.includes('\n')) return taken;
  }
  return count;
}

/** What took the place of some words inside and some outside is divided as they were. */
function share(inside: number, outside: number, inserted: number): number {
  return Math.round((inserted * inside) / (inside + outside));
}

/** An edge within a word stays at its place there if the word is still as long. */
function insideToken(
  old: Tokens,
  young: Tokens,
  oldToken: number,
  newToken: number,
  offset: number,
): number {
  const start = old.starts[oldToken] ?? 0;
  const end = old.ends[oldToken] ?? 0;
  const newStart = young.starts[newToken] ?? 0;
  const newEnd = young.ends[newToken] ?? 0;
  if (offset >= end) return newEnd;
  if (offset <= start) return newStart;
  return newStart + Math.min(offset - start, newEnd - newStart);
}
