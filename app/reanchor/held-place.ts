import type { AlignedTexts } from './aligned-texts.ts';
import { lettersIn } from './letters-in.ts';
import { placesOfRun } from './token-index.ts';

/** Letters of the quote and of the words around that must be in common without a gap before a place is certain. */
const leastHeld = 24;
/** How many words on either side are looked at to tell a place from others like it: first these, then those. */
const nearReach = 16;
const farReach = 256;

interface Held {
  /** The old tokens that stand in one run with the quote in both texts. */
  readonly from: number;
  readonly to: number;
}

/**
 * How firmly a place is held: `surely`, nothing else in the new text could be meant; `by-chance`, the words were doubled
 * and the alignment might as well have taken the other ones; `loosely`, more has to be known.
 */
export type Hold = 'surely' | 'by-chance' | 'loosely';

/**
 * How firmly the old tokens [from, to) are the new ones that they are paired with. Surely: they stand in one run, with
 * enough of what is around them, and nothing like it stands elsewhere. Where the same words stand several times in both
 * texts, as often in each, each is the one of its rank.
 */
export function holdOf(texts: AlignedTexts, from: number, to: number): Hold {
  if (!isOneRun(texts.pairs, from, to)) return 'loosely';
  if (couldSlide(texts, from, to)) return 'by-chance';
  const near = heldAround(texts, from, to, nearReach);
  if (lengthOf(texts, near) < leastHeld && !isWholeText(texts, near)) return 'loosely';
  const isSure =
    isAlone(texts, near) ||
    isAlone(texts, heldAround(texts, from, to, farReach)) ||
    hasItsRank(texts, near);
  return isSure ? 'surely' : 'loosely';
}

function isOneRun(pairs: Int32Array, from: number, to: number): boolean {
  const first = pairs[from] ?? -1;
  if (first < 0) return false;
  for (let at = from + 1; at < to; at += 1) if (pairs[at] !== first + at - from) return false;
  return true;
}

function heldAround({ pairs }: AlignedTexts, from: number, to: number, reach: number): Held {
  const shift = (pairs[from] ?? 0) - from;
  // At the text's beginning the next pair would be -1, which is none.
  const goesOn = (at: number): boolean => at + shift >= 0 && pairs[at] === at + shift;
  let begin = from;
  while (begin > 0 && from - begin < reach && goesOn(begin - 1)) begin -= 1;
  let end = to;
  while (end < pairs.length && end - to < reach && goesOn(end)) end += 1;
  return { from: begin, to: end };
}

function lengthOf({ old }: AlignedTexts, { from, to }: Held): number {
  return lettersIn(old.text.slice(old.starts[from] ?? 0, old.ends[to - 1] ?? 0));
}

function isWholeText({ old }: AlignedTexts, { from, to }: Held): boolean {
  return from === 0 && to === old.count;
}

function isAlone({ old, youngIndex }: AlignedTexts, { from, to }: Held): boolean {
  return placesOfRun(youngIndex, old.keys, from, to).length === 1;
}

function hasItsRank({ old, oldIndex, youngIndex, pairs }: AlignedTexts, held: Held): boolean {
  const before = placesOfRun(oldIndex, old.keys, held.from, held.to);
  const after = placesOfRun(youngIndex, old.keys, held.from, held.to);
  return (
    before.length === after.length &&
    before.indexOf(held.from) === after.indexOf(pairs[held.from] ?? -1)
  );
}

/**
 * Whether what was inserted beside the words is the same as they: "A R B" that became "A R R B". Then either R may be
 * the one that was there, and which of them the alignment took is chance.
 */
function couldSlide(texts: AlignedTexts, from: number, to: number): boolean {
  const { pairs, young, old } = texts;
  const run = heldAround(texts, from, to, old.count);
  const shift = (pairs[from] ?? 0) - from;
  const keys = young.keys;
  // Behind the run: new tokens [end, next) with no old ones between.
  const end = run.to + shift;
  const next = run.to < pairs.length ? (pairs[run.to] ?? -1) : young.count;
  if (next > end) {
    let slid = 0;
    while (slid < run.to - from && keys[end - 1 - slid] === keys[next - 1 - slid]) slid += 1;
    if (slid === run.to - from) return true;
  }
  const begin = run.from + shift;
  const last = run.from > 0 ? (pairs[run.from - 1] ?? -2) : -1;
  if (last < -1 || begin <= last + 1) return false;
  let slid = 0;
  while (slid < to - run.from && keys[begin + slid] === keys[last + 1 + slid]) slid += 1;
  return slid === to - run.from;
}
