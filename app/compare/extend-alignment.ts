/** The units of one side, from where the alignment begins, in the direction of `step`. */
export interface AlignedSide {
  readonly units: Uint32Array;
  readonly start: number;
  /** 1, or -1 to go backwards from `start`. */
  readonly step: 1 | -1;
  /** So many units are there. */
  readonly count: number;
}

/** How far an extension reaches: so many units on either side, `matched` of them equal in order. */
export interface Extension {
  readonly left: number;
  readonly right: number;
  readonly matched: number;
}

/**
 * Extends an alignment from a place where it stands already to where it is worth most: two for each unit that both sides
 * have in order, one less for each that only one has. Ends where it has lost `drop` against its best (X-drop). Furthest
 * reaching paths by the number of units left out (Myers, "An O(ND) difference algorithm", 1986; Zhang and others, "A greedy
 * algorithm for aligning DNA sequences", 2000). Cost: what is passed over in runs, and the units left out times `drop`.
 * Reuses its memory; one at a time.
 */
export class AlignmentExtender {
  readonly #drop: number;
  /** Of each wave: for each second diagonal from `lows` on, how far the left side is used up; -1: given up. */
  #reach = new Int32Array(1 << 12);
  #lows = new Int32Array(1 << 8);
  #bases = new Int32Array(1 << 8);
  #counts = new Int32Array(1 << 8);
  #bestWave = 0;
  #bestDiagonal = 0;
  #bestLeft = 0;
  #leftCount = 0;
  #rightCount = 0;

  constructor(drop: number) {
    this.#drop = drop;
  }

  extend(left: AlignedSide, right: AlignedSide): Extension {
    this.#leftCount = left.count;
    this.#rightCount = right.count;
    let reached = snake(left, right, 0, 0);
    this.#reach[0] = reached;
    this.#lows[0] = 0;
    this.#bases[0] = 0;
    this.#counts[0] = 1;
    let best = 2 * reached;
    this.#bestWave = 0;
    this.#bestDiagonal = 0;
    this.#bestLeft = reached;
    let used = 1;
    for (let wave = 1; wave <= left.count + right.count; wave += 1) {
      const before = wave - 1;
      const low = this.#lows[before] ?? 0;
      const count = this.#counts[before] ?? 0;
      if (count === 0) break;
      const base = this.#bases[before] ?? 0;
      if (wave >= this.#lows.length) this.#growWaves();
      if (used + count + 1 > this.#reach.length) this.#growReach(used + count + 1);
      const reach = this.#reach;
      let first = -1;
      let last = -1;
      for (let index = 0; index <= count; index += 1) {
        const diagonal = low - 1 + 2 * index;
        // From one unit less of the left side, or one less of the right.
        const below = index > 0 ? (reach[base + index - 1] ?? -1) : -1;
        const above = index < count ? (reach[base + index] ?? -1) : -1;
        let at = -1;
        if (below >= 0 && below < left.count) at = below + 1;
        if (above > at && above - diagonal <= right.count) at = above;
        if (at < 0 || at - diagonal > right.count || at - diagonal < 0) {
          reach[used + index] = -1;
          continue;
        }
        reached = at + snake(left, right, at, at - diagonal);
        const score = 2 * reached - diagonal - 2 * wave;
        if (score > best) {
          best = score;
          this.#bestWave = wave;
          this.#bestDiagonal = diagonal;
          this.#bestLeft = reached;
        } else if (score < best - this.#drop) {
          reach[used + index] = -1;
          continue;
        }
        reach[used + index] = reached;
        if (first === -1) first = index;
        last = index;
      }
      this.#bases[wave] = used + Math.max(0, first);
      this.#lows[wave] = low - 1 + 2 * Math.max(0, first);
      this.#counts[wave] = first === -1 ? 0 : last - first + 1;
      used += count + 1;
    }
    const rightReached = this.#bestLeft - this.#bestDiagonal;
    return {
      left: this.#bestLeft,
      right: rightReached,
      matched: (this.#bestLeft + rightReached - this.#bestWave) / 2,
    };
  }

  /**
   * The runs of equal units of the last extension, from its end to its beginning: calls with how far each is from the
   * beginning on either side, and its length.
   */
  eachRun(call: (left: number, right: number, count: number) => void): void {
    let diagonal = this.#bestDiagonal;
    let end = this.#bestLeft;
    for (let wave = this.#bestWave; wave > 0; wave -= 1) {
      const low = this.#lows[wave - 1] ?? 0;
      const count = this.#counts[wave - 1] ?? 0;
      const base = this.#bases[wave - 1] ?? 0;
      const reachAt = (index: number): number =>
        index >= 0 && index < count ? (this.#reach[base + index] ?? -1) : -1;
      const belowIndex = (diagonal - 1 - low) / 2;
      const below = reachAt(belowIndex);
      const above = reachAt(belowIndex + 1);
      // The same choice as in extending: the one that reaches further, of equals the first.
      const fromBelow = below >= 0 && below < this.#leftCount ? below + 1 : -1;
      const isBelow = !(above > fromBelow && above - diagonal <= this.#rightCount);
      const begin = isBelow ? fromBelow : above;
      if (end > begin) call(begin, begin - diagonal, end - begin);
      end = isBelow ? below : above;
      diagonal += isBelow ? -1 : 1;
    }
    if (end > 0) call(0, 0, end);
  }

  #growWaves(): void {
    this.#lows = grown(this.#lows, this.#lows.length * 2);
    this.#bases = grown(this.#bases, this.#bases.length * 2);
    this.#counts = grown(this.#counts, this.#counts.length * 2);
  }

  #growReach(least: number): void {
    this.#reach = grown(this.#reach, Math.max(least, this.#reach.length * 2));
  }
}

/** How many units in a row are equal from here on. */
function snake(left: AlignedSide, right: AlignedSide, leftAt: number, rightAt: number): number {
  const most = Math.min(left.count - leftAt, right.count - rightAt);
  let ours = left.start + left.step * leftAt;
  let theirs = right.start + right.step * rightAt;
  let count = 0;
  while (count < most && left.units[ours] === right.units[theirs]) {
    count += 1;
    ours += left.step;
    theirs += right.step;
  }
  return count;
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}
