import { alignLists } from '../compare/align-lists.ts';
import { holdInOrder } from './hold-in-order.ts';
import { type SharedGram, sharedGrams } from './shared-grams.ts';

/** Runs of so many tokens are looked for, the longest first: a longer run that stands once is seldom a coincidence. */
const gramLengths = [8, 4, 2, 1] as const;
/** Up to so many cells a hole is aligned by the whole table. */
const smallTable = 2_500;
const largeTable = 250_000;

/**
 * Which token of the right list each of the left one is: its index, or -1. Indices rise, and tokens that are paired have
 * the same key. Runs of tokens that stand once in both lists hold them together (Cohen's patience diff, by runs of 8, 4,
 * 2 and 1); what lies between is aligned so that as much as possible is the same. Blocks count for nothing: a paragraph
 * that was split or merged is the same words. Cost: some five times the tokens.
 */
export function alignTokens(left: Int32Array, right: Int32Array): Int32Array {
  const pairs = new Int32Array(left.length).fill(-1);
  new Aligner(left, right, pairs).align(0, left.length, 0, right.length, 0);
  return pairs;
}

class Aligner {
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #pairs: Int32Array;

  constructor(left: Int32Array, right: Int32Array, pairs: Int32Array) {
    this.#left = left;
    this.#right = right;
    this.#pairs = pairs;
  }

  /** Aligns [leftFrom, leftTo) with [rightFrom, rightTo), beginning with grams of `gramLengths[level]`. */
  align(leftFrom: number, leftTo: number, rightFrom: number, rightTo: number, level: number): void {
    let [l0, l1, r0, r1] = [leftFrom, leftTo, rightFrom, rightTo];
    while (l0 < l1 && r0 < r1 && this.#left[l0] === this.#right[r0]) {
      this.#pairs[l0] = r0;
      l0 += 1;
      r0 += 1;
    }
    while (l0 < l1 && r0 < r1 && this.#left[l1 - 1] === this.#right[r1 - 1]) {
      l1 -= 1;
      r1 -= 1;
      this.#pairs[l1] = r1;
    }
    if (l0 === l1 || r0 === r1) return;
    if ((l1 - l0) * (r1 - r0) <= smallTable) this.#byTable(l0, l1, r0, r1);
    else this.#byGrams(l0, l1, r0, r1, level);
  }

  #byGrams(l0: number, l1: number, r0: number, r1: number, level: number): void {
    const length = gramLengths[level];
    if (length !== undefined && length > 2 && l1 - l0 < 40 * length) {
      this.#byGrams(l0, l1, r0, r1, level + 1);
      return;
    }
    if (length === undefined) {
      if ((l1 - l0) * (r1 - r0) <= largeTable) this.#byTable(l0, l1, r0, r1);
      else this.#byList(l0, l1, r0, r1);
      return;
    }
    const found = sharedGrams(this.#left, l0, l1, this.#right, r0, r1, length);
    const held = holdInOrder(found);
    let leftAt = l0;
    let rightAt = r0;
    for (const gram of held) {
      // One that overlaps the gram before it was taken in with it, as far as it fits.
      if (gram.left < leftAt || gram.right < rightAt) continue;
      this.align(leftAt, gram.left, rightAt, gram.right, level);
      [leftAt, rightAt] = this.#take(gram, l1, r1);
    }
    const next = leftAt === l0 && rightAt === r0 ? level + 1 : level;
    if (leftAt < l1 && rightAt < r1) this.align(leftAt, l1, rightAt, r1, next);
  }

  /** Pairs from a gram on as far as both go on alike; gives where they end. */
  #take(gram: SharedGram, l1: number, r1: number): readonly [number, number] {
    let { left, right } = gram;
    while (left < l1 && right < r1 && this.#left[left] === this.#right[right]) {
      this.#pairs[left] = right;
      left += 1;
      right += 1;
    }
    return [left, right];
  }

  /** A longest common subsequence, in which runs count more than pieces. */
  #byTable(l0: number, l1: number, r0: number, r1: number): void {
    const rows = l1 - l0;
    const columns = r1 - r0;
    const width = columns + 1;
    // Two for a token in common, one more where the tokens before it are in common, too.
    const best = new Int32Array((rows + 1) * width);
    const run = new Uint8Array((rows + 1) * width);
    for (let row = rows - 1; row >= 0; row -= 1) {
      for (let column = columns - 1; column >= 0; column -= 1) {
        const at = row * width + column;
        const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
        if (this.#left[l0 + row] !== this.#right[r0 + column]) {
          best[at] = skip;
          continue;
        }
        const both = at + width + 1;
        const taken = (best[both] ?? 0) + 2 + (run[both] ?? 0);
        if (taken >= skip) {
          best[at] = taken;
          run[at] = 1;
        } else best[at] = skip;
      }
    }
    for (let row = 0, column = 0; row < rows && column < columns; ) {
      const at = row * width + column;
      if (run[at] === 1) {
        this.#pairs[l0 + row] = r0 + column;
        row += 1;
        column += 1;
      } else if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) row += 1;
      else column += 1;
    }
  }

  #byList(l0: number, l1: number, r0: number, r1: number): void {
    const left = Array.from(this.#left.subarray(l0, l1));
    const right = Array.from(this.#right.subarray(r0, r1));
    for (const run of alignLists(left, right)) {
      for (let step = 0; step < run.count; step += 1) {
        this.#pairs[l0 + run.left + step] = r0 + run.right + step;
      }
    }
  }
}
