import type { TextRange } from '../anchor/text-range.ts';

/** How a text gives a statement: in quotation marks, as a block of its own, or in a clause of the author's. */
export type StatementForm = 'direct' | 'block' | 'reported';

/** Who is said to make a statement. */
export interface StatementSpeaker {
  /** The fullest form of the name that the text has; of somebody unnamed the text's words for him. */
  readonly name: string;
  /** Where the text says who it is: a name, an alias, a pronoun; `null`: it follows from the context only. */
  readonly range: TextRange | null;
  /** `false`: a pronoun or the context leaves a doubt. */
  readonly sure: boolean;
}

/** A statement of somebody, as a text gives it. Ranges lie inside the text and on the borders of letters. */
export interface Statement extends TextRange {
  readonly form: StatementForm;
  /**
   * The pieces in order: of a split quotation ("A," he said, "b") each pair of marks with what is between them, of one
   * over several paragraphs the part in each. At least one; the first begins at `start`, the last ends at `end`.
   */
  readonly parts: readonly TextRange[];
  readonly speaker: StatementSpeaker | null;
  /** The words that make it a statement: "said", "according to". */
  readonly cue: TextRange | null;
  /** Where it was made, as the text has it: "in Geneva". */
  readonly place: string | null;
  /** 0 to 1, as rule O10 of SPEC.md defines it. */
  readonly score: number;
}
