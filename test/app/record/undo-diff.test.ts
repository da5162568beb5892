import { describe, expect, test } from 'vitest';
import { addAnnotation, removeAnnotations } from '../../../app/annotation/annotation-diffs.ts';
import { applyDiff, type Diff } from '../../../app/record/diff.ts';
import type { AnnotationId, ClaimId, LinkTypeId, RevisionId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

function stateOf(...records: ProjectRecord[]): Map<string, ProjectRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

function taken(diff: Diff | null): Diff {
  if (diff === null) throw new Error('The undo was refused.');
  return diff;
}

describe('undo as a new change', () => {
  test('D5: contents go back, rev and time go on, the author is who undid', () => {
    const maker = countingMaker('Ana');
    const before = sampleTag(maker, 'figure');
    const after = nextRecord(maker, before, { name: 'number' });
    const done: Diff = { added: [], updated: [[before, after]], removed: [] };
    const other = countingMaker('Tomas');
    const undo = taken(undoDiff(stateOf(after), done, other));
    const restored = applyDiff(stateOf(after), undo).get(before.id);
    expect(restored).toMatchObject({ name: 'figure', rev: 3, author: 'Tomas' });
  });

  test('D5: undo and redo any number of times ends where it began, with rev counting on', () => {
    const maker = countingMaker();
    const article = sampleArticle(maker);
    const made = addAnnotation(maker, article, samplePassage(article.revisionId));
    let state = applyDiff(stateOf(article), made.diff);
    let step = made.diff;
    for (let round = 0; round < 6; round += 1) {
      step = taken(undoDiff(state, step, maker));
      state = applyDiff(state, step);
      expect(state.has(made.annotation.id)).toBe(round % 2 === 1);
    }
    expect(state.get(article.id)?.rev).toBe(8);
  });

  test('D6: an annotation number is not given again after undo', () => {
    const maker = countingMaker();
    const article = sampleArticle(maker);
    const first = addAnnotation(maker, article, samplePassage(article.revisionId));
    let state = applyDiff(stateOf(article), first.diff);
    state = applyDiff(state, taken(undoDiff(state, first.diff, maker)));
    const present = state.get(article.id) as ArticleRecord;
    const second = addAnnotation(maker, present, samplePassage(article.revisionId, 9));
    expect([first.annotation.number, second.annotation.number]).toEqual([1, 2]);
  });

  test('D5: refused when a record changed since, was removed since, or is there again', () => {
    const maker = countingMaker();
    const before = sampleTag(maker, 'figure');
    const after = nextRecord(maker, before, { name: 'number' });
    const later = nextRecord(maker, after, { name: 'amount' });
    const renamed: Diff = { added: [], updated: [[before, after]], removed: [] };
    expect(undoDiff(stateOf(later), renamed, maker)).toBeNull();
    expect(undoDiff(stateOf(), renamed, maker)).toBeNull();
    const removal: Diff = { added: [], updated: [], removed: [before] };
    expect(undoDiff(stateOf(before), removal, maker)).toBeNull();
    const addition: Diff = { added: [before], updated: [], removed: [] };
    expect(undoDiff(stateOf(after), addition, maker)).toBeNull();
  });

  test('D5: what changed since in other fields stays as it is', () => {
    const maker = countingMaker();
    const article = sampleArticle(maker);
    const made = addAnnotation(maker, article, samplePassage(article.revisionId));
    let state = applyDiff(stateOf(article), made.diff);
    const annotated = state.get(article.id) as ArticleRecord;
    const starred = nextRecord(maker, annotated, { starred: true });
    state = applyDiff(state, { added: [], updated: [[annotated, starred]], removed: [] });
    const revised = nextRecord(maker, starred, { revisionId: maker.id<RevisionId>() });
    state = applyDiff(state, { added: [], updated: [[starred, revised]], removed: [] });
    state = applyDiff(state, taken(undoDiff(state, made.diff, maker)));
    expect(state.get(article.id)).toMatchObject({
      starred: true,
      revisionId: revised.revisionId,
      annotationsMade: 1,
    });
    const unstarred = taken(
      undoDiff(state, { added: [], updated: [[annotated, starred]], removed: [] }, maker),
    );
    const present = applyDiff(state, unstarred).get(article.id);
    expect(present).toMatchObject({ revisionId: revised.revisionId });
    expect(present).not.toHaveProperty('starred');
  });

  test('D5: having been read since does not keep an import from being taken back', () => {
    const maker = countingMaker();
    const article = sampleArticle(maker);
    const read = nextRecord(maker, article, { read: true });
    const undo = undoDiff(stateOf(read), { added: [article], updated: [], removed: [] }, maker);
    expect(taken(undo).removed).toEqual([read]);
    const marked: Diff = { added: [], updated: [[article, read]], removed: [] };
    const unread = applyDiff(stateOf(read), taken(undoDiff(stateOf(read), marked, maker)));
    expect(unread.get(article.id)).not.toHaveProperty('read');
  });

  test('D5: a removal that is undone brings back the annotation with its links and evidence', () => {
    const maker = countingMaker();
    const article = sampleArticle(maker);
    const made = addAnnotation(maker, article, samplePassage(article.revisionId));
    const state = applyDiff(stateOf(article), made.diff);
    const link = newRecord(maker, 'link', {
      typeId: maker.id<LinkTypeId>(),
      from: made.annotation.id,
      to: { kind: 'annotation', id: maker.id<AnnotationId>() },
    });
    const evidence = newRecord(maker, 'evidence', {
      claimId: maker.id<ClaimId>(),
      annotationId: made.annotation.id,
      stance: 'asserts',
    });
    state.set(link.id, link).set(evidence.id, evidence);
    const source = { linksAt: () => [link], evidenceFor: () => [evidence] };
    const removal = removeAnnotations(source as Partial<RecordSource> as RecordSource, [
      made.annotation,
    ]);
    const removed = applyDiff(state, removal);
    expect([...removed.keys()]).toEqual([article.id]);
    const back = applyDiff(removed, taken(undoDiff(removed, removal, maker)));
    expect(back.get(made.annotation.id)).toMatchObject({
      number: 1,
      passage: made.annotation.passage,
    });
    expect(back.get(link.id)).toMatchObject({ from: link.from, to: link.to });
    expect(back.get(evidence.id)).toMatchObject({ stance: 'asserts' });
  });
});
