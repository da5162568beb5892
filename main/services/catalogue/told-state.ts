import { systemTimer } from '../system-timer.ts';

/** A state as others are told of it: not too often, and the last one always. */
export class ToldState<State> {
  readonly #between: number;
  readonly #listeners = new Set<(state: State) => void>();
  #state: State;
  #stopTelling: (() => void) | null = null;

  /** @param between two states, in milliseconds */
  constructor(state: State, between: number) {
    this.#state = state;
    this.#between = between;
  }

  get present(): State {
    return this.#state;
  }

  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  become(state: State): void {
    this.#state = state;
    if (this.#stopTelling !== null) return;
    for (const listener of this.#listeners) listener(state);
    this.#stopTelling = systemTimer(() => {
      this.#stopTelling = null;
      if (this.#state !== state) this.become(this.#state);
    }, this.#between);
  }

  /** Nobody is told any more. */
  stop(): void {
    this.#stopTelling?.();
    this.#listeners.clear();
  }
}
