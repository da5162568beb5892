import type { SavedSearchRecord } from '../../../app/record/records.ts';
import {
  addSavedSearch,
  findSavedSearch,
  renameSavedSearch,
} from '../../../app/search/saved-search-diffs.ts';
import type { Session } from '../session.ts';
import { changeSearch } from './search.ts';
import type { SearchState } from './search-state.ts';

/** The saved search that is shown; `null`: what is shown is not saved. */
export function savedAs(
  searches: readonly SavedSearchRecord[],
  search: Pick<SearchState, 'query' | 'mode'>,
): SavedSearchRecord | null {
  return findSavedSearch(searches, search);
}

/** Keeps the present search under a name. */
export function saveSearch(session: Session, name: string): void {
  const { query, mode, view } = session.get().search;
  const { store } = session;
  if (name.trim() === '' || query.trim() === '') return;
  const diff = addSavedSearch(store.maker, name, { query: query.trim(), mode, view });
  store.commit(`Save search “${name.trim()}”`, diff);
  session.say(`Saved the search “${name.trim()}”.`);
}

/** Asks a saved search again, shown as it was. */
export function runSavedSearch(session: Session, saved: SavedSearchRecord): void {
  const { query, mode = 'words', view = 'articles' } = saved;
  changeSearch(session, { query, mode, view });
}

export function changeSavedName(session: Session, saved: SavedSearchRecord, name: string): void {
  if (name.trim() === '' || name.trim() === saved.name) return;
  const { store } = session;
  store.commit(`Rename search “${saved.name}”`, renameSavedSearch(store.maker, saved, name));
  session.say(`The search is called “${name.trim()}” now.`);
}

export function deleteSavedSearch(session: Session, saved: SavedSearchRecord): void {
  const diff = { added: [], updated: [], removed: [saved] };
  session.store.commit(`Delete search “${saved.name}”`, diff);
  session.say(`Deleted the search “${saved.name}”. Undo brings it back.`);
}

/** How many articles a saved search finds; `null`: not known, or too dear to ask (regular expressions read all texts). */
export async function countSaved(
  session: Session,
  saved: SavedSearchRecord,
): Promise<number | null> {
  if (saved.mode === 'pattern') return null;
  const request = { query: saved.query, mode: 'words', sort: 'rank', offset: 0, limit: 1 } as const;
  const page = await session.host.search(request).catch(() => null);
  return page === null || page.problem !== null ? null : page.total;
}
