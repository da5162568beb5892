import { expect, test } from 'vitest';
import { tagAll, untagAll } from '../../../app/annotation/batch-diffs.ts';
import { addClaim } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { linkAll } from '../../../app/link/link-all.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, ProjectRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

const count = 2_000;

/** A project with many annotations of one article, every third tagged. */
function project() {
  const maker = countingMaker();
  const tag = sampleTag(maker, 'figure');
  const article = sampleArticle(maker);
  const annotations = Array.from({ length: count }, (_, index) =>
    newRecord(maker, 'annotation', {
      articleId: article.id,
      number: index + 1,
      passage: samplePassage(article.revisionId, index),
      tagIds: index % 3 === 0 ? [tag.id] : [],
      note: null,
    }),
  );
  const linkType = newRecord(maker, 'linkType', {
    name: 'repeats',
    inverseName: 'is repeated by',
    symmetric: false,
  });
  const records = new RecordIndex();
  records.load([article, tag, linkType, ...annotations]);
  const present = (): readonly AnnotationRecord[] => records.list('annotation');
  return { maker, tag, linkType, records, present };
}

/** Applies a diff and takes it back in one step: every record says then what it said before. */
function expectOneStep(records: RecordIndex, diff: Diff, maker: ReturnType<typeof countingMaker>) {
  const before = new Map(records.all);
  records.apply(diff);
  const after = new Map(records.all);
  const back = undoDiff(records.all, diff, maker);
  if (back === null) throw new Error('The undo was refused.');
  records.apply(back);
  const said = (all: ReadonlyMap<string, ProjectRecord>) =>
    [...all.values()].map(({ rev, modifiedAt, ...rest }) => rest);
  expect(said(records.all).sort(byId)).toEqual(said(before).sort(byId));
  return after;
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

test('E5: a tag goes on all that lack it, and off all that have it, in one step', () => {
  const { maker, tag, records, present } = project();
  const on = tagAll(maker, present(), tag.id);
  expect(on.updated).toHaveLength(count - Math.ceil(count / 3));
  const tagged = expectOneStep(records, on, maker);
  const all = [...tagged.values()].filter((record) => record.kind === 'annotation');
  expect(all.every(({ tagIds }) => tagIds.length === 1)).toBe(true);
  const off = untagAll(maker, present(), tag.id);
  expect(off.updated).toHaveLength(Math.ceil(count / 3));
  expectOneStep(records, off, maker);
});

test('E5: all are linked to one in one step, but for itself and those that are linked so already', () => {
  const { maker, linkType, records, present } = project();
  const [first, second] = present() as [AnnotationRecord, AnnotationRecord];
  const one = linkAll(maker, records, [second], first, linkType.id);
  records.apply(one.diff);
  const rest = linkAll(maker, records, present(), first, linkType.id);
  expect(rest.left).toBe(2);
  expect(rest.diff.added).toHaveLength(count - 2);
  expectOneStep(records, rest.diff, maker);
});

test('E5: all are filed under a claim in one step; those that are filed there get the stance', () => {
  const { maker, records, present } = project();
  const made = addClaim(maker, records, { wording: 'It floats.', speaker: null, status: 'open' });
  records.apply(made.diff);
  records.apply(fileAll(maker, records, made.claim, present().slice(0, 10), 'asserts'));
  const again = fileAll(maker, records, made.claim, present(), 'denies');
  expect(again.added).toHaveLength(count - 10);
  expect(again.updated).toHaveLength(10);
  expectOneStep(records, again, maker);
  records.apply(again);
  const evidence = records.evidenceOf(made.claim.id);
  expect(evidence).toHaveLength(count);
  expect(evidence.every(({ stance }) => stance === 'denies')).toBe(true);
});
