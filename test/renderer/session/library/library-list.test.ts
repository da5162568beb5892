import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../../../../app/annotation/annotation-diffs.ts';
import { trashArticles } from '../../../../app/article/article-state.ts';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import type { ArticleRecord, TagRecord } from '../../../../app/record/records.ts';
import { presentArticles } from '../../../../renderer/session/article-list.ts';
import { lineLeft } from '../../../../renderer/session/grid-lines.ts';
import { indexClusters } from '../../../../renderer/session/library/clusters.ts';
import { facetValues, filterItems } from '../../../../renderer/session/library/library-filter.ts';
import { groupItems } from '../../../../renderer/session/library/library-groups.ts';
import {
  fold,
  type LibraryItem,
  libraryItems,
} from '../../../../renderer/session/library/library-item.ts';
import {
  type LibraryLine,
  libraryGridLines,
  libraryLines,
  lineTyped,
} from '../../../../renderer/session/library/library-lines.ts';
import { sortItems } from '../../../../renderer/session/library/library-sort.ts';
import { noFacets } from '../../../../renderer/session/library/library-state.ts';
import { groupKeys, sortKeys } from '../../../../renderer/session/library/library-view.ts';
import { samplePassage } from '../../../support/records.ts';
import {
  type ArticleShape,
  articleShape,
  indexOf,
  itemsOf,
  maker,
  shapes,
  tags,
} from './library-fixtures.ts';

describe('the articles of a list', () => {
  test('M4: articles in the trash are not among them; the list is the same until one changes', () => {
    const index = indexOf(fc.sample(articleShape, { seed: 4, numRuns: 5 }));
    const all = index.list('article');
    const present = presentArticles(index);
    expect(present).toHaveLength(5);
    expect(presentArticles(index)).toBe(present);
    index.apply(trashArticles(maker, all.slice(0, 2)));
    expect(presentArticles(index).map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id));
  });

  test('a highlight changes its article, but nothing that is listed', () => {
    const index = indexOf(fc.sample(articleShape, { seed: 5, numRuns: 6 }));
    const before = itemsOf(index);
    const article = index.list('article')[3] as ArticleRecord;
    index.apply(addAnnotation(maker, article, samplePassage(article.revisionId)).diff);
    expect(libraryItems(presentArticles(index), before)).toBe(before);
    const present = index.get('article', article.id) as ArticleRecord;
    const starred = nextRecord(maker, present, { starred: present.starred !== true });
    index.apply({ added: [], updated: [[present, starred]], removed: [] });
    const after = libraryItems(presentArticles(index), before);
    expect(after.filter((item, place) => item !== before[place])).toHaveLength(1);
  });
});

describe('sorting', () => {
  test('an order made from an earlier one is the order made afresh', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom(...sortKeys),
        fc.boolean(),
        fc.boolean(),
        (made, sort, descending, turned) => {
          const index = indexOf(made);
          const items = itemsOf(index);
          const fresh = sortItems(items, { sort, descending }, index);
          const other = sortItems(items.slice(2), { sort, descending: turned }, index);
          const again = sortItems(items, { sort, descending }, index, other);
          expect(again.map(({ id }) => id)).toEqual(fresh.map(({ id }) => id));
        },
      ),
      { seed: 71, numRuns: 150 },
    );
  });

  test('what is not known comes last either way; numbers in titles count as numbers', () => {
    const [shape] = fc.sample(articleShape, { seed: 1, numRuns: 1 }) as [ArticleShape];
    const made = (title: string, outlet: string | null): ArticleShape => ({
      ...shape,
      title,
      outlet,
    });
    const index = indexOf([
      made('Report 10', null),
      made('report 9', 'Harbour Times'),
      made('Report 100', 'Agency Wire'),
    ]);
    const order = (sort: 'title' | 'outlet', descending: boolean): readonly string[] =>
      sortItems(itemsOf(index), { sort, descending }, index).map(
        ({ listed }) => listed.metadata.title,
      );
    expect(order('outlet', false)).toEqual(['Report 100', 'report 9', 'Report 10']);
    expect(order('outlet', true)).toEqual(['report 9', 'Report 100', 'Report 10']);
    expect(order('title', false)).toEqual(['report 9', 'Report 10', 'Report 100']);
  });
});

