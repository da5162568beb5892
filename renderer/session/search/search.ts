import type { ConcordanceLine, FoundArticle, QueryProblem } from '../../../app/host/search.ts';
import type { ProjectStore } from '../../store/project-store.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { showsTexts } from '../shown-panes.ts';
import { findFromSearch } from './find.ts';
import {
  type FoundList,
  initialSearch,
  lineKey,
  pageSizes,
  rowAt,
  type SearchSettings,
  type SearchState,
} from './search-state.ts';

/**
 * How long after a key the search begins, in milliseconds: a word is typed faster than results can be read. A regular
 * expression reads every text, so it waits until it looks finished.
 */
const patience = { words: 150, pattern: 450 } as const;

/** The search under way in a window. A number tells answers to what was asked last from older ones. */
interface Running {
  asked: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly requested: Set<number>;
  /** Pages are asked for one after the other: main drops a request that a later one overtakes. */
  chain: Promise<void>;
}

const runs = new WeakMap<Session, Running>();

function runningOf(session: Session): Running {
  const known = runs.get(session);
  if (known !== undefined) return known;
  const made = {
    asked: 0,
    timer: undefined,
    requested: new Set<number>(),
    chain: Promise.resolve(),
  };
  runs.set(session, made);
  return made;
}

function stopTimer(running: Running): void {
  clearTimeout(running.timer);
  running.timer = undefined;
}

/** Shows the search with the keyboard in its box. What is selected in the text becomes what is searched for. */
export function openSearch(session: Session): void {
  const selected = selectedWords(session);
  session.flushDrafts();
  session.set({ view: 'search', claimId: null });
  if (selected !== null) changeSearch(session, { query: selected, mode: 'words' });
  focusNamed('search');
}

/** The hit that was opened last in a window. */
const openedHits = new WeakMap<Session, NonNullable<FoundArticle['first']>>();

/** Longer selections are not what somebody looks for. */
const longestTaken = 80;

function selectedWords(session: Session): string | null {
  const mounted = showsTexts(session.get()) ? session.panes.active() : null;
  if (mounted === null) return null;
  const { from, to } = mounted.reader.selection();
  // A hit is selected by the program: who comes back from it wants the search as it was left.
  const opened = openedHits.get(session);
  const isOpened = opened?.start === from && opened.end === to;
  const { find } = session.get();
  const isFound = find?.hits.some(({ start, end }) => start === from && end === to) === true;
  if (isOpened || isFound) return null;
  const words = mounted.text.text.slice(from, to).trim();
  if (words === '' || words.length > longestTaken || words.includes('\n')) return null;
  return /^[\p{L}\p{N}]+$/u.test(words) ? words : `"${words.replaceAll('"', '')}"`;
}

/** Asks for something else, or otherwise. A query is searched a moment after its last key, all else at once. */
export function changeSearch(session: Session, patch: Partial<SearchSettings>): void {
  const { search } = session.get();
  const running = runningOf(session);
  stopTimer(running);
  session.set({ search: { ...search, ...patch } });
  const typed = patch.query !== undefined && Object.keys(patch).length === 1;
  if (typed) running.timer = setTimeout(() => void runSearch(session), patience[search.mode]);
  else void runSearch(session);
}

/** What Enter in the box means: the keyboard goes to the results, which are those of what stands there now. */
export async function submitSearch(session: Session): Promise<void> {
  const { articles, lines, searching } = session.get().search;
  const isShown = (articles ?? lines) !== null && !searching;
  if (runningOf(session).timer !== undefined || !isShown) await runSearch(session);
  const { search, view } = session.get();
  const total = (search.articles ?? search.lines)?.total ?? 0;
  const isWaiting = document.activeElement?.getAttribute('data-focus-name') === 'search';
  if (view === 'search' && total > 0 && isWaiting) focusNamed('results');
}

/** Searches now. Of several requests the last one counts. */
async function runSearch(session: Session): Promise<void> {
  const running = runningOf(session);
  stopTimer(running);
  if (!session.hasProject) return;
  running.asked += 1;
  const { asked } = running;
  const { store } = session;
  const isLate = (): boolean => running.asked !== asked || !isOpen(session, store);
  const { search } = session.get();
  if (search.query.trim() === '') {
    patchSearch(session, { ...nothingFound, searching: false });
    return;
  }
  patchSearch(session, { searching: true });
  try {
    const answer = await askPage(session, search, 0);
    if (isLate()) return;
    running.requested.clear();
    const cursor = cursorAfter(search, session.get().search, answer.found.lines);
    patchSearch(session, {
      ...(answer.problem === null ? answer.found : nothingFound),
      ...{ problem: answer.problem, failure: null, searching: false },
      ...{ cursor, anchor: cursor, selected: initialSearch.selected },
    });
  } catch (error) {
    if (isLate() || isSuperseded(error)) return;
    patchSearch(session, { ...nothingFound, failure: messageOf(error), searching: false });
  }
}

/**
 * Where the cursor stands in an answer: at its top; but whoever went to another line while waiting, by a key that came
 * quicker than the answer, stays on that line if it is near the top.
 */
function cursorAfter(
  asked: SearchState,
  now: SearchState,
  lines: FoundList<ConcordanceLine> | null,
): number {
  const line = now.lines === null ? undefined : rowAt(now.lines, now.cursor);
  if (now.cursor === asked.cursor || line === undefined) return 0;
  const key = lineKey(line);
  return Math.max(0, lines?.pages.get(0)?.findIndex((one) => lineKey(one) === key) ?? 0);
}

