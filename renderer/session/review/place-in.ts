import type { ReviewRows } from './review-rows.ts';
import type { ReviewState } from './review-state.ts';

/** Where what the review is at stands by now; where it is gone, the row that came into its place. */
export function placeIn({ at, row }: Pick<ReviewState, 'at' | 'row'>, rows: ReviewRows): number {
  const found = at === null ? -1 : rows.indexOf(at);
  return found === -1 ? Math.max(0, Math.min(row, rows.count - 1)) : found;
}
