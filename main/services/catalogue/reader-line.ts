import type { ReaderAnswer, ReaderQuestion } from './catalogue-messages.ts';
import { type LineOutcome, QuestionLine, type QuestionLineOptions } from './question-line.ts';

/** What became of a question to the catalogue. */
export type ReaderOutcome = LineOutcome<ReaderAnswer>;

type Place = { readonly file: string };

export type ReaderLineOptions = Place &
  Omit<QuestionLineOptions<Place, ReaderQuestion, ReaderAnswer>, 'place'>;

/** Asks a thread that reads the catalogue. */
export class ReaderLine extends QuestionLine<Place, ReaderQuestion, ReaderAnswer> {
  constructor({ file, ...options }: ReaderLineOptions) {
    super({ ...options, place: { file } });
  }

  /** Says that what is under way of a kind is wanted no more. */
  cancel(what: 'search' | 'concordance'): void {
    this.tell({ kind: 'cancel', what });
  }
}
