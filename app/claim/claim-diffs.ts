import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type {
  AnnotationRecord,
  ClaimRecord,
  ClaimStatus,
  EvidenceRecord,
  ProjectRecord,
  Stance,
} from '../record/records.ts';

/** The stances in the order in which lists offer them. */
export const stances: readonly Stance[] = [
  'asserts',
  'denies',
  'reports',
  'qualifies',
  'questions',
];

/** The statuses in the order in which lists offer them. */
export const claimStatuses: readonly ClaimStatus[] = [
  'open',
  'corroborated',
  'disputed',
  'refuted',
];

/** What an analyst says of a claim when making it. */
export interface ClaimDraft {
  readonly wording: string;
  readonly speaker: string | null;
  readonly status: ClaimStatus;
}

/** Makes a claim, numbered after the highest there is. */
export function addClaim(
  maker: Maker,
  source: RecordSource,
  draft: ClaimDraft,
): { readonly claim: ClaimRecord; readonly diff: Diff } {
  const number = Math.max(0, ...source.list('claim').map((claim) => claim.number)) + 1;
  const claim = newRecord(maker, 'claim', {
    number,
    wording: draft.wording.trim(),
    speaker: draft.speaker,
    saidOn: null,
    status: draft.status,
    confidence: null,
    tagIds: [],
    note: null,
  });
  return { claim, diff: { added: [claim], updated: [], removed: [] } };
}

/** Files an annotation under a claim; if it is filed there already, gives that evidence the stance instead. */
export function fileEvidence(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  annotation: AnnotationRecord,
  stance: Stance,
): Diff {
  const present = source.evidenceOf(claim.id).find((item) => item.annotationId === annotation.id);
  if (present !== undefined) return setStance(maker, present, stance);
  const evidence = newRecord(maker, 'evidence', {
    claimId: claim.id,
    annotationId: annotation.id,
    stance,
  });
  return { added: [evidence], updated: [], removed: [] };
}

export function setStance(maker: Maker, evidence: EvidenceRecord, stance: Stance): Diff {
  if (evidence.stance === stance) return emptyDiff;
  return { added: [], updated: [[evidence, nextRecord(maker, evidence, { stance })]], removed: [] };
}

/** Changes what a claim says of itself. */
export function editClaim(
  maker: Maker,
  claim: ClaimRecord,
  patch: Partial<Pick<ClaimRecord, 'wording' | 'speaker' | 'saidOn' | 'status' | 'note'>>,
): Diff {
  return { added: [], updated: [[claim, nextRecord(maker, claim, patch)]], removed: [] };
}

/** Removes a claim with its evidence, its silences and the links that end there. */
export function removeClaim(source: RecordSource, claim: ClaimRecord): Diff {
  const removed: ProjectRecord[] = [
    claim,
    ...source.evidenceOf(claim.id),
    ...source.silencesOf(claim.id),
    ...source.linksAt(claim.id),
  ];
  return { added: [], updated: [], removed };
}
