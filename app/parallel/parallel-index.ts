import type { TextOffset } from '../base/brand.ts';
import { sureRun, TextAligner } from '../compare/align-texts.ts';
import type { AlignedPassage } from '../compare/aligned-passage.ts';
import type { TextUnits } from '../compare/text-units.ts';
import { CandidateFinder, type Candidates } from './find-candidates.ts';
import { findClusters } from './find-clusters.ts';
import { gramLength } from './gram-hash.ts';
import { GramIndex, type IndexedText } from './gram-index.ts';
import {
  bitsOf,
  capitalShare,
  formulaOf,
  hasNumber,
  isByChance,
  isQuoted,
  isWholeBlock,
  scoreOf,
  type UnitRange,
} from './judge-passage.ts';
import type { ClusteredPair, ParallelCluster, ParallelEnd, ParallelPair } from './parallel-pair.ts';
import { UnitCounts } from './unit-counts.ts';

/** Passages that share fewer words are left to the comparison of two texts. */
const leastParallelWords = 8;

/** Of one text, so many pairs at most are answered, the best: texts made of set phrases share no end of them. */
const mostPairs = 2_000;

/** Who goes through all pairs, and has to know at which text that is. */
export interface PairsWatch {
  begins(key: number): void;
  failed(key: number, error: unknown): void;
}

/**
 * Text reuse over a project, text by text (rules U1 to U9). A key is a number of the caller's for a text, kept for as long as
 * the text is the same. Nothing is worked out before it is asked for. Memory: some 20 bytes a word, twice that while it
 * is sorted.
 */
export class ParallelIndex {
  readonly #index = new GramIndex();
  readonly #counts = new UnitCounts();
  readonly #candidates = new CandidateFinder(this.#index, this.#counts);
  readonly #aligner = new TextAligner();

  /** Puts a text in, in place of what was there under the key. `units`: `unitsOf(text)`, or what `decodeUnits` made of their bytes. */
  put(key: number, units: TextUnits): void {
    this.delete(key);
    this.#index.put(key, units);
    this.#counts.add(units, 1);
  }

  /** Takes a text out; answers whether it was there. */
  delete(key: number): boolean {
    const units = this.#index.delete(key);
    if (units === null) return false;
    this.#counts.add(units, -1);
    return true;
  }

  has(key: number): boolean {
    return this.#index.get(key) !== null;
  }

  get size(): number {
    return this.#index.size;
  }

