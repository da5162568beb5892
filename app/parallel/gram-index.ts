import type { TextUnits } from '../compare/text-units.ts';
import { gramsOf } from './gram-hash.ts';
import { type GramPostings, GramSegment, mergePostings, sortPostings } from './gram-segment.ts';

/** A text in the index; it gets a new slot each time that it is put in. */
export interface IndexedText {
  readonly key: number;
  readonly slot: number;
  readonly units: TextUnits;
  /** Where its units begin among those of all texts. */
  readonly base: number;
}

const empty: GramPostings = { grams: new Uint32Array(0), places: new Uint32Array(0) };
/** What came in lately is sorted by itself until it is an eighth of the rest. */
const recentShare = 8;
/** So much of what is indexed may be of texts that are gone before all is made anew. */
const deadShare = 4;
const slotShift = 8;

/**
 * Where the grams of texts stand: two sorted lists, a large one and one of what came in since. Each gram is listed once for
 * a text. Memory: 8 bytes for each unit beside the units themselves (11 bytes), twice that for the moment of sorting.
 */
export class GramIndex {
  readonly #byKey = new Map<number, IndexedText>();
  /** By slot; `null`: gone. */
  #texts: (IndexedText | null)[] = [];
  #pending: IndexedText[] = [];
  #units = 0;
  #dead = 0;
  #main = new GramSegment(empty);
  #recent = new GramSegment(empty);
  /** By place, coarsely: the slot that has the first place of 256. */
  #slots = new Uint32Array(1 << 8);

  get size(): number {
    return this.#byKey.size;
  }

  /** How many slots there are, those of texts that are gone included. */
  get slots(): number {
    return this.#texts.length;
  }

  get(key: number): IndexedText | null {
    return this.#byKey.get(key) ?? null;
  }

  at(slot: number): IndexedText | null {
    return this.#texts[slot] ?? null;
  }

  texts(): IterableIterator<IndexedText> {
    return this.#byKey.values();
  }

  put(key: number, units: TextUnits): void {
    this.delete(key);
    this.#append(key, units);
  }

  delete(key: number): TextUnits | null {
    const text = this.#byKey.get(key);
    if (text === undefined) return null;
    this.#byKey.delete(key);
    this.#texts[text.slot] = null;
    this.#dead += text.units.count;
    return text.units;
  }

  /** Both lists, brought up to date: after this they stay as they are until something is put in. */
  segments(): readonly [GramSegment, GramSegment] {
    if (this.#dead > 0 && this.#dead * deadShare > this.#units) this.#renew();
    if (this.#pending.length > 0) this.#sortIn();
    return [this.#main, this.#recent];
  }

  /** The slot whose text has a place. */
  slotOf(place: number): number {
    let slot = this.#slots[place >>> slotShift] ?? 0;
    while (slot + 1 < this.#bases.length && (this.#bases[slot + 1] ?? 0) <= place) slot += 1;
    return slot;
  }

  /** By slot: where its units begin. */
  #bases: number[] = [];

  baseOf(slot: number): number {
    return this.#bases[slot] ?? 0;
  }

  #append(key: number, units: TextUnits): void {
    const slot = this.#texts.length;
    const text = { key, slot, units, base: this.#units };
    this.#texts.push(text);
    this.#bases.push(text.base);
    this.#byKey.set(key, text);
    this.#pending.push(text);
    this.#units += units.count;
    const last = this.#units >>> slotShift;
    if (last >= this.#slots.length) {
      const larger = new Uint32Array(Math.max(last + 1, this.#slots.length * 2));
      larger.set(this.#slots);
      this.#slots = larger;
    }
    // The first place of a stretch of 256 belongs to this slot from here on.
    const first = (text.base + (1 << slotShift) - 1) >>> slotShift;
    for (let at = first; at <= last; at += 1) this.#slots[at] = slot;
  }

  #sortIn(): void {
    const fresh = new GramSegment(this.#freshPostings());
    this.#pending = [];
    const isAlive = (place: number): boolean => this.#texts[this.slotOf(place)] !== null;
    const all = this.#recent.length + fresh.length;
    if (all * recentShare > this.#main.length) {
      const recent = mergePostings(this.#recent.postings, fresh.postings, isAlive);
      const main =
        this.#main.length === 0 ? recent : mergePostings(this.#main.postings, recent, isAlive);
      this.#main = new GramSegment(main);
      this.#recent = new GramSegment(empty);
    } else {
      this.#recent = new GramSegment(mergePostings(this.#recent.postings, fresh.postings, isAlive));
    }
  }

  #freshPostings(): GramPostings {
    const alive = this.#pending.filter(({ slot }) => this.#texts[slot] !== null);
    const most = alive.reduce((sum, { units }) => sum + units.count, 0);
    const grams = new Uint32Array(most);
    const places = new Uint32Array(most);
    let count = 0;
    for (const { units, base } of alive) {
      const own = gramsOf(units);
      grams.set(own, count);
      for (let at = 0; at < own.length; at += 1) places[count + at] = base + at;
      count += own.length;
    }
    const sorted = sortPostings({
      grams: grams.subarray(0, count),
      places: places.subarray(0, count),
    });
    return this.#onceEach(sorted);
  }

  /** Leaves the first place of each gram in each text. */
  #onceEach({ grams, places }: GramPostings): GramPostings {
    let kept = 0;
    let slotBefore = -1;
    for (let at = 0; at < grams.length; at += 1) {
      const place = places[at] ?? 0;
      const isSame = at > 0 && grams[at] === grams[at - 1];
      const next = at + 1 < grams.length && grams[at] === grams[at + 1];
      // Most grams stand once: of those the slot is of no interest.
      const slot = isSame || next ? this.slotOf(place) : -1;
      if (isSame && slot === slotBefore) continue;
      slotBefore = slot;
      grams[kept] = grams[at] ?? 0;
      places[kept] = place;
      kept += 1;
    }
    return { grams: grams.subarray(0, kept), places: places.subarray(0, kept) };
  }

  #renew(): void {
    const alive = [...this.#byKey.values()];
    this.#texts = [];
    this.#bases = [];
    this.#pending = [];
    this.#units = 0;
    this.#dead = 0;
    this.#slots = new Uint32Array(1 << 8);
    this.#main = new GramSegment(empty);
    this.#recent = new GramSegment(empty);
    for (const { key, units } of alive) this.#append(key, units);
  }
}
