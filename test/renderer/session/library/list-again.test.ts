import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import { presentArticles } from '../../../../renderer/session/article-list.ts';
import { changedItems } from '../../../../renderer/session/library/changed-items.ts';
import { indexClusters } from '../../../../renderer/session/library/clusters.ts';
import { groupItems } from '../../../../renderer/session/library/library-groups.ts';
import { libraryItems } from '../../../../renderer/session/library/library-item.ts';
import { sortItems } from '../../../../renderer/session/library/library-sort.ts';
import { groupKeys, sortKeys } from '../../../../renderer/session/library/library-view.ts';
import { groupAgain, sortAgain } from '../../../../renderer/session/library/list-again.ts';
import type { RecordIndex } from '../../../../renderer/store/record-index.ts';
import {
  type ArticleShape,
  articleShape,
  indexOf,
  itemsOf,
  maker,
  shapes,
  tags,
} from './library-fixtures.ts';

/** Another state of an article, from the shape of another one: some of its fields change, or none. */
function change(index: RecordIndex, at: number, shape: ArticleShape, fields: readonly string[]) {
  const articles = index.list('article');
  const before = articles[at % articles.length];
  if (before === undefined) return;
  const { title, outlet, published, read, starred, archived, tagged } = shape;
  const detected = { ...before.detected, title, outlet, published };
  const all = { detected, read, starred, archived, tagIds: tagged.map(({ id }) => id) };
  const patch = Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name)));
  const updated = [[before, nextRecord(maker, before, patch)]] as const;
  index.apply({ added: [], updated, removed: [] });
}

const fields = fc.subarray(['detected', 'read', 'starred', 'archived', 'tagIds']);
const steps = fc.array(fc.tuple(fc.nat(), articleShape, fields), { maxLength: 8 });

test('order and groups are those that are made afresh, whatever changed', () => {
  let kept = 0;
  fc.assert(
    fc.property(
      shapes,
      steps,
      fc.constantFrom(...sortKeys),
      fc.boolean(),
      fc.constantFrom(...groupKeys),
      (made, changes, sort, descending, group) => {
        const index = indexOf(made);
        const [one, two] = itemsOf(index);
        const members = [one, two].flatMap((item) =>
          item === undefined ? [] : [{ articleId: item.id, similarity: 0.9 }],
        );
        const sources = { tags, clusters: indexClusters([{ id: 'c', members }]) };
        const grouping = { group, sort, descending };
        let items = itemsOf(index);
        let sorted = sortAgain(items, grouping, index, null);
        let grouped = groupAgain(sorted.items, grouping, sources, null);
        for (const [at, shape, changing] of changes) {
          change(index, at, shape, changing);
          items = libraryItems(presentArticles(index), items);
          const before = sorted.items;
          sorted = sortAgain(items, grouping, index, sorted);
          grouped = groupAgain(sorted.items, grouping, sources, grouped);
          expect(sorted.items).toEqual(sortItems(items, grouping, index));
          expect(grouped.groups).toEqual(groupItems(sorted.items, grouping, sources));
          if (changedItems(before, sorted.items)?.length === 1) kept += 1;
        }
      },
    ),
    { seed: 74, numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(100);
});

test('one state among many: all other items stay where they are', () => {
  const made = fc.sample(articleShape, { seed: 6, numRuns: 40 });
  const index = indexOf(made.map((shape) => ({ ...shape, read: false, starred: false })));
  const order = { sort: 'title', descending: false, group: 'day' } as const;
  const sources = { tags, clusters: new Map() };
  const items = itemsOf(index);
  const sorted = sortAgain(items, order, index, null);
  const grouped = groupAgain(sorted.items, order, sources, null);
  const [article] = index.list('article');
  if (article === undefined) throw new Error('There are forty.');
  index.apply({
    added: [],
    updated: [[article, nextRecord(maker, article, { read: true })]],
    removed: [],
  });
  const now = sortAgain(libraryItems(presentArticles(index), items), order, index, sorted);
  const changed = changedItems(sorted.items, now.items);
  expect(changed?.map(([before, after]) => [before.id, before.read, after.read])).toEqual([
    [article.id, false, true],
  ]);
  const { groups } = groupAgain(now.items, order, sources, grouped);
  expect(groups.filter((group) => !grouped.groups.includes(group))).toHaveLength(1);
});
