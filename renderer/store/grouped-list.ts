const none: readonly never[] = Object.freeze([]);

/**
 * Lists by key, ordered by id (which is the order of making) or as given. A list that was read keeps its identity
 * until something is added to it or removed from it; sorting happens on the next reading, not on each change.
 */
export class GroupedList<Item extends { readonly id: string }> {
  readonly #groups = new Map<string, Map<string, Item>>();
  readonly #read = new Map<string, readonly Item[]>();
  readonly #compare: (one: Item, other: Item) => number;

  constructor(compare: (one: Item, other: Item) => number = byId) {
    this.#compare = compare;
  }

  get(key: string): readonly Item[] {
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const group = this.#groups.get(key);
    if (group === undefined) return none;
    const list = [...group.values()].sort(this.#compare);
    this.#read.set(key, list);
    return list;
  }

  /** How many there are in a list. */
  count(key: string): number {
    return this.#groups.get(key)?.size ?? 0;
  }

  add(key: string, item: Item): void {
    const group = this.#groups.get(key) ?? new Map<string, Item>();
    group.set(item.id, item);
    this.#groups.set(key, group);
    this.#read.delete(key);
  }

  remove(key: string, item: Item): void {
    const group = this.#groups.get(key);
    if (group === undefined || !group.delete(item.id)) return;
    if (group.size === 0) this.#groups.delete(key);
    this.#read.delete(key);
  }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
