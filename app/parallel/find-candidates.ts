import { AlignmentExtender } from '../compare/extend-alignment.ts';
import { type TextUnits, unitFlags, unitKinds } from '../compare/text-units.ts';
import { gramLength, gramsOf } from './gram-hash.ts';
import type { GramIndex, IndexedText } from './gram-index.ts';
import type { GramSegment } from './gram-segment.ts';
import { leastBeyondRun } from './judge-passage.ts';
import type { UnitCounts } from './unit-counts.ts';

/** A gram in more texts than this leads to none of them by itself (passim's maxDF). */
const mostTexts = 100;
/** Of texts that share nothing but what stands in more texts: so many before and so many after in the order of the index. */
const neighbours = 25;
/** What leads to so many texts at the most is extended, too: of an edited passage the rarest grams will do. */
const mostExtended = 32;
/** Grams that a run of eight words begins. */
const sureGrams = 4;
/** Words that an extension must reach to be looked at. */
const leastMatched = 8;

/** The texts that may share a passage with one, and of its units how many texts have the gram that begins there. */
export interface Candidates {
  readonly slots: readonly number[];
  /** By unit; 1: this text only. Valid until the next search. */
  readonly spread: Uint32Array;
}

/**
 * Finds texts that share a run of eight words with a text, or a gram that can be extended to eight words. Every gram in a
 * hundred texts or fewer leads to all of them; a run of which all grams stand in more leads to the neighbours of the text
 * among those, so that a line under each of 10,000 articles costs what it would under fifty. Reuses its memory.
 */
export class CandidateFinder {
  readonly #index: GramIndex;
  readonly #counts: UnitCounts;
  // Less than aligning takes: it only has to be seen that there is something.
  readonly #extender = new AlignmentExtender(8);
  /** By slot: how many units of this text led there, the last of them, and where looking goes on. */
  #grams = new Int32Array(0);
  #last = new Int32Array(0);
  #reached = new Int32Array(0);
  #diagonals = new Float64Array(0);
  #spread = new Uint32Array(0);
  #touched: number[] = [];

  constructor(index: GramIndex, counts: UnitCounts) {
    this.#index = index;
    this.#counts = counts;
  }

