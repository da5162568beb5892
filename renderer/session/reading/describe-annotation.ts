import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { noteText } from '../evidence/evidence-item.ts';
import type { Session } from '../session.ts';
import { otherRevision } from './revisions.ts';

/** An annotation in a few words, as it is announced: number, tags, note, links, whether it is still where it was. */
export function describeAnnotation(session: Session, annotation: AnnotationRecord): string {
  const facts = [...tagNames(session, annotation), ...factsOf(session, annotation)];
  return [`Annotation ${labelOf(session, annotation.id)}`, ...facts].join(', ');
}

/** "3:10 figure, has a note, 2 links, 1 claim": how its marker beside the text is called. */
export function markerLabel(session: Session, annotation: AnnotationRecord): string {
  const tags = tagNames(session, annotation).join(', ');
  const number = labelOf(session, annotation.id);
  return [tags === '' ? number : `${number} ${tags}`, ...factsOf(session, annotation)].join(', ');
}

/** The beginning of the note, at most about so many code units of it; empty without a note. */
export function describeNote(annotation: AnnotationRecord, length = 80): string {
  const text = annotation.note === null ? '' : noteText(annotation.note);
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return `${text.slice(0, space > length / 2 ? space : length)}…`;
}

/** "2 of 3 here": which one of several over the same words, from the innermost outwards; empty for the only one. */
export function stackPosition(ids: readonly AnnotationId[], id: AnnotationId): string {
  return ids.length > 1 ? `${ids.indexOf(id) + 1} of ${ids.length} here` : '';
}

function tagNames(session: Session, annotation: AnnotationRecord): readonly string[] {
  const { records } = session.store;
  return annotation.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []);
}

function factsOf(session: Session, annotation: AnnotationRecord): readonly string[] {
  const { records } = session.store;
  const links = records.linksAt(annotation.id).length;
  const claims = new Set(records.evidenceFor(annotation.id).map(({ claimId }) => claimId)).size;
  const other = otherRevision(records, annotation);
  return [
    ...(annotation.note === null ? [] : ['has a note']),
    ...(links === 0 ? [] : [`${links} ${links === 1 ? 'link' : 'links'}`]),
    ...(claims === 0 ? [] : [`${claims} ${claims === 1 ? 'claim' : 'claims'}`]),
    ...(other === null ? [] : [`on ${other}`]),
  ];
}

/** `3:10`; of an annotation that is gone, that it is. */
export function labelOf(session: Session, id: AnnotationId): string {
  const { records } = session.store;
  const annotation = records.get('annotation', id);
  const article = annotation === null ? null : records.get('article', annotation.articleId);
  if (annotation === null || article === null) return 'a removed annotation';
  return annotationLabel(article, annotation);
}
