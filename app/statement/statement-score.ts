import type { StatementForm, StatementSpeaker } from './statement.ts';

/** What the score of a statement is made of. */
export interface ScoredStatement {
  readonly form: StatementForm;
  readonly words: number;
  readonly speaker: StatementSpeaker | null;
  /** Whether words say that it is a statement: "said", "according to". */
  readonly cued: boolean;
  /** Whether it is a sentence of its own, or more. */
  readonly whole: boolean;
  /** Whether its last mark is there. */
  readonly closed: boolean;
}

const ofForm: Readonly<Record<StatementForm, number>> = { direct: 0.4, block: 0.4, reported: 0.25 };
const wordsOfFullLength = 25;

/** How good a suggestion a statement is, 0 to 1, by rule O10. */
export function statementScore(statement: ScoredStatement): number {
  const { form, words, speaker, cued, whole, closed } = statement;
  const score =
    ofForm[form] +
    (cued ? 0.15 : 0) +
    (speaker === null ? 0 : speaker.sure ? 0.2 : 0.1) +
    (whole ? 0.1 : 0) +
    0.15 * Math.min(1, words / wordsOfFullLength) -
    (closed ? 0 : 0.15);
  return Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000;
}
