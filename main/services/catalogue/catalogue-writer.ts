import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueState } from '../../../app/host/search.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { type StartTimer, systemTimer } from '../snapshot/snapshot-schedule.ts';
import { ArticleIndexer } from './article-indexer.ts';
import type { CatalogueDatabase } from './catalogue-database.ts';
import {
  catalogueVersion,
  databaseErrorCode,
  isDamage,
  makeTables,
  openToWrite,
  removeDatabase,
  rowsOf,
} from './catalogue-database.ts';
import type {
  CatalogueEntry,
  CatalogueSources,
  JournalEnd,
  RebuildReason,
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';
import { breakSeal, hasSeal, isSealed, seal } from './catalogue-seal.ts';
import { followJournal, readRecords } from './read-history.ts';

/** How long one transaction may take, in milliseconds: after it, what was asked meanwhile is looked at. */
const transactionTime = 200;
/** After so many changed articles the index is put in order again, when there is time. */
const articlesBeforeTidying = 500;
/**
 * There is time when nothing has come for so long, in milliseconds: an import changes the index several times a second,
 * and put in order in between it would be merged whole again and again.
 */
const quietTime = 2_000;

/** What the writer does in its turn: what it is asked, and what it has set itself. */
type Task = WriterRequest | { readonly kind: 'tidy' };

const noticed: Readonly<Record<RebuildReason, string>> = {
  damaged: 'The catalogue was damaged and was built anew. Nothing of yours is in it.',
  strange: 'The catalogue was of another state of the project and was built anew.',
};

/** Writes a catalogue, one request after the other, in a thread of its own. */
export class CatalogueWriter {
  readonly #tell: (answer: WriterAnswer) => void;
  readonly #startTimer: StartTimer;
  readonly #queue: Task[] = [];
  #stopTidying: () => void = () => undefined;
  #isRunning = false;
  #sources: CatalogueSources | null = null;
  #database: CatalogueDatabase | null = null;
  #indexer: ArticleIndexer | null = null;
  /** The last entry that the tables hold. */
  #end: JournalEnd = { sequence: 0, changeId: null };
  /** Whether the tables know `#end`. A change that concerns nothing here is not worth a write. */
  #isEndWritten = true;
  /** Whether the file is what its seal says: nothing was written. */
  #isSealed = false;
  /** Whether the tables are complete up to `#end`: not while they are built. */
  #isBuilt = false;
  #untidy = 0;
  #indexed = 0;
  #withoutText = 0;
  /** Articles that wait, while all is built anew. */
  #waiting = 0;
  #version = 0;
  #noticed: string | null = null;
  #failed: string | null = null;

  constructor(tell: (answer: WriterAnswer) => void, startTimer: StartTimer = systemTimer) {
    this.#tell = tell;
    this.#startTimer = startTimer;
  }

  /** Takes a request; answers come by `tell`. Never throws. */
  handle(request: WriterRequest): void {
    this.#stopTidying();
    this.#enqueue(request);
  }

  #enqueue(task: Task): void {
    this.#queue.push(task);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (;;) {
      // Requests that came together are seen together, so that they share a transaction.
      await nextTurn();
      const request = this.#queue.shift();
      if (request === undefined) break;
      try {
        await this.#take(request);
      } catch (error) {
        this.#meet(error, request);
      }
    }
    this.#isRunning = false;
  }

  async #take(request: Task): Promise<void> {
    switch (request.kind) {
      case 'open':
        this.#sources = request.sources;
        if (request.anew !== null) return this.#build(request.end, request.anew);
        return this.#open(request.end);
      case 'apply':
        if (this.#failed !== null) return this.#open(endOf(request.entry));
        return this.#apply(request.entry);
      case 'tidy':
        return this.#tidy();
      case 'close':
        this.#close(this.#isBuilt);
        return this.#tell({ kind: 'closed' });
    }
  }

  async #open(end: JournalEnd): Promise<void> {
    const { file, journal } = this.#known();
    if (!existsSync(file)) return this.#build(end, null);
    const stated = this.#openFile(file);
    if (stated === null) return this.#giveUp('strange');
    this.#end = stated;
    this.#isBuilt = true;
    this.#failed = null;
    const entries: CatalogueEntry[] = [];
    const isOurs = await followJournal(journal, stated, end, (entry) => entries.push(entry));
    if (!isOurs) return this.#giveUp('strange');
    this.#tell({ kind: 'opened' });
    const { indexer } = this.#opened();
    if (entries.length > 0 || indexer.count().withoutText > 0) {
      this.#transaction(() => {
        indexer.retryTexts();
        for (const entry of entries) indexer.apply(entry);
        this.#noteEnd(end);
      });
    }
    this.#count();
    this.#tellState('ready');
  }

  /** Opens the file and proves it. `null`: it is whole, but not a catalogue of this project and version. */
  #openFile(file: string): JournalEnd | null {
    this.#close();
    // Proven before SQLite sees it, where that is possible; at any rate before what it holds is believed.
    const isClosedWhole = hasSeal(file);
    if (isClosedWhole && !isSealed(file)) throw damage('It is not what was closed.');
    const database = openToWrite(file);
    this.#database = database;
    if (!isClosedWhole) checkIntegrity(database);
    const statement = database.prepare<unknown[]>(
      'SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM meta',
    );
    const meta = new Map(rowsOf<[string, string | null]>(statement));
    const { projectId, texts } = this.#known();
    const isOurs =
      meta.get('version') === String(catalogueVersion) && meta.get('project') === projectId;
    const sequence = meta.get('sequence');
    if (!isOurs || sequence == null) return null;
    this.#isSealed = isClosedWhole;
    this.#indexer = new ArticleIndexer(database, texts);
    return { sequence: Number(sequence), changeId: meta.get('change') ?? null };
  }

  /** Builds the catalogue from nothing. */
  async #build(end: JournalEnd, reason: RebuildReason | null): Promise<void> {
    const sources = this.#known();
    this.#noticed = reason === null ? null : noticed[reason];
    this.#failed = null;
    removeDatabase(sources.file);
    const database = openToWrite(sources.file);
    this.#database = database;
    makeTables(database);
    const indexer = new ArticleIndexer(database, sources.texts);
    this.#indexer = indexer;
    this.#end = { sequence: 0, changeId: null };
    this.#tell({ kind: 'opened' });
    const records = await readRecords(sources, end);
    const articles = records.filter((record) => record.kind === 'article');
    articles.sort((one, other) => one.number - other.number);
    this.#indexed = 0;
    this.#waiting = articles.length;
    const state = reason === null ? 'indexing' : 'rebuilding';
    this.#tellState(state);
    this.#transaction(() => {
      indexer.apply({ put: records.filter((record) => record.kind !== 'article'), removed: [] });
    });
    await this.#indexAll(articles, indexer, state);
    this.#transaction(() => {
      const put = database.prepare<unknown[]>(
        'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)',
      );
      put.run('version', String(catalogueVersion));
      put.run('project', sources.projectId);
      this.#noteEnd(end);
    });
    this.#isBuilt = true;
    this.#tidy();
    this.#count();
    this.#tellState('ready');
  }

  async #indexAll(
    articles: readonly ArticleRecord[],
    indexer: ArticleIndexer,
    state: CatalogueState['state'],
  ): Promise<void> {
    let next = 0;
    while (next < articles.length) {
      this.#transaction(() => {
        const until = performance.now() + transactionTime;
        while (next < articles.length && performance.now() < until) {
          const article = articles[next];
          if (article !== undefined) indexer.putArticle(article);
          next += 1;
        }
      });
      this.#untidy = next;
      this.#indexed = next;
      this.#waiting = articles.length - next;
      if (next < articles.length) this.#tellState(state);
      await nextTurn();
    }
  }

  /** Follows an entry and those that wait behind it, as many as there is time for in one transaction. */
  #apply(first: CatalogueEntry): void {
    const { indexer } = this.#opened();
    const until = performance.now() + transactionTime;
    let changed = false;
    this.#transaction(() => {
      let entry: CatalogueEntry | undefined = first;
      while (entry !== undefined) {
        // What the journal's file told at opening may come a second time.
        if (entry.sequence > this.#end.sequence) {
          if (indexer.apply(entry)) {
            changed = true;
            this.#untidy += entry.put.length;
          }
          this.#end = endOf(entry);
          this.#isEndWritten = false;
        }
        const next: Task | undefined = this.#queue[0];
        if (next?.kind !== 'apply' || performance.now() > until) break;
        this.#queue.shift();
        entry = next.entry;
      }
      if (changed) this.#noteEnd(this.#end);
    });
    if (changed) this.#count();
    const isBusy = this.#queue.some((request) => request.kind === 'apply');
    if (!isBusy) this.#tidyLater();
    this.#tellState(isBusy ? 'indexing' : 'ready', changed);
  }

  #transaction(work: () => void): void {
    const { database } = this.#opened();
    if (this.#isSealed) breakSeal(this.#known().file);
    this.#isSealed = false;
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      try {
        database.exec('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself.
      }
      throw error;
    }
  }

  #noteEnd(end: JournalEnd): void {
    putEnd(this.#opened().database, end);
    this.#end = end;
    this.#isEndWritten = true;
  }

  /** After many changes: one tree instead of many, which searches are quicker in, and the log put back into the file. */
  #tidy(): void {
    const database = this.#database;
    if (database === null || this.#untidy < articlesBeforeTidying) return;
    this.#untidy = 0;
    database.exec("INSERT INTO words (words) VALUES ('optimize')");
    rowsOf(database.prepare('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  #tidyLater(): void {
    if (this.#untidy < articlesBeforeTidying) return;
    this.#stopTidying();
    this.#stopTidying = this.#startTimer(() => this.#enqueue({ kind: 'tidy' }), quietTime);
  }

  #meet(error: unknown, request: Task): void {
    const isNew = request.kind === 'open' && request.anew !== null;
    if (request.kind === 'close') this.#tell({ kind: 'closed' });
    else if (isDamage(error) && !isNew) this.#giveUp('damaged');
    else this.#fail(error);
  }

  /** Leaves the rest to another thread. */
  #giveUp(reason: RebuildReason): void {
    this.#close();
    this.#queue.length = 0;
    this.#tell({ kind: 'unusable', reason });
  }

  #fail(error: unknown): void {
    const code = databaseErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown');
    this.#close();
    this.#isBuilt = false;
    this.#failed = failureSentence(code);
    this.#tellState('failed');
  }

  /** Lets go of the file. `isWhole`: everything that was begun is in it. */
  #close(isWhole = false): void {
    const database = this.#database;
    this.#database = null;
    this.#indexer = null;
    if (database === null) return;
    try {
      if (isWhole && !this.#isSealed) {
        if (!this.#isEndWritten) putEnd(database, this.#end);
        // All in one file again, which can be proven and copied.
        rowsOf(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'));
        seal(this.#known().file);
      }
    } catch {
      // It is read again from the journal then.
    } finally {
      database.close();
    }
  }

  #count(): void {
    const { articles, withoutText } = this.#opened().indexer.count();
    this.#indexed = articles;
    this.#withoutText = withoutText;
    this.#waiting = 0;
  }

  #tellState(state: CatalogueState['state'], changed = true): void {
    if (changed) this.#version += 1;
    const waiting = this.#queue.reduce(
      (sum, request) => sum + (request.kind === 'apply' ? articlesIn(request.entry) : 0),
      this.#waiting,
    );
    const message = this.#failed ?? this.#message();
    this.#tell({
      kind: 'state',
      sequence: this.#end.sequence,
      state: {
        state,
        indexed: this.#indexed,
        total: this.#indexed + waiting,
        version: this.#version,
        ...(message === null ? {} : { message }),
      },
    });
  }

  #message(): string | null {
    const missing =
      this.#withoutText === 0
        ? []
        : [
            `The ${this.#withoutText === 1 ? 'text of one article is' : `texts of ${this.#withoutText} articles are`} missing, so searching finds only the metadata. Restore .variorum/texts from a copy of the project folder.`,
          ];
    const sentences = [...(this.#noticed === null ? [] : [this.#noticed]), ...missing];
    return sentences.length === 0 ? null : sentences.join(' ');
  }

  #known(): CatalogueSources {
    if (this.#sources === null) throw new Error('The catalogue was never opened.');
    return this.#sources;
  }

  #opened(): { readonly database: CatalogueDatabase; readonly indexer: ArticleIndexer } {
    if (this.#database === null || this.#indexer === null) {
      throw new Error('The catalogue is not open.');
    }
    return { database: this.#database, indexer: this.#indexer };
  }
}

function putEnd(database: CatalogueDatabase, end: JournalEnd): void {
  const put = database.prepare<unknown[]>(
    'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)',
  );
  put.run('sequence', String(end.sequence));
  put.run('change', end.changeId);
}

/** Throws as for a damaged file when pages, tables or the index are not what they should be. */
function checkIntegrity(database: CatalogueDatabase): void {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(quick_check AS BLOB) FROM pragma_quick_check(1)',
  );
  const [[verdict] = []] = rowsOf<[string]>(statement);
  if (verdict !== 'ok') throw damage(`The check found: ${verdict}`);
  database.exec("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)");
}

function damage(message: string): Error {
  return Object.assign(new Error(message), { code: 'SQLITE_CORRUPT' });
}

function endOf({ sequence, changeId }: CatalogueEntry): JournalEnd {
  return { sequence, changeId };
}

function articlesIn(entry: CatalogueEntry): number {
  return entry.put.filter((record) => record.kind === 'article').length;
}

function failureSentence(code: string): string {
  const rest = 'Everything else works; searching will again after the next change or opening.';
  if (/FULL|ENOSPC/.test(code)) {
    return `The disk is full, so the catalogue for searching can’t be written. Free some space. ${rest}`;
  }
  if (/READONLY|CANTOPEN|PERM|EACCES|EROFS/.test(code)) {
    return `The catalogue for searching can’t be written into the project folder. Check the folder’s permissions. ${rest}`;
  }
  return `The catalogue for searching could not be written (${code}). ${rest}`;
}
