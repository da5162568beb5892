import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../app/base/brand.ts';
import { applyDiff, type Diff } from '../../../app/record/diff.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import { settleDiff } from '../../../app/record/settle-diff.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';

function update(before: ProjectRecord, after: ProjectRecord): Diff {
  return { added: [], updated: [[before, after]], removed: [] };
}

function done(state: ArticleRecord, diff: Diff): ArticleRecord {
  const records = new Map<string, ProjectRecord>([[state.id, state]]);
  const settled = settleDiff((id) => records.get(id), diff);
  return applyDiff(records, settled).get(state.id) as ArticleRecord;
}

test('D7: a diff for the present state, or done already, comes back as it is', () => {
  const maker = countingMaker();
  const before = sampleArticle(maker);
  const diff = update(before, nextRecord(maker, before, { starred: true }));
  const after = done(before, diff);
  expect(settleDiff(() => before, diff)).toBe(diff);
  expect(settleDiff(() => after, diff)).toBe(diff);
  expect(settleDiff(() => undefined, diff)).toBe(diff);
});

test('D7: two changes of different fields come to the same, whichever is first', () => {
  const fields: readonly Partial<ArticleRecord>[] = [
    { starred: true },
    { archived: true },
    { read: true },
    { trashedAt: null },
    { annotationsMade: 3 },
    { origins: [] },
    { detected: { ...sampleArticle(countingMaker()).detected, title: 'Another' } },
  ];
  fc.assert(
    fc.property(
      fc.subarray([...fields.keys()], { minLength: 2, maxLength: 2 }),
      fc.boolean(),
      ([one = 0, other = 1], turned) => {
        const maker = countingMaker();
        const start = sampleArticle(maker);
        const changes = [one, other].map((index) =>
          update(start, nextRecord(maker, start, fields[index] ?? {})),
        );
        const [first, second] = turned ? changes.toReversed() : changes;
        if (first === undefined || second === undefined) throw new Error('Two are needed.');
        const there = done(done(start, first), second);
        const back = done(done(start, second), first);
        expect(there).toEqual(back);
        expect(there).toMatchObject({ ...fields[one], ...fields[other] });
        expect(there.rev).toBe(3);
      },
    ),
    { seed: 7 },
  );
});

test('D7: two changes of one moment are two changes', () => {
  const maker = { ...countingMaker(), now: () => '2031-05-12T08:00:00.000Z' as Instant };
  const start = sampleArticle(maker);
  const starred = update(start, nextRecord(maker, start, { starred: true }));
  const archived = update(start, nextRecord(maker, start, { archived: true }));
  expect(done(done(start, starred), archived)).toMatchObject({ starred: true, archived: true });
});

test('D7: of one field the later change counts; a counter never goes back', () => {
  const maker = countingMaker();
  const start = sampleArticle(maker);
  const nine = update(start, nextRecord(maker, start, { annotationsMade: 9, starred: true }));
  const four = update(start, nextRecord(maker, start, { annotationsMade: 4, starred: false }));
  expect(done(done(start, nine), four)).toMatchObject({ annotationsMade: 9, starred: false });
});
