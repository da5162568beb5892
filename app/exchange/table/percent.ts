/** Digits of a confidence that tables hold; people say two. */
const digits = 12;

/** A confidence of 0 to 1 as a share of 100, without the noise of binary fractions (`0.07 * 100`). */
export function percentOf(confidence: number): number {
  return Number((confidence * 100).toPrecision(digits));
}

/** The confidence of a share of 100. */
export function confidenceOf(percent: number): number {
  return Number((percent / 100).toPrecision(digits));
}
