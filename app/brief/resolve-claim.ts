import { failure, type Result, success } from '../base/result.ts';
import type { AnnotationId, ClaimId, EvidenceId } from '../record/ids.ts';
import type { ClaimStatus, EvidenceRecord, Stance } from '../record/records.ts';
import type { CitedRecords } from './cited-records.ts';

/** An annotation under a claim, with what it does there. */
export interface ClaimEvidence {
  readonly evidenceId: EvidenceId;
  readonly annotationId: AnnotationId;
  readonly stance: Stance;
}

/** A claim as a brief prints it. */
export interface ResolvedClaim {
  readonly claimId: ClaimId;
  /** `C4`. */
  readonly label: string;
  readonly wording: string;
  readonly speaker: string | null;
  /** ISO 8601 of the precision that is known. */
  readonly saidOn: string | null;
  /** Of a statement made over some time: its end. */
  readonly saidUntil: string | null;
  readonly place: string | null;
  readonly status: ClaimStatus;
  /** By article number, then annotation number: the order of the labels that people see. */
  readonly evidence: readonly ClaimEvidence[];
}

/** What a claim says and rests on, as the records say now (rule C1). Fails when the claim is gone. */
export function resolveClaim(
  records: CitedRecords,
  id: ClaimId,
): Result<ResolvedClaim, 'no-claim'> {
  const claim = records.claim(id);
  if (claim === undefined) {
    return failure(
      'no-claim',
      'The claim was deleted. Undo its deletion or take the citation out of the brief.',
    );
  }
  const placed = records
    .evidenceOf(id)
    .map((record) => ({ record, place: place(records, record) }));
  placed.sort(
    (one, other) =>
      one.place[0] - other.place[0] ||
      one.place[1] - other.place[1] ||
      (one.record.id < other.record.id ? -1 : 1),
  );
  return success({
    claimId: claim.id,
    label: `C${claim.number}`,
    wording: claim.wording,
    speaker: claim.speaker,
    saidOn: claim.saidOn,
    saidUntil: claim.saidUntil ?? null,
    place: claim.place ?? null,
    status: claim.status,
    evidence: placed.map(({ record }) => ({
      evidenceId: record.id,
      annotationId: record.annotationId,
      stance: record.stance,
    })),
  });
}

/** Where a piece of evidence stands in the order; one whose annotation or article is gone comes last. */
function place(records: CitedRecords, evidence: EvidenceRecord): [number, number] {
  const annotation = records.annotation(evidence.annotationId);
  const article = annotation && records.article(annotation.articleId);
  return [article?.number ?? Number.MAX_SAFE_INTEGER, annotation?.number ?? 0];
}
