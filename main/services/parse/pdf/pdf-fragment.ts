/**
 * A run of letters on a page, drawn in one go. Points, 72 to the inch, counted from the page's upper left corner as the
 * page is shown, so that y grows downwards.
 */
export interface PdfFragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** y of the line that the letters stand on. */
  readonly baseline: number;
  /** Of the letters, in points. */
  readonly size: number;
  /** Names the typeface in this document; says nothing by itself. */
  readonly font: string;
}

/** The letters of a page, in the order in which they are drawn. */
export interface PdfPage {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly PdfFragment[];
}
