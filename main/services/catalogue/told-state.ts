import type { CatalogueState } from '../../../app/host/search.ts';
import { systemTimer } from '../snapshot/snapshot-schedule.ts';

/** The catalogue's state as others are told of it: not too often, and the last one always. */
export class ToldState {
  readonly #between: number;
  readonly #listeners = new Set<(state: CatalogueState) => void>();
  #state: CatalogueState;
  #stopTelling: (() => void) | null = null;

  /** @param between two states, in milliseconds */
  constructor(state: CatalogueState, between: number) {
    this.#state = state;
    this.#between = between;
  }

  get present(): CatalogueState {
    return this.#state;
  }

  subscribe(listener: (state: CatalogueState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  become(state: CatalogueState): void {
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
