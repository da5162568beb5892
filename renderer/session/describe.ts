import type { AnnotationRecord } from '../../app/record/records.ts';
import type { Session } from './session.ts';

/** An annotation in a few words, as it is announced: number, tags, whether it is still where it was. */
export function describe(session: Session, annotation: AnnotationRecord): string {
  const { records } = session.store;
  const article = records.get('article', annotation.articleId);
  const tags = annotation.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []);
  const parts = [`Annotation ${article?.number ?? '?'}:${annotation.number}`, ...tags];
  const links = records.linksAt(annotation.id).length;
  if (links > 0) parts.push(`${links} ${links === 1 ? 'link' : 'links'}`);
  if (annotation.note !== null) parts.push('has a note');
  return parts.join(', ');
}
