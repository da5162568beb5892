import type { BriefId } from '../../../app/record/ids.ts';
import type { EditorPlace } from '../../editor/editor-place.ts';
import type { Session } from '../session.ts';

/** Where the writer was in the briefs of a project, for as long as it is open (rule I32). */
const places = new WeakMap<Session['store'], Map<BriefId, EditorPlace>>();

/** Keeps where the writer is in the brief that is shown: to be called while it is on the page still. */
export function keepBriefPlace(session: Session, id: BriefId): void {
  const { briefEditor } = session;
  if (briefEditor === null || !session.hasProject) return;
  const known = places.get(session.store) ?? new Map<BriefId, EditorPlace>();
  places.set(session.store, known.set(id, briefEditor.place()));
}

/** Where the writer left a brief; `null`: it was not open since the project was opened. */
export function briefPlace(session: Session, id: BriefId): EditorPlace | null {
  return places.get(session.store)?.get(id) ?? null;
}
