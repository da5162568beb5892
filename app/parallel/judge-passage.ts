import { sureRun } from '../compare/align-texts.ts';
import type { AlignedPassage } from '../compare/aligned-passage.ts';
import { type TextUnits, unitFlags, unitKinds } from '../compare/text-units.ts';
import { gramLength } from './gram-hash.ts';
import type { FormulaReason } from './parallel-pair.ts';
import type { UnitCounts } from './unit-counts.ts';

/** A passage of a text, in units. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** A passage longer than this is no name with an office; one that says no more than so many words beside the names is. */
const longestNames = 16;
const mostlyCapitals = 0.6;
const leastBeside = 5;
/** Words, and no more, of a set phrase. */
export const longestPhrase = 14;
/** In more texts than this, short wording is a set phrase; and in so many already where two of them share little else. */
export const manyTexts = 10;
const someTexts = 4;
const littleElse = 0.05;
/** So little in common otherwise is what two articles of one house have: a line under each of them. */
const houseShare = 0.25;

/** Where a passage counts as a whole block, a word or two may lie outside it at either end. */
const slack = 2;

/** Most of the words stand in quotation marks. */
export function isQuoted({ flags }: TextUnits, { from, to }: UnitRange): boolean {
  let quoted = 0;
  for (let at = from; at < to; at += 1) if ((flags[at] ?? 0) & unitFlags.quoted) quoted += 1;
  return quoted * 2 > to - from;
}

/** The share of the words that begin with a capital and go on with small letters, as names and titles do. */
export function capitalShare({ flags }: TextUnits, { from, to }: UnitRange): number {
  let words = 0;
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const flag = flags[at] ?? 0;
    if ((flag & unitFlags.kind) !== unitKinds.word) continue;
    words += 1;
    if (flag & unitFlags.capital) capitals += 1;
  }
  return words === 0 ? 0 : capitals / words;
}

/** Whether a number in digits is in it. */
export function hasNumber({ flags }: TextUnits, { from, to }: UnitRange): boolean {
  for (let at = from; at < to; at += 1) if ((flags[at] ?? 0) & unitFlags.number) return true;
  return false;
}

/** Whether it is one block or several, from the first word to the last, as a headline is. */
export function isWholeBlock({ flags, count }: TextUnits, { from, to }: UnitRange): boolean {
  const isStart = (at: number): boolean =>
    at === 0 || at >= count || ((flags[at] ?? 0) & unitFlags.startsBlock) !== 0;
  let begins = false;
  let ends = false;
  for (let step = 0; step <= slack; step += 1) {
    if (from - step >= 0 && isStart(from - step)) begins = true;
    if (isStart(to + step)) ends = true;
  }
  return begins && ends;
}

/** How unlikely it is that chance brought equal words together, in bits. */
export interface PassageBits {
  /** Those of all equal words, less three for each word that only one passage has: which it is, and where, is choice. */
  readonly all: number;
  /** The same without the longest run. */
  readonly beyondRun: number;
}

/** Of a word in a run too short to say in how many texts it stands: turns of phrase are made of such runs. */
const bitsOfShortRun = 5;

/**
 * The bits of the words that two texts share. A word counts by how rare it is; in wording that a third text has as well, no
 * more than its part of how rare the wording is: a turn of phrase is repeated as a whole. `spread`: see `Candidates`.
 */
export function bitsOf(
  text: TextUnits,
  passage: AlignedPassage,
  counts: UnitCounts,
  spread: Uint32Array,
): PassageBits {
  let all = 0;
  let units = 0;
  let longest = 0;
  let bitsOfLongest = 0;
  for (let at = 0; at < passage.runs.length; at += 3) {
    const from = passage.runs[at] ?? 0;
    const count = passage.runs[at + 2] ?? 0;
    let bits = 0;
    let most =
      from + gramLength(text, from) <= from + count ? Number.POSITIVE_INFINITY : bitsOfShortRun;
    for (let unit = from; unit < from + count; unit += 1) {
      const length = gramLength(text, unit);
      if (unit + length <= from + count) {
        const texts = spread[unit] ?? 1;
        most = texts < 3 ? Number.POSITIVE_INFINITY : Math.log2(counts.total / texts) / length;
      }
      bits += Math.min(most, counts.bitsOf(text.hashes[unit] ?? 0));
    }
    units += count;
    all += bits;
    if (count > longest) {
      longest = count;
      bitsOfLongest = bits;
    }
  }
  const others = passage.leftEnd - passage.left + passage.rightEnd - passage.right - 2 * units;
  all -= 3 * others;
  return { all, beyondRun: all - bitsOfLongest };
}

/** What stands around a run of fewer than eight words must say so much more than chance, or it is that run alone. */
export const leastBeyondRun = 3;

/** Whether chance may have brought together what two texts share. */
export function isByChance(bits: PassageBits, longestRun: number, counts: UnitCounts): boolean {
  if (bits.all < bitsOfChance(counts)) return true;
  return longestRun < sureRun && bits.beyondRun < leastBeyondRun;
}

/** Bits that chance reaches once in a hundred projects of this size: there are as many pairs of places to try. */
function bitsOfChance(counts: UnitCounts): number {
  return Math.max(0, 2 * Math.log2(Math.max(2, counts.total)) - 1 + 7);
}

/** What is known of a passage that two texts share. */
export interface SharedWording {
  readonly words: number;
  /** Texts that have it. */
  readonly texts: number;
  readonly quoted: boolean;
  /** In quotation marks in both. */
  readonly bothQuoted: boolean;
  /** The lesser of both texts. */
  readonly capitals: number;
  /** In both texts. */
  readonly wholeBlocks: boolean;
  /** Of the shorter text, what the two share altogether, 0 to 1. */
  readonly shareOfText: number;
  /** Has digits: what analysts compare is no set phrase. */
  readonly hasNumber: boolean;
  /** Chance may have brought it together. */
  readonly isChance: boolean;
}

/** Whether wording is a formula, and why (rule U6). */
export function formulaOf(wording: SharedWording): FormulaReason | null {
  const { words, texts, quoted, capitals, wholeBlocks, shareOfText, isChance } = wording;
  // A turn of phrase that many texts have may stand in a quotation as well.
  if (texts > manyTexts ? wording.bothQuoted : quoted) return null;
  const isNames = capitals >= mostlyCapitals || words * (1 - capitals) < leastBeside;
  if (words <= longestNames && isNames && !wholeBlocks) return 'names';
  const isShared = texts > manyTexts || (texts >= someTexts && shareOfText < littleElse);
  if (words <= longestPhrase && !wording.hasNumber && (isShared || isChance)) return 'phrase';
  if (texts > manyTexts && wholeBlocks && shareOfText < houseShare) return 'house';
  return null;
}

/** Of a formula, this part of the score is left, so that it ranks after what says something. */
const scoreOfFormula = 0.25;
/** So many shared words are worth half. */
const halfWords = 8;

/** The score of a passage (rule U5). */
export function scoreOf(words: number, likeness: number, formula: FormulaReason | null): number {
  const score = (likeness * words) / (words + halfWords);
  return formula === null ? score : score * scoreOfFormula;
}

/** A pair's score before it lost what formulas lose. */
export function rawScore(score: number, formula: FormulaReason | null): number {
  return formula === null ? score : score / scoreOfFormula;
}

/** The score of a cluster (rule U9) by the mean of its pairs' and the number of its texts. */
export function clusterScore(mean: number, texts: number, formula: FormulaReason | null): number {
  const score = 1 - (1 - Math.min(1, mean)) ** Math.log2(Math.max(2, texts));
  return formula === null ? score : score * scoreOfFormula;
}
