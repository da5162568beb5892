import { readPublished } from '../../../app/article/read-published.ts';
import {
  addClaim,
  type ClaimDraft,
  editClaim,
  removeClaim,
  setStance,
} from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { squashDiffs } from '../../../app/record/diff.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import type { ClaimRecord, EvidenceRecord, Stance } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import { annotationHere } from '../reading/annotate.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';

/** For the choices of the screens. */
export { claimStatuses, stances } from '../../../app/claim/claim-diffs.ts';
export { speakerName } from '../../../app/claim/speakers.ts';

/** The claim key: asks for the claim that the passage here is evidence of. */
export function claimHere(session: Session): void {
  const annotation = annotationHere(session);
  if (annotation !== null) session.openDialog({ kind: 'claim', annotationIds: [annotation.id] });
}

/** Makes a claim with passages as its first evidence: one step for undo. */
export function makeClaim(
  session: Session,
  draft: ClaimDraft,
  annotationIds: readonly AnnotationId[],
  stance: Stance,
): void {
  const { store } = session;
  const annotations = annotationIds.flatMap((id) => store.records.get('annotation', id) ?? []);
  if (annotations.length === 0) return;
  const made = addClaim(store.maker, store.records, draft);
  const filed = fileAll(store.maker, store.records, made.claim, annotations, stance);
  store.commit(`Make claim C${made.claim.number}`, squashDiffs(made.diff, filed));
  const from = annotations.length === 1 ? '' : ` from ${countOf(annotations.length, 'passage')}`;
  session.say(`Made claim C${made.claim.number}${from}.`);
}

/** Files passages under a claim that is there: one step for undo. */
export function fileUnder(
  session: Session,
  claimId: ClaimId,
  annotationIds: readonly AnnotationId[],
  stance: Stance,
): void {
  const { store } = session;
  const claim = store.records.get('claim', claimId);
  if (claim === null) return;
  const annotations = annotationIds.flatMap((id) => store.records.get('annotation', id) ?? []);
  const diff = fileAll(store.maker, store.records, claim, annotations, stance);
  const what = annotations.length === 1 ? '' : `${countOf(annotations.length, 'passage')} `;
  store.commit(`File ${what}as evidence for C${claim.number}`, diff);
  session.say(`Filed ${what}as evidence for C${claim.number}: ${stance}.`);
}

export function changeStance(session: Session, evidence: EvidenceRecord, stance: Stance): void {
  const label = labelOf(session, evidence.annotationId);
  session.store.commit(
    `Change stance of ${label} to “${stance}”`,
    setStance(session.store.maker, evidence, stance),
  );
}

export function removeEvidence(session: Session, evidence: EvidenceRecord): void {
  const label = labelOf(session, evidence.annotationId);
  const claim = session.store.records.get('claim', evidence.claimId);
  session.store.commit(`Remove evidence ${label} of C${claim?.number ?? '?'}`, {
    added: [],
    updated: [],
    removed: [evidence],
  });
  session.say('Took the passage out of the claim. Undo brings it back.');
}

/** Changes one field of a claim; the same value is no change. */
export function changeClaim<Field extends 'wording' | 'speaker' | 'saidOn' | 'status'>(
  session: Session,
  claim: ClaimRecord,
  field: Field,
  value: ClaimRecord[Field],
): void {
  if (claim[field] === value) return;
  const patch = { [field]: value } as Pick<ClaimRecord, Field>;
  session.store.commit(`Edit claim C${claim.number}`, editClaim(session.store.maker, claim, patch));
}

/** Sets when a claim was made, from what the analyst wrote; empty: not known. */
export function changeSaidOn(session: Session, claim: ClaimRecord, text: string): void {
  changeClaim(session, claim, 'saidOn', readPublished(text));
}

export function deleteClaim(session: Session, claim: ClaimRecord): void {
  session.set({ claimId: null });
  session.store.commit(
    `Remove claim C${claim.number}`,
    removeClaim(session.store.maker, session.store.records, claim),
  );
  session.say(`Removed claim C${claim.number}. Undo brings it back.`);
}

/** Shows a claim in the claims view. */
export function showClaim(session: Session, claimId: ClaimId): void {
  session.flushDrafts();
  session.set({ view: 'claims', claimId, annotationId: null });
}

/** From a claim to a passage of its evidence. */
export function openEvidence(session: Session, evidence: EvidenceRecord): void {
  const annotation = session.store.records.get('annotation', evidence.annotationId);
  if (annotation !== null) session.panes.openAnnotation(annotation);
}
