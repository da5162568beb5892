import { type ReviewRows, reviewRows } from '../../session/review/review-rows.ts';
import type { ReviewState } from '../../session/review/review-state.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The queue as it stands; draws anew when it, or the analyst's place in it, changes. */
export function useReviewRows(): { readonly rows: ReviewRows; readonly review: ReviewState } {
  const session = useSession();
  const review = useSessionState((state) => state.review);
  // The same object until something of the queue changes.
  const rows = useRecords(() => reviewRows(session));
  return { rows, review };
}
