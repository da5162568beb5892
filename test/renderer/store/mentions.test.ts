import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionedIds } from '../../../app/brief/mentions.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  BriefRecord,
  ClaimRecord,
  ProjectRecord,
} from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';

type Mentioning = AnnotationRecord | ClaimRecord | BriefRecord;

const targets = ['a', 'b', 'c', 'd'];

function noteOf(ids: readonly string[]): RichTextNode {
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: ids.map((id) => ({ type: 'reference', attrs: { kind: 'tag', id } })),
      },
    ],
  };
}

function contentOf(record: Mentioning): RichTextNode | null {
  return record.kind === 'brief' ? (record.content ?? null) : record.note;
}

/** One step of somebody's work: something made, written anew or removed. */
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('annotation', 'claim', 'brief', 'write', 'write', 'remove'),
    which: fc.nat(20),
    ids: fc.array(fc.constantFrom(...targets), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);

test('N3 what mentions a record, kept up change by change, is what looking through all records gives', () => {
  fc.assert(
    fc.property(steps, (work) => {
      const maker = countingMaker();
      const article = sampleArticle(maker);
      const index = new RecordIndex();
      index.load([article]);
      let live: readonly Mentioning[] = [];
      const apply = (diff: Partial<Diff>): void =>
        index.apply({ added: [], updated: [], removed: [], ...diff });
      const make = (kind: string, ids: readonly string[]): Mentioning => {
        const note = ids.length === 0 ? null : noteOf(ids);
        if (kind === 'brief')
          return newRecord(maker, 'brief', { title: 'Brief', content: noteOf(ids) });
        if (kind === 'claim') {
          const rest = { speaker: null, saidOn: null, status: 'open', confidence: null } as const;
          return newRecord(maker, 'claim', { number: 1, wording: 'x', tagIds: [], note, ...rest });
        }
        const passage = samplePassage(article.revisionId);
        const articleId = article.id;
        return newRecord(maker, 'annotation', { articleId, number: 1, passage, tagIds: [], note });
      };
      for (const { act, which, ids } of work) {
        const chosen = live[which % Math.max(1, live.length)];
        if (act === 'remove' || act === 'write') {
          if (chosen === undefined) continue;
          const rest = live.filter((record) => record !== chosen);
          if (act === 'remove') {
            apply({ removed: [chosen] });
            live = rest;
            continue;
          }
          const after =
            chosen.kind === 'brief'
              ? nextRecord(maker, chosen, { content: noteOf(ids) })
              : nextRecord(maker, chosen as AnnotationRecord, { note: noteOf(ids) });
          apply({ updated: [[chosen, after] as [ProjectRecord, ProjectRecord]] });
          live = [...rest, after];
        } else {
          const made = make(act, ids);
          apply({ added: [made] });
          live = [...live, made];
        }
        for (const id of targets) {
          const expected = live
            .filter((record) => mentionedIds(contentOf(record)).includes(id))
            .map((record) => record.id)
            .sort();
          expect(index.mentionsOf(id).map((record) => record.id)).toEqual(expected);
        }
      }
    }),
    { seed: 44, numRuns: 150 },
  );
});

test('N3 the list of a record keeps its identity while others are written', () => {
  const maker = countingMaker();
  const index = new RecordIndex();
  const brief = newRecord(maker, 'brief', { title: 'One', content: noteOf(['a']) });
  const other = newRecord(maker, 'brief', { title: 'Two', content: noteOf(['b']) });
  index.apply({ added: [brief, other], updated: [], removed: [] });
  const before = index.mentionsOf('a');
  const after = nextRecord(maker, other, { content: noteOf(['b', 'c']) });
  index.apply({ added: [], updated: [[other, after]], removed: [] });
  expect(index.mentionsOf('a')).toBe(before);
  expect(index.mentionsOf('c')).toEqual([after]);
});

test('I3 what a part of a brief mentions is told as a mention of the brief, once, and as it is called now', () => {
  const maker = countingMaker();
  const index = new RecordIndex();
  const brief = newRecord(maker, 'brief', { title: 'One' });
  const part = (order: string, ids: readonly string[]) =>
    newRecord(maker, 'briefPart', {
      briefId: brief.id,
      order,
      content: noteOf(ids).content ?? [],
    });
  const [second, first] = [part('a1', ['a', 'b']), part('a0', ['a'])];
  index.apply({ added: [brief, second, first], updated: [], removed: [] });
  expect(index.partsOf(brief.id)).toEqual([first, second]);
  expect(index.mentionsOf('a')).toEqual([brief]);
  expect(index.mentionsOf('a')).toBe(index.mentionsOf('a'));
  const renamed = nextRecord(maker, brief, { title: 'Two' });
  index.apply({ added: [], updated: [[brief, renamed]], removed: [] });
  expect(index.mentionsOf('a')).toEqual([renamed]);
  const without = nextRecord(maker, second, { content: [] });
  index.apply({ added: [], updated: [[second, without]], removed: [] });
  expect(index.mentionsOf('b')).toEqual([]);
  expect(index.mentionsOf('a')).toEqual([renamed]);
  // Where the record has the document, its parts do not count.
  const whole = nextRecord(maker, renamed, { content: noteOf(['c']) });
  index.apply({ added: [], updated: [[renamed, whole]], removed: [] });
  expect(index.mentionsOf('a')).toEqual([]);
  expect(index.mentionsOf('c')).toEqual([whole]);
});
