import type { StartTimer } from '../../app/base/start-timer.ts';
import type { JournalEntry } from '../../app/record/change.ts';
import type { Diff } from '../../app/record/diff.ts';
import { statesIn } from '../../app/record/slice-diff.ts';
import { windowTimer } from './window-timer.ts';

export interface HeldEntriesOptions {
  /** Writes entries, which follow all that were written before. Resolves when they are on disk. */
  write(entries: readonly JournalEntry[]): Promise<void>;
  readonly startTimer?: StartTimer;
}

/** Without anything new for so long, in milliseconds, a job has ended: while one runs something comes more often (`EntryIntake`). */
const quietTime = 3_000;

/** How many states of records are held at most; reading them from the journal after a crash takes some seconds. */
const mostHeld = 50_000;

/** How many are written at a time: what the analyst does meanwhile waits a fifth of a second behind them. */
const statesTogether = 2_000;

/**
 * What jobs made, on its way to the database. Main has journalled it, so nothing is lost with the window: the next start
 * takes it from there. Writing it takes an eighth of the machine's time during an import, so it waits until the import is
 * over.
 */
export class HeldEntries {
  readonly #options: HeldEntriesOptions;
  readonly #startTimer: StartTimer;
  #entries: JournalEntry[] = [];
  /** The number of the first of them, by which they are counted on. */
  #first = 0;
  #states = 0;
  /** By record, the number of the last entry that holds a state of it. */
  readonly #lastWith = new Map<string, number>();
  /** By record, up to which number entries hold states that are older than what the database has. */
  readonly #outdated = new Map<string, number>();
  #isDue = false;
  #isWriting = false;
  #stopTimer: (() => void) | null = null;

  constructor(options: HeldEntriesOptions) {
    this.#options = options;
    this.#startTimer = options.startTimer ?? windowTimer;
  }

  /** Takes entries to be written when there is time. */
  hold(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      for (const id of idsIn(entry.change.diff)) {
        this.#lastWith.set(id, this.#first + this.#entries.length);
      }
      this.#entries.push(entry);
      this.#states += statesIn(entry.change.diff);
    }
    this.#isDue = false;
    this.#stopTimer?.();
    this.#stopTimer = this.#startTimer(() => {
      this.#isDue = true;
      void this.#writeSome();
    }, quietTime);
    void this.#writeSome();
  }

  /** What a diff says of records is written before what is held of them, which then must not be written over it. */
  passBy(diff: Diff): void {
    if (this.#entries.length === 0) return;
    for (const id of idsIn(diff)) {
      const last = this.#lastWith.get(id);
      if (last !== undefined) this.#outdated.set(id, last);
    }
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
    while (this.#entries.length > 0 && (this.#isDue || this.#states > mostHeld)) {
      await this.#options.write(this.#take());
    }
    this.#isWriting = false;
  }

  #take(): readonly JournalEntry[] {
    const taken: JournalEntry[] = [];
    let states = 0;
    for (const entry of this.#entries) {
      if (states >= statesTogether) break;
      states += statesIn(entry.change.diff);
      taken.push(this.#present(entry, this.#first + taken.length));
    }
    this.#entries.splice(0, taken.length);
    this.#first += taken.length;
    this.#states -= states;
    return taken;
  }

  /** The entry with that number without what is outdated; it is held no longer. */
  #present(entry: JournalEntry, number: number): JournalEntry {
    const { diff } = entry.change;
    const isPresent = ({ id }: { readonly id: string }) =>
      (this.#outdated.get(id) ?? Number.NEGATIVE_INFINITY) < number;
    const present = {
      added: diff.added.filter(isPresent),
      updated: diff.updated.filter(([, after]) => isPresent(after)),
      removed: diff.removed.filter(isPresent),
    };
    for (const id of idsIn(diff)) {
      if (this.#lastWith.get(id) !== number) continue;
      this.#lastWith.delete(id);
      this.#outdated.delete(id);
    }
    return { ...entry, change: { ...entry.change, diff: present } };
  }
}

function idsIn({ added, updated, removed }: Diff): string[] {
  return [
    ...added.map(({ id }) => id),
    ...updated.map(([, { id }]) => id),
    ...removed.map(({ id }) => id),
  ];
}
