import type { CarryResult } from '../../../app/reanchor/carry-outcome.ts';
import type { KnownPassage } from './edited-text.ts';

/** How results compare with what is known of the edits. Shares are 0 to 1. */
export interface Marks {
  /** Of the passages of which at least half of the words are there: those put exactly where they are. */
  readonly recall: number;
  /** Of the passages put somewhere: those put exactly where they are. */
  readonly precision: number;
  /** The same two, if a place counts that shares at least half of its code units with the true one. */
  readonly recall_near: number;
  readonly precision_near: number;
  /** Of those called unchanged, which are moved without being asked for: those put exactly where they are. */
  readonly precision_unchanged: number;
  readonly unchanged: number;
  readonly moved: number;
  readonly changed: number;
  readonly uncertain: number;
  readonly lost: number;
}

/** Marks results, which stand in the order of the passages. */
export function markResults(
  passages: readonly KnownPassage[],
  results: readonly CarryResult[],
): Marks {
  const counts = { unchanged: 0, moved: 0, changed: 0, uncertain: 0, lost: 0 };
  const tally = { alive: 0, found: 0, foundNear: 0, given: 0, right: 0, near: 0, sure: 0 };
  for (const [index, passage] of passages.entries()) {
    const result = results[index];
    if (result === undefined) throw new RangeError('A passage has no result.');
    counts[result.outcome] += 1;
    const isAlive = passage.truth !== null && passage.kept >= 0.5;
    if (isAlive) tally.alive += 1;
    if (result.outcome === 'uncertain' || result.outcome === 'lost') continue;
    const { start, end } = result.place.passage;
    const { truth } = passage;
    const isRight = truth !== null && truth.start === start && truth.end === end;
    const isNear =
      truth !== null &&
      2 * shared(truth, { start, end }) >= end - start &&
      2 * shared(truth, { start, end }) >= truth.end - truth.start;
    tally.given += 1;
    if (isRight) tally.right += 1;
    if (isNear) tally.near += 1;
    if (isRight && isAlive) tally.found += 1;
    if (isNear && isAlive) tally.foundNear += 1;
    if (isRight && result.outcome === 'unchanged') tally.sure += 1;
  }
  return {
    recall: share(tally.found, tally.alive),
    precision: share(tally.right, tally.given),
    recall_near: share(tally.foundNear, tally.alive),
    precision_near: share(tally.near, tally.given),
    precision_unchanged: share(tally.sure, counts.unchanged),
    ...counts,
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function shared(one: Range, other: Range): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
}
