import type { SuggestedPassage, Suggestion } from '../../../app/host/suggestions.ts';
import { passagesOf } from '../../../app/suggestion/suggestion-passages.ts';
import { openCluster } from '../parallels/open-cluster.ts';
import { type LitPassage, lightPassages } from '../reading/light-passages.ts';
import type { Session } from '../session.ts';
import { reviewedSuggestion } from './review.ts';

/**
 * Opens the passages of what the review is at: two side by side, one in its text, a cluster in its table; of a silence the
 * article at the nearest sentence, or at its beginning.
 */
export function openReviewed(session: Session): void {
  const suggestion = reviewedSuggestion(session);
  if (suggestion !== null) openSuggestion(session, suggestion);
}

/** Opens the passages of a suggestion. */
function openSuggestion(session: Session, suggestion: Suggestion): void {
  if (suggestion.kind === 'cluster') {
    openCluster(session, suggestion.key);
    return;
  }
  const passages = passagesOf(suggestion);
  if (passages.some((passage) => !isPresent(session, passage))) {
    session.say('The text has another revision by now; the suggestion will be looked for again.');
    return;
  }
  const [one, other] = passages;
  session.flushDrafts();
  session.set({ view: 'read', claimId: null });
  if (one === undefined) {
    if (suggestion.kind === 'silence') session.panes.open(suggestion.articleId, { focus: true });
    return;
  }
  session.panes.openPassage(one.articleId, one.start, one.end, false);
  if (other !== undefined) session.panes.openPassage(other.articleId, other.start, other.end, true);
  // Only one pane shows a selection.
  lightPassages(session, litOf(suggestion, passages));
}

/** Passages as they are set off: of a conflict with the words that differ. */
function litOf(suggestion: Suggestion, passages: readonly SuggestedPassage[]): LitPassage[] {
  if (suggestion.kind !== 'conflict') return [...passages];
  return [suggestion.one, suggestion.other].map(({ passage, range }) => ({
    ...passage,
    part: range,
  }));
}

function isPresent(session: Session, { articleId, revisionId }: SuggestedPassage): boolean {
  return session.store.records.get('article', articleId)?.revisionId === revisionId;
}
