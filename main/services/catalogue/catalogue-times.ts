/** How long the catalogue waits for what, in milliseconds. */
export interface CatalogueTimes {
  /** After opening, until the catalogue is brought up without anybody having asked: the window comes first. */
  readonly startAfter: number;
  /** Between two states that are told. */
  readonly betweenStates: number;
  /** A pattern that hangs on one text is ended after this. */
  readonly patternPatience: number;
  /** A pattern gets this long for all texts. */
  readonly patternLimit: number;
  /** So long a pattern may go on when a later one waits. */
  readonly supersededPatience: number;
}

/** What the application has. */
export const usualTimes: CatalogueTimes = {
  startAfter: 1_500,
  betweenStates: 200,
  patternPatience: 3_000,
  patternLimit: 60_000,
  supersededPatience: 300,
};
