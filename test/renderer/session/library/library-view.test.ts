import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { markArticles } from '../../../../app/article/article-state.ts';
import {
  columnKeys,
  defaultView,
  groupKeys,
  readView,
  sortKeys,
} from '../../../../renderer/session/library/library-view.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { openStore } from '../../../../renderer/store/open-store.ts';
import type { ProjectStore } from '../../../../renderer/store/project-store.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000eeee';

describe('the view of the Library', () => {
  test('whatever a setting holds, a view that can be shown comes of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              sort: fc.oneof(fc.constantFrom(...sortKeys), fc.string()),
              group: fc.oneof(fc.constantFrom(...groupKeys), fc.integer()),
              columns: fc.oneof(fc.array(fc.constantFrom(...columnKeys, 'other')), fc.string()),
              widths: fc.oneof(fc.constant(null), fc.dictionary(fc.string(), fc.integer())),
              collapsed: fc.oneof(fc.array(fc.string()), fc.integer()),
            },
            { requiredKeys: [] },
          ),
        ),
        (value) => {
          const view = readView(value);
          expect(sortKeys).toContain(view.sort);
          expect(groupKeys).toContain(view.group);
          expect(view.columns[0]).toBe('title');
          expect(new Set(view.columns).size).toBe(view.columns.length);
          expect(view.columns.every((column) => columnKeys.includes(column))).toBe(true);
          expect(readView(view)).toEqual(view);
        },
      ),
      { seed: 81, numRuns: 300 },
    );
  });

  test('nothing stored gives the usual view', () => {
    expect(readView(undefined)).toEqual(defaultView);
  });
});

describe('changes that are no step of undo', () => {
  let open: ProjectStore | null = null;

  afterEach(async () => {
    await open?.whenSaved();
    open?.close();
    open = null;
    await Dexie.delete(databaseName(projectId as never));
  });

  test('they are saved, and undo goes past them to the last step', async () => {
    const maker = countingMaker();
    const journal = new FakeJournal(projectId);
    const { store } = await openStore(
      journal.host,
      journal.onHostEvent,
      journal.info({ created: true }),
      maker,
    );
    open = store;
    const article = sampleArticle(maker);
    store.commit('Import', { added: [article], updated: [], removed: [] });
    store.commit('Star 1 article', markArticles(maker, [article], 'starred', true));
    const starred = store.records.get('article', article.id);
    if (starred === null) throw new Error('The article is gone.');
    store.commit('Read', markArticles(maker, [starred], 'read', true), { undoable: false });
    expect(store.undoName).toBe('Star 1 article');
    await store.whenSaved();
    expect(journal.entries.map(({ change }) => [change.name, change.unattended])).toEqual([
      ['Import', undefined],
      ['Star 1 article', undefined],
      ['Read', true],
    ]);
    expect(store.undo().kind).toBe('done');
    expect(store.records.get('article', article.id)).toMatchObject({ read: true });
    expect(store.records.get('article', article.id)?.starred).not.toBe(true);
  });
});
