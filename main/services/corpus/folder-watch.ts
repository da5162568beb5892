import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { WatchedFolder } from '../../../app/host/corpus.ts';
import { CodedError } from '../coded-error.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import type { Ingest } from './ingest.ts';
import type { KnownFiles } from './known-files.ts';
import { articlesFolderId } from './place-keys.ts';
import { scanFolder } from './scan-folder.ts';
import type { WatchedFolders } from './watched-folders.ts';

/**
 * Calls back when something changes below a folder, any number of times for one change; or once that it can't be told
 * (any more), and then the folder has to be looked at now and then. Answers with what ends it.
 */
export type WatchPath = (path: string, onChange: () => void, onFailure: () => void) => () => void;

/** What watching needs from outside. */
export interface Watching {
  readonly watch: WatchPath;
  readonly startTimer: StartTimer;
}

export interface FolderWatchOptions {
  readonly folders: WatchedFolders;
  readonly known: KnownFiles;
  readonly ingest: Ingest;
  /** Milliseconds that only grow. */
  clock(): number;
  /** `null`: nothing is watched. */
  readonly watching: Watching | null;
  /** Runs one piece of work after the other: an import's own copies must be known before they are looked at. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Folders are told of otherwise than before. */
  onState(): void;
  /** There is something new or changed in a folder. `asked`: the first in one that the analyst has just added. */
  onChanges(asked: boolean): void;
  log(message: string, error?: unknown): void;
}

/** After opening, until the folders are looked at, in milliseconds: that reads the corpus, and the window comes first. */
const startAfter = 1_500;
/** After an event it is quiet for so long, in milliseconds, before a folder is looked at. */
const quiet = 300;
/** A file has the same size and time after so many milliseconds: whoever writes it is done. */
const settling = 700;
/** How often a folder is looked at whose changes nobody tells, in milliseconds. */
const polling = 30_000;
/** The least time between two looks because the window was looked at. */
const focusThrottle = 5_000;

