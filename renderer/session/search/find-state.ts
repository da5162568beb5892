import type { FindOptions, TextRange } from '../../../app/search/find-in-text.ts';
import type { Pane } from '../session-state.ts';

/** What is looked for in an article, and how it is meant. */
export interface FindRequest extends FindOptions {
  readonly text: string;
  /** The words themselves, a regular expression, or a query of the project search: all its words. */
  readonly language: 'words' | 'pattern' | 'query';
}

/** The find bar of a pane, with what it found. */
export interface FindState extends FindRequest {
  readonly pane: Pane['id'];
  readonly hits: readonly TextRange[];
  /** Index of the hit the analyst is at; -1: none. */
  readonly current: number;
  /** Whether the last step went past the end of the text, and on at its other end. */
  readonly wrapped: boolean;
  /** A regular expression is still at work. */
  readonly searching: boolean;
  /** Why nothing can be looked for. */
  readonly problem: string | null;
}

export const emptyRequest: FindRequest = {
  text: '',
  language: 'words',
  matchCase: false,
  wholeWords: false,
};
