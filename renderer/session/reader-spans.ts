import { isAnchored } from '../../app/anchor/anchor-passage.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { AnnotationRecord, RevisionRecord, TagColor } from '../../app/record/records.ts';
import type { ReaderSpan } from '../reader/create-reader.ts';

/**
 * What a reader of a revision draws: the annotations on it (V5) that stand where they say (A2, A3), with their colours.
 */
export function readerSpans(
  records: RecordSource,
  revision: RevisionRecord,
  text: string,
): readonly ReaderSpan[] {
  return records
    .annotationsOf(revision.articleId)
    .filter(({ passage }) => passage.revisionId === revision.id && isAnchored(passage, text))
    .map((annotation) => ({
      id: annotation.id,
      start: annotation.passage.start,
      end: annotation.passage.end,
      colors: annotationColors(records, annotation),
    }));
}

/** The colours of an annotation's tags, in their order. Empty: no tag. */
function annotationColors(
  records: RecordSource,
  annotation: AnnotationRecord,
): readonly TagColor[] {
  return annotation.tagIds.flatMap((id) => records.get('tag', id)?.color ?? []);
}
