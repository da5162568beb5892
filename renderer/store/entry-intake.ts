import type { JournalEntry } from '../../app/record/change.ts';

export interface EntryIntakeOptions {
  /** Told of entries in the order they came in. */
  takeUp(entries: readonly JournalEntry[]): void;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/**
 * Between two takings of what a job makes, in milliseconds: each has every list of articles made anew and a transaction
 * of its own, and an import makes many changes a second.
 */
const betweenTakings = 600;

/**
 * Takes in what main journals: what people do at once, and also the first that a job makes; what jobs make after that is
 * gathered for a moment.
 */
export class EntryIntake {
  readonly #options: EntryIntakeOptions;
  readonly #clock: () => number;
  #gathered: JournalEntry[] = [];
  #taken = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EntryIntakeOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
  }

  add(entry: JournalEntry): void {
    this.#gathered.push(entry);
    const wait = this.#taken + betweenTakings - this.#clock();
    if (entry.change.jobId === undefined || wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Takes up what was gathered, now: before anything is made for the present state. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.length === 0) return;
    const entries = this.#gathered;
    this.#gathered = [];
    this.#taken = this.#clock();
    this.#options.takeUp(entries);
  }

  /** Forgets what was gathered: the journal has it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#gathered = [];
  }
}
