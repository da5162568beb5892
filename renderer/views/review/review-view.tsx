import { type ReactNode, useEffect } from 'react';
import { followReview } from '../../session/review/follow-review.ts';
import { placeOf } from '../../session/review/review.ts';
import { useSession } from '../parts/session-context.ts';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewEmpty } from './review-empty.tsx';
import { ReviewHead } from './review-head.tsx';
import { ReviewList } from './review-list.tsx';
import { useReviewRows } from './use-review-rows.ts';

/** All that the program suggests, in one list, with what is before the analyst beside it. */
export function ReviewView(): ReactNode {
  const session = useSession();
  const { rows } = useReviewRows();
  useEffect(() => followReview(session), [session]);
  const at = placeOf(session);
  const row = rows.rowAt(at);
  return (
    <section className="review" aria-label="Review">
      <ReviewHead rows={rows} />
      {rows.count === 0 ? (
        <ReviewEmpty />
      ) : (
        <div className="review-body">
          <ReviewList rows={rows} cursor={at} />
          {row === null ? (
            <p className="empty review-wait">Reading…</p>
          ) : (
            <ReviewDetail key={row.key} row={row} />
          )}
        </div>
      )}
    </section>
  );
}
