import Database from 'libsql';
import type { CatalogueDatabase } from '../catalogue/catalogue-database.ts';

/** Counts up whenever tables, what is written in them or how it is found change: another version's is found anew. */
export const suggestionsVersion = 8;

/** The kinds of suggestions as the tables number them. */
export const kindNumbers = { parallel: 1, cluster: 2, quotation: 3, conflict: 4 } as const;

const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE revisions (id TEXT PRIMARY KEY, article TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX revisions_of_article ON revisions (article, hash);
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision TEXT NOT NULL,
  -- NULL in the trash, and while the revision is not there: nothing is proposed then.
  hash TEXT,
  published TEXT,
  -- Whether that is a guess which nobody has confirmed: it tells no direction.
  guessed INTEGER NOT NULL,
  language TEXT,
  -- The hash of the text whose parallel passages are in the tables; NULL: none.
  compared TEXT,
  -- What the statements and facts in the tables were found in ('contextOf'); NULL: there are none.
  read TEXT
);
-- Texts that are not looked through: lasting where that took the thread down or did not end, else because they are missing.
CREATE TABLE left_out (hash TEXT PRIMARY KEY, lasting INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE decisions (id TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX decisions_of_key ON decisions (key);
CREATE TABLE suggestions (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  score REAL NOT NULL,
  formula INTEGER NOT NULL,
  decided INTEGER NOT NULL,
  -- Of a pair: the suggestion of the cluster that it is part of; -1: clusters are to be found with it.
  cluster INTEGER,
  -- The articles of a pair or a conflict, by their keys; of others the one, or NULL.
  one INTEGER,
  other INTEGER,
  -- Of a conflict: a number that it shares with the same conflict between copies of its passages.
  same INTEGER,
  -- The rest as JSON in UTF-8 (stored-values.ts).
  value BLOB NOT NULL
);
CREATE INDEX suggestions_of_one ON suggestions (one, kind);
CREATE INDEX suggestions_of_other ON suggestions (other, kind);
CREATE INDEX suggestions_of_key ON suggestions (key);
CREATE INDEX same_suggestions ON suggestions (same) WHERE same IS NOT NULL;
-- Which conflicts are the same: what stands against what, with each place that takes part in it.
CREATE TABLE sides (article INTEGER NOT NULL, place TEXT NOT NULL, stands TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (article, place, stands)) WITHOUT ROWID;
CREATE INDEX same_sides ON sides (same);
CREATE TABLE cluster_articles (article INTEGER NOT NULL, suggestion INTEGER NOT NULL, PRIMARY KEY (article, suggestion)) WITHOUT ROWID;
CREATE INDEX articles_of_cluster ON cluster_articles (suggestion);
CREATE INDEX suggestions_to_cluster ON suggestions (cluster) WHERE cluster = -1;
-- Figures, dates, names and statements of an article, as JSON in UTF-8, deflated; what it is about, one topic a line.
CREATE TABLE facts (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL, topics TEXT NOT NULL);
-- The text of an article as it is compared, so that the index is made again without reading the texts.
CREATE TABLE units (key INTEGER PRIMARY KEY, hash TEXT NOT NULL, bytes BLOB NOT NULL);
-- Sentences that state a quantity which others may state as well.
CREATE TABLE quantities (article INTEGER NOT NULL, quantity TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE INDEX quantities_by_name ON quantities (quantity, article);
CREATE INDEX quantities_of_article ON quantities (article);
`;

/** Makes the tables. */
export function makeSuggestionTables(database: CatalogueDatabase): void {
  database.exec('BEGIN');
  database.exec(schema);
  database.exec('COMMIT');
}

/** Opens a database to read. Throws what SQLite throws. */
export function openSuggestionsToRead(file: string): CatalogueDatabase {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.exec('PRAGMA query_only = 1; PRAGMA cache_size = -16384; PRAGMA busy_timeout = 5000;');
  return database;
}
