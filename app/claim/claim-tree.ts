import { type ParentTree, parentTree } from '../annotation/parent-tree.ts';
import type { ClaimId } from '../record/ids.ts';
import type { ClaimRecord } from '../record/records.ts';

/** The claims as a tree; siblings are in their order (rule Q4). Made of a list of claims once; see `claimTree`. */
export type ClaimTree = ParentTree<ClaimId, ClaimRecord>;

const trees = new WeakMap<readonly ClaimRecord[], ClaimTree>();

/**
 * The tree of a list of claims. The list must not be changed afterwards: the tree is kept with it. Cost: O(n log n) the
 * first time for a list, nothing after that.
 */
export function claimTree(claims: readonly ClaimRecord[]): ClaimTree {
  const known = trees.get(claims);
  if (known !== undefined) return known;
  const tree = parentTree<ClaimId, ClaimRecord>(claims, compareClaims);
  trees.set(claims, tree);
  return tree;
}

/** The order of claims below one parent (rule Q4): by rank, then those without one by number. Total. */
export function compareClaims(one: ClaimRecord, other: ClaimRecord): number {
  if (one.rank !== other.rank) {
    if (one.rank === undefined) return 1;
    if (other.rank === undefined) return -1;
    return one.rank < other.rank ? -1 : 1;
  }
  // Two machines may have given one number twice.
  return one.number - other.number || (one.id < other.id ? -1 : Number(one.id > other.id));
}