/** Watches the folders of a project. What it sees it only points to: a job does the rest. */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #watches = new Map<string, () => void>();
  readonly #timers = new Map<string, () => void>();
  /** Folders that were added and not looked through yet. */
  readonly #added = new Set<string>();
  #unsettled: ReadonlySet<string> = new Set();
  /** The folders as they were last told of. */
  #told: string;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #ended: boolean;
  readonly #waiting = new Set<() => void>();

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#told = JSON.stringify(options.folders.list());
    this.#ended = options.watching === null;
  }

  /** Files that were being written when they were last looked at. */
  get unsettled(): ReadonlySet<string> {
    return this.#unsettled;
  }

  /** Soon watches all folders, and looks what changed while nobody did. */
  begin(): void {
    if (this.#ended) return;
    for (const id of this.#options.folders.ids) this.#lookIn(id, startAfter);
    this.#lookedAt = this.#options.clock();
  }

  /** Throws `CodedError` `disk`, `overlap`. */
  async add(id: string, path: string): Promise<WatchedFolder> {
    const { folders } = this.#options;
    const overlapping = folders.overlap(path);
    if (overlapping !== null) throw new CodedError('overlap', overlapping);
    const own = await folders.add(id, path).catch((error: unknown) => {
      throw new CodedError('disk', writeFailureSentence(error));
    });
    this.#added.add(own);
    this.#watchOne(own);
    this.#tell();
    void this.#look(own);
    const added = folders.list().find((folder) => folder.id === own);
    if (added === undefined) throw new Error('A folder that was added is not there.');
    return added;
  }

  /** Throws `CodedError` `missing`, `disk`. */
  async remove(id: string): Promise<void> {
    const { folders } = this.#options;
    if (id === articlesFolderId) {
      throw new CodedError('missing', 'The project’s own folder is always watched.');
    }
    if (folders.pathOf(id) === null) {
      throw new CodedError('missing', 'This folder is not watched any more.');
    }
    await folders.remove(id).catch((error: unknown) => {
      throw new CodedError('disk', writeFailureSentence(error));
    });
    this.#unwatch(id);
    this.#tell();
  }

  /** Takes up what a job saw of the folders: that one is gone, or is back. */
  followStates(): void {
    if (this.#ended) return;
    this.#tell();
    for (const id of this.#options.folders.ids) this.#keepWatching(id);
  }

  /** Looks at all folders, unless that was done a moment ago. */
  lookAgain(): void {
    const now = this.#options.clock();
    if (this.#ended || now - this.#lookedAt < focusThrottle) return;
    this.#lookedAt = now;
    for (const id of this.#options.folders.ids) void this.#look(id);
  }

  end(): void {
    this.#ended = true;
    for (const id of [...this.#watches.keys(), ...this.#timers.keys()]) this.#unwatch(id);
    for (const go of this.#waiting) go();
  }

  #watchOne(id: string): void {
    const { folders, watching } = this.#options;
    const path = folders.pathOf(id);
    if (path === null || watching === null || this.#watches.has(id)) return;
    const stop = watching.watch(
      path,
      () => this.#lookIn(id, quiet),
      () => {
        this.#watches.delete(id);
        this.#lookIn(id, polling);
      },
    );
    this.#watches.set(id, stop);
  }

  #unwatch(id: string): void {
    this.#watches.get(id)?.();
    this.#watches.delete(id);
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }

  /** A look that is due already is put off: events come in bursts. */
  #lookIn(id: string, milliseconds: number): void {
    const { watching } = this.#options;
    if (this.#ended || watching === null) return;
    this.#timers.get(id)?.();
    const stop = watching.startTimer(() => {
      this.#timers.delete(id);
      // First: what changes while it is looked through is told then.
      this.#watchOne(id);
      void this.#look(id);
    }, milliseconds);
    this.#timers.set(id, stop);
  }

  /** Never rejects. */
  async #look(id: string): Promise<void> {
    const { exclusively, log } = this.#options;
    try {
      await exclusively(() => this.#scan(id));
    } catch (error) {
      log('A watched folder could not be looked through.', error);
    }
    if (this.#ended) return;
    this.#tell();
    this.#keepWatching(id);
  }

  /** Watches a folder that is there. One that is not is looked at now and then: it may come back. */
  #keepWatching(id: string): void {
    const state = this.#options.folders.list().find((folder) => folder.id === id)?.state;
    if (state === undefined) return;
    // A watch does not come back with its folder: it is of what was there before.
    if (state !== 'watching') this.#unwatch(id);
    else this.#watchOne(id);
    if (!this.#watches.has(id) && !this.#timers.has(id)) this.#lookIn(id, polling);
  }

  /** Whoever saw it: states are noted by looks and by jobs. */
  #tell(): void {
    const now = JSON.stringify(this.#options.folders.list());
    if (now === this.#told) return;
    this.#told = now;
    this.#options.onState();
  }

  async #scan(id: string): Promise<void> {
    if (this.#ended) return;
    const first = await scanFolder(id, this.#options);
    if (first === null) return;
    if (first.changed.length === 0) {
      this.#added.delete(id);
      return;
    }
    await this.#wait(settling);
    const second = await scanFolder(id, this.#options);
    if (second === null || this.#ended) return;
    const before = new Map(first.changed.map(({ file }) => [file.path, file]));
    const unsettled = second.changed.filter(({ file }) => {
      const then = before.get(file.path);
      return then?.size !== file.size || then.modified !== file.modified;
    });
    this.#unsettled = new Set(unsettled.map(({ file }) => file.path));
    if (unsettled.length > 0) this.#lookIn(id, settling);
    if (second.changed.length > unsettled.length) this.#options.onChanges(this.#added.delete(id));
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go);
        resolve();
      };
      this.#waiting.add(go);
      this.#options.watching?.startTimer(go, milliseconds);
    });
  }
}
