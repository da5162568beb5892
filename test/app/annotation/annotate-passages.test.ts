import { expect, test } from 'vitest';
import { annotatePassages } from '../../../app/annotation/annotate-passages.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import { samplePassage } from '../../support/records.ts';
import { ClaimsProject } from '../claim/claims-project.ts';

test('D6: passages in their order, those that are annotated as they are, the others counted in their articles', () => {
  const project = new ClaimsProject();
  const { maker, records } = project;
  const known = project.annotate(1, 10);
  const [first, second] = records.list('article');
  if (!first || !second) throw new Error('There are no articles.');
  const at = ({ id, revisionId }: typeof first, start: number) => ({
    articleId: id,
    passage: samplePassage(revisionId, start),
  });
  const gone = { ...at(first, 90), articleId: 'gone' as typeof first.id };
  const wanted = [at(first, 50), at(second, 10), gone, at(second, 50), at(first, 70)];
  const { annotations, diff } = annotatePassages(maker, records, wanted);
  expect(project.actAndCheckUndo(diff)).toBe(true);
  expect(
    annotations.map(({ articleId, number, passage }) => [articleId, number, passage.start]),
  ).toEqual([
    [first.id, 1, 50],
    [second.id, 1, 10],
    [second.id, 2, 50],
    [first.id, 2, 70],
  ]);
  expect(annotations[1]?.id).toBe(known.id);
  expect(records.get('article', first.id)?.annotationsMade).toBe(2);
  expect(records.get('article', second.id)?.annotationsMade).toBe(2);
  const there = wanted.filter((one) => one !== gone);
  expect(isEmptyDiff(annotatePassages(maker, records, there).diff)).toBe(true);
});
