import type { Suggestion, SuggestionsRequest } from '../../../app/host/suggestions.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place-in.ts';
import { reviewRows } from './review-rows.ts';
import { listedKinds, pageName, type ReviewPage, reviewPageSize } from './review-state.ts';
import { reviewView } from './review-view.ts';
import { setReview } from './set-review.ts';

/** So many pages are kept: whatever changes, each of their suggestions is looked at again. */
const mostPages = 12;

/** What is under way for a window. */
interface Asking {
  /** Of askings for all that is seen the last one counts. */
  count: number;
  /** Pages that were asked for since. */
  readonly pages: Set<string>;
  /** The rows that are drawn. */
  seen: readonly [first: number, last: number];
}

const askings = new WeakMap<Session, Asking>();

function askingOf(session: Session): Asking {
  const known = askings.get(session);
  if (known !== undefined) return known;
  const fresh: Asking = { count: 0, pages: new Set(), seen: [0, 0] };
  askings.set(session, fresh);
  return fresh;
}

function requestOf(
  session: Session,
  kinds: SuggestionsRequest['kinds'],
  offset: number,
  limit: number,
): SuggestionsRequest {
  const { articleId } = session.get().review;
  const { least, formulas } = reviewView(session);
  const leastScores = Object.fromEntries(
    Object.entries(least).filter(([, score]) => score > 0),
  ) as SuggestionsRequest['leastScores'];
  return { kinds, articleId, leastScores, formulas, offset, limit };
}

async function readPage(session: Session, { kind, page }: ReviewPage) {
  const offset = page * reviewPageSize;
  const answer = await session.host.listSuggestions(
    requestOf(session, [kind], offset, reviewPageSize),
  );
  return answer.suggestions;
}

/**
 * Reads the queue anew: what is seen of it, with how much there is of each kind. What is shown stays until the answer is
 * here. `true`: it was taken; no later asking took its place.
 */
export async function refreshReview(session: Session): Promise<boolean> {
  const asking = askingOf(session);
  asking.count += 1;
  asking.pages.clear();
  const { count } = asking;
  const { store } = session;
  const isWanted = (): boolean =>
    asking.count === count && session.hasProject && session.store === store;
  try {
    const wanted = pagesSeen(session, asking);
    const request = requestOf(session, listedKinds, 0, 1);
    const isLimited = Object.keys(request.leastScores).length > 0;
    const [all, any, ...read] = await Promise.all([
      session.host.listSuggestions(request),
      isLimited ? session.host.listSuggestions({ ...request, leastScores: {} }) : null,
      ...wanted.map((page) => readPage(session, page)),
    ]);
    if (!isWanted()) return false;
    const pages = new Map<string, readonly Suggestion[]>();
    for (const [index, page] of wanted.entries()) pages.set(pageName(page), read[index] ?? []);
    const anyScore = any?.totals ?? null;
    setReview(session, { pages, totals: all.totals, anyScore, failure: null });
    // Pages that nobody knew of before.
    await Promise.all(pagesSeen(session, asking).map((page) => addPage(session, page)));
    return isWanted();
  } catch (error) {
    if (isWanted()) setReview(session, { failure: sentenceOf(error), totals: {}, anyScore: null });
    return false;
  }
}

/** The pages of the rows that are drawn, and of the one that the review is at. */
function pagesSeen(session: Session, { seen }: Asking): readonly ReviewPage[] {
  const rows = reviewRows(session);
  const [first, last] = seen;
  const indexes = [placeIn(session.get().review, rows)];
  for (let index = first; index <= last; index += 1) indexes.push(index);
  const pages = new Map<string, ReviewPage>();
  for (const index of indexes) {
    const page = rows.pageAt(index);
    if (page !== null) pages.set(pageName(page), page);
  }
  return [...pages.values()];
}

/** Reads the pages of the rows from `first` to `last`, which are drawn, that have not come. */
export function wantReviewRows(session: Session, first: number, last: number): void {
  const rows = reviewRows(session);
  askingOf(session).seen = [first, last];
  for (let index = first; index <= Math.min(last, rows.count - 1); index += 1) {
    const page = rows.pageAt(index);
    if (page !== null && rows.rowAt(index) === null) void addPage(session, page);
  }
}

async function addPage(session: Session, page: ReviewPage): Promise<void> {
  const asking = askingOf(session);
  const name = pageName(page);
  if (asking.pages.has(name) || session.get().review.pages.has(name)) return;
  asking.pages.add(name);
  const { count } = asking;
  const { store } = session;
  const isWanted = (): boolean =>
    asking.count === count && session.hasProject && session.store === store;
  try {
    const read = await readPage(session, page);
    if (isWanted()) setReview(session, { pages: withPage(session, asking, name, read) });
  } catch (error) {
    if (isWanted()) setReview(session, { failure: sentenceOf(error) });
  } finally {
    if (asking.count === count) asking.pages.delete(name);
  }
}

/** The pages with one more; of too many those go that came first and are not seen. */
function withPage(
  session: Session,
  asking: Asking,
  name: string,
  read: readonly Suggestion[],
): ReadonlyMap<string, readonly Suggestion[]> {
  const pages = new Map(session.get().review.pages).set(name, read);
  if (pages.size <= mostPages) return pages;
  const seen = new Set(pagesSeen(session, asking).map(pageName));
  for (const other of pages.keys()) {
    if (pages.size <= mostPages) break;
    if (other !== name && !seen.has(other)) pages.delete(other);
  }
  return pages;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
