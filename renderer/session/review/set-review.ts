import type { Session } from '../session.ts';
import type { ReviewState } from './review-state.ts';

/** Changes the state of the review. */
export function setReview(session: Session, patch: Partial<ReviewState>): void {
  session.set({ review: { ...session.get().review, ...patch } });
}
