/** What is proven, one after the other. */
export type VerifiedPart =
  | 'journal'
  | 'snapshots'
  | 'texts'
  | 'quotations'
  | 'references'
  | 'catalogue'
  | 'suggestions';

/** Something that is not as it should be. */
export interface Finding {
  readonly part: VerifiedPart;
  /** A file below the project's folder, or what people call the record: `3:10`. */
  readonly where: string;
  /** What is the matter and what to do, in sentences. */
  readonly message: string;
}

/** What proving a project came to. */
export interface Verification {
  readonly findings: readonly Finding[];
  /** What is no damage but worth knowing, in sentences. */
  readonly remarks: readonly string[];
  /**
   * How many of each were looked at: lines of the journal, snapshots, texts, passages, records; of catalogue and suggestions 1 if
   * the file was compared with its seal.
   */
  readonly counts: Readonly<Record<VerifiedPart, number>>;
}
