import type { UnitRun } from './shared-runs.ts';
import { type TextUnits, unitFlags } from './text-units.ts';

/**
 * The runs from the seam before a run to the seam after it: where one paragraph or quotation ends and another begins in
 * both texts, and other words stand there in one of them. What goes on in the same words goes on across paragraphs.
 */
export function betweenSeams(
  left: TextUnits,
  right: TextUnits,
  runs: Uint32Array,
  { left: within }: UnitRun,
): Uint32Array {
  let begin = 0;
  for (let at = 3; at < runs.length; at += 3) {
    const ours = (runs[at - 3] ?? 0) + (runs[at - 1] ?? 0) - 1;
    const theirs = (runs[at - 2] ?? 0) + (runs[at - 1] ?? 0) - 1;
    if (!isSeam(left, ours, runs[at] ?? 0, right, theirs, runs[at + 1] ?? 0)) {
      continue;
    }
    if (ours >= within) return runs.subarray(begin, at);
    begin = at;
  }
  return runs.subarray(begin);
}

/** Whether the last units of one run and the first ones of the next belong to different paragraphs or quotations. */
function isSeam(
  left: TextUnits,
  ours: number,
  ourNext: number,
  right: TextUnits,
  theirs: number,
  theirNext: number,
): boolean {
  return (
    (startsBlockBetween(left, ours, ourNext) && startsBlockBetween(right, theirs, theirNext)) ||
    (isQuotedAt(left, ours) !== isQuotedAt(left, ourNext) &&
      isQuotedAt(left, ours) === isQuotedAt(right, theirs) &&
      isQuotedAt(left, ourNext) === isQuotedAt(right, theirNext))
  );
}

function startsBlockBetween({ flags }: TextUnits, last: number, next: number): boolean {
  for (let at = last + 1; at <= next; at += 1) {
    if ((flags[at] ?? 0) & unitFlags.startsBlock) return true;
  }
  return false;
}

function isQuotedAt({ flags }: TextUnits, at: number): boolean {
  return ((flags[at] ?? 0) & unitFlags.quoted) !== 0;
}
