import type { RevisionHash, TextOffset } from '../base/brand.ts';

/** The kinds of blocks a revision is made of. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'quotation'
  | 'caption'
  | 'table-cell'
  | 'footnote';

/**
 * One block of a revision: the half-open range [start, end) of the canonical text. Blocks are in order, never empty,
 * and exactly one line feed stands between two of them, so `next.start === this.end + 1`.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** Of a heading: 1 to 6. Absent on other kinds. */
  readonly level?: number;
  /** The page of a paged source (PDF) on which it begins, counted from 1. Absent elsewhere. */
  readonly page?: number;
}

/** A revision's text as the analyst sees and quotes it. Rules T1 to T9 of SPEC.md. */
export interface RevisionText {
  readonly hash: RevisionHash;
  /** The canonical text: the blocks' text joined by one line feed each. */
  readonly text: string;
  readonly blocks: readonly Block[];
}
