import type { Session } from '../session.ts';

/** Asks for a claim of what is selected in the brief, or of the citation at the caret (rule Q11). */
export function claimFromBrief(session: Session): void {
  const material = session.briefEditor?.claimMaterial() ?? null;
  const { records } = session.store;
  const annotationIds = (material?.annotationIds ?? []).filter(
    (id) => records.get('annotation', id) !== null,
  );
  const words = material?.words ?? '';
  if (annotationIds.length === 0 && words === '') {
    session.say('Select words of the brief, or put the caret at a citation, first.');
    return;
  }
  session.flushDrafts();
  session.openDialog({
    kind: 'claim',
    annotationIds,
    ...(words === '' ? {} : { wording: words }),
  });
}
