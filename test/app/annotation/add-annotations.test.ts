import { expect, test } from 'vitest';
import {
  addAnnotations,
  annotatedRanges,
  annotationOfRange,
  rangeKey,
} from '../../../app/annotation/add-annotations.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

const maker = countingMaker();

test('F3 D6 many passages of several articles are one diff, numbered and counted on in each', () => {
  const [one, other, third] = [1, 2, 3].map((number) => sampleArticle(maker, number));
  if (one === undefined || other === undefined || third === undefined) throw new Error('None');
  const tag = sampleTag(maker, 'figure');
  const known = { ...one, annotationsMade: 4 };
  const { annotations, diff } = addAnnotations(
    maker,
    [
      { article: known, passages: [0, 10].map((at) => samplePassage(one.revisionId, at)) },
      { article: other, passages: [samplePassage(other.revisionId)] },
      { article: third, passages: [] },
    ],
    [tag.id],
  );
  expect(annotations.map(({ articleId, number }) => [articleId, number])).toEqual([
    [one.id, 5],
    [one.id, 6],
    [other.id, 1],
  ]);
  expect(annotations.every(({ tagIds }) => tagIds[0] === tag.id)).toBe(true);
  expect(diff.added).toEqual(annotations);
  expect(
    diff.updated.map(([before, after]) => [
      before.id,
      'annotationsMade' in after && after.annotationsMade,
    ]),
  ).toEqual([
    [one.id, 6],
    [other.id, 1],
  ]);
  expect(diff.removed).toEqual([]);
});

test('F3 a range is known by its revision and both its ends', () => {
  const article = sampleArticle(maker);
  const { annotations } = addAnnotations(
    maker,
    [{ article, passages: [samplePassage(article.revisionId, 3)] }],
    [],
  );
  const source = {
    annotationsOf: (): readonly AnnotationRecord[] => annotations,
  } as Partial<RecordSource> as RecordSource;
  const [annotation] = annotations;
  if (annotation === undefined) throw new Error('None');
  const { passage } = annotation;
  const elsewhere = samplePassage(sampleArticle(maker).revisionId, 3);
  const longer = samplePassage(article.revisionId, 3, 'words and');
  expect(annotationOfRange(source, article.id, passage)).toBe(annotation);
  expect(annotationOfRange(source, article.id, elsewhere)).toBeNull();
  expect(annotationOfRange(source, article.id, longer)).toBeNull();
  const ranges = annotatedRanges(source, article.id);
  expect([passage, elsewhere, longer].map((one) => ranges.has(rangeKey(one)))).toEqual([
    true,
    false,
    false,
  ]);
});
