import {
  type CatalogueDatabase,
  openToWrite,
  removeDatabase,
  rowsOf,
} from '../catalogue/catalogue-database.ts';
import type { JournalEnd } from '../catalogue/catalogue-messages.ts';
import { breakSeal, hasSeal, isSealed, seal } from '../catalogue/catalogue-seal.ts';
import { damage } from '../catalogue/check-integrity.ts';
import type { SuggestionSources } from './suggestion-messages.ts';
import { makeSuggestionTables, suggestionsVersion } from './suggestions-database.ts';

/** The file of suggestions while it is open to be written. Throws what SQLite and the system throw. */
export class SuggestionsFile {
  readonly #sources: SuggestionSources;
  readonly database: CatalogueDatabase;
  /** The last entry of the journal that the tables hold. */
  #end: JournalEnd;
  /** Whether the tables know `#end`. A change that concerns nothing here is not worth a write. */
  #isEndWritten = true;
  /** Whether the file is what its seal says: nothing was written. */
  #isSealed: boolean;

  private constructor(
    sources: SuggestionSources,
    database: CatalogueDatabase,
    end: JournalEnd,
    sealed: boolean,
  ) {
    this.#sources = sources;
    this.database = database;
    this.#end = end;
    this.#isSealed = sealed;
  }

  /** Opens the file and proves it. `null`: it is whole, but not of this project and version. */
  static open(sources: SuggestionSources): SuggestionsFile | null {
    const { file, projectId } = sources;
    const isClosedWhole = hasSeal(file);
    if (isClosedWhole && !isSealed(file)) throw damage('It is not what was closed.');
    const database = openToWrite(file);
    try {
      if (!isClosedWhole) quickCheck(database);
      const end = readEnd(database, projectId);
      if (end !== null) return new SuggestionsFile(sources, database, end, isClosedWhole);
    } catch (error) {
      // Held open, the file could not be replaced everywhere.
      database.close();
      throw error;
    }
    database.close();
    return null;
  }

  /** An empty one in place of what is there. */
  static make(sources: SuggestionSources): SuggestionsFile {
    removeDatabase(sources.file);
    const database = openToWrite(sources.file);
    try {
      makeSuggestionTables(database);
      return new SuggestionsFile(sources, database, { sequence: 0, changeId: null }, false);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  get end(): JournalEnd {
    return this.#end;
  }

  /** Does all of the work, or nothing of it. */
  transaction<Value>(work: () => Value): Value {
    if (this.#isSealed) breakSeal(this.#sources.file);
    this.#isSealed = false;
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.database.exec('COMMIT');
      return value;
    } catch (error) {
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

  /** Within a transaction. Also says whose the tables are. */
  writeEnd(end: JournalEnd): void {
    const put = this.database.prepare<unknown[]>(
      'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)',
    );
    put.run('version', String(suggestionsVersion));
    put.run('project', this.#sources.projectId);
    put.run('sequence', String(end.sequence));
    put.run('change', end.changeId);
    this.#end = end;
    this.#isEndWritten = true;
  }

  /** Puts the log back into the file. */
  tidy(): void {
    rowsOf(this.database.prepare('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  /** Lets go of the file. `isWhole`: all that was begun is in it. Throws nothing but for what can't be closed. */
  close(isWhole: boolean): void {
    try {
      if (isWhole && !this.#isSealed) {
        if (!this.#isEndWritten) this.transaction(() => this.writeEnd(this.#end));
        // All in one file again, which can be proven and copied.
        rowsOf(this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'));
        seal(this.#sources.file);
      }
    } catch {
      // It is followed again from the journal then.
    } finally {
      this.database.close();
    }
  }
}

function readEnd(database: CatalogueDatabase, projectId: string): JournalEnd | null {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM meta',
  );
  const meta = new Map(rowsOf<[string, string | null]>(statement));
  const isOurs =
    meta.get('version') === String(suggestionsVersion) && meta.get('project') === projectId;
  const sequence = meta.get('sequence');
  if (!isOurs || sequence == null) return null;
  return { sequence: Number(sequence), changeId: meta.get('change') ?? null };
}

function quickCheck(database: CatalogueDatabase): void {
  const statement = database.prepare<unknown[]>(
    'SELECT CAST(quick_check AS BLOB) FROM pragma_quick_check(1)',
  );
  const [[verdict] = []] = rowsOf<[string]>(statement);
  if (verdict !== 'ok') throw damage(`The check found: ${verdict}`);
}
