/** A pause in typing after which a draft is saved, in milliseconds. */
const pause = 700;
/**
 * The longest that a draft waits while typing goes on, in milliseconds. What was typed must be on disk two seconds after
 * (rule N5): the rest is for writing it.
 */
const longest = 1_500;

/** Something typed that may not be handed to the store yet. */
export interface PendingEdit {
  readonly pending: boolean;
  /** Hands it over now. */
  flush(): void;
}

/**
 * Saves what is being typed: after a pause, at the latest a second and a half after the first unsaved key, and at once on
 * `flush` (leaving the field, undo, closing).
 */
export class Draft implements PendingEdit {
  readonly #save: () => void;
  readonly #onPending: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #since: number | null = null;

  /** `onPending` is called whenever `pending` may have changed. */
  constructor(save: () => void, onPending: () => void) {
    this.#save = save;
    this.#onPending = onPending;
  }

  /** Something was typed. */
  touch(): void {
    const now = performance.now();
    if (this.#since === null) {
      this.#since = now;
      this.#onPending();
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => this.flush(), wait);
  }

  /** Whether something typed is not handed to the store yet. */
  get pending(): boolean {
    return this.#since !== null;
  }

  /** Hands it over now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const since = this.#since;
    if (since === null) return;
    this.#since = null;
    try {
      this.#save();
    } catch (error) {
      // Refused: the words are on the screen only, and nothing from elsewhere may be drawn over them.
      this.#since = since;
      throw error;
    }
    this.#onPending();
  }
}
