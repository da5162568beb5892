import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import type { Change } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { changeSchema } from '../../../app/schema/change-schema.ts';
import { objectionToChange } from '../../../renderer/store/objection-to-change.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

const maker = countingMaker();
const article = sampleArticle(maker);
const { annotation } = addAnnotation(maker, article, samplePassage(article.revisionId));
const tag = sampleTag(maker, 'figure');
const starts: readonly ProjectRecord[] = [article, annotation, tag];

/** Names and values of which some are right for some records, and some for none. */
const fields = fc.dictionary(
  fc.constantFrom(
    ...new Set(starts.flatMap((record) => Object.keys(record))),
    'starred',
    'carried',
    'rank',
    'unheardOf',
  ),
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'x'.repeat(2_001),
    0,
    1,
    -1,
    true,
    [],
    [tag.id],
    ['no id'],
    tag.id,
    annotation.passage,
    { ...annotation.passage, end: 3 },
    'annotation',
    '2031-05-12T00:00:00.000Z',
  ),
  { maxKeys: 3 },
);

function changeOf(diff: Partial<Diff>): Change {
  return newChange(maker, 'Test', { added: [], updated: [], removed: [], ...diff });
}

const there = (id: string): ProjectRecord | undefined => starts.find((record) => record.id === id);
const allowed = (change: Change): boolean => changeSchema.safeParse(change).success;

describe('what no journal may hold', () => {
  test('looking at the fields that changed says what looking at whole records says', () => {
    let refused = 0;
    const step = fc.record({
      place: fc.nat(2),
      fields,
      without: fc.option(fc.constantFrom('tagIds', 'note', 'name', 'rev')),
    });
    fc.assert(
      fc.property(step, (made) => {
        const before = starts[made.place] ?? tag;
        const after = { ...nextRecord(maker, before, {}), ...made.fields };
        if (made.without !== null) delete (after as Record<string, unknown>)[made.without];
        const change = changeOf({ updated: [[before, after as ProjectRecord]] });
        if (!allowed(change)) refused += 1;
        expect(objectionToChange(change, there) === null).toBe(allowed(change));
      }),
      { seed: 23, numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(2_900);
  });

  test('a state that is not the present one counts as new, whole', () => {
    const before = { ...annotation, passage: { ...annotation.passage, end: 3 as never } };
    const change = changeOf({ updated: [[before, { ...before, rev: 2 }]] });
    const objection = objectionToChange(change, there);
    expect(objection).toContain('so it was not done: The quote is not as long as its range. If');
  });

  test('one value among many that may not be is found, in what is added as well', () => {
    const many = Array.from({ length: 500 }, () => sampleTag(maker, 'fine'));
    expect(objectionToChange(changeOf({ added: many }), there)).toBeNull();
    const long = sampleTag(maker, 'x'.repeat(3_000));
    expect(objectionToChange(changeOf({ added: [...many, long] }), there)).toContain(
      "can't be saved",
    );
  });

  test('D1: a record stands in a change once', () => {
    expect(objectionToChange(changeOf({ added: [tag], removed: [tag] }), there)).toContain('twice');
    expect(objectionToChange(changeOf({ added: [tag, tag] }), there)).toContain('twice');
  });

  test('two states of two records are no update', () => {
    const other = sampleTag(maker, 'place');
    expect(objectionToChange(changeOf({ updated: [[tag, other]] }), there)).not.toBeNull();
  });
});
