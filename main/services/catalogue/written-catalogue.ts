import { ArticleIndexer } from './article-indexer.ts';
import type { CatalogueDatabase } from './catalogue-database.ts';
import { makeTables, openToWrite, removeDatabase, rowsOf } from './catalogue-database.ts';
import type { CatalogueSources, JournalEnd } from './catalogue-messages.ts';
import { putEnd, putOwner, readEnd } from './catalogue-meta.ts';
import { breakSeal, hasSeal, isSealed, seal } from './catalogue-seal.ts';
import { checkIntegrity, damage } from './check-integrity.ts';

/** A catalogue's file while it is open to be written. Throws what SQLite and the system throw. */
export class WrittenCatalogue {
  readonly #sources: CatalogueSources;
  readonly #database: CatalogueDatabase;
  readonly indexer: ArticleIndexer;
  /** The last entry that the tables hold. */
  #end: JournalEnd;
  /** Whether the tables know `#end`. A change that concerns nothing here is not worth a write. */
  #isEndWritten = true;
  /** Whether the file is what its seal says: nothing was written. */
  #isSealed: boolean;

  private constructor(
    sources: CatalogueSources,
    database: CatalogueDatabase,
    end: JournalEnd,
    sealed: boolean,
  ) {
    this.#sources = sources;
    this.#database = database;
    this.#end = end;
    this.#isSealed = sealed;
    this.indexer = new ArticleIndexer(database, sources.texts);
  }

  /** Opens the file and proves it. `null`: it is whole, but not a catalogue of this project and version. */
  static open(sources: CatalogueSources): WrittenCatalogue | null {
    const { file, projectId } = sources;
    // Proven before SQLite sees it, where that is possible; at any rate before what it holds is believed.
    const isClosedWhole = hasSeal(file);
    if (isClosedWhole && !isSealed(file)) throw damage('It is not what was closed.');
    const database = openToWrite(file);
    try {
      if (!isClosedWhole) checkIntegrity(database);
      const end = readEnd(database, projectId);
      if (end !== null) return new WrittenCatalogue(sources, database, end, isClosedWhole);
    } catch (error) {
      // Held open, the file could not be replaced everywhere.
      database.close();
      throw error;
    }
    database.close();
    return null;
  }

  /** An empty one in place of what is there. */
  static make(sources: CatalogueSources): WrittenCatalogue {
    removeDatabase(sources.file);
    const database = openToWrite(sources.file);
    try {
      makeTables(database);
      return new WrittenCatalogue(sources, database, { sequence: 0, changeId: null }, false);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  get end(): JournalEnd {
    return this.#end;
  }

  /** Does all of the work, or nothing of it. */
  transaction(work: () => void): void {
    this.#breakSeal();
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      try {
        this.#database.exec('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself.
      }
      throw error;
    }
  }

  /** The tables hold this entry; written with the next `writeEnd`. */
  noteEnd(end: JournalEnd): void {
    this.#end = end;
    this.#isEndWritten = false;
  }

  /** Within a transaction. */
  writeEnd(end: JournalEnd): void {
    putEnd(this.#database, end);
    this.#end = end;
    this.#isEndWritten = true;
  }

  /** Within the transaction that makes the tables complete. */
  writeOwner(): void {
    putOwner(this.#database, this.#sources.projectId);
  }

  /** How many trees the index is made of: each transaction adds one, and a search looks into all. Cost: 2 ms. */
  countTrees(): number {
    const trees = 'SELECT count(DISTINCT segid) FROM words_idx';
    return rowsOf<[number]>(this.#database.prepare(trees))[0]?.[0] ?? 0;
  }

  /** One tree instead of many, which searches are quicker in, and the log put back into the file. */
  tidy(): void {
    this.#breakSeal();
    this.#database.exec("INSERT INTO words (words) VALUES ('optimize')");
    rowsOf(this.#database.prepare('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  /** Lets go of the file. `isWhole`: everything that was begun is in it. Throws nothing but for what can't be closed. */
  close(isWhole: boolean): void {
    try {
      if (isWhole && !this.#isSealed) {
        if (!this.#isEndWritten) putEnd(this.#database, this.#end);
        // All in one file again, which can be proven and copied.
        rowsOf(this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'));
        seal(this.#sources.file);
      }
    } catch {
      // It is read again from the journal then.
    } finally {
      this.#database.close();
    }
  }

  /** Before anything is written. */
  #breakSeal(): void {
    if (this.#isSealed) breakSeal(this.#sources.file);
    this.#isSealed = false;
  }
}
