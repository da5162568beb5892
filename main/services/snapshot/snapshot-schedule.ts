/** When to make snapshots. */
export interface SnapshotLimits {
  readonly changes: number;
  readonly milliseconds: number;
}

export const usualLimits: SnapshotLimits = {
  changes: 500,
  milliseconds: 10 * 60_000,
};

/** Starts a timer and answers with what stops it. Injected, so that tests need not wait. */
export type StartTimer = (callback: () => void, milliseconds: number) => () => void;

/** The system's timer; does not keep the program alive. */
export const systemTimer: StartTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Counts changes and calls for a snapshot every so many of them, or so long after the first one. */
export class SnapshotSchedule {
  readonly #limits: SnapshotLimits;
  readonly #startTimer: StartTimer;
  readonly #due: () => void;
  #changes = 0;
  #stopTimer: (() => void) | null = null;

  constructor(limits: SnapshotLimits, startTimer: StartTimer, due: () => void) {
    this.#limits = limits;
    this.#startTimer = startTimer;
    this.#due = due;
  }

  /** Whether there were changes since the last snapshot. */
  get hasChanges(): boolean {
    return this.#changes > 0;
  }

  noteChange(): void {
    this.#changes += 1;
    this.#stopTimer ??= this.#startTimer(this.#due, this.#limits.milliseconds);
    if (this.#changes === this.#limits.changes) this.#due();
  }

  /** A snapshot of everything up to now is being made. */
  reset(): void {
    this.#changes = 0;
    this.#stopTimer?.();
    this.#stopTimer = null;
  }
}
