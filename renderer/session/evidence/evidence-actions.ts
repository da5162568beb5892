import type { CountTable } from '../../../app/annotation/tag-statistics.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { focusNamed, noteName } from '../focus.ts';
import type { Session } from '../session.ts';
import { narrowEvidence, setEvidence } from './evidence-selection.ts';

/** Opens a passage in the reader, or beside what is read; a bar above the text leads back to its row. */
export function openEvidence(
  session: Session,
  annotation: AnnotationRecord,
  beside: boolean,
): void {
  setEvidence(session, { left: annotation.id });
  session.panes.openAnnotation(annotation, { beside });
}

/** Goes to the note of an annotation, in the Inspector. */
export function writeNote(session: Session, id: AnnotationId): void {
  session.focusAnnotation(id);
  session.set({ inspectorShown: true });
  focusNamed(noteName(id));
}

/** Shows the passages that a figure of the statistics counts, in the table. */
export function openPassages(
  session: Session,
  table: CountTable,
  row: string | null,
  column: string | null,
  title: string,
): void {
  const ids = new Set(table.passages(row, column));
  narrowEvidence(session, { opened: { title, ids } });
  setEvidence(session, { tab: 'table', activeKey: null });
  focusNamed('evidence');
}

/** Goes back to the statistics that the passages were opened from, or only shows all passages again. */
export function closePassages(session: Session, back: boolean): void {
  narrowEvidence(session, { opened: null });
  setEvidence(session, { tab: back ? 'statistics' : 'table', activeKey: null });
  focusNamed(back ? 'statistics' : 'evidence');
}