describe('filtering', () => {
  test('the same as looking at every field of every article', () => {
    const words = fc.constantFrom('report', 'UBER', 'über', 'times', '2', 'agen', 'ølen', 'zz');
    fc.assert(
      fc.property(
        shapes,
        fc.array(words, { maxLength: 2 }),
        fc.record({ starred: fc.boolean(), unread: fc.boolean(), archived: fc.boolean() }),
        (made, typed, marks) => {
          const index = indexOf(made);
          const items = itemsOf(index);
          const facets = { ...noFacets, ...marks };
          const found = filterItems(items, typed.join(' '), facets, tags);
          const slow = items.filter((item) => {
            const { title, outlet, byline, section } = item.listed.metadata;
            const names = tags.filter(({ id }) => item.tagIds.includes(id)).map(({ name }) => name);
            const text = fold([title, outlet, byline, section, ...names].join('\n'));
            return (
              typed.every((word) => text.includes(fold(word))) &&
              item.archived === marks.archived &&
              (!marks.starred || item.starred) &&
              (!marks.unread || !item.read)
            );
          });
          expect(found.map(({ id }) => id)).toEqual(slow.map(({ id }) => id));
        },
      ),
      { seed: 72, numRuns: 200 },
    );
  });

  test('a chip’s values have the counts that choosing them gives', () => {
    const index = indexOf(fc.sample(articleShape, { seed: 6, numRuns: 30 }));
    const items = itemsOf(index).map((item): LibraryItem => ({ ...item, archived: false }));
    for (const facet of ['outlets', 'languages', 'tagIds'] as const) {
      const values = facetValues(items, facet);
      expect(values.length).toBeGreaterThan(1);
      for (const { value, count } of values) {
        const facets = { ...noFacets, [facet]: [value] };
        expect(filterItems(items, '', facets, tags)).toHaveLength(count);
      }
    }
  });
});

describe('groups and lines', () => {
  test('every article stands in its groups, in the order of the list, and what is not known comes last', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...groupKeys), (made, group) => {
        const index = indexOf(made);
        const items = itemsOf(index);
        const view = { group, sort: 'title', descending: false } as const;
        const groups = groupItems(items, view, { tags, clusters: new Map() });
        for (const { items: members } of groups) {
          const places = members.map((item) => items.indexOf(item));
          expect(places).toEqual([...places].sort((one, other) => one - other));
        }
        const held = new Set(groups.flatMap(({ items: members }) => members));
        expect(held.size).toBe(items.length);
        const unknown = groups.findIndex(({ id }) => id === `${group}:`);
        if (unknown >= 0) expect(unknown).toBe(groups.length - 1);
        const isGrouped = group !== 'none';
        const lines = libraryLines(groups, isGrouped, new Set([groups[0]?.id ?? '']));
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        const folded = isGrouped ? (groups[0]?.items.length ?? 0) : 0;
        const all = groups.reduce((sum, one) => sum + one.items.length, 0);
        expect(lines).toHaveLength(all - folded + (isGrouped ? groups.length : 0));
      }),
      { seed: 73, numRuns: 150 },
    );
  });

  test('near duplicates stand together with the figure of the least alike', () => {
    const index = indexOf(fc.sample(articleShape, { seed: 8, numRuns: 4 }));
    const items = itemsOf(index);
    const [one, two, three] = items as [LibraryItem, LibraryItem, LibraryItem];
    const members = [
      { articleId: one.id, similarity: 1 },
      { articleId: two.id, similarity: 0.998 },
      { articleId: three.id, similarity: 0.7 },
    ];
    const clusters = indexClusters([{ id: 'c', members }]);
    const view = { group: 'cluster', sort: 'published', descending: false } as const;
    const groups = groupItems(items, view, { tags, clusters });
    expect(groups.map(({ items: held }) => held.length)).toEqual([3, 1]);
    expect(groups[0]?.detail).toBe('at least 70 % alike');
    expect(groups[1]?.title).toBe('No near duplicates');
  });

  test('letters go to the next title that begins so, round the end', () => {
    const tag = tags[0] as TagRecord;
    const index = indexOf(fc.sample(articleShape, { seed: 9, numRuns: 10 }));
    const groups = groupItems(
      itemsOf(index),
      { group: 'none', sort: 'title', descending: false },
      { tags: [tag], clusters: new Map() },
    );
    const lines = libraryLines(groups, false, new Set());
    const titles = lines.map((line) =>
      line.kind === 'article' ? line.item.listed.metadata.title : '',
    );
    for (const [from] of lines.entries()) {
      const found = lineTyped(lines, from, 'RE');
      expect(titles[found]?.toLowerCase().startsWith('re')).toBe(true);
    }
    expect(lineTyped(lines, 0, 'nothing')).toBe(-1);
  });

  test('when lines go, the keyboard goes to its own line, else to the next article that is left', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), fc.array(fc.boolean(), { maxLength: 60 }), (made, at, gone) => {
        const items = itemsOf(indexOf(made));
        const order = { group: 'outlet', sort: 'title', descending: false } as const;
        const groups = groupItems(items, order, { tags, clusters: new Map() });
        const before = libraryLines(groups, true, new Set());
        const lines = before.filter((_, place) => gone[place] !== true);
        const index = before.length === 0 ? 0 : at % before.length;
        const own = before[index];
        const found = lines[lineLeft(libraryGridLines(before), index, libraryGridLines(lines))];
        if (own !== undefined && lines.includes(own)) {
          expect(found).toBe(own);
          return;
        }
        const isArticle = (line: LibraryLine): boolean => line.kind === 'article';
        const articles = lines.filter(isArticle);
        const next = articles.find((line) => before.indexOf(line) > index);
        expect(found).toBe(next ?? articles.at(-1) ?? lines[0]);
      }),
      { seed: 12 },
    );
  });
});
