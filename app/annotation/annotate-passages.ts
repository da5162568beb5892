import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { ArticleId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, Passage } from '../record/records.ts';
import { addAnnotations, annotationOfRange, type PassagesOf } from './add-annotations.ts';

/** A passage of an article, annotated or not. */
export interface ArticlePassage {
  readonly articleId: ArticleId;
  readonly passage: Passage;
}

/**
 * The annotations of passages, in their order: the ones that are there, new ones for the others; a passage of an article
 * that is gone has none. Each passage must stand in the list once. One diff of what is new. Cost: the annotations of their
 * articles, for each passage.
 */
export function annotatePassages(
  maker: Maker,
  source: RecordSource,
  wanted: readonly ArticlePassage[],
): { readonly annotations: readonly AnnotationRecord[]; readonly diff: Diff } {
  const known = wanted.map(({ articleId, passage }) =>
    annotationOfRange(source, articleId, passage),
  );
  const fresh = wanted.filter((_, index) => known[index] === null);
  const articleIds = [...new Set(fresh.map(({ articleId }) => articleId))];
  const lists = articleIds.flatMap((id): readonly PassagesOf[] => {
    const article = source.get('article', id);
    if (article === null) return [];
    const own = fresh.filter(({ articleId }) => articleId === id);
    return [{ article, passages: own.map(({ passage }) => passage) }];
  });
  const made = addAnnotations(maker, lists, []);
  const byPassage = new Map(made.annotations.map((one) => [one.passage, one]));
  const annotations = wanted.flatMap(
    ({ passage }, index) => known[index] ?? byPassage.get(passage) ?? [],
  );
  return { annotations, diff: made.diff };
}
