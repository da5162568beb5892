/** What stands in a tree: it names what it is below. */
export interface TreeItem<Id extends string> {
  readonly id: Id;
  /** Absent or `null`: at the top. */
  readonly parentId?: Id | null;
}

/** A list of items that name their parents, as a tree. Made of a list once; see `parentTree`. */
export interface ParentTree<Id extends string, Item extends TreeItem<Id>> {
  readonly items: ReadonlyMap<Id, Item>;
  /** The items right below one, or those at the top for `null`, in their order. */
  children(parentId: Id | null): readonly Item[];
  /** The item above; `null` at the top. A parent that is gone or would close a ring is none. */
  parent(id: Id): Item | null;
  /** From the top down to the item itself. */
  path(id: Id): readonly Item[];
  /** The item and all that are below it, each before those below it, in their order. */
  subtree(id: Id): readonly Item[];
  /** Every item, each before those below it, in their order. */
  readonly inOrder: readonly Item[];
}

/** The same list each time: who compares lists takes another one for a change. */
const none: readonly never[] = Object.freeze([]);

/** Makes the tree of a list; `compare` orders the items below one parent. Cost: O(n log n). */
export function parentTree<Id extends string, Item extends TreeItem<Id>>(
  list: readonly Item[],
  compare: (one: Item, other: Item) => number,
): ParentTree<Id, Item> {
  const items = new Map(list.map((item) => [item.id, item]));
  const parents = soundParents<Id, Item>(list, items);
  const children = new Map<Id | null, Item[]>();
  for (const item of list) {
    const parentId = parents.get(item.id) ?? null;
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [item]);
    else siblings.push(item);
  }
  for (const siblings of children.values()) siblings.sort(compare);
  const collect = (from: readonly Item[], into: Item[]): Item[] => {
    // A stack of its own: an imported codebook may be nested deeper than calls can be.
    const waiting = from.toReversed();
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      into.push(item);
      for (const child of (children.get(item.id) ?? []).toReversed()) waiting.push(child);
    }
    return into;
  };
  const parentOf = (id: Id): Item | null => {
    const parentId = parents.get(id);
    return parentId === undefined ? null : (items.get(parentId) ?? null);
  };
  return {
    items,
    children: (parentId) => children.get(parentId) ?? none,
    parent: parentOf,
    path(id) {
      const path: Item[] = [];
      for (let item = items.get(id) ?? null; item !== null; item = parentOf(item.id)) {
        path.push(item);
      }
      return path.reverse();
    },
    subtree(id) {
      const item = items.get(id);
      return item === undefined ? [] : collect([item], []);
    },
    inOrder: collect(children.get(null) ?? [], []),
  };
}

/**
 * The parent of each item that has one. Two machines, or an undo after an import, could close a ring: it is opened at the
 * item in it that was made first.
 */
function soundParents<Id extends string, Item extends TreeItem<Id>>(
  list: readonly Item[],
  items: ReadonlyMap<Id, Item>,
): ReadonlyMap<Id, Id> {
  const parents = new Map<Id, Id>();
  for (const { id, parentId } of list) {
    if (parentId !== null && parentId !== undefined && items.has(parentId)) {
      parents.set(id, parentId);
    }
  }
  const sound = new Set<Id>();
  for (const { id } of list) {
    const way: Id[] = [];
    const onWay = new Set<Id>();
    let at: Id | undefined = id;
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
