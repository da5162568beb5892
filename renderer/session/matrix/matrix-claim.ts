import type { ClaimId } from '../../../app/record/ids.ts';
import { focusArea } from '../focus.ts';
import type { Session } from '../session.ts';

/** Shows a claim in the Inspector beside the matrix; `focus`: with the keyboard in it. */
export function showClaimBeside(session: Session, claimId: ClaimId, focus: boolean): void {
  session.flushDrafts();
  const { matrix } = session.get();
  session.set({
    matrix: { ...matrix, place: { claimId, columnId: null } },
    ...{ claimId, annotationId: null, inspectorShown: true },
  });
  if (focus) focusArea(session, 'inspector');
}
