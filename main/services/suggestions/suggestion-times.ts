/** How long suggestions wait for what, in milliseconds. */
export interface SuggestionTimes {
  /** After opening, until suggestions are looked for without anybody having asked: window and catalogue come first. */
  readonly startAfter: number;
  /** After opening, until a question may begin it: nothing is done before the first picture. */
  readonly notBefore: number;
  /** Between two states that are told. */
  readonly betweenStates: number;
  /** A text that takes longer is left out; long ones have more time. */
  readonly patience: number;
  /** A question gets so long. */
  readonly questionLimit: number;
  /** At closing, until the thread that finds must have closed its file; it is ended then, and goes on at the next opening. */
  readonly closing: number;
  /** At closing, until threads must have ended: a query of the database is waited for, but not without limit. */
  readonly ending: number;
}

/** What the application has. */
export const usualSuggestionTimes: SuggestionTimes = {
  startAfter: 5_000,
  notBefore: 1_500,
  betweenStates: 200,
  patience: 5_000,
  questionLimit: 60_000,
  closing: 2_000,
  ending: 5_000,
};
