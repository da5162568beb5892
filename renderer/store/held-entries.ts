import type { JournalEntry } from '../../app/record/change.ts';
import type { Diff } from '../../app/record/diff.ts';
import { statesIn } from '../../app/record/slice-diff.ts';
import { type StartTimer, startTimeout } from './start-timer.ts';

export interface HeldEntriesOptions {
  /** Writes entries, which follow all that were written before. Resolves when they are on disk. */
  write(entries: readonly JournalEntry[]): Promise<void>;
  readonly startTimer?: StartTimer;
}

/** Without anything new for so long, in milliseconds, a job has ended: while one runs something comes more often (`EntryIntake`). */
const quietTime = 3_000;

/** How many records are held at most; reading them from the journal after a crash takes some seconds. */
const mostHeld = 50_000;

/** How many are written at a time: what the analyst does meanwhile waits a fifth of a second behind them. */
const recordsTogether = 2_000;

/**
 * What jobs made, on its way to the database. Main has journalled it, so nothing is lost with the window: the next start
 * takes it from there. Writing it takes an eighth of the machine's time during an import, so it waits until the import is
 * over.
 */
export class HeldEntries {
  readonly #options: HeldEntriesOptions;
  readonly #startTimer: StartTimer;
  #entries: JournalEntry[] = [];
  /** How many of them put or remove a record. */
  readonly #touching = new Map<string, number>();
  #recordCount = 0;
  #isDue = false;
  #isWriting = false;
  #stopTimer: (() => void) | null = null;

  constructor(options: HeldEntriesOptions) {
    this.#options = options;
    this.#startTimer = options.startTimer ?? startTimeout;
  }

  /** Takes entries to be written when there is time. */
  hold(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      this.#entries.push(entry);
      this.#recordCount += statesIn(entry.change.diff);
      for (const id of idsIn(entry.change.diff)) {
        this.#touching.set(id, (this.#touching.get(id) ?? 0) + 1);
      }
    }
    this.#isDue = false;
    this.#stopTimer?.();
    this.#stopTimer = this.#startTimer(() => {
      this.#isDue = true;
      void this.#writeSome();
    }, quietTime);
    void this.#writeSome();
  }

  /** Whether a diff changes records that are held in an earlier state, which must be written before it. */
  isTouchedBy(diff: Diff): boolean {
    if (this.#entries.length === 0) return false;
    return idsIn(diff).some((id) => this.#touching.has(id));
  }

  /** Has everything written now. Cost, for the database: all of it. */
  release(): void {
    this.#stopTimer?.();
    while (this.#entries.length > 0) void this.#options.write(this.#take());
  }

  /** Lets go of what is held: the journal has it. */
  stop(): void {
    this.#stopTimer?.();
    this.#entries = [];
  }

  async #writeSome(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#entries.length > 0 && (this.#isDue || this.#recordCount > mostHeld)) {
      await this.#options.write(this.#take());
    }
    this.#isWriting = false;
  }

  #take(): readonly JournalEntry[] {
    let count = 0;
    let end = 0;
    while (end < this.#entries.length && count < recordsTogether) {
      count += statesIn((this.#entries[end] as JournalEntry).change.diff);
      end += 1;
    }
    const taken = this.#entries.splice(0, end);
    this.#recordCount -= count;
    for (const id of taken.flatMap(({ change }) => idsIn(change.diff))) {
      const left = (this.#touching.get(id) ?? 1) - 1;
      if (left === 0) this.#touching.delete(id);
      else this.#touching.set(id, left);
    }
    return taken;
  }
}

function idsIn({ added, updated, removed }: Diff): string[] {
  return [
    ...added.map(({ id }) => id),
    ...updated.map(([, { id }]) => id),
    ...removed.map(({ id }) => id),
  ];
}
