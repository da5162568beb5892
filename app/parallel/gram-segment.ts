/** Postings of grams in order: ascending by hash, of one hash ascending by place. */
export interface GramPostings {
  readonly grams: Uint32Array;
  /** Units counted through all texts of the index. */
  readonly places: Uint32Array;
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Sorts postings by hash, keeping places of one hash in their order (radix sort). Consumes the arrays. Cost: linear. */
export function sortPostings({ grams, places }: GramPostings): GramPostings {
  const count = grams.length;
  let from: GramPostings = { grams, places };
  let to: GramPostings = { grams: new Uint32Array(count), places: new Uint32Array(count) };
  for (let shift = 0; shift < 32; shift += digitBits) {
    const begins = new Uint32Array(digits + 1);
    for (let at = 0; at < count; at += 1) {
      const digit = ((from.grams[at] ?? 0) >>> shift) & (digits - 1);
      begins[digit + 1] = (begins[digit + 1] ?? 0) + 1;
    }
    for (let digit = 1; digit <= digits; digit += 1) {
      begins[digit] = (begins[digit] ?? 0) + (begins[digit - 1] ?? 0);
    }
    for (let at = 0; at < count; at += 1) {
      const gram = from.grams[at] ?? 0;
      const digit = (gram >>> shift) & (digits - 1);
      const next = begins[digit] ?? 0;
      begins[digit] = next + 1;
      to.grams[next] = gram;
      to.places[next] = from.places[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two sorted lists as one; all places of `later` are above those of `earlier`. `keeps`: of a place, whether it stays. */
export function mergePostings(
  earlier: GramPostings,
  later: GramPostings,
  keeps: (place: number) => boolean,
): GramPostings {
  const most = earlier.grams.length + later.grams.length;
  const grams = new Uint32Array(most);
  const places = new Uint32Array(most);
  let count = 0;
  let one = 0;
  let other = 0;
  while (one < earlier.grams.length || other < later.grams.length) {
    const ours = one < earlier.grams.length ? (earlier.grams[one] ?? 0) : Infinity;
    const theirs = other < later.grams.length ? (later.grams[other] ?? 0) : Infinity;
    const place = ours <= theirs ? (earlier.places[one] ?? 0) : (later.places[other] ?? 0);
    if (ours <= theirs) one += 1;
    else other += 1;
    if (!keeps(place)) continue;
    grams[count] = Math.min(ours, theirs);
    places[count] = place;
    count += 1;
  }
  return { grams: grams.subarray(0, count), places: places.subarray(0, count) };
}

/** Sorted postings, and where to find a hash in them. */
export class GramSegment {
  readonly postings: GramPostings;
  readonly #shift: number;
  /** By the upper bits of a hash: where those begin. */
  readonly #begins: Uint32Array;
  /** By more of the upper bits, a bit each: whether a hash of those stands here twice. */
  readonly #shared: Uint32Array;
  readonly #sharedShift: number;

  constructor(postings: GramPostings) {
    this.postings = postings;
    const { grams } = postings;
    // Some eight postings to a bucket, so that a bucket lies in one or two lines of the processor's cache.
    const bits = Math.max(4, Math.min(22, Math.floor(Math.log2(grams.length + 1)) - 3));
    this.#shift = 32 - bits;
    this.#begins = new Uint32Array((1 << bits) + 1);
    this.#sharedShift = 32 - Math.min(25, bits + 5);
    this.#shared = new Uint32Array(1 << Math.max(0, 27 - this.#sharedShift));
    for (let at = 1; at < grams.length; at += 1) {
      if (grams[at] !== grams[at - 1]) continue;
      const bit = (grams[at] ?? 0) >>> this.#sharedShift;
      this.#shared[bit >>> 5] = (this.#shared[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    let bucket = 0;
    for (let at = 0; at < grams.length; at += 1) {
      const here = (grams[at] ?? 0) >>> this.#shift;
      while (bucket < here) {
        bucket += 1;
        this.#begins[bucket] = at;
      }
    }
    while (bucket < 1 << bits) {
      bucket += 1;
      this.#begins[bucket] = grams.length;
    }
  }

  get length(): number {
    return this.postings.grams.length;
  }

  /** `false`: no two postings have the hash. Cheaper than `find`: it needs some 4 MB of memory, not all. */
  mayBeShared(gram: number): boolean {
    const bit = gram >>> this.#sharedShift;
    return ((this.#shared[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  /** Where the postings of a hash begin; the end, or another hash there: it has none. */
  find(gram: number): number {
    const { grams } = this.postings;
    const bucket = gram >>> this.#shift;
    let low = this.#begins[bucket] ?? 0;
    let high = this.#begins[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((grams[middle] ?? 0) < gram) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the postings of a hash end that begin at `start`. Cost: the logarithm of their count. */
  endOf(gram: number, start: number): number {
    const { grams } = this.postings;
    let step = 1;
    let low = start;
    while (low + step < grams.length && grams[low + step] === gram) {
      low += step;
      step *= 2;
    }
    let high = Math.min(grams.length, low + step);
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (grams[middle] === gram) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
