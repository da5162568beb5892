/** Kinds of files that the page itself reads: a codebook (QDC or CSV). */
export type ChosenKind = 'codebook';

/** A file that the analyst chose, as text. */
export interface ChosenFile {
  readonly fileName: string;
  /** Without a byte order mark. */
  readonly content: string;
}