  /** `before`: only texts that were put in before this one. */
  find(text: IndexedText, before: boolean): Candidates {
    const segments = this.#index.segments();
    const { units } = text;
    this.#fit(units.count);
    const grams = gramsOf(units);
    const frequent: Frequent[] = [];
    let from = 0;
    const spread = this.#spread.fill(1, 0, units.count);
    const [main, recent] = segments;
    const slots: number[] = [];
    for (let at = 0; at < grams.length; at += 1) {
      const gram = grams[at] ?? 0;
      if (recent.length === 0 && !main.mayBeShared(gram)) {
        frequent.length = 0;
        continue;
      }
      const mainStart = main.find(gram);
      const recentStart = recent.find(gram);
      const mainEnd = endIn(main, gram, mainStart);
      const recentEnd = endIn(recent, gram, recentStart);
      const count = mainEnd - mainStart + recentEnd - recentStart;
      if (count < 2) {
        frequent.length = 0;
        continue;
      }
      spread[at] = count;
      if (count <= mostTexts) {
        let gone = 0;
        frequent.length = 0;
        for (let posting = mainStart; posting < mainEnd; posting += 1) {
          const place = main.postings.places[posting] ?? 0;
          if (!this.#meet(text, at, place, before, slots, count)) gone += 1;
        }
        for (let posting = recentStart; posting < recentEnd; posting += 1) {
          const place = recent.postings.places[posting] ?? 0;
          if (!this.#meet(text, at, place, before, slots, count)) gone += 1;
        }
        spread[at] = count - gone;
        continue;
      }
      if (frequent.length === 0) from = at;
      frequent.push({ at, count, mainStart, mainEnd, recentStart, recentEnd });
      if (frequent.length > sureGrams) {
        frequent.shift();
        from += 1;
      }
      if (frequent.length === sureGrams)
        this.#meetFrequent(text, from, frequent, before, slots, segments);
    }
    for (const slot of this.#touched) {
      this.#grams[slot] = 0;
      this.#last[slot] = -1;
      this.#reached[slot] = 0;
    }
    this.#touched = [];
    slots.sort((one, other) => one - other);
    return { slots, spread };
  }

  /** A gram of the text at `at` stands at `place` too, and in so many texts. Answers whether that text is still there. */
  #meet(
    text: IndexedText,
    at: number,
    place: number,
    before: boolean,
    slots: number[],
    count: number,
  ): boolean {
    const slot = this.#index.slotOf(place);
    const other = this.#index.at(slot);
    if (other === null) return false;
    if (slot === text.slot || (before && slot > text.slot)) return true;
    const known = this.#grams[slot] ?? 0;
    // Found already.
    if (known < 0) return true;
    if (known === 0) this.#touched.push(slot);
    const last = this.#last[slot] ?? -1;
    let inRow = known;
    if (last !== at) {
      inRow = last === at - 1 ? known + 1 : 1;
      this.#last[slot] = at;
      this.#grams[slot] = inRow;
    }
    let isFound = inRow >= sureGrams;
    if (!isFound && count <= mostExtended) {
      const there = place - other.base;
      const isTried = (this.#reached[slot] ?? 0) > at && this.#diagonals[slot] === there - at;
      if (!isTried) isFound = this.#isExtended(text.units, at, other.units, there, slot);
    }
    if (!isFound) return true;
    this.#grams[slot] = -1;
    slots.push(slot);
    return true;
  }

  #isExtended(
    ours: TextUnits,
    at: number,
    theirs: TextUnits,
    there: number,
    slot: number,
  ): boolean {
    const length = gramLength(ours, at);
    const isSign = ((ours.flags[at] ?? 0) & unitFlags.kind) === unitKinds.sign;
    const wanted = isSign ? leastMatched * 2 : leastMatched;
    const { hashes } = ours;
    const after = this.#extender.extend(
      { units: hashes, start: at + length, step: 1, count: ours.count - at - length },
      {
        units: theirs.hashes,
        start: there + length,
        step: 1,
        count: theirs.count - there - length,
      },
    );
    let bits = -3 * (after.left + after.right - 2 * after.matched);
    let run = length;
    this.#extender.eachRun((left, right, count) => {
      if (left === 0 && right === 0) run += count;
      else bits += this.#bitsOf(hashes, at + length + left, count);
    });
    this.#reached[slot] = at + run;
    this.#diagonals[slot] = there - at;
    const ahead = this.#extender.extend(
      { units: hashes, start: at - 1, step: -1, count: at },
      { units: theirs.hashes, start: there - 1, step: -1, count: there },
    );
    const matched = length + after.matched + ahead.matched;
    if (matched < wanted) return false;
    bits -= 3 * (ahead.left + ahead.right - 2 * ahead.matched);
    this.#extender.eachRun((left, right, count) => {
      if (left === 0 && right === 0) run += count;
      else bits += this.#bitsOf(hashes, at - left - count, count);
    });
    return run >= wanted || bits >= leastBeyondRun;
  }

  #bitsOf(hashes: Uint32Array, from: number, count: number): number {
    let bits = 0;
    for (let at = from; at < from + count; at += 1) bits += this.#counts.bitsOf(hashes[at] ?? 0);
    return bits;
  }

  /** Grams that are all frequent, one after the other: as many as a run of eight words begins. */
  #meetFrequent(
    text: IndexedText,
    from: number,
    frequent: readonly Frequent[],
    before: boolean,
    slots: number[],
    [main, recent]: readonly [GramSegment, GramSegment],
  ): void {
    let rarest = frequent[0];
    for (const gram of frequent)
      if (rarest === undefined || gram.count < rarest.count) rarest = gram;
    if (rarest === undefined) return;
    const step = rarest.at - from;
    const { mainStart, mainEnd, recentStart, recentEnd } = rarest;
    const mains = mainEnd - mainStart;
    const total = mains + recentEnd - recentStart;
    const placeAt = (posting: number): number =>
      posting < mains
        ? (main.postings.places[mainStart + posting] ?? 0)
        : (recent.postings.places[recentStart + posting - mains] ?? 0);
    // Places ascend as slots do: look for the first one behind this text's beginning.
    let low = 0;
    let high = total;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (placeAt(middle) < text.base) low = middle + 1;
      else high = middle;
    }
    const length = frequent.length - 1 + gramLength(text.units, from + frequent.length - 1);
    const look = (posting: number): boolean => {
      const place = placeAt(posting);
      const slot = this.#index.slotOf(place);
      const other = this.#index.at(slot);
      if (slot === text.slot || other === null) return false;
      if ((this.#grams[slot] ?? 0) < 0) return true;
      if (!isSame(text.units, from, other.units, place - other.base - step, length)) return true;
      if (this.#grams[slot] === 0) this.#touched.push(slot);
      this.#grams[slot] = -1;
      slots.push(slot);
      return true;
    };
    for (let posting = low - 1, met = 0; posting >= 0 && met < neighbours; posting -= 1) {
      if (look(posting)) met += 1;
    }
    if (before) return;
    for (let posting = low, met = 0; posting < total && met < neighbours; posting += 1) {
      if (look(posting)) met += 1;
    }
  }

  #fit(units: number): void {
    if (this.#spread.length < units) this.#spread = new Uint32Array(units * 2);
    const { slots } = this.#index;
    if (this.#grams.length >= slots) return;
    const size = slots * 2;
    this.#grams = new Int32Array(size);
    this.#last = new Int32Array(size).fill(-1);
    this.#reached = new Int32Array(size);
    this.#diagonals = new Float64Array(size);
  }
}

interface Frequent {
  readonly at: number;
  readonly count: number;
  readonly mainStart: number;
  readonly mainEnd: number;
  readonly recentStart: number;
  readonly recentEnd: number;
}

function endIn(segment: GramSegment, gram: number, start: number): number {
  return segment.postings.grams[start] === gram ? segment.endOf(gram, start) : start;
}

function isSame(
  ours: TextUnits,
  from: number,
  theirs: TextUnits,
  to: number,
  count: number,
): boolean {
  if (to < 0 || to + count > theirs.count) return false;
  for (let step = 0; step < count; step += 1) {
    if (ours.hashes[from + step] !== theirs.hashes[to + step]) return false;
  }
  return true;
}
