/** Runs something after so many milliseconds; answers with what prevents it. */
export type StartTimer = (run: () => void, milliseconds: number) => () => void;

/** The window's own timer. */
export function startTimeout(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
