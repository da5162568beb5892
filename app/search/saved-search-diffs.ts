import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { SavedSearchRecord } from '../record/records.ts';

/** What a saved search asks and how it shows the answer. */
export type SearchToSave = Pick<SavedSearchRecord, 'query'> &
  Required<Pick<SavedSearchRecord, 'mode' | 'view'>>;

/** Keeps a search under a name. */
export function addSavedSearch(maker: Maker, name: string, search: SearchToSave): Diff {
  const record = newRecord(maker, 'savedSearch', { name: name.trim(), ...search });
  return { added: [record], updated: [], removed: [] };
}

export function renameSavedSearch(maker: Maker, search: SavedSearchRecord, name: string): Diff {
  const after = nextRecord(maker, search, { name: name.trim() });
  return { added: [], updated: [[search, after]], removed: [] };
}

/** The saved search that asks just that, however it is shown; `null` if there is none. */
export function findSavedSearch(
  searches: readonly SavedSearchRecord[],
  { query, mode }: Pick<SearchToSave, 'query' | 'mode'>,
): SavedSearchRecord | null {
  const same = (one: SavedSearchRecord): boolean =>
    one.query.trim() === query.trim() && (one.mode ?? 'words') === mode;
  return searches.find(same) ?? null;
}
