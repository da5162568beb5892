import { basename } from 'node:path';
import type { Result } from '../../../app/base/result.ts';
import { failure } from '../../../app/base/result.ts';
import type { ChangePage, ProjectInfo, SnapshotPage } from '../../../app/host/host-api.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { settleDiff } from '../../../app/record/settle-diff.ts';
import { statesIn } from '../../../app/record/slice-diff.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CorpusIndex } from '../corpus/corpus-index.ts';
import type { Journal } from '../journal/journal.ts';
import { readSnapshotPage } from '../snapshot/read-snapshot.ts';
import type { SnapshotFile } from '../snapshot/snapshot-file.ts';
import type { SnapshotSchedule } from '../snapshot/snapshot-schedule.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { TextStore } from '../text/text-store.ts';
import type { JournalFollowers } from './journal-followers.ts';
import type { ProjectCorpus } from './project-corpus.ts';
import type { ProjectFile } from './project-file.ts';
import type { ProjectLock } from './project-lock.ts';
import type { ProjectPaths } from './project-paths.ts';

const entriesPerPage = 200;

export interface ProjectParts {
  readonly paths: ProjectPaths;
  readonly file: ProjectFile;
  readonly created: boolean;
  readonly readOnly: string | null;
  readonly notices: readonly string[];
  readonly journal: Journal;
  readonly texts: TextStore;
  readonly corpus: ProjectCorpus;
  readonly catalogue: Catalogue;
  readonly suggestions: Suggestions;
  /** `catalogue` and `suggestions`. */
  readonly followers: JournalFollowers;
  readonly schedule: SnapshotSchedule;
  readonly lock: ProjectLock | null;
  /** Makes a snapshot of the state after an entry. Answers with it, or `null` when it could not be made. */
  makeSnapshot(sequence: number): Promise<SnapshotFile | null>;
}

/** An open project folder. Whoever opened it closes it. */
export class Project {
  readonly paths: ProjectPaths;
  readonly texts: TextStore;
  readonly #parts: ProjectParts;
  /** The newest one made since the project was opened. */
  #snapshot: SnapshotFile | null = null;
  /** The snapshot whose pages are being read; it stays the same from the first page to the last. */
  #pagedSnapshot: SnapshotFile | null = null;
  #snapshotting: Promise<void> | null = null;
  #work: Promise<unknown> = Promise.resolve();
  /** The last change of an article that is on its way to the journal. */
  #articleChange: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;
  readonly #notices: string[];

  constructor(parts: ProjectParts) {
    this.#parts = parts;
    this.#notices = [...parts.notices];
    this.paths = parts.paths;
    this.texts = parts.texts;
  }

  /** With all that was journalled until now on its way to it. */
  get catalogue(): Catalogue {
    this.#parts.followers.flush();
    return this.#parts.catalogue;
  }

  /** As `catalogue`. */
  get suggestions(): Suggestions {
    this.#parts.followers.flush();
    return this.#parts.suggestions;
  }

  /** Articles and revisions as the journal has them; whole from when `whenCorpus` has resolved. */
  get corpus(): CorpusIndex {
    return this.#parts.corpus.index;
  }

  /** Resolves when the corpus is whole, which the first call sees to. Rejects when it can't be read. */
  async whenCorpus(): Promise<void> {
    await this.#parts.corpus.whenRead();
  }