  /** The parallel passages of one text with all others, best first, formulas last; 2,000 at most. Without the text: none. */
  pairsOf(key: number): readonly ParallelPair[] {
    // What is gone is left out when the lists are made, which may renumber the slots.
    this.#index.segments();
    const text = this.#index.get(key);
    if (text === null) return [];
    return best(this.#pairsOf(text, this.#candidates.find(text, false)));
  }

  /**
   * The pairs of all texts, each once, text by text, so that the caller can stop in between: each step answers with the
   * pairs of one text with those put in before it, best first, 2,000 at most. `part` of `parts` takes every so-manieth text, for threads that share
   * the work, each with an index of its own. Nothing may be put in or taken out before the end. What fails over a text is told
   * to `watch`, and goes on with the next.
   */
  *allPairs(
    part = 0,
    parts = 1,
    watch: PairsWatch | null = null,
  ): Generator<readonly ParallelPair[], void, void> {
    this.#index.segments();
    for (let slot = part; slot < this.#index.slots; slot += parts) {
      const text = this.#index.at(slot);
      if (text === null) continue;
      watch?.begins(text.key);
      let pairs: readonly ParallelPair[] = [];
      try {
        pairs = best(this.#pairsOf(text, this.#candidates.find(text, true)));
      } catch (error) {
        if (watch === null) throw error;
        watch.failed(text.key, error);
      }
      yield pairs;
    }
  }

  /** The clusters that pairs of texts in this index make, best first, formulas last. */
  clusters(pairs: Iterable<ClusteredPair>): readonly ParallelCluster[] {
    return findClusters(pairs, (key) => this.#index.get(key)?.units ?? null);
  }

  #pairsOf(text: IndexedText, { slots, spread }: Candidates): ParallelPair[] {
    const pairs: ParallelPair[] = [];
    for (const slot of slots) {
      const other = this.#index.at(slot);
      if (other === null) continue;
      const passages = this.#aligner.align(text.units, other.units, leastParallelWords);
      const shared = passages.reduce((sum, { words }) => sum + words, 0);
      const shareOfText = shared / Math.max(1, Math.min(text.units.count, other.units.count));
      for (const passage of passages) {
        const pair = this.#pairOf(text, other, passage, shareOfText, spread);
        if (pair !== null) pairs.push(pair);
      }
    }
    return pairs;
  }

  /** `null`: no more than chance. */
  #pairOf(
    text: IndexedText,
    other: IndexedText,
    passage: AlignedPassage,
    shareOfText: number,
    spread: Uint32Array,
  ): ParallelPair | null {
    const bits = bitsOf(text.units, passage, this.#counts, spread);
    const isChance = isByChance(bits, passage.longestRun, this.#counts);
    if (isChance && passage.longestRun < sureRun) return null;
    const ours = { from: passage.left, to: passage.leftEnd };
    const theirs = { from: passage.right, to: passage.rightEnd };
    const texts = spreadOf(text.units, passage, spread);
    const one = endOf(text, ours);
    const two = endOf(other, theirs);
    const formula = formulaOf({
      words: passage.words,
      texts,
      quoted: one.quoted || two.quoted,
      bothQuoted: one.quoted && two.quoted,
      capitals: Math.min(capitalShare(text.units, ours), capitalShare(other.units, theirs)),
      wholeBlocks: isWholeBlock(text.units, ours) && isWholeBlock(other.units, theirs),
      shareOfText,
      hasNumber: hasNumber(text.units, ours) || hasNumber(other.units, theirs),
      isChance,
    });
    const isTurned = text.key > other.key;
    return {
      one: isTurned ? two : one,
      other: isTurned ? one : two,
      words: passage.words,
      score: scoreOf(passage.words, passage.likeness, formula),
      verbatim: passage.verbatim,
      texts,
      formula,
      aligned: alignedRanges(text.units, other.units, passage.runs, isTurned),
    };
  }
}

/** Sorts the list that it is given. */
function best(pairs: ParallelPair[]): readonly ParallelPair[] {
  return pairs.sort(byScore).slice(0, mostPairs);
}

function byScore(one: ParallelPair, other: ParallelPair): number {
  return (
    Number(one.formula !== null) - Number(other.formula !== null) ||
    other.score - one.score ||
    one.one.key - other.one.key ||
    one.other.key - other.other.key ||
    one.one.start - other.one.start ||
    one.other.start - other.other.start
  );
}

/** In how many texts the grams of a passage stand, those that lie in its runs: the middle one of them. */
function spreadOf(units: TextUnits, { runs }: AlignedPassage, spread: Uint32Array): number {
  const counts: number[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    const from = runs[at] ?? 0;
    const to = from + (runs[at + 2] ?? 0);
    for (let unit = from; unit < to && unit + gramLength(units, unit) <= to; unit += 1) {
      counts.push(spread[unit] ?? 1);
    }
  }
  counts.sort((one, other) => one - other);
  return Math.max(2, counts[counts.length >> 1] ?? 2);
}

function endOf({ key, units }: IndexedText, range: UnitRange): ParallelEnd {
  return {
    key,
    start: (units.starts[range.from] ?? 0) as TextOffset,
    end: endAt(units, range.to - 1) as TextOffset,
    quoted: isQuoted(units, range),
  };
}

function endAt({ starts, lengths }: TextUnits, unit: number): number {
  return (starts[unit] ?? 0) + (lengths[unit] ?? 0);
}

function alignedRanges(
  ours: TextUnits,
  theirs: TextUnits,
  runs: Uint32Array,
  isTurned: boolean,
): Uint32Array {
  const ranges = new Uint32Array((runs.length / 3) * 4);
  const [first, second] = isTurned ? [2, 0] : [0, 2];
  for (let at = 0; at * 3 < runs.length; at += 1) {
    const left = runs[at * 3] ?? 0;
    const right = runs[at * 3 + 1] ?? 0;
    const last = (runs[at * 3 + 2] ?? 0) - 1;
    ranges[at * 4 + first] = ours.starts[left] ?? 0;
    ranges[at * 4 + first + 1] = endAt(ours, left + last);
    ranges[at * 4 + second] = theirs.starts[right] ?? 0;
    ranges[at * 4 + second + 1] = endAt(theirs, right + last);
  }
  return ranges;
}
