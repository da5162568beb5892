import FlexSearch from 'flexsearch';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { GeneratedArticle } from './generate-corpus.ts';
import { textOf } from './project-of-corpus.ts';
import type { TypicalQuery } from './typical-queries.ts';

/** How another search did: what `measure` gave, and what it cost to build. */
export interface OtherSearch<Measured> {
  readonly measured: Measured;
  readonly index_s: number;
  readonly heap_mb: number;
}

/** FTS5 as it comes: ranked, with 50 snippets and the count of all, in this thread. */
export async function measureRaw<Measured>(
  file: string,
  articles: readonly GeneratedArticle[],
  measure: (ask: (query: TypicalQuery) => number) => Promise<Measured>,
): Promise<OtherSearch<Measured>> {
  const database = new Database(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; CREATE TABLE articles (key INTEGER PRIMARY KEY, published TEXT); CREATE VIRTUAL TABLE words USING fts5 (title, outlet, byline, text, tokenize = 'unicode61 remove_diacritics 2')",
  );
  const begun = performance.now();
  const insert = database.prepare(
    'INSERT INTO words (rowid, title, outlet, byline, text) VALUES (?, ?, ?, ?, ?)',
  );
  const date = database.prepare('INSERT INTO articles VALUES (?, ?)');
  database.exec('BEGIN');
  for (const article of articles) {
    const { index, title, outlet, byline, published } = article;
    insert.run(index + 1, title, outlet, byline, textOf(article));
    date.run(index + 1, published);
  }
  database.exec("COMMIT; INSERT INTO words (words) VALUES ('optimize')");
  const index_s = seconds(begun);
  const columns = "words.rowid, snippet(words, 3, '<', '>', '…', 32)";
  const ranked = 'ORDER BY bm25(words, 8, 2, 3, 1) LIMIT 50';
  const later = 'JOIN articles ON articles.key = words.rowid';
  const plain = database
    .prepare(`SELECT ${columns} FROM words WHERE words MATCH ? ${ranked}`)
    .raw();
  const plainCount = database.prepare('SELECT count(*) FROM words WHERE words MATCH ?').raw();
  const dated = database
    .prepare(
      `SELECT ${columns} FROM words ${later} WHERE words MATCH ? AND published >= ? ${ranked}`,
    )
    .raw();
  const datedCount = database
    .prepare(`SELECT count(*) FROM words ${later} WHERE words MATCH ? AND published >= ?`)
    .raw();
  const ask = ({ match, after }: TypicalQuery): number => {
    const values = after === null ? [match] : [match, after];
    (after === null ? plain : dated).all(...values);
    const [[total]] = (after === null ? plainCount : datedCount).all(...values) as [[number]];
    return total;
  };
  const measured = await measure(ask);
  database.close();
  return { measured, index_s, heap_mb: 0 };
}

export async function measureMiniSearch<Measured>(
  articles: readonly GeneratedArticle[],
  measure: (ask: (words: string) => number) => Promise<Measured>,
): Promise<OtherSearch<Measured>> {
  const heap = heapUsed();
  const begun = performance.now();
  const index = new MiniSearch({ idField: 'index', fields: ['title', 'outlet', 'byline', 'text'] });
  for (const article of articles) index.add({ ...article, text: textOf(article) });
  const index_s = seconds(begun);
  const heap_mb = heapUsed() - heap;
  const ask = (words: string) => index.search(words, { combineWith: 'AND' }).slice(0, 50).length;
  return { measured: await measure(ask), index_s, heap_mb };
}

export async function measureFlexSearch<Measured>(
  articles: readonly GeneratedArticle[],
  measure: (ask: (words: string) => number) => Promise<Measured>,
): Promise<OtherSearch<Measured>> {
  const heap = heapUsed();
  const begun = performance.now();
  const index = new FlexSearch.Index({ tokenize: 'strict' });
  for (const article of articles) {
    const { title, outlet, byline } = article;
    index.add(article.index, [title, outlet, byline, textOf(article)].join('\n'));
  }
  const index_s = seconds(begun);
  const heap_mb = heapUsed() - heap;
  const ask = (words: string) => (index.search(words, { limit: 50 }) as readonly unknown[]).length;
  return { measured: await measure(ask), index_s, heap_mb };
}

function heapUsed(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

function seconds(begun: number): number {
  return Math.round((performance.now() - begun) / 10) / 100;
}