  /** What a window needs to know of it, as of now. */
  get info(): ProjectInfo {
    const { file, created, readOnly, journal } = this.#parts;
    return {
      id: file.id,
      name: basename(this.paths.root),
      created,
      lastSequence: journal.lastSequence,
      lastChangeId: journal.lastChangeId,
      readOnly,
      notices: [...this.#notices],
    };
  }

  /** Adds a sentence to what the window is told when it asks next. */
  addNotice(sentence: string): void {
    if (!this.#notices.includes(sentence)) this.#notices.push(sentence);
  }

  /**
   * Journals a change; answers when it is on disk. See `Journal.append`. Articles are changed by the window and by
   * imports: a change of one is settled upon what the journal says of it by then (rule D7), one after the other.
   */
  append(change: Change): Promise<Result<number, 'disk' | 'read-only'>> {
    if (!change.diff.updated.some(([before]) => before.kind === 'article')) {
      return this.#append(change);
    }
    const appending = this.#articleChange.then(async () => {
      try {
        await this.whenCorpus();
      } catch (error) {
        return failure('disk', `The articles of this project could not be read: ${String(error)}`);
      }
      const present = (id: string) => this.corpus.article(id as ArticleId) ?? undefined;
      return this.#append({ ...change, diff: settleDiff(present, change.diff) });
    });
    this.#articleChange = appending.catch(() => undefined);
    return appending;
  }

  async #append(change: Change): Promise<Result<number, 'disk' | 'read-only'>> {
    if (this.#closing !== null) return failure('disk', 'The project is being closed.');
    const { readOnly, journal, schedule } = this.#parts;
    if (readOnly !== null) return failure('read-only', readOnly);
    const before = journal.lastSequence;
    const appended = await journal.append(change);
    if (appended.ok && appended.value > before) schedule.noteChange(statesIn(change.diff));
    return appended;
  }

  /** What is wrong with the part of the journal that opening did not read, in sentences. See `Journal.checkUnread`. */
  checkJournal(signal: AbortSignal): Promise<readonly string[]> {
    return this.#parts.journal.checkUnread(signal);
  }

  /** A page of at most 200 entries above `after`. */
  readChanges(after: number): Promise<ChangePage> {
    return this.#parts.journal.read(after, entriesPerPage);
  }

  /** A page of the newest snapshot; offset 0 begins with the one that is newest then. */
  async readSnapshot(offset: number): Promise<SnapshotPage> {
    if (offset === 0) {
      this.#pagedSnapshot = this.#snapshot ?? (await this.#parts.corpus.whenRead()).snapshot;
    }
    if (this.#pagedSnapshot === null) return { sequence: 0, records: [], nextOffset: null };
    return readSnapshotPage(this.#pagedSnapshot, offset);
  }

  /** Runs pieces of work that must not overlap, such as imports, one after the other, with the corpus whole. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const running = this.#work.then(async () => {
      await this.whenCorpus();
      return work();
    });
    this.#work = running.catch(() => undefined);
    return running;
  }

  /** Makes a snapshot of everything up to now, in a worker. Does nothing when there is nothing new. Never rejects. */
  snapshotNow(): Promise<void> {
    this.#snapshotting ??= this.#makeSnapshot().then((isMade) => {
      this.#snapshotting = null;
      // What came meanwhile may be as much again; at the end one is made anyway, and one that failed has its time.
      if (isMade && this.#closing === null && this.#parts.schedule.isDue) void this.snapshotNow();
    });
    return this.#snapshotting;
  }

  /** Waits for exclusive work, makes a last snapshot, lets go of files and lock. Never rejects. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** `false`: there was nothing new, or it could not be made. Never rejects. */
  async #makeSnapshot(): Promise<boolean> {
    const { schedule, journal, makeSnapshot } = this.#parts;
    if (!schedule.hasChanges) return false;
    schedule.reset();
    try {
      const sequence = await journal.startSegment();
      this.#snapshot = (await makeSnapshot(sequence)) ?? this.#snapshot;
      return true;
    } catch {
      // A file that fails to close has its bytes on disk already: each line was synced. The next time comes.
      schedule.noteChange();
      return false;
    }
  }

  async #close(): Promise<void> {
    try {
      await this.#work.catch(() => undefined);
      await this.#snapshotting;
      await this.snapshotNow();
    } finally {
      this.#parts.schedule.reset();
      this.#parts.followers.flush();
      await Promise.all([this.#parts.catalogue.close(), this.#parts.suggestions.close()]);
      await this.#parts.journal.close().catch(() => undefined);
      await this.#parts.lock?.release().catch(() => undefined);
    }
  }
}
