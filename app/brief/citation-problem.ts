/** A citation that may not be printed, and why. */
export interface CitationProblem {
  /** `3:10`; where the record is gone, its place in the brief: `Citation 4`. */
  readonly label: string;
  /** The words as the record has them; empty where there are none. */
  readonly quote: string;
  /** A sentence: what is wrong and what to do. */
  readonly reason: string;
}
