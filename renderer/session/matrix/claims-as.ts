import { focusArea } from '../focus.ts';
import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';

/** How the claims are shown: one below the other with who says them, or against the articles. */
export type ClaimsAs = 'list' | 'matrix';

const setting = viewSetting<ClaimsAs>({
  name: 'claims-as',
  changeName: 'Change how claims are shown',
  initial: 'list',
  read: (value) => (value === 'matrix' ? 'matrix' : 'list'),
});

/** The project's choice, or this window's where nothing may be written. */
export function claimsShownAs(session: Session): ClaimsAs {
  return session.get().claimsAs ?? setting.stored(session.store.records);
}

/** Shows the claims so from now on. Kept with the project; no step of undo. */
export function showClaimsAs(session: Session, as: ClaimsAs): void {
  if (session.store.project.readOnly !== null) session.set({ claimsAs: as });
  else if (claimsShownAs(session) !== as) setting.store(session, as);
}

/** Shows the matrix, with the keyboard in it. */
export function showMatrix(session: Session): void {
  session.flushDrafts();
  session.hush();
  showClaimsAs(session, 'matrix');
  session.set({ view: 'claims', claimId: null, annotationId: null });
  focusArea(session, 'desk');
}
