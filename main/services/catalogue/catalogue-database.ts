import { rmSync } from 'node:fs';
import Database from 'libsql';

/** An open database of a catalogue. Whoever opened it closes it. */
export type CatalogueDatabase = Database.Database;

/** A statement that takes its values one after the other. */
export type CatalogueStatement = Database.Statement<unknown[]>;

/** Counts up whenever tables or what is written in them change: another version's catalogue is built anew. */
export const catalogueVersion = 2;

const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE revisions (id TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL,
  revision TEXT NOT NULL,
  -- NULL while the revision or its text is not there.
  hash TEXT,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  byline TEXT NOT NULL,
  title_order TEXT NOT NULL,
  section TEXT NOT NULL,
  language TEXT NOT NULL,
  -- The time that the date may mean, in milliseconds; both NULL when it is not known.
  published_from REAL,
  published_to REAL,
  starred INTEGER NOT NULL,
  read INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  trashed INTEGER NOT NULL
);
CREATE TABLE article_tags (key INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, key)) WITHOUT ROWID;
CREATE INDEX tags_of_article ON article_tags (key);
-- The canonical text in UTF-8 with its checksum, so that what is shown is proven when it is read. Not as TEXT, which
-- takes three times as long to read.
CREATE TABLE texts (key INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE sketches (key INTEGER PRIMARY KEY, shingles INTEGER NOT NULL, hashes BLOB NOT NULL);
CREATE TABLE twins (one INTEGER NOT NULL, other INTEGER NOT NULL, similarity REAL NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX twins_of_other ON twins (other);
`;

// Texts come folded (app/search/fold-words.ts), with everything between words as ASCII, so that the tokenizer has no
// say: every sign beyond ASCII is part of a word, and of ASCII letters and digits are.
const asciiSeparators = Array.from({ length: 127 }, (_, index) => String.fromCharCode(index + 1))
  .filter((character) => !/[0-9A-Za-z]/.test(character))
  .join('')
  .replaceAll("'", "''")
  .replaceAll('"', '""');

const words = `
CREATE VIRTUAL TABLE words USING fts5 (
  title, outlet, byline, text,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* C*' separators '${asciiSeparators}'"
);
`;

// Each transaction adds a tree to the index. Merged by FTS5 as they come, most words of an import are written four times;
// put in order when it is over (see the writer), twice. By itself it merges only where there are so many that the writer
// had no time to for tens of thousands of articles.
const mergeLater =
  "INSERT INTO words (words, rank) VALUES ('automerge', 0); INSERT INTO words (words, rank) VALUES ('crisismerge', 500)";

// What a transaction adds is gathered in memory before it becomes a tree, in bytes: with FTS5's megabyte a hundred articles
// made a tree of their own, with the commonest words once more in each.
const gatherMore = "INSERT INTO words (words, rank) VALUES ('hashsize', 8388608)";

/** Of the columns of `words`, how much a hit counts in ranking (rule S9). */
export const columnWeights = [8, 2, 3, 1] as const;

/** Opens a database to write, making an empty one where there is none. Throws what SQLite throws. */
export function openToWrite(file: string): CatalogueDatabase {
  const database = new Database(file);
  try {
    // Derived: after a power cut it is found damaged and built anew, at worst.
    database.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -12288; PRAGMA busy_timeout = 5000;',
    );
  } catch (error) {
    // Held open, the file could not be replaced everywhere.
    database.close();
    throw error;
  }
  return database;
}

/** Makes the tables. */
export function makeTables(database: CatalogueDatabase): void {
  database.exec('BEGIN');
  database.exec(schema);
  database.exec(words);
  database.exec(mergeLater);
  database.exec(gatherMore);
  database.exec('COMMIT');
}

/** Opens a database to read. Throws what SQLite throws. */
export function openToRead(file: string): CatalogueDatabase {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.exec('PRAGMA query_only = 1; PRAGMA cache_size = -32768; PRAGMA busy_timeout = 5000;');
  return database;
}

/** Removes a database with all that SQLite keeps beside it. Throws what the system throws. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal', '.seal'])
    rmSync(file + ending, { force: true });
}

/**
 * All rows of a query as arrays of their columns. The caller says of which types they are, and casts texts to BLOB in the
 * query: they are decoded here (see `catalogue-seal.ts` for the reason).
 */
export function rowsOf<Row extends readonly unknown[]>(
  statement: CatalogueStatement,
  ...values: readonly unknown[]
): Row[] {
  const rows = statement.raw().all(...values) as unknown[][];
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (Buffer.isBuffer(value)) row[column] = value.toString('utf8');
    }
  }
  return rows as unknown as Row[];
}

/** As `rowsOf`, for columns that hold bytes, which stay what they are. */
export function byteRowsOf<Row extends readonly unknown[]>(
  statement: CatalogueStatement,
  ...values: readonly unknown[]
): Row[] {
  return statement.raw().all(...values) as Row[];
}

/** What SQLite says of an error: `SQLITE_CORRUPT`, `SQLITE_FULL`; `null` when the error is none of its. */
export function databaseErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

/** Whether an error means that the file's contents can't be trusted. */
export function isDamage(error: unknown): boolean {
  const code = databaseErrorCode(error);
  if (code === null) return false;
  // A table that is not there means a file that is none of ours, or was cut.
  const isMissing = error instanceof Error && /no such (table|column)/.test(error.message);
  return /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code) || isMissing;
}
