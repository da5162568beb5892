import { countBelow, limitOf, type Sketch } from './sketch.ts';

/** A text that may be a near duplicate, by its sample: how much of the shorter one's sample the other has. */
export interface Candidate {
  readonly key: number;
  readonly share: number;
}

// A true pair shares half of the shorter one's shingles or more; a sample scatters around that.
const leastShare = 0.25;
const mostCandidates = 50;
// What stands in more texts than this is no sign of a copy, or the first of them find the rest.
const mostPostings = 500;

/**
 * Finds texts with shared shingles by their samples, one text at a time. Memory: 12 bytes for each hash of a sample, some
 * 1 KB a text. Texts that are taken out stay in the table, dead, until it is made anew.
 */
export class SketchIndex {
  /** By slot, one for each time that a text was put in. */
  readonly #keys: number[] = [];
  readonly #sketches: (Sketch | null)[] = [];
  readonly #slots = new Map<number, number>();
  #heads = new Int32Array(1 << 16).fill(-1);
  #hashes = new Uint32Array(1 << 16);
  #owners = new Int32Array(1 << 16);
  #next = new Int32Array(1 << 16);
  #used = 0;

  /** Puts a text in, in place of what it was. */
  put(key: number, sketch: Sketch): void {
    this.delete(key);
    const slot = this.#keys.length;
    this.#keys.push(key);
    this.#sketches.push(sketch);
    this.#slots.set(key, slot);
    for (const hash of sketch.hashes) this.#add(hash, slot);
  }

  delete(key: number): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) return;
    this.#sketches[slot] = null;
    this.#slots.delete(key);
  }

  /** The texts that may be near duplicates of one, without it, the likeliest first; at most 50. */
  candidates(key: number, sketch: Sketch): Candidate[] {
    const shared = this.#countShared(key, sketch);
    const found: Candidate[] = [];
    for (const [slot, count] of shared) {
      const other = this.#sketches[slot];
      if (other === null || other === undefined) continue;
      const limit = Math.min(limitOf(sketch.shingles), limitOf(other.shingles));
      const size = Math.min(countBelow(sketch, limit), countBelow(other, limit));
      const share = count / Math.max(1, size);
      if (share < leastShare || (count < 2 && size > 8)) continue;
      found.push({ key: this.#keys[slot] ?? 0, share });
    }
    found.sort((one, other) => other.share - one.share || one.key - other.key);
    return found.slice(0, mostCandidates);
  }

  #countShared(key: number, { hashes }: Sketch): Map<number, number> {
    const own = this.#slots.get(key);
    const shared = new Map<number, number>();
    const mask = this.#heads.length - 1;
    for (const hash of hashes) {
      let seen = 0;
      for (let at = this.#heads[spread(hash) & mask] ?? -1; at !== -1; at = this.#next[at] ?? -1) {
        if (this.#hashes[at] !== hash) continue;
        seen += 1;
        if (seen > mostPostings) break;
        const slot = this.#owners[at] ?? 0;
        if (slot !== own && this.#sketches[slot] !== null) {
          shared.set(slot, (shared.get(slot) ?? 0) + 1);
        }
      }
    }
    return shared;
  }

  #add(hash: number, slot: number): void {
    if (this.#used === this.#hashes.length) this.#grow();
    const bucket = spread(hash) & (this.#heads.length - 1);
    this.#hashes[this.#used] = hash;
    this.#owners[this.#used] = slot;
    this.#next[this.#used] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = this.#used;
    this.#used += 1;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Uint32Array(size);
    hashes.set(this.#hashes);
    const owners = new Int32Array(size);
    owners.set(this.#owners);
    this.#hashes = hashes;
    this.#owners = owners;
    this.#next = new Int32Array(size);
    this.#heads = new Int32Array(size).fill(-1);
    for (let at = 0; at < this.#used; at += 1) {
      const bucket = spread(hashes[at] ?? 0) & (size - 1);
      this.#next[at] = this.#heads[bucket] ?? -1;
      this.#heads[bucket] = at;
    }
  }
}

/** Samples hold small hashes only: their high bits say little, so all are folded down. */
function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
