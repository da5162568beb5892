import type { SharedRange } from './shared-passages.ts';

/**
 * Ranges of a text, many of which overlap, that are asked for again and again by place. Built once in O(n log n); asking costs
 * O(log n) and the ranges between the first and the last answer, which are few where ranges are short.
 */
export class RangeIndex<Item> {
  readonly #items: readonly Item[];
  readonly #starts: Float64Array;
  /** The furthest end of a range and of all before it: ascends, so that nothing before a place that ends too early counts. */
  readonly #reach: Float64Array;
  readonly #ends: Float64Array;

  constructor(items: readonly Item[], rangeOf: (item: Item) => SharedRange) {
    const sorted = items
      .map((item) => ({ item, range: rangeOf(item) }))
      .sort((one, other) => one.range.start - other.range.start);
    this.#items = sorted.map(({ item }) => item);
    this.#starts = Float64Array.from(sorted, ({ range }) => range.start);
    this.#ends = Float64Array.from(sorted, ({ range }) => range.end);
    this.#reach = new Float64Array(sorted.length);
    let furthest = Number.NEGATIVE_INFINITY;
    for (const [index, end] of this.#ends.entries()) {
      furthest = Math.max(furthest, end);
      this.#reach[index] = furthest;
    }
  }

  /** What lies in part or wholly between two places, in order of its start; a range that only touches one of them does not. */
  meeting(from: number, to: number): readonly Item[] {
    const found: Item[] = [];
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0 && (this.#reach[at] ?? 0) > from; at -= 1) {
      const item = this.#items[at];
      if (item !== undefined && (this.#ends[at] ?? 0) > from) found.push(item);
    }
    return found.reverse();
  }
}
