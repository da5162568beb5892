/** A run of units that both texts have and that can be made longer on neither end. */
export interface UnitRun {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** So many units in a row that stand in both texts are where runs begin to be looked for. */
const seedUnits = 3;
/** The same of texts so long (their product) that little words would meet by the million. */
const seedUnitsOfLong = 5;
const longProduct = 1 << 24;
/** Of units in a row that meet in more places than this, each place has one partner, not all. */
const mostMeetings = 1024;

/**
 * Finds the runs that texts share with one text, which is prepared once. Memory: some 20 bytes a unit of the longest texts,
 * reused.
 */
export class SharedRuns {
  #left: Uint32Array = new Uint32Array(0);
  #seed = 0;
  /** Entry of the table, one for each different seed of the left text; 0: none. */
  #table = new Int32Array(0);
  #mask = 0;
  #entries = 0;
  /** By entry, from 1 on: a place of it, and where its places begin in `#places`. */
  #sample = new Int32Array(0);
  #begins = new Int32Array(0);
  #places = new Int32Array(0);
  /** By diagonal: up to where in the right text it is known; kept apart from text to text by `#floor`. */
  #known = new Float64Array(0);
  #floor = 0;
  #meeting = new Int32Array(0);
  #meetings = new Int32Array(0);

  /** Every run of at least `least` units, three or more, of the left text with the right one; in no order. */
  between(left: Uint32Array, right: Uint32Array, least: number): UnitRun[] {
    const seed = left.length * right.length > longProduct ? seedUnitsOfLong : seedUnits;
    this.#prepare(left, seed);
    const runs: UnitRun[] = [];
    const ends = right.length - seed + 1;
    if (ends <= 0 || this.#entries === 0) return runs;
    this.#fit(left.length + right.length + 1, right.length);
    const meeting = this.#meeting;
    const meetings = this.#meetings.fill(0, 0, this.#entries + 1);
    for (let at = 0; at < ends; at += 1) {
      const entry = this.#entryOf(right, at);
      meeting[at] = entry;
      if (entry > 0) meetings[entry] = (meetings[entry] ?? 0) + 1;
    }
    const ordinals = new Map<number, number>();
    for (let at = 0; at < ends; at += 1) {
      const entry = meeting[at] ?? 0;
      if (entry === 0) continue;
      const from = this.#begins[entry] ?? 0;
      const to = this.#begins[entry + 1] ?? 0;
      const here = meetings[entry] ?? 0;
      if ((to - from) * here <= mostMeetings) {
        for (let place = from; place < to; place += 1) {
          this.#follow(runs, this.#places[place] ?? 0, right, at, least);
        }
        continue;
      }
      const ordinal = ordinals.get(entry) ?? 0;
      ordinals.set(entry, ordinal + 1);
      const first = Math.min(from + ordinal, to - 1);
      const last = ordinal === here - 1 ? to - 1 : first;
      for (let place = first; place <= last; place += 1) {
        this.#follow(runs, this.#places[place] ?? 0, right, at, least);
      }
    }
    this.#floor += right.length + 1;
    return runs;
  }

  /** Takes note of the run that goes through here, unless it is known. */
  #follow(runs: UnitRun[], ours: number, right: Uint32Array, theirs: number, least: number): void {
    const left = this.#left;
    const diagonal = ours - theirs + right.length;
    if ((this.#known[diagonal] ?? 0) > this.#floor + theirs) return;
    let start = 0;
    while (start < ours && start < theirs && left[ours - start - 1] === right[theirs - start - 1]) {
      start += 1;
    }
    let end = this.#seed;
    while (
      ours + end < left.length &&
      theirs + end < right.length &&
      left[ours + end] === right[theirs + end]
    ) {
      end += 1;
    }
    this.#known[diagonal] = this.#floor + theirs + end;
    if (start + end >= least) {
      runs.push({ left: ours - start, right: theirs - start, count: start + end });
    }
  }

  #prepare(left: Uint32Array, seed: number): void {
    if (left === this.#left && seed === this.#seed) return;
    this.#left = left;
    this.#seed = seed;
    this.#entries = 0;
    const ends = left.length - seed + 1;
    if (ends <= 0) return;
    let size = 64;
    while (size < ends * 2) size *= 2;
    if (this.#table.length < size) this.#table = new Int32Array(size);
    else this.#table.fill(0, 0, size);
    this.#mask = size - 1;
    if (this.#sample.length < ends + 2) {
      this.#sample = new Int32Array(ends + 2);
      this.#begins = new Int32Array(ends + 3);
      this.#places = new Int32Array(ends);
      this.#meetings = new Int32Array(ends + 2);
    }
    this.#begins.fill(0, 0, ends + 3);
    const entryAt = new Int32Array(ends);
    for (let at = 0; at < ends; at += 1) {
      let bucket = this.#hash(left, at) & this.#mask;
      for (;;) {
        const entry = this.#table[bucket] ?? 0;
        if (entry === 0) {
          this.#entries += 1;
          this.#table[bucket] = this.#entries;
          this.#sample[this.#entries] = at;
          entryAt[at] = this.#entries;
          break;
        }
        if (this.#isSame(left, this.#sample[entry] ?? 0, left, at)) {
          entryAt[at] = entry;
          break;
        }
        bucket = (bucket + 1) & this.#mask;
      }
      const next = (entryAt[at] ?? 0) + 1;
      this.#begins[next] = (this.#begins[next] ?? 0) + 1;
    }
    // Counts become beginnings; each entry's places ascend.
    for (let entry = 1; entry <= this.#entries + 1; entry += 1) {
      this.#begins[entry] = (this.#begins[entry] ?? 0) + (this.#begins[entry - 1] ?? 0);
    }
    const next = this.#begins.slice(0, this.#entries + 2);
    for (let at = 0; at < ends; at += 1) {
      const entry = entryAt[at] ?? 0;
      this.#places[next[entry] ?? 0] = at;
      next[entry] = (next[entry] ?? 0) + 1;
    }
  }

  #entryOf(right: Uint32Array, at: number): number {
    let bucket = this.#hash(right, at) & this.#mask;
    for (;;) {
      const entry = this.#table[bucket] ?? 0;
      if (entry === 0 || this.#isSame(this.#left, this.#sample[entry] ?? 0, right, at))
        return entry;
      bucket = (bucket + 1) & this.#mask;
    }
  }

  #hash(units: Uint32Array, at: number): number {
    let hash = 0;
    for (let step = 0; step < this.#seed; step += 1) {
      hash = Math.imul(hash ^ (units[at + step] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  #isSame(one: Uint32Array, from: number, other: Uint32Array, to: number): boolean {
    for (let step = 0; step < this.#seed; step += 1) {
      if (one[from + step] !== other[to + step]) return false;
    }
    return true;
  }

  #fit(diagonals: number, right: number): void {
    if (this.#known.length < diagonals) {
      this.#known = new Float64Array(diagonals * 2);
      this.#floor = 0;
    }
    if (this.#meeting.length < right) this.#meeting = new Int32Array(right * 2);
  }
}
