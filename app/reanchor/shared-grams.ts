/** A run of tokens that stands once in either list, by where it begins. */
export interface SharedGram {
  readonly left: number;
  readonly right: number;
}

const absent = -1;
const repeated = -2;

/**
 * The runs of `length` tokens that stand once in [l0, l1) of the left list and once in [r0, r1) of the right one, in the
 * order of the left one. Cost: the tokens of both ranges.
 */
export function sharedGrams(
  left: Int32Array,
  l0: number,
  l1: number,
  right: Int32Array,
  r0: number,
  r1: number,
  length: number,
): readonly SharedGram[] {
  const table = new GramTable(left, right, length, Math.max(0, l1 - l0) + Math.max(0, r1 - r0));
  for (let at = l0; at + length <= l1; at += 1) table.addLeft(at);
  for (let at = r0; at + length <= r1; at += 1) table.addRight(at);
  return table.shared();
}

/** Grams by their tokens, in an open table: a Map of strings would take ten times as long. */
class GramTable {
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #length: number;
  readonly #mask: number;
  readonly #inLeft: Int32Array;
  readonly #inRight: Int32Array;
  /** Where the gram of a slot stands in the left list, to be compared with. */
  readonly #sample: Int32Array;
  readonly #slots: number[] = [];

  constructor(left: Int32Array, right: Int32Array, length: number, grams: number) {
    this.#left = left;
    this.#right = right;
    this.#length = length;
    const size = 2 ** Math.ceil(Math.log2(2 * grams + 2));
    this.#mask = size - 1;
    this.#inLeft = new Int32Array(size).fill(absent);
    this.#inRight = new Int32Array(size).fill(absent);
    this.#sample = new Int32Array(size).fill(absent);
  }

  addLeft(at: number): void {
    const slot = this.#slotOf(this.#left, at);
    if (this.#sample[slot] === absent) {
      this.#sample[slot] = at;
      this.#slots.push(slot);
    }
    this.#inLeft[slot] = this.#inLeft[slot] === absent ? at : repeated;
  }

  /** A gram that the left list does not have is of no interest. */
  addRight(at: number): void {
    const slot = this.#slotOf(this.#right, at);
    if (this.#sample[slot] === absent) return;
    this.#inRight[slot] = this.#inRight[slot] === absent ? at : repeated;
  }

  shared(): readonly SharedGram[] {
    const found: SharedGram[] = [];
    for (const slot of this.#slots) {
      const left = this.#inLeft[slot] ?? absent;
      const right = this.#inRight[slot] ?? absent;
      if (left >= 0 && right >= 0) found.push({ left, right });
    }
    return found;
  }

  #slotOf(list: Int32Array, at: number): number {
    // FNV-1a (Fowler, Noll and Vo) over whole numbers.
    let hash = 0x811c9dc5;
    for (let step = 0; step < this.#length; step += 1) {
      hash = Math.imul(hash ^ (list[at + step] ?? 0), 0x01000193);
    }
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const sample = this.#sample[slot] ?? absent;
      if (sample === absent || this.#isSame(sample, list, at)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #isSame(sample: number, list: Int32Array, at: number): boolean {
    for (let step = 0; step < this.#length; step += 1) {
      if (this.#left[sample + step] !== list[at + step]) return false;
    }
    return true;
  }
}
