import type { TextUnits } from '../compare/text-units.ts';

const size = 1 << 20;

/**
 * How often units stand in all texts, to say how likely chance is: by a part of their hash, so that a rare word may count
 * for a little more frequent than it is. Memory: 4 MB.
 */
export class UnitCounts {
  readonly #counts = new Uint32Array(size);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add({ hashes }: TextUnits, times: 1 | -1): void {
    for (const hash of hashes) {
      const at = hash & (size - 1);
      this.#counts[at] = (this.#counts[at] ?? 0) + times;
    }
    this.#total += hashes.length * times;
  }

  /** How surprising a unit is: the bits of its share of all units. */
  bitsOf(hash: number): number {
    return Math.log2(this.#total / Math.max(1, this.#counts[hash & (size - 1)] ?? 1));
  }
}
