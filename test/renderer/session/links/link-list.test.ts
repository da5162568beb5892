import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreArticles, trashArticles } from '../../../../app/article/article-state.ts';
import { addLink, setLinkNote } from '../../../../app/link/link-diffs.ts';
import { newRecord, nextRecord } from '../../../../app/record/record-factory.ts';
import type { ArticleRecord, LinkEnd } from '../../../../app/record/records.ts';
import {
  countedValues,
  filterLinks,
  linkOutlets,
} from '../../../../renderer/session/links/link-filter.ts';
import {
  type LinkItem,
  linkItems,
  presentLinks,
} from '../../../../renderer/session/links/link-item.ts';
import { linkLines } from '../../../../renderer/session/links/link-lines.ts';
import { sortLinks } from '../../../../renderer/session/links/link-sort.ts';
import { type LinkFacets, noLinkFacets } from '../../../../renderer/session/links/links-state.ts';
import {
  linkColumns,
  readLinksView,
  sortedLinksBy,
} from '../../../../renderer/session/links/links-view.ts';
import { relationReadings } from '../../../../renderer/session/links/relation-readings.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../../support/records.ts';

const words = ['Ferry', 'Fährè', 'two dead', 'nobody', '4.2 billion'];
const outlets = [null, 'Times', 'Echo'];

/** Passages, each of one of three articles; claims; links among all of these by their places. */
const shapes = fc.record({
  outlets: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...outlets))),
  passages: fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...words)), {
    minLength: 2,
    maxLength: 8,
  }),
  claims: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  links: fc.array(
    fc.tuple(fc.nat(10), fc.nat(10), fc.nat(1), fc.option(fc.constantFrom(...words))),
    { maxLength: 20 },
  ),
});
type Shape = typeof shapes extends fc.Arbitrary<infer Drafts> ? Drafts : never;

function project(draft: Shape) {
  const maker = countingMaker();
  const records = new RecordIndex();
  const articles = draft.outlets.map((outlet, index): ArticleRecord => {
    const article = sampleArticle(maker, index + 1);
    return { ...article, detected: { ...article.detected, outlet }, corrected: {} };
  });
  const made = new Map<number, number>();
  const annotations = draft.passages.map(([at, quote]) => {
    const article = articles[at];
    if (article === undefined) throw new Error('No such article.');
    const number = (made.get(at) ?? 0) + 1;
    made.set(at, number);
    return newRecord(maker, 'annotation', {
      articleId: article.id,
      number,
      passage: samplePassage(article.revisionId, number * 100, quote),
      tagIds: [],
      note: null,
    });
  });
  const claims = draft.claims.map((wording, index) =>
    newRecord(maker, 'claim', {
      number: index + 1,
      wording,
      speaker: null,
      saidOn: null,
      status: 'open',
      confidence: null,
      tagIds: [],
      note: null,
    }),
  );
  const types = [
    newRecord(maker, 'linkType', {
      name: 'repeats',
      inverseName: 'is repeated by',
      symmetric: false,
    }),
    newRecord(maker, 'linkType', { name: 'contradicts', inverseName: '', symmetric: true }),
  ];
  records.apply({
    added: [...articles, ...annotations, ...claims, ...types],
    updated: [],
    removed: [],
  });
  const ends: readonly LinkEnd[] = [...annotations, ...claims];
  for (const [from, to, type, note] of draft.links) {
    const [one, other] = [ends[from % ends.length], ends[to % ends.length]];
    const typeId = types[type]?.id;
    if (one === undefined || other === undefined || typeId === undefined) continue;
    const result = addLink(maker, records, one, other, typeId);
    if (!result.ok) continue;
    records.apply(result.value.diff);
    if (note !== null) records.apply(setLinkNote(maker, result.value.link, note));
  }
  return { maker, records, articles };
}

function itemsOf(records: RecordIndex, before: readonly LinkItem[] = []): readonly LinkItem[] {
  return linkItems(records, new Map(before.map((item) => [item.link.id, item])));
}

const few = { seed: 73, numRuns: 200 };

