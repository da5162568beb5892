import {
  type CatalogueDatabase,
  openToWrite,
  removeDatabase,
  rowsOf,
} from './catalogue-database.ts';
import type { JournalEnd } from './catalogue-messages.ts';
import { type MetaOwner, putEnd, putOwner, readEnd } from './catalogue-meta.ts';
import { breakSeal, hasSeal, isSealed, seal } from './catalogue-seal.ts';
import { damage } from './check-integrity.ts';

/** What sets a database that follows the journal apart from others of its sort. */
export interface DerivedTables {
  /** Another version's file is made anew. */
  readonly version: number;
  /** Fills an empty database with them; `meta` is among them. */
  readonly make: (database: CatalogueDatabase) => void;
  /** Throws as for a damaged file when they are not what they should be. */
  readonly check: (database: CatalogueDatabase) => void;
}

/** Where a database that follows the journal lies, and whose it is. */
export interface DerivedPlace {
  readonly file: string;
  readonly projectId: string;
}

/** What is known of a database that was just opened, or made. */
export interface OpenedFile {
  readonly file: string;
  readonly owner: MetaOwner;
  readonly database: CatalogueDatabase;
  /** The last entry of the journal that the tables hold. */
  readonly end: JournalEnd;
  /** Whether the file is what its seal says. */
  readonly isSealed: boolean;
}

/**
 * Opens the file and proves it. `null`: it is whole, but not of this project and version. Throws what SQLite and the
 * system throw, and lets go of the file then.
 *
 * @param take makes of it what the caller works with; what it throws is thrown
 */
export function openDerived<File>(
  tables: DerivedTables,
  { file, projectId }: DerivedPlace,
  take: (opened: OpenedFile) => File,
): File | null {
  // Proven before SQLite sees it, where that is possible; at any rate before what it holds is believed.
  const isClosedWhole = hasSeal(file);
  if (isClosedWhole && !isSealed(file)) throw damage('It is not what was closed.');
  const owner = { version: tables.version, projectId };
  const database = openToWrite(file);
  try {
    if (!isClosedWhole) tables.check(database);
    const end = readEnd(database, owner);
    if (end !== null) return take({ file, owner, database, end, isSealed: isClosedWhole });
  } catch (error) {
    // Held open, the file could not be replaced everywhere.
    database.close();
    throw error;
  }
  database.close();
  return null;
}

/** An empty one in place of what is there. Throws as `openDerived`. */
export function makeDerived<File>(
  tables: DerivedTables,
  { file, projectId }: DerivedPlace,
  take: (opened: OpenedFile) => File,
): File {
  removeDatabase(file);
  const owner = { version: tables.version, projectId };
  const database = openToWrite(file);
  try {
    tables.make(database);
    const end = { sequence: 0, changeId: null };
    return take({ file, owner, database, end, isSealed: false });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A database that follows the journal while it is open to be written. Throws what SQLite and the system throw. */
export class DerivedFile {
  readonly database: CatalogueDatabase;
  readonly #file: string;
  readonly #owner: MetaOwner;
  /** The last entry that the tables hold. */
  #end: JournalEnd;
  /** Whether the tables know `#end`. A change that concerns nothing here is not worth a write. */
  #isEndWritten = true;
  /** Whether the file is what its seal says: nothing was written. */
  #isSealed: boolean;

  constructor(opened: OpenedFile) {
    this.database = opened.database;
    this.#file = opened.file;
    this.#owner = opened.owner;
    this.#end = opened.end;
    this.#isSealed = opened.isSealed;
  }

  get end(): JournalEnd {
    return this.#end;
  }

  /** Does all of the work, or nothing of it: then the end is what it was, too. */
  transaction<Value>(work: () => Value): Value {
    this.breakSeal();
    const end = this.#end;
    const isEndWritten = this.#isEndWritten;
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.database.exec('COMMIT');
      return value;
    } catch (error) {
      this.#end = end;
      this.#isEndWritten = isEndWritten;
      try {
        this.database.exec('ROLLBACK');
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
    putEnd(this.database, end);
    this.#end = end;
    this.#isEndWritten = true;
  }

  /** Within the transaction that makes the tables complete. */
  writeOwner(): void {
    putOwner(this.database, this.#owner);
  }

  /** Lets go of the file. `isWhole`: everything that was begun is in it. Throws nothing but for what can't be closed. */
  close(isWhole: boolean): void {
    try {
      if (isWhole && !this.#isSealed) {
        if (!this.#isEndWritten) this.transaction(() => this.writeEnd(this.#end));
        // All in one file again, which can be proven and copied.
        rowsOf(this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'));
        seal(this.#file);
      }
    } catch {
      // It is followed again from the journal then.
    } finally {
      this.database.close();
    }
  }

  /** Call before anything is written outside of a transaction. */
  protected breakSeal(): void {
    if (this.#isSealed) breakSeal(this.#file);
    this.#isSealed = false;
  }
}
