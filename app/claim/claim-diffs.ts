import { RecordEdits } from '../annotation/record-edits.ts';
import type { Maker } from '../base/maker.ts';
import { claimsMade } from '../record/counters.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import type { SpeakerId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord, ClaimStatus, EvidenceRecord, Stance } from '../record/records.ts';
import { claimTree } from './claim-tree.ts';
import { placeClaims } from './place-claims.ts';

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
  /** The record of who makes it, where there is one; `speaker` is its name then. */
  readonly speakerId?: SpeakerId | null;
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
    ...(draft.speakerId ? { speakerId: draft.speakerId } : {}),
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

/** What of a claim is changed by itself; who makes it, and what it is part of, have functions of their own. */
export type EditableClaimField =
  | 'wording'
  | 'saidOn'
  | 'saidUntil'
  | 'place'
  | 'status'
  | 'confidence'
  | 'importance'
  | 'tagIds'
  | 'note';

/** Changes what a claim says of itself. */
export function editClaim(
  maker: Maker,
  claim: ClaimRecord,
  patch: Partial<Pick<ClaimRecord, EditableClaimField>>,
): Diff {
  return { added: [], updated: [[claim, nextRecord(maker, claim, patch)]], removed: [] };
}

/** What goes with a claim that is removed, and what stays. */
export interface ClaimRemoval {
  readonly evidence: number;
  readonly silences: number;
  readonly links: number;
  /** Claims right below it, which move up. */
  readonly children: number;
  /** Notes and briefs that mention or cite it; they say that it was removed. */
  readonly mentions: number;
}

/** Cost: constant. */
export function countRemoval(source: RecordSource, claim: ClaimRecord): ClaimRemoval {
  return {
    evidence: source.evidenceOf(claim.id).length,
    silences: source.silencesOf(claim.id).length,
    links: source.linksAt(claim.id).length,
    children: claimTree(source.list('claim')).children(claim.id).length,
    mentions: source.mentionsOf(claim.id).length,
  };
}

/**
 * Removes a claim with its evidence, its silences and the links that end there (rule Q10). Claims below it take its place
 * below what it was part of.
 */
export function removeClaim(maker: Maker, source: RecordSource, claim: ClaimRecord): Diff {
  const claims = source.list('claim');
  const tree = claimTree(claims);
  const edits = new RecordEdits(maker);
  const children = tree.children(claim.id);
  if (children.length > 0) {
    const parentId = tree.parent(claim.id)?.id ?? null;
    placeClaims(edits, claims, children, { parentId, before: claim.id }, new Set([claim.id]));
  }
  edits.remove(claim);
  const removed = [
    ...source.evidenceOf(claim.id),
    ...source.silencesOf(claim.id),
    ...source.linksAt(claim.id),
  ];
  for (const record of removed) edits.remove(record);
  return edits.diff();
}
