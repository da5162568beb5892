// A page may hold more pieces than a call may have arguments, which `Math.min` and `Math.max` take.

/** The least of some numbers, infinite of none. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

/** The greatest of some numbers, negatively infinite of none. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
}
