import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord, Passage, ProjectRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/** Makes an annotation of an article and counts it there (rule D6). */
export function addAnnotation(
  maker: Maker,
  article: ArticleRecord,
  passage: Passage,
  tagIds: readonly TagId[] = [],
): { readonly annotation: AnnotationRecord; readonly diff: Diff } {
  const number = article.annotationsMade + 1;
  const annotation = newRecord(maker, 'annotation', {
    articleId: article.id,
    number,
    passage,
    tagIds,
    note: null,
    ...keptOnPurpose(article, passage),
  });
  const counted = nextRecord(maker, article, { annotationsMade: number });
  return { annotation, diff: { added: [annotation], updated: [[article, counted]], removed: [] } };
}

/** What is annotated on an earlier revision, while there is a later one, is meant to stay there (rule K7). */
export function keptOnPurpose(
  article: ArticleRecord,
  passage: Passage,
): Pick<AnnotationRecord, 'keptFrom'> {
  return passage.revisionId === article.revisionId ? {} : { keptFrom: article.revisionId };
}

/** Removes annotations with what cannot be without them: their links and their evidence. */
export function removeAnnotations(
  source: RecordSource,
  annotations: readonly AnnotationRecord[],
): Diff {
  const removed = new Map<string, ProjectRecord>();
  for (const annotation of annotations) {
    removed.set(annotation.id, annotation);
    for (const link of source.linksAt(annotation.id)) removed.set(link.id, link);
    for (const evidence of source.evidenceFor(annotation.id)) removed.set(evidence.id, evidence);
  }
  return { added: [], updated: [], removed: [...removed.values()] };
}

/** Puts a tag on, as the last; nothing changes if it is on already. */
export function addTag(maker: Maker, annotation: AnnotationRecord, tagId: TagId): Diff {
  if (annotation.tagIds.includes(tagId)) return emptyDiff;
  return updateOne(
    annotation,
    nextRecord(maker, annotation, { tagIds: [...annotation.tagIds, tagId] }),
  );
}

/** Takes a tag off; nothing changes if it is not on. */
export function removeTag(maker: Maker, annotation: AnnotationRecord, tagId: TagId): Diff {
  if (!annotation.tagIds.includes(tagId)) return emptyDiff;
  const tagIds = annotation.tagIds.filter((id) => id !== tagId);
  return updateOne(annotation, nextRecord(maker, annotation, { tagIds }));
}

/** Replaces the note; `null` takes it away. */
export function setNote(
  maker: Maker,
  annotation: AnnotationRecord,
  note: RichTextNode | null,
): Diff {
  return updateOne(annotation, nextRecord(maker, annotation, { note }));
}

/**
 * Puts an annotation on another passage of its article. If the program carried it over by itself before, that is no
 * longer how it came there.
 */
export function movePassage(maker: Maker, annotation: AnnotationRecord, passage: Passage): Diff {
  const moved = nextRecord(maker, annotation, { passage });
  if (moved.carried?.outcome !== 'unchanged') return updateOne(annotation, moved);
  const { carried, ...rest } = moved;
  return updateOne(annotation, rest);
}

function updateOne(before: ProjectRecord, after: ProjectRecord): Diff {
  return { added: [], updated: [[before, after]], removed: [] };
}
