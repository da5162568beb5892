import type { Command } from '../command.ts';
import { openReviewed } from '../review/open-reviewed.ts';
import {
  acceptReviewed,
  askToAccept,
  bringBackReviewed,
  dismissReviewed,
  reviewedRow,
  reviewedSuggestion,
  showReview,
  showReviewOf,
} from '../review/review.ts';
import type { Session } from '../session.ts';

function isAtSuggestion(session: Session): boolean {
  return session.get().view === 'review' && reviewedSuggestion(session) !== null;
}

/** The queue of suggestions. Its single letters are its own: in a text they mean something else. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'view.review',
    title: 'Review what the program suggests',
    group: 'View',
    key: 'Mod+8',
    scope: 'project',
    run: showReview,
  },
  {
    id: 'review.article',
    title: 'Review suggestions about this article',
    group: 'View',
    scope: 'project',
    enabled: (session) => session.get().view === 'read' && session.activeArticle() !== null,
    run: (session) => {
      const article = session.activeArticle();
      if (article !== null) showReviewOf(session, article.id);
    },
  },
  {
    id: 'review.accept',
    title: 'Accept the suggestion (A)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: isAtSuggestion,
    run: acceptReviewed,
  },
  {
    id: 'review.accept-changed',
    title: 'Accept the suggestion with changes… (E)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: isAtSuggestion,
    run: askToAccept,
  },
  {
    id: 'review.dismiss',
    title: 'Dismiss the suggestion (D)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: isAtSuggestion,
    run: dismissReviewed,
  },
  {
    id: 'review.bring-back',
    title: 'Bring back the dismissed suggestion (D)',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: (session) =>
      session.get().view === 'review' && reviewedRow(session)?.kind === 'decision',
    run: bringBackReviewed,
  },
  {
    id: 'review.open',
    title: 'Open the passages of the suggestion (Enter)',
    group: 'View',
    scope: 'project',
    enabled: isAtSuggestion,
    run: openReviewed,
  },
  {
    id: 'help.suggestions',
    title: 'How suggestions work',
    group: 'Help',
    scope: 'anywhere',
    run: (session) => session.openDialog({ kind: 'how-suggestions-work' }),
  },
];
