import { annotationLabel } from '../../app/annotation/annotation-label.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { AnnotationRecord } from '../../app/record/records.ts';
import { otherRevision } from './revisions.ts';
import type { Session } from './session.ts';

/** An annotation in a few words, as it is announced: number, tags, whether it is still where it was. */
export function describeAnnotation(session: Session, annotation: AnnotationRecord): string {
  const { records } = session.store;
  const tags = annotation.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []);
  const parts = [`Annotation ${labelOf(session, annotation.id)}`, ...tags];
  const links = records.linksAt(annotation.id).length;
  if (links > 0) parts.push(`${links} ${links === 1 ? 'link' : 'links'}`);
  if (annotation.note !== null) parts.push('has a note');
  const other = otherRevision(records, annotation);
  if (other !== null) parts.push(`on ${other}`);
  return parts.join(', ');
}

/** `3:10`; of an annotation that is gone, that it is. */
export function labelOf(session: Session, id: AnnotationId): string {
  const { records } = session.store;
  const annotation = records.get('annotation', id);
  const article = annotation === null ? null : records.get('article', annotation.articleId);
  if (annotation === null || article === null) return 'a removed annotation';
  return annotationLabel(article, annotation);
}
