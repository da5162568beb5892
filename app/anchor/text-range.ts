import type { TextOffset } from '../base/brand.ts';

/** A half-open range [start, end) of a canonical text, in UTF-16 code units. Never empty where it stands for words. */
export interface TextRange {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** The range of two plain numbers that are known to be offsets of one text. Checks nothing. */
export function textRange(start: number, end: number): TextRange {
  return { start: start as TextOffset, end: end as TextOffset };
}