describe('the table of links', () => {
  test('L7: every link once, but for those with an end in an article that is in the trash', () => {
    fc.assert(
      fc.property(shapes, fc.nat(2), (draft, at) => {
        const { maker, records, articles } = project(draft);
        const all = itemsOf(records);
        expect(all.map(({ link }) => link)).toEqual(records.list('link'));
        const article = articles[at] as ArticleRecord;
        records.apply(trashArticles(maker, [article]));
        const left = itemsOf(records, all);
        const expected = all.filter(({ from, to }) =>
          [from, to].every(({ listed }) => listed?.id !== article.id),
        );
        expect(left.map(({ link }) => link.id)).toEqual(expected.map(({ link }) => link.id));
        expect(presentLinks(records)).toBe(left.length);
        records.apply(
          restoreArticles(maker, [records.get('article', article.id) as ArticleRecord]),
        );
        expect(itemsOf(records)).toHaveLength(all.length);
      }),
      few,
    );
  });

  test('a row stays the same object until something that it shows changes', () => {
    fc.assert(
      fc.property(shapes, fc.nat(19), (draft, at) => {
        const { maker, records } = project(draft);
        const all = itemsOf(records);
        const changed = all[at % Math.max(1, all.length)];
        if (changed === undefined) return;
        records.apply(setLinkNote(maker, changed.link, 'other words'));
        const next = itemsOf(records, all);
        for (const [index, item] of next.entries()) {
          expect(item === all[index]).toBe(item.link.id !== changed.link.id);
        }
        const { record } = changed.from;
        if (record.kind !== 'claim') return;
        const worded = nextRecord(maker, record, { wording: 'worded anew' });
        records.apply({ added: [], updated: [[record, worded]], removed: [] });
        const last = itemsOf(records, next);
        const shown = last.find(({ link }) => link.id === changed.link.id);
        expect(shown?.from.words).toBe('worded anew');
      }),
      few,
    );
  });

  test('L7: sorted stably by any columns; turned round, only unequal rows change places', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom(...linkColumns),
        fc.boolean(),
        (draft, column, descending) => {
          const items = itemsOf(project(draft).records);
          const sorted = sortLinks(items, [{ column, descending }]);
          expect(new Set(sorted)).toEqual(new Set(items));
          const keyOf = ({ from, to, relation, link }: LinkItem): readonly [number, string] => {
            const end = { from, to }[column === 'to' ? 'to' : 'from'];
            if (column === 'relation') return [0, relation];
            if (column === 'created') return [0, link.createdAt];
            if (column === 'note') return [link.note === undefined ? 1 : 0, link.note ?? ''];
            const number =
              end.listed === null
                ? 1e6 + end.record.number
                : end.listed.number * 1e3 + end.record.number;
            return [0, String(number).padStart(9, '0')];
          };
          const compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare;
          for (let index = 1; index < sorted.length; index += 1) {
            const [one, other] = [sorted[index - 1], sorted[index]] as [LinkItem, LinkItem];
            const [[group, text], [group2, text2]] = [keyOf(one), keyOf(other)];
            const order = group - group2 || (descending ? -1 : 1) * compare(text, text2);
            expect(order).toBeLessThanOrEqual(0);
            if (order === 0) expect(one.link.id < other.link.id).toBe(true);
          }
        },
      ),
      few,
    );
  });

  test('L8: the filter leaves what a slow look at each row leaves', () => {
    const facets: fc.Arbitrary<LinkFacets> = fc.record({
      typeIds: fc.constant([]),
      articleIds: fc.constant([]),
      outlets: fc.subarray(['', 'Times', 'Echo']),
      claimIds: fc.constant([]),
      note: fc.constantFrom('any', 'with', 'without'),
      across: fc.boolean(),
    });
    const typed = fc.constantFrom(
      '',
      'ferry',
      'FAHRE',
      '“two dead”',
      'dead two',
      '1:',
      '2:1',
      'c1',
      'C',
    );
    fc.assert(
      fc.property(shapes, facets, typed, (draft, chosen, query) => {
        const items = itemsOf(project(draft).records);
        const left = filterLinks(items, query, chosen);
        const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
        const wanted = query.includes('“')
          ? [plain(query.replace(/[“”]/g, ''))]
          : plain(query).split(' ').filter(Boolean);
        const expected = items.filter(({ from, to, link }) => {
          const text = plain([from.words, to.words, link.note ?? ''].join('\n'));
          const isNumber = (word: string) => /^\d+:\d*$|^c\d+$/.test(word);
          const found = wanted.every(
            (word) =>
              text.includes(word) ||
              (isNumber(word) &&
                [from, to].some(({ label }) => label.toLowerCase().startsWith(word))),
          );
          const places = [from, to].flatMap(({ listed }) =>
            listed === null ? [] : [listed.metadata.outlet ?? ''],
          );
          const articles = [from, to].flatMap(({ listed }) => listed?.id ?? []);
          return (
            found &&
            (chosen.note === 'any' || (chosen.note === 'with') === (link.note !== undefined)) &&
            (chosen.outlets.length === 0 ||
              places.some((place) => chosen.outlets.includes(place))) &&
            (!chosen.across || new Set(articles).size === 2)
          );
        });
        expect(left).toEqual(expected);
      }),
      few,
    );
  });

  test('L8: a chip counts each link once for each value, and choosing that value leaves so many', () => {
    fc.assert(
      fc.property(shapes, (draft) => {
        const items = itemsOf(project(draft).records);
        for (const { value, count } of countedValues(items, linkOutlets)) {
          const left = filterLinks(items, '', { ...noLinkFacets, outlets: [value] });
          expect(left).toHaveLength(count);
        }
      }),
      few,
    );
  });

  test('lines are named by their link, and typing goes on from line to line', () => {
    const { records } = project({
      outlets: [null, null, null],
      passages: [
        [0, 'nobody'],
        [1, 'nobody else'],
        [2, 'two dead'],
      ],
      claims: [],
      links: [
        [0, 1, 0, null],
        [1, 2, 0, null],
        [2, 0, 0, null],
      ],
    });
    const lines = linkLines(itemsOf(records));
    expect(lines.count).toBe(3);
    expect(lines.indexOf(lines.keyAt(2) ?? '')).toBe(2);
    expect(lines.keyAt(3)).toBeNull();
    expect(lines.lineTyped(1, 'No')).toBe(1);
    expect(lines.lineTyped(2, 'no')).toBe(0);
    expect(lines.lineTyped(0, '3:')).toBe(2);
    expect(lines.lineTyped(0, 'x')).toBe(-1);
  });
});

