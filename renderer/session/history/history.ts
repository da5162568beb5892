import type { Instant } from '../../../app/base/brand.ts';
import type { HistoryFilter, HistoryPage } from '../../../app/host/history.ts';
import { countOf } from '../article-list.ts';
import { setView } from '../desk.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import {
  type HistoryChoice,
  type HistoryState,
  historyPageSize,
  historyRow,
  noHistoryChoice,
} from './history-state.ts';

/** How often older entries are asked for while main is still reading the journal, in milliseconds. */
const pollingPause = 250;

/** What is under way for a window: an asking that a later one takes the place of, pages that were asked for. */
interface Asking {
  count: number;
  readonly pages: Set<number>;
}

const askings = new WeakMap<Session, Asking>();

function askingOf(session: Session): Asking {
  const known = askings.get(session);
  if (known !== undefined) return known;
  const fresh = { count: 0, pages: new Set<number>() };
  askings.set(session, fresh);
  return fresh;
}

/** Shows the history as it was left, with what came since. */
export function showHistory(session: Session): void {
  setView(session, 'history');
  void refreshHistory(session, true).then(() => focusNamed('history'));
}

/** Shows what happened to one record. */
export function showHistoryOf(session: Session, id: string, label: string): void {
  setView(session, 'history');
  setHistory(session, { shown: null });
  narrowHistory(session, { ...noHistoryChoice, record: { id, label } }, () =>
    focusNamed('history'),
  );
}

/** Narrows the history; the first row is meant again. */
export function narrowHistory(
  session: Session,
  patch: Partial<HistoryChoice>,
  then: () => void = () => undefined,
): void {
  const { history } = session.get();
  setHistory(session, { choice: { ...history.choice, ...patch }, cursor: 0 });
  void refreshHistory(session, true).then((isLast) => {
    const { total, complete, problem } = session.get().history;
    if (!isLast || problem !== null) return;
    then();
    const more = complete ? '' : ' so far';
    session.say(`${countOf(total, 'change')} found${more}.`);
  });
}

/**
 * Asks anew, up to the journal's last entry. The chosen entry stays chosen, whatever came before it; at the top of the
 * list, `followsTop` chooses the newest instead. Answers whether no later asking took its place.
 */
export async function refreshHistory(session: Session, followsTop = false): Promise<boolean> {
  const asking = askingOf(session);
  asking.count += 1;
  asking.pages.clear();
  setHistory(session, { upTo: session.store.sequence });
  return readPage(session, 0, true, followsTop);
}

/** Reads the pages of the rows from `first` to `last` that have not come. */
export function wantHistoryRows(session: Session, first: number, last: number): void {
  const { history } = session.get();
  if (history.upTo === null) return;
  const lastRow = Math.min(last, history.total - 1);
  for (
    let page = Math.floor(first / historyPageSize);
    page <= Math.floor(lastRow / historyPageSize);
    page += 1
  ) {
    const isFull =
      (history.pages.get(page)?.length ?? 0) >=
      Math.min(historyPageSize, history.total - page * historyPageSize);
    if (!isFull && !askingOf(session).pages.has(page)) void readPage(session, page, false);
  }
}

/** Reads one page. The first one of an asking takes the place of all there was, and goes on asking for the total. */
async function readPage(
  session: Session,
  page: number,
  isFirst: boolean,
  followsTop = false,
): Promise<boolean> {
  const asking = askingOf(session);
  const { count } = asking;
  const { store } = session;
  const { choice, upTo } = session.get().history;
  asking.pages.add(page);
  const isLast = (): boolean =>
    asking.count === count && session.hasProject && session.store === store;
  try {
    const answer = await session.host.readHistory({
      filter: filterOf(choice),
      upTo: upTo ?? 0,
      offset: page * historyPageSize,
      limit: historyPageSize,
      all: true,
    });
    if (!isLast()) return false;
    const { history } = session.get();
    const pages = new Map(isFirst ? [] : history.pages);
    pages.set(page, answer.entries);
    const { total, complete, authors } = answer;
    const row =
      isFirst && !(followsTop && history.cursor === 0)
        ? rowOfShown(history, answer)
        : history.cursor;
    const cursor = Math.min(row, Math.max(0, total - 1));
    setHistory(session, { pages, total, complete, authors, cursor, problem: null });
    if (isFirst && !complete) void followReading(session, isLast);
  } catch (error) {
    if (!isLast()) return false;
    setHistory(session, { problem: error instanceof Error ? error.message : String(error) });
  } finally {
    if (asking.count === count) asking.pages.delete(page);
  }
  return isLast();
}

/** Where the chosen entry stands once newer ones have come before it; the row of now where that can't be known. */
function rowOfShown(history: HistoryState, answer: HistoryPage): number {
  const found = answer.entries.findIndex(({ sequence }) => sequence === history.shown?.sequence);
  if (found !== -1) return found;
  // Nothing is ever put between entries: all have moved by what came.
  const isKnown = history.complete && answer.complete && historyRow(history, history.cursor);
  return history.cursor + (isKnown ? answer.total - history.total : 0);
}

/** Takes up how many entries there are while main is still reading the journal. */
async function followReading(session: Session, isLast: () => boolean): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pollingPause));
    if (!isLast()) return;
    const { choice, upTo } = session.get().history;
    const answer = await session.host
      .readHistory({ filter: filterOf(choice), upTo: upTo ?? 0, offset: 0, limit: 1, all: true })
      .catch(() => null);
    if (answer === null || !isLast()) return;
    const { total, complete, authors } = answer;
    setHistory(session, { total, complete, authors });
    if (complete) return;
  }
}

/** Goes to a row and shows its entry. */
export function goToHistoryRow(session: Session, index: number): void {
  const { history } = session.get();
  const cursor = Math.max(0, Math.min(index, history.total - 1));
  const entry = historyRow(history, cursor);
  setHistory(session, { cursor, ...(entry === undefined ? {} : { shown: entry }) });
}

/** Puts an entry before the analyst, in the Inspector; the keyboard stays on the list. */
export function chooseHistoryRow(session: Session, index: number): void {
  goToHistoryRow(session, index);
  session.set({ inspectorShown: true });
  focusNamed('history');
}

/** Puts an entry before the analyst, in the Inspector, and the keyboard there. */
export function openHistoryRow(session: Session, index: number): void {
  goToHistoryRow(session, index);
  session.set({ inspectorShown: true });
  focusNamed('history-entry');
}

function setHistory(session: Session, patch: Partial<HistoryState>): void {
  session.set({ history: { ...session.get().history, ...patch } });
}

function filterOf(choice: HistoryChoice): HistoryFilter {
  const { words, author, kind, record, fromDay, toDay, hideUnattended, hideJobs } = choice;
  return {
    words,
    author,
    kind,
    recordId: record?.id ?? null,
    from: startOfDay(fromDay, 0),
    until: startOfDay(toDay, 1),
    hideUnattended,
    hideJobs,
  };
}

/** When a day begins where the analyst is, so many days on; `null` for no day. */
function startOfDay(day: string, later: number): Instant | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return start.toISOString() as Instant;
}
