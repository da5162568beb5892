/** Makes a `switch` exhaustive: the compiler refuses the call while a case is missing. Throws if reached. */
export function assertNever(value: never): never {
  throw new RangeError(`Unexpected case: ${JSON.stringify(value)}`);
}
