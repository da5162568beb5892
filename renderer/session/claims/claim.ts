import {
  type ArticlePassage,
  annotatePassages,
} from '../../../app/annotation/annotate-passages.ts';
import { addClaim, type ClaimDraft, setStance } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { speakerOf } from '../../../app/claim/speaker-diffs.ts';
import { squashDiffs } from '../../../app/record/diff.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import type { EvidenceRecord, Stance } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import { annotationHere } from '../reading/annotate.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';

/** For the choices of the screens. */
export { claimStatuses, stances } from '../../../app/claim/claim-diffs.ts';
export { presentEvidence } from '../../../app/claim/present-evidence.ts';
export { speakerName } from '../../../app/claim/speakers.ts';

/** The claim key: asks for the claim that the passage here is evidence of. */
export function claimHere(session: Session): void {
  const annotation = annotationHere(session);
  if (annotation !== null) session.openDialog({ kind: 'claim', annotationIds: [annotation.id] });
}

/** What is to be evidence. */
export interface EvidencePassages {
  readonly annotationIds: readonly AnnotationId[];
  /** Passages that are highlighted in the same step where they are not yet. */
  readonly passages: readonly ArticlePassage[];
}

/**
 * Makes a claim with passages as its first evidence, if there are any: one step for undo. The speaker is the one of that
 * name; there may have to be made one. Gives back the claim's id.
 */
export function makeClaim(
  session: Session,
  draft: ClaimDraft,
  evidence: EvidencePassages,
  stance: Stance,
): ClaimId {
  const { store } = session;
  const { annotations, diff: marked } = annotated(session, evidence);
  const { fields, added } = speakerOf(store.maker, store.records, draft.speaker ?? '');
  const made = addClaim(store.maker, store.records, { ...draft, ...fields });
  const filed = fileAll(store.maker, store.records, made.claim, annotations, stance);
  const diff = squashDiffs({ ...made.diff, added: [...added, ...made.diff.added] }, filed);
  store.commit(`Make claim C${made.claim.number}`, squashDiffs(marked, diff));
  const from = annotations.length < 2 ? '' : ` from ${countOf(annotations.length, 'passage')}`;
  session.say(`Made claim C${made.claim.number}${from}.`);
  return made.claim.id;
}

/** Asks for a claim that no passage leads to yet. */
export function claimFromNothing(session: Session): void {
  if (writable(session)) session.openDialog({ kind: 'claim', annotationIds: [] });
}

/** Files passages under a claim that is there: one step for undo. */
export function fileUnder(
  session: Session,
  claimId: ClaimId,
  evidence: EvidencePassages,
  stance: Stance,
): void {
  const { store } = session;
  const claim = store.records.get('claim', claimId);
  if (claim === null) return;
  const { annotations, diff: marked } = annotated(session, evidence);
  const diff = fileAll(store.maker, store.records, claim, annotations, stance);
  const what = annotations.length === 1 ? '' : `${countOf(annotations.length, 'passage')} `;
  store.commit(`File ${what}as evidence for C${claim.number}`, squashDiffs(marked, diff));
  session.say(`Filed ${what}as evidence for C${claim.number}: ${stance}.`);
}

function annotated(session: Session, { annotationIds, passages }: EvidencePassages) {
  const { maker, records } = session.store;
  const known = annotationIds.flatMap((id) => records.get('annotation', id) ?? []);
  const { annotations, diff } = annotatePassages(maker, records, passages);
  return { annotations: [...known, ...annotations], diff };
}

export function changeStance(session: Session, evidence: EvidenceRecord, stance: Stance): void {
  if (!writable(session)) return;
  const label = labelOf(session, evidence.annotationId);
  session.store.commit(
    `Change stance of ${label} to “${stance}”`,
    setStance(session.store.maker, evidence, stance),
  );
}

export function removeEvidence(session: Session, evidence: EvidenceRecord): void {
  if (!writable(session)) return;
  const label = labelOf(session, evidence.annotationId);
  const claim = session.store.records.get('claim', evidence.claimId);
  session.store.commit(`Remove evidence ${label} of C${claim?.number ?? '?'}`, {
    added: [],
    updated: [],
    removed: [evidence],
  });
  session.say('Took the passage out of the claim. Undo brings it back.');
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
