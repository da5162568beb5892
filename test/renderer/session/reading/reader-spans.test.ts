import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextOffset } from '../../../../app/base/brand.ts';
import type { RevisionId, TagId } from '../../../../app/record/ids.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { AnnotationRecord, TagColor } from '../../../../app/record/records.ts';
import { readerSpans } from '../../../../renderer/session/reading/reader-spans.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, sampleTag } from '../../../support/records.ts';

const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);

/** What work does: annotations come, go, move and are tagged; a tag gets another colour; a filter is set and taken away. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('put'), at: fc.nat(14), value: fc.nat(90) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove'), at: fc.nat(14), value: fc.constant(0) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('color'), at: fc.nat(2), value: fc.nat(7) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('filter'), at: fc.nat(3), value: fc.constant(0) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('read'), at: fc.constant(0), value: fc.constant(0) }),
  },
);

test('V5 followed change by change, what a reader draws is what making it anew gives', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const maker = countingMaker();
      const records = new RecordIndex();
      const article = sampleArticle(maker);
      const revision = newRecord(maker, 'revision', {
        articleId: article.id,
        hash: 'h' as never,
        length: text.length,
        blockCount: 1,
        wordCount: 1,
      });
      const shown = { ...revision, id: article.revisionId };
      const tags = ['a', 'b', 'c'].map((name) => sampleTag(maker, name));
      records.load([article, shown, ...tags]);
      const filters = tags.map(
        ({ id }) =>
          ({ tagIds }: AnnotationRecord) =>
            tagIds.includes(id),
      );
      let filter: (typeof filters)[number] | null = null;
      const followed = readerSpans(records, shown, text);
      const known = new Map<number, AnnotationRecord>();
      for (const { kind, at, value } of steps) {
        const before = known.get(at);
        if (kind === 'put') {
          // Every seventh is on another revision, every fifth does not stand where it says.
          const quote = value % 5 === 0 ? 'elsewhere' : text.slice(value, value + 9);
          const passage = {
            revisionId: value % 7 === 0 ? ('other' as RevisionId) : article.revisionId,
            start: value as TextOffset,
            end: (value + quote.length) as TextOffset,
            quote,
            prefix: '',
            suffix: '',
          };
          const tagIds = [tags[value % 4]?.id, tags[at % 3]?.id].filter((id): id is TagId => !!id);
          const fields = { articleId: article.id, number: at, passage, tagIds, note: null };
          const made = newRecord(maker, 'annotation', fields);
          const after = before === undefined ? made : { ...made, id: before.id };
          records.apply(
            before === undefined
              ? { added: [after], updated: [], removed: [] }
              : { added: [], updated: [[before, after]], removed: [] },
          );
          known.set(at, after);
        } else if (kind === 'remove' && before !== undefined) {
          records.apply({ added: [], updated: [], removed: [before] });
          known.delete(at);
        } else if (kind === 'color') {
          const tag = records.get('tag', tags[at]?.id ?? '');
          const color = (value + 1) as TagColor;
          if (tag !== null) {
            records.apply({ added: [], updated: [[tag, { ...tag, color }]], removed: [] });
          }
        } else if (kind === 'filter') {
          filter = filters[at] ?? null;
        } else {
          const fresh = readerSpans(records, shown, text).get(filter);
          expect(followed.get(filter)).toEqual(fresh);
          expect(followed.get(filter)).toBe(followed.get(filter));
        }
      }
      const fresh = readerSpans(records, shown, text).get(filter);
      expect(followed.get(filter)).toEqual(fresh);
      const expected = [...known.values()].filter(
        (one) =>
          one.passage.revisionId === shown.id &&
          text.startsWith(one.passage.quote, one.passage.start) &&
          (filter === null || filter(one)),
      );
      expect(fresh.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    }),
    { seed: 63, numRuns: 300 },
  );
});
