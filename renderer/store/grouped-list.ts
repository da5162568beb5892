const none: readonly never[] = Object.freeze([]);

/** Beyond so many changes since the last reading a list is sorted anew. */
const patchedAtMost = 32;

/** The items of one key. */
interface Group<Item> {
  readonly items: Map<string, Item>;
  /** As it was read last; `null`: not yet, or too long ago. */
  list: readonly Item[] | null;
  /** What left it since then, and what came into it. */
  readonly gone: Item[];
  readonly come: Item[];
}

/**
 * Lists by key, ordered by id (which is the order of making) or as given. A list that was read keeps its identity
 * until something is added to it or removed from it. The next reading then puts the few changes into a copy, at their
 * places: with 10,000 items that costs some microseconds, where sorting costs milliseconds.
 */
export class GroupedList<Item extends { readonly id: string }> {
  readonly #groups = new Map<string, Group<Item>>();
  readonly #compare: (one: Item, other: Item) => number;

  constructor(compare: (one: Item, other: Item) => number = byId) {
    this.#compare = compare;
  }

  get(key: string): readonly Item[] {
    const group = this.#groups.get(key);
    if (group === undefined) return none;
    if (group.list === null) group.list = [...group.items.values()].sort(this.#compare);
    else if (group.gone.length + group.come.length > 0) group.list = this.#patched(group);
    group.gone.length = 0;
    group.come.length = 0;
    return group.list;
  }

  /** How many there are in a list. */
  count(key: string): number {
    return this.#groups.get(key)?.items.size ?? 0;
  }

  add(key: string, item: Item): void {
    const group = this.#groups.get(key) ?? { items: new Map(), list: null, gone: [], come: [] };
    this.#groups.set(key, group);
    const before = group.items.get(item.id);
    if (before !== undefined) this.#leave(group, before);
    group.items.set(item.id, item);
    if (group.list === null) return;
    group.come.push(item);
    this.#giveUpPatching(group);
  }

  remove(key: string, item: Item): void {
    const group = this.#groups.get(key);
    const known = group?.items.get(item.id);
    if (group === undefined || known === undefined) return;
    this.#leave(group, known);
    group.items.delete(item.id);
    if (group.items.size === 0) this.#groups.delete(key);
    else this.#giveUpPatching(group);
  }

  #leave(group: Group<Item>, item: Item): void {
    if (group.list === null) return;
    const fresh = group.come.indexOf(item);
    if (fresh >= 0) group.come.splice(fresh, 1);
    else group.gone.push(item);
  }

  #giveUpPatching(group: Group<Item>): void {
    if (group.gone.length + group.come.length <= patchedAtMost) return;
    group.list = null;
    group.gone.length = 0;
    group.come.length = 0;
  }

  #patched({ list, gone, come }: Group<Item>): readonly Item[] {
    const next = [...(list ?? none)];
    for (const item of gone) {
      const place = this.#placeOf(next, item);
      // Of items that the order does not tell apart, the first is not always the one.
      next.splice(next[place] === item ? place : next.indexOf(item), 1);
    }
    for (const item of come) next.splice(this.#placeOf(next, item), 0, item);
    return next;
  }

  /** The first place at which an item may stand. */
  #placeOf(list: readonly Item[], item: Item): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other !== undefined && this.#compare(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
