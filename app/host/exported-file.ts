/** Kinds of files of text that the page itself makes: a table, a codebook, a drawing, a page. */
export type ExportedTextKind = 'csv' | 'qdc' | 'svg' | 'html';

/** Kinds of files of bytes that the page itself makes: a workbook, a picture. */
export type ExportedBytesKind = 'xlsx' | 'png';

/** The kind is the ending of the file's name. */
export type ExportedKind = ExportedTextKind | ExportedBytesKind;

/** A file that the page made, for the analyst to keep. */
export type ExportedFile = {
  /** Any title; main makes a name of it that every system takes. An ending that is the kind's counts once. */
  readonly suggestedName: string;
} & (
  | {
      readonly kind: ExportedTextKind;
      /** Written as UTF-8; at most 200,000,000 code units. A table gets a byte order mark, so the content has none. */
      readonly content: string;
    }
  | {
      readonly kind: ExportedBytesKind;
      /** Written as they are; at most 400,000,000. */
      readonly bytes: Uint8Array;
    }
);
