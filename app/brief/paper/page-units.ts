/** A piece of text that no page parts: a line, a row of a table, a picture. All heights are in CSS pixels. */
export interface PageUnit {
  /** Where it begins in the text as one strip, with the borders and paddings of what begins with it, without margins. */
  readonly start: number;
  /** Where it ends, with the borders and paddings of what ends with it. */
  readonly end: number;
  /** The notes whose marks stand in it, as indexes. */
  readonly notes: readonly number[];
  /**
   * How bad a page is that begins with it. 0: not at all; 1: it parts what should stay together; 2: it leaves too few lines of a
   * paragraph on one side; 3: it parts a heading from what is under it.
   */
  readonly penalty: 0 | 1 | 2 | 3;
  /** The height of the heads of a table, which stand again over it on a page that begins with it; otherwise 0. */
  readonly repeated: number;
}

/** A note as it is laid out at the foot of a page. */
export interface FootNote {
  readonly height: number;
  /** Where it may be parted, from its top; ascending. */
  readonly cuts: readonly number[];
}

/** What of a note stands on a page. */
export interface PagePiece {
  /** Index. */
  readonly note: number;
  /** From the note's top: 0, its height, or one of its cuts. */
  readonly from: number;
  readonly to: number;
}

/** A page with its text and its notes. */
export interface FilledPage {
  /** Counted from 0; a page whose text is higher than one page is the last of those that it takes. */
  readonly page: number;
  /** The indexes of its first and last unit; `last` is less than `first` on a page of notes alone. */
  readonly first: number;
  readonly last: number;
  /** From top to bottom. */
  readonly pieces: readonly PagePiece[];
}
