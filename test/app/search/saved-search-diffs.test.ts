import { expect, test } from 'vitest';
import type { SavedSearchRecord } from '../../../app/record/records.ts';
import {
  addSavedSearch,
  findSavedSearch,
  renameSavedSearch,
} from '../../../app/search/saved-search-diffs.ts';
import { countingMaker } from '../../support/records.ts';

const maker = countingMaker();

function saved(name: string, query: string): SavedSearchRecord {
  const [record] = addSavedSearch(maker, name, { query, mode: 'words', view: 'articles' }).added;
  if (record?.kind !== 'savedSearch') throw new Error('Nothing was saved');
  return record;
}

test('a search is kept as it was asked, under a name without spaces around it', () => {
  expect(saved(' Tunnel ', 'tunnel*')).toMatchObject({
    name: 'Tunnel',
    query: 'tunnel*',
    mode: 'words',
    view: 'articles',
    rev: 1,
  });
});

test('renaming changes the name alone', () => {
  const before = saved('Tunnel', 'tunnel');
  const { added, updated, removed } = renameSavedSearch(maker, before, 'The tunnel ');
  expect([added, removed]).toEqual([[], []]);
  expect(updated).toHaveLength(1);
  expect(updated[0]?.[0]).toBe(before);
  expect(updated[0]?.[1]).toMatchObject({
    ...before,
    name: 'The tunnel',
    rev: 2,
    modifiedAt: expect.any(String),
  });
});

test('a search is saved already if query and mode are the same; a mode not stated is words', () => {
  const { mode: _mode, ...older } = saved('Older', 'cost');
  const searches = [saved('Tunnel', 'tunnel'), older];
  expect(findSavedSearch(searches, { query: ' tunnel ', mode: 'words' })?.name).toBe('Tunnel');
  expect(findSavedSearch(searches, { query: 'cost', mode: 'words' })?.name).toBe('Older');
  expect(findSavedSearch(searches, { query: 'tunnel', mode: 'pattern' })).toBeNull();
  expect(findSavedSearch(searches, { query: 'Tunnel', mode: 'words' })).toBeNull();
});