/** The catalogue answers otherwise than before: asks again, and changes nothing that is the same. */
export async function refreshSearch(session: Session): Promise<void> {
  const running = runningOf(session);
  const { search } = session.get();
  if (search.query.trim() === '' || search.searching) return;
  const { asked } = running;
  const { store } = session;
  const answer = await askPage(session, search, 0).catch(() => null);
  if (answer === null || running.asked !== asked || !isOpen(session, store)) return;
  const before = search.view === 'articles' ? search.articles : search.lines;
  const after = search.view === 'articles' ? answer.found.articles : answer.found.lines;
  const isSame =
    before?.total === after?.total &&
    JSON.stringify(before?.pages.get(0)) === JSON.stringify(after?.pages.get(0));
  if (isSame && search.failure === null) return;
  running.asked += 1;
  running.requested.clear();
  const last = Math.max(0, (after?.total ?? 0) - 1);
  patchSearch(session, {
    ...(answer.problem === null ? answer.found : nothingFound),
    ...{ problem: answer.problem, failure: null },
    cursor: Math.min(session.get().search.cursor, last),
  });
}

/** Rows come into view: asks for their pages if they are not there. */
export function wantRows(session: Session, first: number, last: number): void {
  const { search } = session.get();
  const found = search.view === 'articles' ? search.articles : search.lines;
  if (found === null || search.searching) return;
  const end = Math.min(last, found.total - 1);
  for (let page = Math.floor(first / found.pageSize); page * found.pageSize <= end; page += 1) {
    if (!found.pages.has(page)) void readPage(session, page);
  }
}

/** Reads a page of the present results. Resolves when it is there, or can't be had. */
export function readPage(session: Session, page: number): Promise<void> {
  const running = runningOf(session);
  if (running.requested.has(page)) return running.chain;
  running.requested.add(page);
  const { asked } = running;
  const { store } = session;
  running.chain = running.chain.then(async () => {
    if (running.asked !== asked || !isOpen(session, store)) return;
    const { search } = session.get();
    const answer = await askPage(session, search, page).catch(() => null);
    if (running.asked !== asked || !isOpen(session, store)) return;
    if (answer === null || answer.problem !== null) running.requested.delete(page);
    else {
      const now = session.get().search;
      patchSearch(session, {
        articles: withPages(now.articles, answer.found.articles),
        lines: withPages(now.lines, answer.found.lines),
      });
    }
  });
  return running.chain;
}

interface Answer {
  readonly found: Pick<SearchState, 'articles' | 'lines'>;
  readonly problem: QueryProblem | null;
}

async function askPage(session: Session, settings: SearchSettings, page: number): Promise<Answer> {
  const { query, mode, view } = settings;
  const limit = pageSizes[view];
  const request = { query, mode, offset: page * limit, limit };
  if (view === 'articles') {
    const { articles, total, problem } = await session.host.search({
      ...request,
      sort: settings.articleSort,
    });
    const found = { total, isComplete: true, pages: new Map([[page, articles]]), pageSize: limit };
    return { found: { articles: found, lines: null }, problem };
  }
  const { lines, total, isComplete, problem } = await session.host.readConcordance({
    ...request,
    sort: settings.lineSort,
  });
  const found = { total, isComplete, pages: new Map([[page, lines]]), pageSize: limit };
  return { found: { articles: null, lines: found }, problem };
}

function withPages<Item>(
  known: FoundList<Item> | null,
  more: FoundList<Item> | null,
): FoundList<Item> | null {
  if (known === null || more === null) return known;
  return { ...known, pages: new Map([...known.pages, ...more.pages]) };
}

const nothingFound = { articles: null, lines: null, problem: null, failure: null } as const;

function patchSearch(session: Session, patch: Partial<SearchState>): void {
  session.set({ search: { ...session.get().search, ...patch } });
}

/** Whether the window still has that project: an answer for another one is none. */
function isOpen(session: Session, store: ProjectStore): boolean {
  return session.hasProject && session.store === store;
}

function isSuperseded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'superseded';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Opens a found article at its first hit, with all hits of the query drawn in it. */
export function openFoundArticle(session: Session, found: FoundArticle, beside: boolean): void {
  const { articleId, revisionId, first } = found;
  openHit(session, { articleId, revisionId, range: first }, beside);
}

/** Opens the passage of a line. */
export function openLine(session: Session, line: ConcordanceLine, beside: boolean): void {
  const { articleId, revisionId, start, end } = line;
  openHit(session, { articleId, revisionId, range: { start, end } }, beside);
}

function openHit(
  session: Session,
  hit: Pick<FoundArticle, 'articleId' | 'revisionId'> & { readonly range: FoundArticle['first'] },
  beside: boolean,
): void {
  const { articleId, revisionId, range } = hit;
  if (session.store.records.get('article', articleId) === null) {
    session.say('This article is not in the project any more.');
    return;
  }
  const pane = session.panes.open(articleId, { beside, revisionId });
  if (range !== null) {
    session.panes.reveal(pane, { annotationId: null, ...range });
    openedHits.set(session, range);
  }
  const { query, mode } = session.get().search;
  findFromSearch(session, pane, query, mode);
  session.panes.focus(pane);
}
