import type { Maker } from '../../app/base/maker.ts';
import type { HostApi, ProjectInfo } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import type { Change, JournalEntry } from '../../app/record/change.ts';
import type { Diff } from '../../app/record/diff.ts';
import { isEmptyDiff } from '../../app/record/diff.ts';
import type { ArticleId } from '../../app/record/ids.ts';
import { newChange } from '../../app/record/new-change.ts';
import type { RecordKind } from '../../app/record/records.ts';
import { settleDiff } from '../../app/record/settle-diff.ts';
import type { OutboxRow, ProjectDatabase } from './database.ts';
import { EntryIntake } from './entry-intake.ts';
import type { objectionToChange } from './objection-to-change.ts';
import { entriesAfter } from './read-journal.ts';
import type { RecordIndex } from './record-index.ts';
import type { RecordLoader } from './record-loader.ts';
import { SaveQueue, type SaveState } from './save-queue.ts';
import { sendChange } from './send-change.ts';
import type { TextStore } from './text-store.ts';
import { UndoHistory, type UndoOutcome } from './undo-history.ts';
import type { StepSide } from './undo-stack.ts';

export interface ProjectStoreParts {
  readonly project: ProjectInfo;
  readonly host: HostApi;
  readonly onHostEvent: HostListener;
  readonly maker: Maker;
  readonly database: ProjectDatabase;
  readonly texts: TextStore;
  readonly records: RecordIndex;
  /** Has read what the first picture needs. The store reads the rest and lets go of it. */
  readonly loader: RecordLoader;
  readonly outbox: readonly OutboxRow[];
  readonly position: ConstructorParameters<typeof SaveQueue>[0]['position'];
}

/**
 * The analyst's work in one project: records in memory, every change on its way to IndexedDB and journal, one undo for
 * all. A change shows at once; `saveState` tells when it is on disk.
 */
export class ProjectStore {
  readonly project: ProjectInfo;
  readonly records: RecordIndex;
  readonly texts: TextStore;
  readonly maker: Maker;
  readonly #host: HostApi;
  readonly #database: ProjectDatabase;
  readonly #queue: SaveQueue;
  readonly #undo: UndoHistory;
  readonly #stateListeners = new Set<() => void>();
  readonly #stopListening: () => void;
  readonly #intake = new EntryIntake({ takeUp: (entries) => this.#takeUp(entries) });
  readonly #loader: RecordLoader;
  #loaded: Promise<void> | null = null;
  #state: SaveState = { kind: 'saved' };
  /** There with the rest of the records: reading the schemas would hold up the first picture. */
  #objectionTo: typeof objectionToChange | null = null;

