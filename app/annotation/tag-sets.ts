import type { TagId } from '../record/ids.ts';

/** A list of tags, in one order, and how many annotations have just these. */
export interface TagSet {
  readonly tagIds: readonly TagId[];
  readonly count: number;
}

/** How many annotations the sets hold for which `accepts` says yes. Cost: one call a set. */
export function countIn(
  sets: readonly TagSet[],
  accepts: (tagIds: readonly TagId[]) => boolean,
): number {
  let sum = 0;
  for (const { tagIds, count } of sets) if (accepts(tagIds)) sum += count;
  return sum;
}
