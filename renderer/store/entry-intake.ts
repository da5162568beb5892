import type { StartTimer } from '../../app/base/start-timer.ts';
import type { JournalEntry } from '../../app/record/change.ts';
import { windowTimer } from './window-timer.ts';

export interface EntryIntakeOptions {
  /** Told of entries in the order they came in. */
  takeUp(entries: readonly JournalEntry[]): void;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
  readonly startTimer?: StartTimer;
}

/**
 * Between two takings of what a job makes, in milliseconds: each has every list of articles made anew and a transaction
 * of its own, and an import makes many changes a second. The first ones are what somebody waits for; of a long import
 * each costs more than the one before, and the bar shows how far it is.
 */
const shortestWait = 600;
const longestWait = 2_400;
const growth = 1.5;

/**
 * Takes in what main journals: what people do at once, and also the first that a job makes; what jobs make after that is
 * gathered for a moment.
 */
export class EntryIntake {
  readonly #options: EntryIntakeOptions;
  readonly #clock: () => number;
  readonly #startTimer: StartTimer;
  #gathered: JournalEntry[] = [];
  #taken = Number.NEGATIVE_INFINITY;
  #wait = shortestWait;
  #stopTimer: (() => void) | null = null;

  constructor(options: EntryIntakeOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#startTimer = options.startTimer ?? windowTimer;
  }

  add(entry: JournalEntry): void {
    this.#gathered.push(entry);
    const since = this.#clock() - this.#taken;
    if (entry.change.jobId === undefined) this.flush();
    else if (since >= this.#wait) {
      // Nothing came for so long that it is another import.
      this.#wait = shortestWait;
      this.flush();
    } else this.#stopTimer ??= this.#startTimer(() => this.#takeInTurn(), this.#wait - since);
  }

  /** Takes up what was gathered, now: before anything is made for the present state. */
  flush(): void {
    this.#stop();
    if (this.#gathered.length === 0) return;
    const entries = this.#gathered;
    this.#gathered = [];
    this.#taken = this.#clock();
    this.#options.takeUp(entries);
  }

  /** Forgets what was gathered: the journal has it. */
  stop(): void {
    this.#stop();
    this.#gathered = [];
  }

  #takeInTurn(): void {
    this.#wait = Math.min(longestWait, this.#wait * growth);
    this.flush();
  }

  #stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }
}
