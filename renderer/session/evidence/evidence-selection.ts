import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { EvidenceLines } from './evidence-lines.ts';
import type { EvidenceState } from './evidence-state.ts';

export function setEvidence(session: Session, patch: Partial<EvidenceState>): void {
  session.set({ evidence: { ...session.get().evidence, ...patch } });
}

/** Narrows the table otherwise. What is selected and no longer seen must not be acted on: nothing is selected then. */
export function narrowEvidence(
  session: Session,
  patch: Partial<Pick<EvidenceState, 'words' | 'facets' | 'opened'>>,
): void {
  const { selected } = session.get().evidence;
  setEvidence(session, { ...patch, ...(selected.size === 0 ? {} : { selected: new Set() }) });
}

/** Selects these annotations and no others. */
export function selectAnnotations(session: Session, ids: Iterable<AnnotationId>): void {
  const selected = new Set(ids);
  if (selected.size === 0 && session.get().evidence.selected.size === 0) return;
  setEvidence(session, { selected });
}

/** Puts one annotation into the selection or takes it out. */
export function toggleAnnotation(session: Session, id: AnnotationId): void {
  const selected = new Set(session.get().evidence.selected);
  if (!selected.delete(id)) selected.add(id);
  setEvidence(session, { selected });
}

/** Those of the selected that are shown, in the order of the table. */
export function selectedOf(
  shown: readonly EvidenceItem[],
  selected: ReadonlySet<AnnotationId>,
): readonly AnnotationId[] {
  return shown.flatMap(({ annotation: { id } }) => (selected.has(id) ? id : []));
}

/** The annotations of the lines between two, both ends included, whichever comes first. */
export function annotationsBetween(
  lines: EvidenceLines,
  one: number,
  other: number,
): readonly AnnotationId[] {
  const ids: AnnotationId[] = [];
  for (let index = Math.min(one, other); index <= Math.max(one, other); index += 1) {
    const item = lines.itemAt(index);
    if (item !== null) ids.push(item.annotation.id);
  }
  return ids;
}

/** Records by id; those that are gone are left out. */
export function annotationsOfIds(
  session: Session,
  ids: Iterable<AnnotationId>,
): readonly AnnotationRecord[] {
  const { records } = session.store;
  return [...ids].flatMap((id) => records.get('annotation', id) ?? []);
}
