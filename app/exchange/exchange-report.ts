/** What a report counts. `correction`: articles whose metadata were put right. */
export type CarriedKind =
  | 'article'
  | 'correction'
  | 'annotation'
  | 'tag'
  | 'claim'
  | 'evidence'
  | 'link'
  | 'speaker'
  | 'silence';

/** How many of each kind; one that is missing is 0. */
export type CarriedCounts = { readonly [Kind in CarriedKind]?: number };

/** A kind of thing that could not be carried. */
export interface LostField {
  /** What: "The colour of a highlight". */
  readonly what: string;
  /** Why not: "The format has no place for it." */
  readonly why: string;
  readonly count: number;
  /** Where, some of them. */
  readonly examples: readonly string[];
}

/** A part of a file that was not taken. */
export interface RefusedPart {
  /** Where in the file, for people: "annotation 12", "sources/a.txt". */
  readonly where: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** What became of an export or an import. */
export interface ExchangeReport {
  /** What went, or came. */
  readonly carried: CarriedCounts;
  /** Of an import: what the project has already. */
  readonly known: CarriedCounts;
  readonly lost: readonly LostField[];
  /** The first of them. */
  readonly refused: readonly RefusedPart[];
  readonly refusedCount: number;
  /** What else is to be known, in sentences: "12 annotations were found by their words; the text has changed." */
  readonly remarks: readonly string[];
}
