/**
 * Starts a timer of so many milliseconds and answers with what stops it. Injected, so that tests need not wait.
 */
export type StartTimer = (callback: () => void, milliseconds: number) => () => void;