  constructor(parts: ProjectStoreParts) {
    this.project = parts.project;
    this.records = parts.records;
    this.texts = parts.texts;
    this.maker = parts.maker;
    this.#host = parts.host;
    this.#database = parts.database;
    this.#queue = new SaveQueue({
      database: parts.database,
      position: parts.position,
      nextOutboxPosition: (parts.outbox.at(-1)?.position ?? 0) + 1,
      append: (change) => sendChange(parts.host, parts.project.id, change),
      onState: (state) => this.#setState(state),
    });
    this.#undo = new UndoHistory({
      records: parts.records.all,
      maker: parts.maker,
      host: parts.host,
      sequence: () => this.sequence,
      whenSaved: () => this.whenSaved(),
      make: (name, diff, takesBack) => this.#make(name, diff, takesBack),
    });
    this.#stopListening = parts.onHostEvent('entry', (entry) => this.#intake.add(entry));
    this.#loader = parts.loader;
    if (!this.#loader.isComplete) this.records.beginFilling();
    // Where only reading is allowed they wait for an opening that may write.
    if (parts.project.readOnly !== null) return;
    for (const { change, position } of parts.outbox) this.#queue.resend(change, position);
  }

  get saveState(): SaveState {
    return this.#state;
  }

  /** Sequence number up to which this window holds the journal. */
  get sequence(): number {
    return this.#queue.position.sequence;
  }

  /**
   * Whether every record is in memory. Before, lists of revisions, annotations, claims and links are
   * not whole.
   */
  get isComplete(): boolean {
    return this.#loader.isComplete;
  }

  /**
   * Resolves when every record is in memory; the first call, to be made once the first picture is drawn, begins to read
   * what is not. Whoever looks through all records of a kind waits for it. Rejects when the database can't be read;
   * never settles once the store is closed.
   */
  whenComplete(): Promise<void> {
    this.#loaded ??= this.#readRest();
    return this.#loaded;
  }

  async #readRest(): Promise<void> {
    const checks = import('./objection-to-change.ts');
    await this.#loader.loadRest();
    this.#objectionTo = (await checks).objectionToChange;
    this.#tellState();
  }

  /** Reads the revisions and annotations of an article ahead of the others, while not every record is in memory. */
  loadArticle(articleId: ArticleId): Promise<void> {
    return this.#loader.loadArticle(articleId);
  }

  /** Calls back when the save state or what can be undone changes. Returns what ends it. Bound, for views. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  /** What undo would take back, by name. */
  get undoName(): string | null {
    return this.#undo.undoName;
  }

  get redoName(): string | null {
    return this.#undo.redoName;
  }

  /**
   * Makes a named change. An empty diff is no change. Throws if the project is read-only: commands check before. While
   * not every record is in memory it throws for a diff that removes records, as what hangs on them may not be known yet,
   * and for one that adds what must not be there twice: claims, links, evidence.
   * `undoable: false`: it is no step of the analyst's (an article was opened and so is read), and undo passes it by.
   */
  commit(
    name: string,
    diff: Diff,
    { undoable = true }: { readonly undoable?: boolean } = {},
  ): void {
    if (isEmptyDiff(diff)) return;
    if (!this.isComplete && needsAllRecords(diff)) {
      throw new Error(
        'The project is still being read, so it is not known yet what hangs on this. Try again in a moment.',
      );
    }
    const change = this.#make(name, diff, undoable ? {} : { unattended: true });
    if (!undoable) return;
    this.#undo.push(change);
    this.#tellState();
  }

  /**
   * What has to be waited for before `undo` (`done`) or `redo` (`undone`) knows what to take back: the records that are
   * still being read, and the journal where this window did nothing yet. `null`: nothing.
   */
  whenUndoReady(side: StepSide): Promise<void> | null {
    this.#intake.flush();
    if (this.project.readOnly !== null) return null;
    if (!this.isComplete) {
      return this.whenComplete().then(() => this.whenUndoReady(side) ?? undefined);
    }
    return this.#undo.whenReady(side)?.then(() => this.#tellState()) ?? null;
  }

  /** Takes back the last step of this window, or the journal's if there is none. Call after `whenUndoReady`. */
  undo(): UndoOutcome {
    this.#intake.flush();
    return this.#told(this.#undo.undo());
  }

  redo(): UndoOutcome {
    this.#intake.flush();
    return this.#told(this.#undo.redo());
  }

  /** Takes up at once what a job made and is gathered still: whoever says that the job has ended has all of it. */
  takeUpGathered(): void {
    this.#intake.flush();
  }

  /** Resolves when everything is on disk on both sides. */
  whenSaved(): Promise<void> {
    this.#intake.flush();
    return this.#queue.whenIdle();
  }

  /** Lets go of everything. What is unsaved stays in the outbox and is sent at the next opening. */
  close(): void {
    this.#loader.stop();
    this.#stopListening();
    this.#intake.stop();
    this.#queue.stop();
    this.#database.close();
  }

  #told(outcome: UndoOutcome): UndoOutcome {
    if (outcome.kind !== 'nothing') this.#tellState();
    return outcome;
  }

  #make(name: string, diff: Diff, how: Pick<Change, 'unattended' | 'undoes' | 'redoes'>): Change {
    if (this.project.readOnly !== null) throw new Error(this.project.readOnly);
    const change: Change = { ...newChange(this.maker, shortName(name), diff), ...how };
    // Main would refuse what no journal may hold, and everything behind it would wait for ever: refused here, before
    // anything shows it, with a sentence for the analyst.
    const objection = this.#objectionTo?.(change, (id) => this.records.all.get(id)) ?? null;
    if (objection !== null) throw new Error(objection);
    // It is on its way to the disk while it is drawn.
    this.#queue.save(change);
    this.records.apply(diff);
    return change;
  }

  #takeUp(entries: readonly JournalEntry[]): void {
    const taken: JournalEntry[] = [];
    for (const { sequence, change } of entries) {
      if (!this.#queue.receive(sequence, change.id)) continue;
      // The window's own changes that are still on their way to main are in the records already.
      const diff = settleDiff((id) => this.records.all.get(id), change.diff);
      taken.push({ sequence, change: { ...change, diff } });
      this.records.put(diff);
      if (change.unattended !== true) this.#undo.push({ ...change, diff });
    }
    if (taken.length === 0) return;
    this.#queue.takeUp(taken);
    this.records.tell();
    this.#tellState();
    if (this.#queue.hasGap) void this.#fillGap();
  }

  async #fillGap(): Promise<void> {
    await this.#queue.whenIdle();
    if (this.#queue.hasGap) await this.catchUp();
  }

  /**
   * Reads from the journal what no event told: entries made while this window was opening, or an event that was lost.
   */
  async catchUp(): Promise<void> {
    for await (const entries of entriesAfter(this.#host, this.#queue.position.sequence)) {
      this.#intake.flush();
      this.#takeUp(entries);
    }
  }

  #setState(state: SaveState): void {
    this.#state = state;
    this.#tellState();
  }

  #tellState(): void {
    for (const listener of this.#stateListeners) listener();
  }
}

/** Made by looking through all records for what hangs on them, or for one that says the same or has the number. */
function needsAllRecords({ added, removed }: Diff): boolean {
  return removed.length > 0 || added.some(({ kind }) => toldApart.has(kind));
}

const toldApart: ReadonlySet<RecordKind> = new Set(['claim', 'link', 'evidence', 'silence']);

/** How long the name of a change may be, in UTF-16 code units: it may quote a tag's name, which may be longer. */
const longestName = 200;

function shortName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).toWellFormed()}…`;
}
