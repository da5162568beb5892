import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord, Passage } from '../record/records.ts';
import { keptOnPurpose } from './annotation-diffs.ts';

/** Passages of one article that are to be annotated. */
export interface PassagesOf {
  readonly article: ArticleRecord;
  readonly passages: readonly Passage[];
}

/**
 * Makes an annotation of each passage, in their order, and counts them in their articles (rule D6). An article must
 * stand in the list once. One diff, so that one undo takes all of them back.
 */
export function addAnnotations(
  maker: Maker,
  lists: readonly PassagesOf[],
  tagIds: readonly TagId[],
): { readonly annotations: readonly AnnotationRecord[]; readonly diff: Diff } {
  const filled = lists.filter(({ passages }) => passages.length > 0);
  const annotations = filled.flatMap(({ article, passages }) =>
    passages.map((passage, index) =>
      newRecord(maker, 'annotation', {
        articleId: article.id,
        number: article.annotationsMade + index + 1,
        passage,
        tagIds,
        note: null,
        ...keptOnPurpose(article, passage),
      }),
    ),
  );
  const updated = filled.map(({ article, passages }) => {
    const annotationsMade = article.annotationsMade + passages.length;
    return [article, nextRecord(maker, article, { annotationsMade })] as const;
  });
  return { annotations, diff: { added: annotations, updated, removed: [] } };
}

/** Tells a range of a revision from all others. */
export function rangeKey({
  revisionId,
  start,
  end,
}: Pick<Passage, 'revisionId' | 'start' | 'end'>): string {
  return `${revisionId}:${start}:${end}`;
}

/** The ranges of an article that are annotated, as `rangeKey` names them. O(annotations of the article). */
export function annotatedRanges(
  records: RecordSource,
  articleId: ArticleRecord['id'],
): ReadonlySet<string> {
  return new Set(records.annotationsOf(articleId).map(({ passage }) => rangeKey(passage)));
}

/** The annotation of exactly that range of that revision; `null` if there is none. O(annotations of the article). */
export function annotationOfRange(
  records: RecordSource,
  articleId: ArticleRecord['id'],
  { revisionId, start, end }: Pick<Passage, 'revisionId' | 'start' | 'end'>,
): AnnotationRecord | null {
  const same = ({ passage }: AnnotationRecord): boolean =>
    passage.start === start && passage.end === end && passage.revisionId === revisionId;
  return records.annotationsOf(articleId).find(same) ?? null;
}
