import type { BlockKind } from '../record/text.ts';

/**
 * A block as a reader of some file format found it: the words may still hold any white space, control characters and
 * lone surrogates. `canonicalText` makes blocks of drafts.
 */
export interface BlockDraft {
  readonly kind: BlockKind;
  /** Of a heading: 1 to 6, 1 if absent. Ignored on other kinds. */
  readonly level?: number;
  readonly text: string;
  /** The page on which it begins, counted from 1, in sources that have pages. */
  readonly page?: number;
}
