import type { UnitRun } from './shared-runs.ts';
import { runWeights, type TextUnits, unitFlags, unitKinds, unitWeights } from './text-units.ts';

/** Two passages of different texts that share wording, in units (rule U2). Ends are the units after the last ones. */
export interface AlignedPassage {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
  /** Runs of equal units in order: first unit of `left`, first of `right`, length, three numbers each. */
  readonly runs: Uint32Array;
  /** Words that both have in the same order. */
  readonly words: number;
  /** 0 to 1: shared words against the words of both (Dice). */
  readonly likeness: number;
  /** Whether the units are the same from beginning to end. */
  readonly verbatim: boolean;
  /** Words of the longest run, where the end of a word behind an apostrophe counts as one. */
  readonly longestRun: number;
}

/** Runs that touch on both sides are one. */
export function joinedRuns(runs: readonly number[]): Uint32Array {
  const kept: number[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    const [left = 0, right = 0, count = 0] = runs.slice(at, at + 3);
    const last = kept.length - 3;
    const length = kept[last + 2] ?? 0;
    if (
      last >= 0 &&
      (kept[last] ?? 0) + length === left &&
      (kept[last + 1] ?? 0) + length === right
    ) {
      kept[last + 2] = length + count;
    } else kept.push(left, right, count);
  }
  return Uint32Array.from(kept);
}

/** The passages from the first run to the last; those that begin or end inside a word take in all of it. */
export function measured(left: TextUnits, right: TextUnits, runs: Uint32Array): AlignedPassage {
  const last = runs.length - 3;
  const length = runs[last + 2] ?? 0;
  const from = wholeStart(left, runs[0] ?? 0);
  const to = wholeEnd(left, (runs[last] ?? 0) + length);
  const fromRight = wholeStart(right, runs[1] ?? 0);
  const toRight = wholeEnd(right, (runs[last + 1] ?? 0) + length);
  let ours = 0;
  let theirs = 0;
  let units = 0;
  let longest = 0;
  for (let at = 0; at < runs.length; at += 3) {
    const [one, other, count] = [runs[at] ?? 0, runs[at + 1] ?? 0, runs[at + 2] ?? 0];
    ours += weightOf(left, one, one + count, unitWeights);
    theirs += weightOf(right, other, other + count, unitWeights);
    units += count;
    longest = Math.max(longest, runWords(left, right, { left: one, right: other, count }));
  }
  const total =
    weightOf(left, from, to, unitWeights) + weightOf(right, fromRight, toRight, unitWeights);
  return {
    left: from,
    leftEnd: to,
    right: fromRight,
    rightEnd: toRight,
    runs,
    words: Math.floor(Math.min(ours, theirs) / 2),
    likeness: total === 0 ? 0 : (ours + theirs) / total,
    verbatim: units === to - from && units === toRight - fromRight,
    longestRun: longest,
  };
}

/** The words of a run of equal units: of a number in digits and in words, those of the words. */
export function runWords(
  left: TextUnits,
  right: TextUnits,
  { left: ours, right: theirs, count }: UnitRun,
): number {
  const most = Math.max(
    weightOf(left, ours, ours + count, runWeights),
    weightOf(right, theirs, theirs + count, runWeights),
  );
  return most / 2;
}

/** In halves of words. */
function weightOf(
  { flags }: TextUnits,
  from: number,
  to: number,
  weights: readonly number[],
): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weights[(flags[at] ?? 0) & unitFlags.kind] ?? 0;
  return sum;
}

function kindAt({ flags }: TextUnits, at: number): number {
  return (flags[at] ?? 0) & unitFlags.kind;
}

function isInside(text: TextUnits, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === unitKinds.tail || kind === unitKinds.more;
}

function wholeStart(text: TextUnits, start: number): number {
  let at = start;
  while (at > 0 && isInside(text, at)) at -= 1;
  return at;
}

function wholeEnd(text: TextUnits, end: number): number {
  let at = end;
  while (at < text.count && isInside(text, at)) at += 1;
  return at;
}

/** The same passage with the other text first. */
export function turnedPassage(passage: AlignedPassage): AlignedPassage {
  const runs = new Uint32Array(passage.runs.length);
  for (let at = 0; at < runs.length; at += 3) {
    runs[at] = passage.runs[at + 1] ?? 0;
    runs[at + 1] = passage.runs[at] ?? 0;
    runs[at + 2] = passage.runs[at + 2] ?? 0;
  }
  return {
    ...passage,
    left: passage.right,
    leftEnd: passage.rightEnd,
    right: passage.left,
    rightEnd: passage.leftEnd,
    runs,
  };
}
