import type { TextOffset } from '../base/brand.ts';

/** One end of a parallel pair: a range of the text that was put into the index under a key. */
export interface ParallelEnd {
  readonly key: number;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** Most of it stands in quotation marks. */
  readonly quoted: boolean;
}

/**
 * Why a passage is a formula and no statement (rule U6):
 * - `names`: short, and mostly names and titles
 * - `phrase`: short, not quoted, and in many texts, or of words so frequent that chance brings them together
 * - `house`: whole paragraphs that stand in many texts which have nothing else in common
 */
export type FormulaReason = 'names' | 'phrase' | 'house';

/** Two passages of different texts that share wording (rule U2). */
export interface ParallelPair {
  /** Of the smaller key. */
  readonly one: ParallelEnd;
  readonly other: ParallelEnd;
  /** Words that both have in the same order; two signs of a script without spaces count as one. */
  readonly words: number;
  /** 0 to 1 (rule U5). */
  readonly score: number;
  readonly verbatim: boolean;
  /** How many texts have the wording, or the larger part of it, these two included: as the index knows. */
  readonly texts: number;
  readonly formula: FormulaReason | null;
  /** Words in the same order, as runs: start and end in `one`, start and end in `other`, four numbers each. */
  readonly aligned: Uint32Array;
}

/** What is needed of a pair to put it into a cluster. */
export type ClusteredPair = Pick<ParallelPair, 'one' | 'other' | 'score' | 'formula'>;

/** A passage of a cluster. */
export interface ClusterEnd extends ParallelEnd {
  /** Counted from 1, the most frequent wording first (rule U8); of one number: the same folded words. */
  readonly wording: number;
}

/** The same passage in several texts (rule U7). */
export interface ParallelCluster {
  /** By key, then by start; one key may stand twice where a text says it twice. */
  readonly passages: readonly ClusterEnd[];
  /** Different keys. */
  readonly texts: number;
  readonly wordings: number;
  /** Of its longest wording. */
  readonly words: number;
  /** 0 to 1 (rule U9). */
  readonly score: number;
  readonly formula: FormulaReason | null;
}
