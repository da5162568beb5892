import type { TextUnits } from './text-units.ts';

/** Longer units are cut: nothing that long is a word. */
const longestUnit = 60_000;
/** Takes units one after the other; grows as they come. */
export class UnitsWriter {
  #hashes: Uint32Array;
  #starts: Uint32Array;
  #lengths: Uint16Array;
  #flags: Uint8Array;
  #count = 0;

  constructor(size: number) {
    this.#hashes = new Uint32Array(size);
    this.#starts = new Uint32Array(size);
    this.#lengths = new Uint16Array(size);
    this.#flags = new Uint8Array(size);
  }

  add(hash: number, start: number, end: number, flags: number): void {
    const at = this.#count;
    if (at === this.#hashes.length) this.#grow();
    this.#hashes[at] = hash;
    this.#starts[at] = start;
    this.#lengths[at] = Math.min(longestUnit, end - start);
    this.#flags[at] = flags;
    this.#count = at + 1;
  }

  end(): TextUnits {
    const count = this.#count;
    return {
      count,
      hashes: this.#hashes.slice(0, count),
      starts: this.#starts.slice(0, count),
      lengths: this.#lengths.slice(0, count),
      flags: this.#flags.slice(0, count),
    };
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Uint32Array(size);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const starts = new Uint32Array(size);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint16Array(size);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
    const flags = new Uint8Array(size);
    flags.set(this.#flags);
    this.#flags = flags;
  }
}
