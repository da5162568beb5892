import type { SilenceSuggestion, Suggestion } from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf } from '../article-list.ts';
import { setView } from '../desk.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import {
  acceptCluster,
  acceptConflict,
  acceptPair,
  acceptQuotation,
  acceptSilence,
  dismissSuggestion,
} from './accept-suggestion.ts';
import { placeIn } from './place-in.ts';
import { type ReviewRow, reviewRows } from './review-rows.ts';
import type { ReviewFilter } from './review-state.ts';
import { keepReviewView, type ReviewView, reviewKinds, reviewView } from './review-view.ts';
import { setReview } from './set-review.ts';
import { claimOfCluster, claimOfQuotation } from './usual-choices.ts';

/** What the queue is called for `focusNamed`. */
export const reviewName = 'review';

/** Shows the queue as it was left, with the keyboard in it. */
export function showReview(session: Session): void {
  setView(session, 'review');
  focusNamed(reviewName);
}

/** Shows what is suggested about one article. */
export function showReviewOf(session: Session, articleId: ArticleId): void {
  setReview(session, { articleId, filter: 'all', at: null, row: 0, chosen: new Set() });
  showReview(session);
}

/** Shows another part of the queue, from its beginning. */
export function filterReview(
  session: Session,
  patch: { readonly filter?: ReviewFilter; readonly articleId?: ArticleId | null },
): void {
  const { review } = session.get();
  const next = { ...review, ...patch };
  if (next.filter === review.filter && next.articleId === review.articleId) return;
  // Lists of all articles would be taken for those of this one until they are read.
  const isOther = next.articleId !== review.articleId;
  const fresh = {
    ...(isOther ? { pages: new Map<string, never>(), totals: null, anyScore: null } : {}),
    ...{ at: null, row: 0, chosen: new Set<string>() },
  };
  setReview(session, { ...patch, ...fresh, anchor: null });
}

/** Changes from which score on suggestions are shown, and whether formulas are. Kept with the project. */
export function changeReviewView(session: Session, patch: Partial<ReviewView>): void {
  keepReviewView(session, { ...reviewView(session), ...patch });
}

/** Lists suggestions of any score again, of the kinds that are shown. */
export function showAnyScore(session: Session): void {
  const { filter } = session.get().review;
  const { least } = reviewView(session);
  const kinds = filter === 'all' || filter === 'dismissed' ? reviewKinds : [filter];
  const none = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  changeReviewView(session, { least: { ...least, ...none } });
  session.say('Suggestions of any score are listed.');
}

/** Goes to a row; one past the end means the last. `extend`: all from where the choice began are chosen. */
export function goToReviewRow(session: Session, index: number, extend = false): void {
  const rows = reviewRows(session);
  const { review } = session.get();
  const row = Math.max(0, Math.min(index, rows.count - 1));
  const at = rows.rowAt(row)?.key ?? null;
  if (!extend) {
    const chosen = review.chosen.size === 0 ? review.chosen : new Set<string>();
    setReview(session, { row, at, chosen, anchor: null });
    return;
  }
  const anchor = review.anchor ?? placeOf(session);
  const chosen = new Set<string>();
  for (let one = Math.min(anchor, row); one <= Math.max(anchor, row); one += 1) {
    const key = rows.rowAt(one)?.key;
    if (key !== undefined) chosen.add(key);
  }
  setReview(session, { row, at, chosen, anchor });
}

/** Puts a row among those that are chosen, or takes it out. */
export function toggleReviewRow(session: Session, index: number): void {
  const rows = reviewRows(session);
  const key = rows.rowAt(index)?.key;
  if (key === undefined) return;
  const { chosen, at } = session.get().review;
  const next = new Set(chosen);
  // What the review is at was meant already.
  if (next.size === 0 && at !== null && at !== key) next.add(at);
  if (!next.delete(key)) next.add(key);
  setReview(session, { chosen: next, anchor: index, row: index, at: key });
}

/** Chooses no more than the row that the review is at. `false`: it was so. */
export function chooseOne(session: Session): boolean {
  if (session.get().review.chosen.size === 0) return false;
  setReview(session, { chosen: new Set(), anchor: null });
  return true;
}

/** The row that the review is at, where it stands by now. */
export function placeOf(session: Session): number {
  return placeIn(session.get().review, reviewRows(session));
}

/** What the review is at; `null`: nothing is there, or it is not read yet. */
export function reviewedRow(session: Session): ReviewRow | null {
  return reviewRows(session).rowAt(placeOf(session));
}

/** The suggestion that the review is at; `null`: none. */
export function reviewedSuggestion(session: Session): Suggestion | null {
  const row = reviewedRow(session);
  return row?.kind === 'suggestion' ? row.suggestion : null;
}

/** The rows that keys act on: those that are chosen, else the one that the review is at. */
function rowsMeant(session: Session): readonly ReviewRow[] {
  const { chosen } = session.get().review;
  const rows = reviewRows(session);
  const many = [...chosen].flatMap((key) => rows.rowAt(rows.indexOf(key)) ?? []);
  const one = reviewedRow(session);
  if (many.length > 0) return many;
  return one === null ? [] : [one];
}

