import type { Change, JournalEntry } from '../../app/record/change.ts';
import { isLarge } from '../../app/record/slice-diff.ts';
import { afterFrame } from './after-frame.ts';
import type { JournalPosition, ProjectDatabase } from './database.ts';
import { HeldEntries } from './held-entries.ts';
import { PositionTracker } from './journal-position.ts';
import { putIntoOutbox, takeFromOutbox } from './outbox.ts';
import { RetryingChain } from './retrying-chain.ts';
import { writeAtOnce } from './write-at-once.ts';
import { joinDiffs, kindsIn, writeDiff } from './write-diff.ts';

/** What the status line says of saving. `failed` names the reason; the queue goes on trying. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'failed'; readonly waiting: number; readonly reason: string };

export interface SaveQueueOptions {
  readonly database: ProjectDatabase;
  readonly position: JournalPosition;
  /** The next free position of the outbox. */
  readonly nextOutboxPosition: number;
  /** Journals a change; answers with its sequence number when it is on disk. */
  append(change: Change): Promise<{ readonly sequence: number }>;
  onState(state: SaveState): void;
}

interface Acknowledgement {
  /** Of the outbox row. */
  readonly position: number;
  readonly sequence: number;
  readonly changeId: string;
}

/**
 * Writes each change to IndexedDB and to the journal, side by side, each in the order of making. A change is saved
 * when both have answered, not before. Until the journal has answered, the change stands in the outbox, in the same
 * transaction as its records: a process killed in between sends it again at the next start.
 *
 * One change at a time goes to the journal: if one fails, later ones must not overtake it.
 */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  /** What has come in, written or not: tells a new entry from a known one. */
  readonly #received: PositionTracker;
  /** What the database holds once the chain's present task is done. Only tasks of the chain note anything here. */
  readonly #written: PositionTracker;
  readonly #database: RetryingChain;
  readonly #journal: RetryingChain;
  readonly #held: HeldEntries;
  readonly #unsaved = new Set<string>();
  #acknowledged: readonly Acknowledgement[] = [];
  /** Whether what was acknowledged is going to be taken out of the outbox. */
  #tidies = false;
  /** Outbox rows up to this position were written. */
  #writtenUpTo: number;
  readonly #sides = new Map<string, number>();
  #nextPosition: number;
  #idle: (() => void)[] = [];
  /** What the state was when it was told last. */
  #told: { readonly waiting: number; readonly reason: string | null } = {
    waiting: 0,
    reason: null,
  };

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.#received = new PositionTracker(options.position);
    this.#written = new PositionTracker(options.position);
    this.#nextPosition = options.nextOutboxPosition;
    this.#writtenUpTo = options.nextOutboxPosition - 1;
    this.#database = new RetryingChain(() => this.#tell());
    this.#journal = new RetryingChain(() => this.#tell());
    this.#held = new HeldEntries({
      write: (entries) => new Promise((resolve) => this.#addEntries(entries, resolve)),
    });
  }

  /** Takes a change that the records in memory show already. Returns at once. */
  save(change: Change): void {
    const position = this.#nextPosition;
    this.#nextPosition += 1;
    this.#track(change.id, 2);
    // Writing begins in this turn of the thread, and copying many records would hold up the frame that shows them.
    const shown = isLarge(change.diff) ? afterFrame() : null;
    this.#held.passBy(change.diff);
    // Side by side; the journal first, which is further away.
    this.#send(change, position, shown);
    this.#database.add(
      async () => {
        if (shown !== null) await shown;
        await this.#write(change, position);
        this.#writtenUpTo = position;
      },
      () => this.#settle(change.id),
    );
  }

  /** Sends a change again that was in the outbox at start. Its records are written already. */
  resend(change: Change, position: number): void {
    this.#track(change.id, 1);
    this.#send(change, position);
  }

  /** Notes an entry that main made. `false`: it is held already, nothing to do. Otherwise hand it to `takeUp`. */
  receive(sequence: number, changeId: string): boolean {
    return this.#received.note(sequence, changeId);
  }

  /** Takes entries that main made. Those of people are written at once, those of jobs when the job is over (`HeldEntries`). */
  takeUp(entries: readonly JournalEntry[]): void {
    if (entries.every(({ change }) => change.jobId !== undefined)) {
      this.#held.hold(entries);
      return;
    }
    for (const { change } of entries) this.#held.passBy(change.diff);
    this.#addEntries(entries);
  }

  /** Writes entries in one transaction. */
  #addEntries(entries: readonly JournalEntry[], written: () => void = () => undefined): void {
    for (const { change } of entries) this.#sides.set(change.id, 1);
    for (const { change } of entries) this.#unsaved.add(change.id);
    this.#tell();
    this.#database.add(
      () => this.#writeEntries(entries),
      () => {
        for (const { change } of entries) this.#forget(change.id);
        this.#tell();
        written();
      },
    );
  }

  /** Whether an entry between those held has not come. Ask the journal for it. */
  get hasGap(): boolean {
    return this.#received.hasGap;
  }

  get position(): JournalPosition {
    return this.#received.position;
  }

  /** Resolves when nothing waits any more, acknowledgements included. */
  async whenIdle(): Promise<void> {
    this.#held.release();
    if (this.#unsaved.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#tidyNow();
    await this.#database.whenEmpty();
  }

  /** Stops trying. What is unsaved stays in the outbox as far as it got there. */
  stop(): void {
    this.#held.stop();
    this.#database.stop();
    this.#journal.stop();
  }

  #track(changeId: string, sides: number): void {
    this.#unsaved.add(changeId);
    this.#sides.set(changeId, sides);
    this.#tell();
  }

  #settle(changeId: string): void {
    const left = (this.#sides.get(changeId) ?? 1) - 1;
    if (left > 0) this.#sides.set(changeId, left);
    else this.#forget(changeId);
    this.#tell();
  }

  #forget(changeId: string): void {
    this.#sides.delete(changeId);
    this.#unsaved.delete(changeId);
  }

  #send(change: Change, position: number, begun: Promise<void> | null = null): void {
    this.#journal.add(
      async () => {
        if (begun !== null) await begun;
        const { sequence } = await this.#options.append(change);
        this.#received.note(sequence, change.id);
        const acknowledged = { position, sequence, changeId: change.id };
        this.#acknowledged = [...this.#acknowledged, acknowledged];
        this.#tidySoon();
      },
      () => this.#settle(change.id),
    );
  }

  /**
   * Tidies the outbox behind the frame that shows the change: it is saved as it is. If the process is killed before that, the
   * next start sends the change again, and the journal knows it.
   */
  #tidySoon(): void {
    if (this.#tidies) return;
    this.#tidies = true;
    void afterFrame().then(() => this.#tidyNow());
  }

  #tidyNow(): void {
    if (!this.#tidies) return;
    this.#tidies = false;
    this.#database.add(() => this.#acknowledge());
  }

  async #write(change: Change, position: number): Promise<void> {
    const { database } = this.#options;
    if (!isLarge(change.diff)) {
      const outcome = await writeAtOnce(database, { position, change });
      if (outcome === 'emptied') throw emptied();
      if (outcome === 'written') return;
    }
    const tables = kindsIn(change.diff).map((kind) => database.records(kind));
    await database.transaction('rw', [...tables, database.outbox, database.positions], async () => {
      await this.#assertPresent();
      await writeDiff(database, change.diff);
      await putIntoOutbox(database, { position, change });
    });
  }

  async #writeEntries(entries: readonly JournalEntry[]): Promise<void> {
    const { database } = this.#options;
    for (const { sequence, change } of entries) this.#written.note(sequence, change.id);
    const diffs = entries.map(({ change }) => change.diff);
    const kinds = new Set(diffs.flatMap(kindsIn));
    const tables = [...kinds].map((kind) => database.records(kind));
    await database.transaction('rw', [...tables, database.positions], async () => {
      await this.#assertPresent();
      for (const diff of joinDiffs(diffs)) await writeDiff(database, diff);
      await database.positions.put(this.#written.position);
    });
  }

  /**
   * Takes acknowledged changes out of the outbox, in one transaction: those that stand in it. The journal may answer before
   * a change is written here, and what was taken out before it was put in would stay for ever; the task behind its writing
   * takes it.
   */
  async #acknowledge(): Promise<void> {
    const batch = this.#acknowledged.filter(({ position }) => position <= this.#writtenUpTo);
    if (batch.length === 0) return;
    for (const { sequence, changeId } of batch) this.#written.note(sequence, changeId);
    const { database } = this.#options;
    await database.transaction('rw', [database.outbox, database.positions], async () => {
      await this.#assertPresent();
      await takeFromOutbox(
        database,
        batch.map(({ position }) => position),
      );
      await database.positions.put(this.#written.position);
    });
    this.#acknowledged = this.#acknowledged.filter((one) => !batch.includes(one));
  }

  /**
   * Chromium empties a database when the disk is full (electron/electron#41877), and it is opened again without a word.
   * Writing on would make it look whole up to the present; without its position the next start rebuilds it.
   */
  async #assertPresent(): Promise<void> {
    if ((await this.#options.database.positions.get('journal')) !== undefined) return;
    throw emptied();
  }

  #tell(): void {
    const waiting = this.#unsaved.size;
    const reason = this.#journal.problem ?? this.#database.problem;
    // One of two sides that answers is no news, and drawing it anew would hold up the other one's answer.
    if (waiting === 0 || waiting !== this.#told.waiting || reason !== this.#told.reason) {
      this.#told = { waiting, reason };
      this.#options.onState(stateOf(waiting, reason));
    }
    if (waiting > 0) return;
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }
}

function stateOf(waiting: number, reason: string | null): SaveState {
  if (waiting === 0) return { kind: 'saved' };
  return reason === null ? { kind: 'saving', waiting } : { kind: 'failed', waiting, reason };
}

function emptied(): Error {
  return new Error(
    'The database of this project was emptied while it was open. Free some space on the disk, close this window and open the project again: it is rebuilt from the journal.',
  );
}
