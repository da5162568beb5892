import { describe, expect, test } from 'vitest';
import { addAnnotation, movePassage } from '../../../app/annotation/annotation-diffs.ts';
import {
  carryAnnotations,
  keepAnnotations,
  offerAgain,
  putBack,
  waitsForCarrying,
} from '../../../app/reanchor/carry-diffs.ts';
import { applyDiff, type Diff } from '../../../app/record/diff.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  CarryOutcome,
  ProjectRecord,
} from '../../../app/record/records.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';
import { newRevision, oldRevision, passageOf } from './carrying.ts';

const text = 'Nobody would have to pay more than eight crowns.';
const laterRevision = '01890000-0000-7000-8000-000000000003' as RevisionId;
const maker = countingMaker();
const article: ArticleRecord = { ...sampleArticle(maker), revisionId: oldRevision };

/** Records in which the article has one annotation. */
function annotated(): {
  readonly records: Map<string, ProjectRecord>;
  readonly made: Diff;
  readonly annotation: AnnotationRecord;
} {
  const { annotation, diff } = addAnnotation(maker, article, passageOf(text, 'eight crowns'));
  const records = applyDiff(new Map([[article.id, article]]), diff);
  return { records, made: diff, annotation };
}

function on(annotation: AnnotationRecord, revisionId: RevisionId, outcome: CarryOutcome): Diff {
  const passage = { ...annotation.passage, revisionId };
  return carryAnnotations(maker, [{ annotation, passage, outcome, score: 1 }]);
}

function applied(
  records: Map<string, ProjectRecord>,
  diff: Diff,
): [Map<string, ProjectRecord>, AnnotationRecord] {
  const next = applyDiff(records, diff);
  const annotation = [...next.values()].find((record) => record.kind === 'annotation');
  if (annotation === undefined) throw new Error('The annotation is gone.');
  return [next, annotation];
}

describe('K2, K3: what is carried over', () => {
  test('keeps where it came from and how', () => {
    const { records, annotation } = annotated();
    const [, carried] = applied(records, on(annotation, newRevision, 'changed'));
    expect(carried.id).toBe(annotation.id);
    expect(carried.number).toBe(annotation.number);
    expect(carried.passage.revisionId).toBe(newRevision);
    expect(carried.carried).toEqual({ from: annotation.passage, outcome: 'changed', score: 1 });
  });

  test('by the program, through two revisions, keeps the last passage of the analyst’s own', () => {
    const { records, annotation } = annotated();
    const [once, first] = applied(records, on(annotation, newRevision, 'unchanged'));
    const [, second] = applied(once, on(first, laterRevision, 'unchanged'));
    expect(second.carried?.from).toEqual(annotation.passage);
    const [, accepted] = applied(once, on(first, laterRevision, 'changed'));
    expect(accepted.carried?.from).toEqual(first.passage);
  });

  test('is as it was when it returns to the passage it came from', () => {
    const { records, annotation } = annotated();
    const [once, first] = applied(records, on(annotation, newRevision, 'unchanged'));
    const [, back] = applied(once, on(first, oldRevision, 'unchanged'));
    expect(back).toEqual({ ...annotation, rev: back.rev, modifiedAt: back.modifiedAt });
    expect(back).not.toHaveProperty('carried');
    expect(back).not.toHaveProperty('keptFrom');
  });
});

