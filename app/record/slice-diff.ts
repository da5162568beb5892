import type { Diff } from './diff.ts';
import { emptyDiff } from './diff.ts';

/** How many states of records are handled before others get their turn: some 10 ms of a thread. */
const sliceSize = 400;

/** How many states of records a diff holds: of an updated record two. */
export function statesIn({ added, updated, removed }: Diff): number {
  return added.length + 2 * updated.length + removed.length;
}

/** Whether a diff is handled in slices, so that nothing stands still meanwhile. */
export function isLarge(diff: Diff): boolean {
  return statesIn(diff) > sliceSize;
}

/** A diff as several that say the same together, in order, none of them large. None of an empty one. */
export function* slicesOf(diff: Diff): Generator<Diff, void, void> {
  for (const added of partsOf(diff.added, sliceSize)) yield { ...emptyDiff, added };
  for (const updated of partsOf(diff.updated, sliceSize / 2)) yield { ...emptyDiff, updated };
  for (const removed of partsOf(diff.removed, sliceSize)) yield { ...emptyDiff, removed };
}

/** The opposite of `slicesOf`. Cost: all that they hold. */
export function joinSlices(slices: readonly Diff[]): Diff {
  return {
    added: slices.flatMap(({ added }) => added),
    updated: slices.flatMap(({ updated }) => updated),
    removed: slices.flatMap(({ removed }) => removed),
  };
}

/** A list in parts of a length; the list itself if it is no longer. */
export function* partsOf<Item>(
  list: readonly Item[],
  length: number,
): Generator<readonly Item[], void, void> {
  if (list.length === 0) return;
  if (list.length <= length) yield list;
  else
    for (let start = 0; start < list.length; start += length)
      yield list.slice(start, start + length);
}
