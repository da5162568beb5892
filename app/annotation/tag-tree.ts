import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { type ParentTree, parentTree } from './parent-tree.ts';

/** The codebook as a tree; siblings are in their order (rule G2). Made of a list of tags once; see `tagTree`. */
export type TagTree = ParentTree<TagId, TagRecord>;

const trees = new WeakMap<readonly TagRecord[], TagTree>();

/**
 * The tree of a list of tags. The list must not be changed afterwards: the tree is kept with it. Cost: O(n log n) the
 * first time for a list, nothing after that.
 */
export function tagTree(tags: readonly TagRecord[]): TagTree {
  const known = trees.get(tags);
  if (known !== undefined) return known;
  const tree = parentTree<TagId, TagRecord>(tags, compareSiblings);
  trees.set(tags, tree);
  return tree;
}

/** The order of tags below one parent (rule G2): by rank, then those without one by name. Total. */
function compareSiblings(one: TagRecord, other: TagRecord): number {
  if (one.rank !== undefined && other.rank !== undefined && one.rank !== other.rank) {
    return one.rank < other.rank ? -1 : 1;
  }
  if (one.rank !== undefined && other.rank === undefined) return -1;
  if (one.rank === undefined && other.rank !== undefined) return 1;
  const byName = names.compare(one.name, other.name);
  return byName !== 0 ? byName : one.id < other.id ? -1 : Number(one.id > other.id);
}

const names = new Intl.Collator('en', { numeric: true });
