import type { DecisionRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { askAboutClaims } from './ask-about-claims.ts';
import { placeIn } from './place-in.ts';
import { refreshReview } from './review-pages.ts';
import { reviewRows } from './review-rows.ts';
import { reviewView } from './review-view.ts';
import { setReview } from './set-review.ts';

/** How long after a change the queue is read again, in milliseconds: while the program looks, lists change often. */
const patience = 600;

/**
 * Keeps the queue up with main and with the project while it is looked at: reads it again when lists answer otherwise or
 * other ones are wanted, and asks about claims and links. Returns what ends it.
 */
export function followReview(session: Session): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  const { store } = session;
  const isWanted = (): boolean => !ended && session.hasProject && session.store === store;
  const read = (): void => {
    if (!isWanted()) return;
    void refreshReview(session).then((taken) => {
      if (!taken || !isWanted()) return;
      if (!goToRestored()) keepPlace(session);
    });
  };
  const readLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      read();
    }, patience);
  };
  const askLater = (): void => {
    asking ??= setTimeout(() => {
      asking = undefined;
      void askAboutClaims(session, isWanted);
    }, patience);
  };
  /** What undo brought back, until it is listed again or the analyst goes elsewhere. */
  let restored: { readonly key: string; readonly from: string | null } | null = null;
  let decisions = store.records.list('decision');
  const goToRestored = (): boolean => {
    if (restored === null) return false;
    const { key, from } = restored;
    const row = reviewRows(session).indexOf(key);
    const isLeft = session.get().review.at !== from;
    if (row !== -1 && !isLeft)
      setReview(session, { at: key, row, chosen: new Set(), anchor: null });
    if (row !== -1 || isLeft) restored = null;
    return row !== -1 && !isLeft;
  };
  const takeUpDecisions = (): void => {
    const now = store.records.list('decision');
    if (now === decisions) return;
    const key = broughtBack(session, decisions, now);
    decisions = now;
    restored = key === null ? null : { key, from: session.get().review.at };
    goToRestored();
  };
  let { told } = session.get().parallels;
  let wanted = wantedOf(session);
  const followState = session.state.subscribe(() => {
    if (!isWanted()) return;
    const before = told;
    told = session.get().parallels.told;
    if (told?.version !== before?.version) readLater();
    if (told?.found !== before?.found || told?.state !== before?.state) askLater();
    takeUpWanted();
  });
  // Not the annotations, of which there may be very many: what is filed or linked stands in these.
  const lists = ['claim', 'evidence', 'link', 'silence', 'article'] as const;
  let before: readonly unknown[] = [];
  const takeUpWanted = (): void => {
    const now = wantedOf(session);
    if (now.every((one, index) => one === wanted[index])) return;
    wanted = now;
    read();
  };
  const followRecords = store.records.subscribe(() => {
    if (!isWanted()) return;
    const now = lists.map((kind) => store.records.list(kind));
    if (!now.every((list, index) => list === before[index])) askLater();
    before = now;
    takeUpDecisions();
    takeUpWanted();
  });
  read();
  void askAboutClaims(session, isWanted);
  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(asking);
    followState();
    followRecords();
  };
}

/** The suggestion, or among the dismissed ones the decision, that the list has again; `null`: none. */
function broughtBack(
  session: Session,
  before: readonly DecisionRecord[],
  now: readonly DecisionRecord[],
): string | null {
  const isDismissed = session.get().review.filter === 'dismissed';
  const [gone, come] = isDismissed ? [now, before] : [before, now];
  const there = new Set(come.map(({ key }) => key));
  return gone.findLast(({ key }) => !there.has(key))?.key ?? null;
}

/** What main's list is asked for by. */
function wantedOf(session: Session): readonly unknown[] {
  const { filter, articleId } = session.get().review;
  return [filter, articleId, reviewView(session)];
}

/** Goes to where the suggestion stands by now that the review is at; where it is gone, to what came into its place. */
function keepPlace(session: Session): void {
  const { at, row } = session.get().review;
  const rows = reviewRows(session);
  const next = placeIn({ at, row }, rows);
  // Who has gone nowhere yet stays at the top, whatever comes there.
  const key = at === null ? null : (rows.rowAt(next)?.key ?? null);
  if (next !== row || key !== at) setReview(session, { row: next, at: key });
}
