import type { AnnotationId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';
import { showCard } from './annotation-card.ts';
import { describeAnnotation, stackPosition } from './describe-annotation.ts';

/** The annotation around the present one, and after the outermost the innermost again; `ids`: innermost first. */
export function nextOfStack(
  ids: readonly AnnotationId[],
  present: AnnotationId | null,
): AnnotationId | undefined {
  const index = present === null ? -1 : ids.indexOf(present);
  return ids[(index + 1) % ids.length];
}

/** By key what a further click does: the next annotation outwards of those at the caret (rule A15). */
export function cycleStack(session: Session): void {
  const mounted = session.panes.active();
  const ids = mounted === null ? [] : mounted.reader.annotationsAt(mounted.reader.selection().head);
  const next = nextOfStack(ids, session.get().annotationId);
  if (next === undefined) {
    session.say('Put the caret into a highlight first.');
    return;
  }
  session.focusAnnotation(next);
  sayOfStack(session, ids, next);
  if (ids.length > 1) showCard(session, session.get().activePane, ids);
}

/** "Annotation 3:10, figure, 2 of 3 here". */
export function sayOfStack(session: Session, ids: readonly AnnotationId[], id: AnnotationId): void {
  const annotation = session.store.records.get('annotation', id);
  if (annotation === null) return;
  const place = stackPosition(ids, id);
  session.say(`${describeAnnotation(session, annotation)}${place === '' ? '' : `, ${place}`}`);
}
