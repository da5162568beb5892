import { RecordEdits } from '../annotation/record-edits.ts';
import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { EvidenceId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord } from '../record/records.ts';
import { addClaim } from './claim-diffs.ts';
import { claimTree } from './claim-tree.ts';
import { placeClaims } from './place-claims.ts';

/**
 * Makes a claim of part of another's evidence (rule Q9): it has the other's speaker, time, place, tags and importance, is
 * open, and stands right after it. Everything else stays with the claim that is split.
 */
export function splitClaim(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  evidenceIds: ReadonlySet<EvidenceId>,
  wording: string,
): { readonly claim: ClaimRecord; readonly diff: Diff } {
  const made = addClaim(maker, source, { wording, speaker: claim.speaker, status: 'open' });
  const fresh: ClaimRecord = {
    ...made.claim,
    speakerId: claim.speakerId ?? null,
    saidOn: claim.saidOn,
    saidUntil: claim.saidUntil ?? null,
    place: claim.place ?? null,
    importance: claim.importance ?? null,
    tagIds: claim.tagIds,
  };
  const edits = new RecordEdits(maker);
  edits.add(fresh);
  for (const evidence of source.evidenceOf(claim.id)) {
    if (evidenceIds.has(evidence.id)) edits.patch(evidence, { claimId: fresh.id });
  }
  const claims = source.list('claim');
  const parentId = claimTree(claims).parent(claim.id)?.id ?? null;
  const siblings = claimTree(claims).children(parentId);
  const next = siblings[siblings.findIndex(({ id }) => id === claim.id) + 1];
  placeClaims(edits, claims, [fresh], { parentId, before: next?.id ?? null });
  const { added, updated, removed } = edits.diff();
  const counted = made.diff.added.filter(({ id }) => id !== fresh.id);
  const placed = added.find(({ id }) => id === fresh.id);
  return {
    claim: placed?.kind === 'claim' ? placed : fresh,
    diff: {
      added: [...added, ...counted],
      updated: [...updated, ...made.diff.updated],
      removed,
    },
  };
}
