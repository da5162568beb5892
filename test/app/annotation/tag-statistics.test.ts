import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedPassage } from '../../../app/annotation/counted-passage.ts';
import {
  type CountTable,
  countByOutlet,
  countOverTime,
  countTogether,
  notStated,
  type Togetherness,
} from '../../../app/annotation/tag-statistics.ts';
import type { AnnotationId, RevisionId, TagId } from '../../../app/record/ids.ts';

const tags = ['a', 'b', 'c', 'd', 'e'] as TagId[];
const outlets = [null, 'Times', 'Post', 'Echo'];
const dates = [
  null,
  '2031',
  '2031-05',
  '2031-05-12',
  '2031-05-12T09:14',
  '2031-07-01',
  '2032-01-31',
];

const passagesOf = fc
  .array(
    fc.record({
      revisionId: fc.constantFrom('r', 's') as fc.Arbitrary<RevisionId>,
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      tagIds: fc.subarray(tags, { maxLength: 3 }),
      outlet: fc.constantFrom(...outlets),
      published: fc.constantFrom(...dates),
    }),
    { maxLength: 24 },
  )
  .map((drafts) =>
    drafts.map(
      ({ length, ...draft }, index): CountedPassage => ({
        ...draft,
        end: draft.start + length,
        id: `n${index}` as AnnotationId,
      }),
    ),
  );

type Holds = (passage: CountedPassage, name: string) => boolean;

const hasTag: Holds = ({ tagIds }, name) =>
  name === notStated ? tagIds.length === 0 : tagIds.includes(name as TagId);

/** Every figure of a table, counted by looking at every passage for each. */
function expectTable(
  table: CountTable,
  passages: readonly CountedPassage[],
  inRow: Holds,
  inColumn: Holds,
  inCell: (passage: CountedPassage, row: string, column: string) => boolean,
): void {
  const ids = (holds: (passage: CountedPassage) => boolean): string[] =>
    passages.filter(holds).map(({ id }) => id);
  expect(table.total).toBe(passages.length);
  expect(table.passages(null, null)).toEqual(ids(() => true));
  for (const row of table.rows) {
    const wanted = ids((passage) => inRow(passage, row));
    expect(table.passages(row, null)).toEqual(wanted);
    expect(table.rowTotal(row)).toBe(wanted.length);
    for (const column of table.columns) {
      const there = ids((passage) => inCell(passage, row, column));
      expect(table.passages(row, column), `${row} ${column}`).toEqual(there);
      expect(table.count(row, column), `${row} ${column}`).toBe(there.length);
    }
  }
  for (const column of table.columns) {
    const wanted = ids((passage) => inColumn(passage, column));
    expect(table.passages(null, column)).toEqual(wanted);
    expect(table.columnTotal(column)).toBe(wanted.length);
  }
  expect(table.count('no such row', 'no such column')).toBe(0);
}

test('E6: by outlet each figure is the number of passages it opens', () => {
  const from: Holds = ({ outlet }, name) => (outlet ?? notStated) === name;
  fc.assert(
    fc.property(passagesOf, (passages) => {
      const table = countByOutlet(passages);
      expectTable(
        table,
        passages,
        hasTag,
        from,
        (passage, row, column) => hasTag(passage, row) && from(passage, column),
      );
      const rows = new Set(
        passages.flatMap(({ tagIds }): readonly string[] =>
          tagIds.length === 0 ? [notStated] : tagIds,
        ),
      );
      expect(new Set(table.rows)).toEqual(rows);
      expect(new Set(table.columns)).toEqual(
        new Set(passages.map(({ outlet }) => outlet ?? notStated)),
      );
    }),
    { seed: 4, numRuns: 200 },
  );
});

test.each([
  ['year', 4],
  ['month', 7],
  ['day', 10],
] as const)(
  'E7: over time, by the %s, each figure is the number of passages it opens',
  (unit, length) => {
    const during: Holds = ({ published }, name) =>
      (published?.slice(0, length) ?? notStated) === name;
    fc.assert(
      fc.property(passagesOf, (passages) => {
        const table = countOverTime(passages, unit);
        expectTable(
          table,
          passages,
          hasTag,
          during,
          (passage, row, column) => hasTag(passage, row) && during(passage, column),
        );
        const stated = table.columns.filter((name) => name !== notStated);
        expect(stated).toEqual([...stated].sort());
        const isUnstated = passages.some(({ published }) => published === null);
        expect(table.columns.at(-1) === notStated).toBe(isUnstated);
      }),
      { seed: 5, numRuns: 100 },
    );
  },
);

test.each(['same', 'overlap'] as const)(
  'E8: tags together, %s, against looking at every pair',
  (how) => {
    fc.assert(
      fc.property(passagesOf, (passages) => {
        expectTable(
          countTogether(passages, how),
          passages,
          hasTag,
          hasTag,
          together(passages, how),
        );
      }),
      { seed: 6, numRuns: 300 },
    );
  },
);

/** Whether a passage has one of two tags, and itself or one it overlaps has the other. */
function together(passages: readonly CountedPassage[], how: Togetherness) {
  return (passage: CountedPassage, one: string, other: string): boolean => {
    const near = passages.filter(
      (candidate) =>
        candidate === passage ||
        (how === 'overlap' &&
          candidate.revisionId === passage.revisionId &&
          candidate.start < passage.end &&
          candidate.end > passage.start),
    );
    const meets = (mine: string, theirs: string): boolean =>
      hasTag(passage, mine) && near.some((candidate) => hasTag(candidate, theirs));
    return meets(one, other) || meets(other, one);
  };
}

test('E8: a passage beside another one does not overlap it', () => {
  const passage = (id: string, start: number, end: number, tag: number): CountedPassage => ({
    id: id as AnnotationId,
    revisionId: 'r' as RevisionId,
    start,
    end,
    tagIds: tags.slice(tag, tag + 1),
    outlet: null,
    published: null,
  });
  const table = countTogether(
    [passage('x', 0, 5, 0), passage('y', 5, 9, 1), passage('z', 8, 12, 2)],
    'overlap',
  );
  expect(table.count('a', 'b')).toBe(0);
  expect(table.passages('b', 'c')).toEqual(['y', 'z']);
  expect(table.passages('c', 'b')).toEqual(['y', 'z']);
});

test('E7: periods in which nothing was published stand between those that are there', () => {
  const published = (date: string, index: number): CountedPassage => ({
    id: `n${index}` as AnnotationId,
    revisionId: 'r' as RevisionId,
    start: 0,
    end: 1,
    tagIds: [],
    outlet: null,
    published: date,
  });
  const months = countOverTime(['2031-11-30', '2032-02-29', '2032'].map(published), 'month');
  expect(months.columns).toEqual(['2031-11', '2031-12', '2032', '2032-01', '2032-02']);
  const days = countOverTime(['2032-02-28', '2032-03-01'].map(published), 'day');
  expect(days.columns).toEqual(['2032-02-28', '2032-02-29', '2032-03-01']);
  const apart = countOverTime(['1931-05-12', '2031-05-12'].map(published), 'day');
  expect(apart.columns).toEqual(['1931-05-12', '2031-05-12']);
});