describe('how links are shown', () => {
  test('whatever a setting holds, a view is read out of it, and one that was written comes back', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const view = readLinksView(value);
        expect(view.sorts.length).toBeGreaterThan(0);
        expect(readLinksView(view)).toEqual(view);
      }),
      few,
    );
    const view = {
      as: 'graph',
      widths: { note: 300 },
      sorts: [
        { column: 'note', descending: true },
        { column: 'to', descending: false },
      ],
    };
    expect(readLinksView(view)).toEqual(view);
  });

  test('a press on a head sorts by it, another one turns it round, with Shift it comes after the others', () => {
    const byFrom = [{ column: 'from', descending: false }] as const;
    expect(sortedLinksBy(byFrom, 'from', false)).toEqual([{ column: 'from', descending: true }]);
    expect(sortedLinksBy(byFrom, 'to', false)).toEqual([{ column: 'to', descending: false }]);
    expect(sortedLinksBy(byFrom, 'to', true)).toEqual([
      ...byFrom,
      { column: 'to', descending: false },
    ]);
  });

  test('L1: a type can read in two ways, a symmetric one in one', () => {
    const { records } = project({
      outlets: [null, null, null],
      passages: [],
      claims: [],
      links: [],
    });
    expect(
      relationReadings(records.list('linkType')).map(({ text, starts }) => [text, starts]),
    ).toEqual([
      ['repeats', true],
      ['is repeated by', false],
      ['contradicts', true],
    ]);
  });
});