describe('K3: undo of what was done before acts as if it had not been carried over', () => {
  test('also of what carried it over, kept it or put it back, and of its removal', () => {
    const { records, annotation } = annotated();
    const moving = on(annotation, newRevision, 'moved');
    const [moved, there] = applied(records, moving);
    const [further] = applied(moved, on(there, laterRevision, 'unchanged'));
    const undone = undoDiff(further, moving, maker);
    expect(undone && applied(further, undone)[1].passage).toEqual(annotation.passage);

    const keeping = keepAnnotations(maker, [annotation], () => newRevision);
    const [kept, still] = applied(records, keeping);
    const [gone] = applied(kept, on(still, laterRevision, 'unchanged'));
    const offered = undoDiff(gone, keeping, maker);
    expect(offered && applied(gone, offered)[1]).not.toHaveProperty('keptFrom');

    const [carried, once] = applied(records, on(annotation, newRevision, 'unchanged'));
    const removal: Diff = { added: [], updated: [], removed: [once] };
    const back = undoDiff(applyDiff(carried, removal), removal, maker);
    if (back === null) throw new Error('It does not come back.');
    const [restored, here] = applied(applyDiff(carried, removal), back);
    const [twice, last] = applied(restored, on(here, laterRevision, 'unchanged'));
    expect(undoDiff(twice, back, maker)?.removed).toEqual([last]);
  });

  test('but not of what the analyst did since', () => {
    const { records, annotation } = annotated();
    const moving = on(annotation, newRevision, 'moved');
    const [moved, there] = applied(records, moving);
    const kept = keepAnnotations(maker, [there], () => laterRevision);
    const [, still] = applied(moved, kept);
    const [further] = applied(applyDiff(moved, kept), on(still, laterRevision, 'changed'));
    expect(undoDiff(further, moving, maker)).toBeNull();
  });

  test('the annotation is taken back', () => {
    const { records, made, annotation } = annotated();
    const [carried] = applied(records, on(annotation, newRevision, 'unchanged'));
    const undone = undoDiff(carried, made, maker);
    expect(undone?.removed.map(({ id }) => id)).toEqual([annotation.id]);
  });

  test('its edges go back, on the revision they were moved on', () => {
    const { records, annotation } = annotated();
    const moving = movePassage(maker, annotation, passageOf(text, 'than eight crowns'));
    const [moved, wide] = applied(records, moving);
    const [carried] = applied(moved, on(wide, newRevision, 'unchanged'));
    const undone = undoDiff(carried, moving, maker);
    if (undone === null) throw new Error('It can be undone.');
    const [, back] = applied(carried, undone);
    expect(back.passage).toEqual(annotation.passage);
    expect(back).not.toHaveProperty('carried');
  });

  test('not when the analyst has moved it since, or accepted it', () => {
    const { records, made, annotation } = annotated();
    const [carried, there] = applied(records, on(annotation, newRevision, 'unchanged'));
    const wider = { ...passageOf(text, 'than eight crowns'), revisionId: newRevision };
    const [moved, trimmed] = applied(carried, movePassage(maker, there, wider));
    expect(trimmed).not.toHaveProperty('carried');
    expect(undoDiff(moved, made, maker)).toBeNull();
    const [accepted] = applied(records, on(annotation, newRevision, 'changed'));
    expect(undoDiff(accepted, made, maker)).toBeNull();
  });
});

describe('K7: what stays on its revision', () => {
  const present = { ...article, revisionId: newRevision };

  test('waits until it is carried over or kept, and waits again for a later revision', () => {
    const { records, annotation } = annotated();
    expect(waitsForCarrying(annotation, article)).toBe(false);
    expect(waitsForCarrying(annotation, present)).toBe(true);
    const [kept, one] = applied(
      records,
      keepAnnotations(maker, [annotation], () => newRevision),
    );
    expect(waitsForCarrying(one, present)).toBe(false);
    expect(waitsForCarrying(one, { ...article, revisionId: laterRevision })).toBe(true);
    const [, offered] = applied(kept, offerAgain(maker, one));
    expect(waitsForCarrying(offered, present)).toBe(true);
    expect(offered).not.toHaveProperty('keptFrom');
  });

  test('put back, it is where it was and stays there', () => {
    const { records, annotation } = annotated();
    const [carried, there] = applied(records, on(annotation, newRevision, 'unchanged'));
    const [, back] = applied(
      carried,
      putBack(maker, [there], () => newRevision),
    );
    expect(back.passage).toEqual(annotation.passage);
    expect(back).not.toHaveProperty('carried');
    expect(waitsForCarrying(back, present)).toBe(false);
  });

  test('made on an earlier revision, it is meant to be there', () => {
    const { annotation } = addAnnotation(maker, present, passageOf(text, 'eight crowns'));
    expect(waitsForCarrying(annotation, present)).toBe(false);
  });
});
