/** Kinds of files that the page itself makes: a table, a codebook, a drawing. The kind is the ending of the file's name. */
export type ExportedKind = 'csv' | 'qdc' | 'svg';

/** A file that the page made, for the analyst to keep. */
export interface ExportedFile {
  /** Any title; main makes a name of it that every system takes. An ending that is the kind's counts once. */
  readonly suggestedName: string;
  readonly kind: ExportedKind;
  /** Written as UTF-8; at most 200,000,000 code units. A table gets a byte order mark, so the content has none. */
  readonly content: string;
}
