import { generateNKeysBetween } from 'fractional-indexing';
import { RecordEdits } from '../annotation/record-edits.ts';
import type { Maker } from '../base/maker.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { Diff } from '../record/diff.ts';
import type { ClaimId } from '../record/ids.ts';
import type { ClaimRecord } from '../record/records.ts';
import { claimTree } from './claim-tree.ts';

/** A place among the claims: right before a sibling, or as the last (`before` is `null`) below a parent or at the top. */
export interface ClaimPlace {
  readonly parentId: ClaimId | null;
  readonly before: ClaimId | null;
}

/**
 * Moves a claim with all that are below it (rule Q4). Fails with `cycle` if the place is the claim itself or below it. The
 * place where it stands is no change.
 */
export function moveClaim(
  maker: Maker,
  claims: readonly ClaimRecord[],
  claim: ClaimRecord,
  place: ClaimPlace,
): Result<Diff, 'cycle'> {
  const tree = claimTree(claims);
  const above = place.parentId === null ? [] : tree.path(place.parentId);
  if (above.some(({ id }) => id === claim.id)) {
    return failure('cycle', `C${claim.number} can’t be part of itself. Choose another claim.`);
  }
  const edits = new RecordEdits(maker);
  const siblings = tree.children(place.parentId);
  const next = siblings[siblings.findIndex(({ id }) => id === claim.id) + 1];
  const stays =
    (tree.parent(claim.id)?.id ?? null) === place.parentId &&
    (place.before === claim.id || place.before === (next?.id ?? null));
  if (!stays) placeClaims(edits, claims, [claim], place);
  return success(edits.diff());
}

/**
 * Puts claims side by side at a place: they get a rank, and of their new siblings those before them that have none yet.
 * `gone` are left out of account: they are removed by the same change. The place must not be below a claim that is put.
 */
export function placeClaims(
  edits: RecordEdits,
  claims: readonly ClaimRecord[],
  moved: readonly ClaimRecord[],
  { parentId, before }: ClaimPlace,
  gone: ReadonlySet<ClaimId> = new Set(),
): void {
  const ids = new Set(moved.map(({ id }) => id));
  const all = claimTree(claims).children(parentId);
  const stays = ({ id }: ClaimRecord): boolean => !ids.has(id) && !gone.has(id);
  const found = all.findIndex(({ id }) => id === before);
  const later = found === -1 ? [] : all.slice(found).filter(stays);
  const earlier = (found === -1 ? all : all.slice(0, found)).filter(stays);
  for (const claim of moved) edits.patch(claim, { parentId });
  const bound = later[0]?.rank ?? null;
  const last = earlier.findLast(({ rank }) => rank !== undefined)?.rank ?? null;
  const unranked = [...earlier.filter(({ rank }) => rank === undefined), ...moved];
  try {
    if (bound !== null && last !== null && last >= bound) throw new RangeError('No room.');
    giveRanks(edits, unranked, generateNKeysBetween(last, bound, unranked.length));
  } catch {
    // Ranks that are equal, made on two machines, or no ranks at all: every sibling gets a new one.
    const ordered = [...earlier, ...moved, ...later];
    giveRanks(edits, ordered, generateNKeysBetween(null, null, ordered.length));
  }
}

function giveRanks(
  edits: RecordEdits,
  claims: readonly ClaimRecord[],
  ranks: readonly string[],
): void {
  for (const [index, claim] of claims.entries()) {
    const rank = ranks[index];
    if (rank !== undefined) edits.patch(claim, { rank });
  }
}
