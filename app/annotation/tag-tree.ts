import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';

/** The codebook as a tree. Made of a list of tags once; see `tagTree`. */
export interface TagTree {
  readonly tags: ReadonlyMap<TagId, TagRecord>;
  /** The tags right below one, or those at the top for `null`, in their order (rule G2). */
  children(parentId: TagId | null): readonly TagRecord[];
  /** The tag above; `null` at the top. A parent that is gone or would close a ring is none. */
  parent(id: TagId): TagRecord | null;
  /** From the top down to the tag itself. */
  path(id: TagId): readonly TagRecord[];
  /** The tag and all that are below it, each before those below it, in their order. */
  subtree(id: TagId): readonly TagRecord[];
  /** Every tag, each before those below it, in their order. */
  readonly inOrder: readonly TagRecord[];
}

const trees = new WeakMap<readonly TagRecord[], TagTree>();

/**
 * The tree of a list of tags. The list must not be changed afterwards: the tree is kept with it. Cost: O(n log n) the
 * first time for a list, nothing after that.
 */
export function tagTree(tags: readonly TagRecord[]): TagTree {
  const known = trees.get(tags);
  if (known !== undefined) return known;
  const tree = makeTree(tags);
  trees.set(tags, tree);
  return tree;
}

function makeTree(list: readonly TagRecord[]): TagTree {
  const tags = new Map(list.map((tag) => [tag.id, tag]));
  const parents = soundParents(list, tags);
  const children = new Map<TagId | null, TagRecord[]>();
  for (const tag of list) {
    const parentId = parents.get(tag.id) ?? null;
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [tag]);
    else siblings.push(tag);
  }
  for (const siblings of children.values()) siblings.sort(compareSiblings);
  const collect = (from: readonly TagRecord[], into: TagRecord[]): TagRecord[] => {
    // A stack of its own: an imported codebook may be nested deeper than calls can be.
    const waiting = from.toReversed();
    for (let tag = waiting.pop(); tag !== undefined; tag = waiting.pop()) {
      into.push(tag);
      for (const child of (children.get(tag.id) ?? []).toReversed()) waiting.push(child);
    }
    return into;
  };
  const parentOf = (id: TagId): TagRecord | null => {
    const parentId = parents.get(id);
    return parentId === undefined ? null : (tags.get(parentId) ?? null);
  };
  return {
    tags,
    children: (parentId) => children.get(parentId) ?? [],
    parent: parentOf,
    path(id) {
      const path: TagRecord[] = [];
      for (let tag = tags.get(id) ?? null; tag !== null; tag = parentOf(tag.id)) path.unshift(tag);
      return path;
    },
    subtree(id) {
      const tag = tags.get(id);
      return tag === undefined ? [] : collect([tag], []);
    },
    inOrder: collect(children.get(null) ?? [], []),
  };
}

/**
 * The parent of each tag that has one. Two machines, or an undo after an import, could close a ring: it is opened at the
 * tag in it that was made first.
 */
function soundParents(
  list: readonly TagRecord[],
  tags: ReadonlyMap<TagId, TagRecord>,
): ReadonlyMap<TagId, TagId> {
  const parents = new Map<TagId, TagId>();
  for (const { id, parentId } of list) {
    if (parentId !== null && tags.has(parentId)) parents.set(id, parentId);
  }
  const sound = new Set<TagId>();
  for (const { id } of list) {
    const way: TagId[] = [];
    const onWay = new Set<TagId>();
    let at: TagId | undefined = id;
    while (at !== undefined && !sound.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && onWay.has(at)) {
      const ring = way.slice(way.indexOf(at));
      parents.delete(ring.reduce((first, next) => (next < first ? next : first)));
    }
    for (const passed of way) sound.add(passed);
  }
  return parents;
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