function suggestionsMeant(session: Session): readonly Suggestion[] {
  return rowsMeant(session).flatMap((row) => (row.kind === 'suggestion' ? row.suggestion : []));
}

/** Does something that takes rows out of the queue; the next one that is left has the place then. */
async function decideAndGoOn(
  session: Session,
  decided: () => boolean | Promise<boolean>,
): Promise<void> {
  const rows = reviewRows(session);
  const meant = new Set(rowsMeant(session).map(({ key }) => key));
  const from = placeOf(session);
  const keys: (string | undefined)[] = [];
  for (let index = from; index < Math.min(rows.count, from + 400); index += 1) {
    keys.push(rows.rowAt(index)?.key);
  }
  for (let index = from - 1; index >= Math.max(0, from - 400); index -= 1) {
    keys.push(rows.rowAt(index)?.key);
  }
  const done = await decided();
  if (!done || !session.hasProject) return;
  const now = reviewRows(session);
  // Deciding on one can settle others that say the same: the next one is the first that is there still.
  const next = keys.find((key) => key !== undefined && !meant.has(key) && now.indexOf(key) !== -1);
  const at = next ?? null;
  const row = at === null ? Math.max(0, Math.min(from, now.count - 1)) : now.indexOf(at);
  setReview(session, { at, row, chosen: new Set(), anchor: null });
}

const accepting = new WeakSet<Session>();

/** Accepts what is meant as is usual for each: a link, a claim, a confirmed silence. Each is a step of undo. */
export async function acceptReviewed(session: Session): Promise<void> {
  const suggestions = suggestionsMeant(session);
  if (suggestions.length === 0 || !writable(session) || accepting.has(session)) return;
  accepting.add(session);
  try {
    await decideAndGoOn(session, async () => {
      let count = 0;
      for (const suggestion of suggestions) {
        if (!session.hasProject) return false;
        if (await acceptUsual(session, suggestion)) count += 1;
      }
      if (suggestions.length > 1) {
        session.say(`Accepted ${countOf(count, 'suggestion')}. Undo takes them back one by one.`);
      }
      return count > 0;
    });
  } finally {
    accepting.delete(session);
  }
}

async function acceptUsual(session: Session, suggestion: Suggestion): Promise<boolean> {
  switch (suggestion.kind) {
    case 'parallel':
      return acceptPair(session, suggestion, null, false);
    case 'conflict':
      return acceptConflict(session, suggestion, null, false);
    case 'cluster': {
      const whole = (await session.host.readCluster({ key: suggestion.key })) ?? suggestion;
      return acceptCluster(session, suggestion, whole.passages, claimOfCluster(whole));
    }
    case 'quotation':
      return acceptQuotation(session, suggestion, claimOfQuotation(suggestion));
    case 'silence':
      return acceptSilence(session, suggestion);
  }
}

/** Asks with what changes the suggestion is accepted. */
export async function askToAccept(session: Session): Promise<void> {
  const suggestion = reviewedSuggestion(session);
  if (suggestion === null || !writable(session)) return;
  const whole =
    suggestion.kind === 'cluster'
      ? ((await session.host.readCluster({ key: suggestion.key })) ?? suggestion)
      : suggestion;
  if (!session.hasProject || session.get().dialog !== null) return;
  session.openDialog({ kind: 'accept-suggestion', suggestion: whole });
}

/** Asks under which claim the sentence is filed that came nearest, of a possible silence. */
export function askToFileNearest(session: Session, silence: SilenceSuggestion): void {
  if (!writable(session)) return;
  session.openDialog({ kind: 'accept-suggestion', suggestion: silence, asEvidence: true });
}

/** The answer: accepts the suggestion as `accept` does, and goes on to the next one if the queue is on the screen. */
export async function acceptChanged(
  session: Session,
  suggestion: Suggestion,
  accept: () => boolean | Promise<boolean>,
): Promise<void> {
  session.closeDialog();
  const isHere = reviewedSuggestion(session)?.key === suggestion.key;
  if (session.get().view !== 'review' || !isHere) await accept();
  else {
    chooseOne(session);
    await decideAndGoOn(session, accept);
    focusNamed(reviewName);
  }
}

/** Dismisses what is meant: it is not shown again for these texts. One step of undo. */
export async function dismissReviewed(session: Session): Promise<void> {
  const suggestions = suggestionsMeant(session);
  if (suggestions.length === 0) return;
  await decideAndGoOn(session, () => dismissSuggestion(session, ...suggestions));
}

/** Takes dismissals back: the program may suggest these again. One step of undo. */
export async function bringBackReviewed(session: Session): Promise<void> {
  const removed = rowsMeant(session).flatMap((row) =>
    row.kind === 'decision' ? row.decision : [],
  );
  if (removed.length === 0 || !writable(session)) return;
  await decideAndGoOn(session, () => {
    const what = countOf(removed.length, 'dismissed suggestion');
    session.store.commit(`Bring back ${what}`, { added: [], updated: [], removed });
    session.say(`Brought back ${what}: listed again as long as the texts have these words.`);
    return true;
  });
}
