import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueState } from '../../../app/host/search.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
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
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';
import { followJournal, readRecords } from './read-history.ts';

/** How long one transaction may take, in milliseconds: after it, what was asked meanwhile is looked at. */
const transactionTime = 200;
/** After so many changed articles the index is put in order again, when there is time. */
const articlesBeforeTidying = 500;

const damagedMessage = 'The catalogue was damaged and was built anew. Nothing of yours is in it.';
const strangeMessage = 'The catalogue was of another state of the project and was built anew.';

/** Writes a catalogue, one request after the other, in a thread of its own. */
export class CatalogueWriter {
  readonly #tell: (answer: WriterAnswer) => void;
  readonly #queue: WriterRequest[] = [];
  #isRunning = false;
  #sources: CatalogueSources | null = null;
  #database: CatalogueDatabase | null = null;
  #indexer: ArticleIndexer | null = null;
  /** The last entry that the tables hold. */
  #end: JournalEnd = { sequence: 0, changeId: null };
  /** Whether the tables know `#end`. A change that concerns nothing here is not worth a write. */
  #isEndWritten = true;
  #untidy = 0;
  #indexed = 0;
  #withoutText = 0;
  /** Articles that wait, while all is built anew. */
  #waiting = 0;
  #version = 0;
  #noticed: string | null = null;
  #failed: string | null = null;

  constructor(tell: (answer: WriterAnswer) => void) {
    this.#tell = tell;
  }

  /** Takes a request; answers come by `tell`. Never throws. */
  handle(request: WriterRequest): void {
    this.#queue.push(request);
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
        await this.#recover(error, request);
      }
    }
    this.#isRunning = false;
  }

  async #take(request: WriterRequest): Promise<void> {
    switch (request.kind) {
      case 'open':
        this.#sources = request.sources;
        return this.#open(request.end);
      case 'rebuild':
        return this.#rebuild(request.end, damagedMessage);
      case 'apply':
        if (this.#failed !== null) return this.#open(endOf(request.entry));
        return this.#apply(request.entry);
      case 'close':
        this.#close();
        return this.#tell({ kind: 'closed' });
    }
  }

  async #open(end: JournalEnd): Promise<void> {
    const { file, journal } = this.#known();
    if (!existsSync(file)) return this.#rebuild(end, null);
    const stated = this.#openFile(file);
    if (stated === null) return this.#rebuild(end, strangeMessage);
    this.#end = stated;
    this.#failed = null;
    this.#tell({ kind: 'opened' });
    const entries: CatalogueEntry[] = [];
    const isOurs = await followJournal(journal, stated, end, (entry) => entries.push(entry));
    if (!isOurs) return this.#rebuild(end, strangeMessage);
    const { indexer } = this.#opened();
    this.#transaction(() => {
      indexer.retryTexts();
      for (const entry of entries) indexer.apply(entry);
      this.#noteEnd(end);
    });
    this.#count();
    this.#tellState('ready');
  }

  /** Opens the file and proves it. `null`: it is whole, but not a catalogue of this project and version. */
  #openFile(file: string): JournalEnd | null {
    this.#close();
    const database = openToWrite(file);
    this.#database = database;
    const meta = new Map(
      rowsOf<[string, string | number | null]>(database.prepare('SELECT name, value FROM meta')),
    );
    const { projectId } = this.#known();
    if (meta.get('version') !== catalogueVersion || meta.get('project') !== projectId) return null;
    if (typeof meta.get('sequence') !== 'number') return null;
    checkIntegrity(database);
    this.#indexer = new ArticleIndexer(database, this.#known().texts);
    const changeId = meta.get('change');
    return {
      sequence: Number(meta.get('sequence')),
      changeId: changeId == null ? null : String(changeId),
    };
  }

  async #rebuild(end: JournalEnd, message: string | null): Promise<void> {
    const sources = this.#known();
    this.#close();
    this.#tell({ kind: 'replacing' });
    this.#noticed = message;
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
    const state = message === null ? 'indexing' : 'rebuilding';
    this.#tellState(state);
    this.#transaction(() => {
      indexer.apply({ put: records.filter((record) => record.kind !== 'article'), removed: [] });
    });
    await this.#indexAll(articles, indexer, state);
    this.#transaction(() => {
      const put = database.prepare<unknown[]>(
        'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)',
      );
      put.run('version', catalogueVersion);
      put.run('project', sources.projectId);
      this.#noteEnd(end);
    });
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
        const next: WriterRequest | undefined = this.#queue[0];
        if (next?.kind !== 'apply' || performance.now() > until) break;
        this.#queue.shift();
        entry = next.entry;
      }
      if (changed) this.#noteEnd(this.#end);
    });
    if (changed) this.#count();
    const isBusy = this.#queue.some((request) => request.kind === 'apply');
    if (!isBusy) this.#tidy();
    this.#tellState(isBusy ? 'indexing' : 'ready', changed);
  }

  #transaction(work: () => void): void {
    const { database } = this.#opened();
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
    const { database } = this.#opened();
    const put = database.prepare<unknown[]>(
      'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)',
    );
    put.run('sequence', end.sequence);
    put.run('change', end.changeId);
    this.#end = end;
    this.#isEndWritten = true;
  }

  /** After many changes: one tree instead of many, which searches are quicker in, and the log put back into the file. */
  #tidy(): void {
    if (this.#untidy < articlesBeforeTidying) return;
    const { database } = this.#opened();
    this.#untidy = 0;
    database.exec("INSERT INTO words (words) VALUES ('optimize')");
    database.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw().all();
  }

  async #recover(error: unknown, request: WriterRequest): Promise<void> {
    if (request.kind === 'close') return this.#tell({ kind: 'closed' });
    const end = request.kind === 'apply' ? endOf(request.entry) : request.end;
    if (isDamage(error) && request.kind !== 'rebuild') {
      try {
        return await this.#rebuild(end, damagedMessage);
      } catch (again) {
        return this.#fail(again);
      }
    }
    this.#fail(error);
  }

  #fail(error: unknown): void {
    const code = databaseErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown');
    this.#close();
    this.#failed = failureSentence(code);
    this.#tellState('failed');
  }

  #close(): void {
    const database = this.#database;
    this.#database = null;
    this.#indexer = null;
    if (database === null) return;
    try {
      if (!this.#isEndWritten) {
        this.#database = database;
        this.#noteEnd(this.#end);
        this.#database = null;
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

/** Throws as for a damaged file when pages, tables or the index are not what they should be. */
function checkIntegrity(database: CatalogueDatabase): void {
  const [[verdict] = []] = rowsOf<[string]>(database.prepare('PRAGMA quick_check(1)'));
  if (verdict !== 'ok') {
    throw Object.assign(new Error(`The check found: ${verdict}`), { code: 'SQLITE_CORRUPT' });
  }
  database.exec("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)");
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
