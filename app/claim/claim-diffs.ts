import type { Maker } from '../base/maker.ts';
import { claimsMade } from '../record/counters.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type {
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

/** Makes a claim and counts it: its number was never given before (rule D6). */
export function addClaim(
  maker: Maker,
  source: RecordSource,
  draft: ClaimDraft,
): { readonly claim: ClaimRecord; readonly diff: Diff } {
  const counter = source.list('setting').find(({ name }) => name === claimsMade);
  const made = typeof counter?.value === 'number' ? counter.value : 0;
  const number =
    source.list('claim').reduce((most, { number }) => Math.max(most, number), made) + 1;
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
  if (counter === undefined) {
    const first = newRecord(maker, 'setting', { name: claimsMade, value: number });
    return { claim, diff: { added: [claim, first], updated: [], removed: [] } };
  }
  const counted = nextRecord(maker, counter, { value: number });
  return { claim, diff: { added: [claim], updated: [[counter, counted]], removed: [] } };
}

/** Gives evidence another stance; the same is no change. */
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
