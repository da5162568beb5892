import type { StartTimer } from '../../../app/base/start-timer.ts';

/** When to make snapshots. */
export interface SnapshotLimits {
  readonly changes: number;
  /** States of records that changes hold, together: few large ones take as long to read again as many small ones. */
  readonly states: number;
  readonly milliseconds: number;
}

export const usualLimits: SnapshotLimits = {
  changes: 500,
  states: 100_000,
  milliseconds: 10 * 60_000,
};

/** Counts changes and calls for a snapshot every so many of them or of their records, or so long after the first one. */
export class SnapshotSchedule {
  readonly #limits: SnapshotLimits;
  readonly #startTimer: StartTimer;
  readonly #due: () => void;
  #changes = 0;
  #states = 0;
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

  /** Whether a snapshot was called for, and none was begun since. */
  get isDue(): boolean {
    return this.#changes >= this.#limits.changes || this.#states >= this.#limits.states;
  }

  /** @param states how many states of records it holds */
  noteChange(states = 0): void {
    const wasDue = this.isDue;
    this.#changes += 1;
    this.#states += states;
    this.#stopTimer ??= this.#startTimer(this.#due, this.#limits.milliseconds);
    if (this.isDue && !wasDue) this.#due();
  }

  /** A snapshot of everything up to now is being made. */
  reset(): void {
    this.#changes = 0;
    this.#states = 0;
    this.#stopTimer?.();
    this.#stopTimer = null;
  }
}
