import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import {
  distinctHashes,
  fewestShingles,
  nearDuplicate,
  shinglesOf,
  similarityOf,
} from '../../../app/compare/shingles.ts';
import { sketchOf } from '../../../app/compare/sketch.ts';
import { SketchIndex } from '../../../app/compare/sketch-index.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { foldPlain } from '../../../app/search/fold-words.ts';
import { foldedWords } from '../../../app/search/folded-words.ts';
import { publishedRange } from '../../../app/search/published-range.ts';
import { tagKey } from '../../../app/search/query-filter.ts';
import { ReusedBytes } from '../files/reused-bytes.ts';
import type { CatalogueDatabase, CatalogueStatement } from './catalogue-database.ts';
import { byteRowsOf, rowsOf } from './catalogue-database.ts';
import type { CataloguedRecord, CatalogueEntry } from './catalogue-messages.ts';
import { indexText } from './index-text.ts';
import { readStoredText } from './read-stored-text.ts';
import { textChecksum } from './text-checksum.ts';

/** What of an article stands in its row, in the order of the columns. */
type ArticleRow = readonly (string | number | null)[];

const rowColumns = [
  'id',
  'number',
  'revision',
  'hash',
  'title',
  'outlet',
  'byline',
  'title_order',
  'section',
  'language',
  'published_from',
  'published_to',
  'starred',
  'read',
  'archived',
  'trashed',
] as const;
/** Columns of texts, which are read as bytes. */
const texts = new Set<string>([
  'id',
  'revision',
  'hash',
  'title',
  'outlet',
  'byline',
  'title_order',
  'section',
  'language',
]);
const revisionColumn = rowColumns.indexOf('revision');
const hashColumn = rowColumns.indexOf('hash');
const trashedColumn = rowColumns.indexOf('trashed');
/** Those whose words are searched. */
const wordColumns = (['title', 'outlet', 'byline'] as const).map((name) =>
  rowColumns.indexOf(name),
);

/**
 * Keeps the tables of an open database in step with records. The caller begins and ends transactions. Throws what SQLite
 * throws, and what the system throws when a text can't be read.
 */
export class ArticleIndexer {
  readonly #texts: string;
  readonly #statements;
  #sketches: SketchIndex | null = null;
  /** The bytes of the text that is being put in. */
  readonly #bytes = new ReusedBytes();

  constructor(database: CatalogueDatabase, texts: string) {
    this.#texts = texts;
    this.#statements = prepare(database);
  }

  /** Follows a change. Answers whether a search or the clusters may answer otherwise than before. */
  apply({ put, removed }: Pick<CatalogueEntry, 'put' | 'removed'>): boolean {
    let changed = false;
    // Articles last: they point to revisions and tags of the same change.
    for (const record of inOrder(put)) {
      if (record.kind === 'revision') this.#statements.putRevision.run(record.id, record.hash);
      else if (record.kind === 'tag') changed = this.#putTag(record.id, record.name) || changed;
      else changed = this.putArticle(record) || changed;
    }
    for (const record of removed) {
      if (record.kind === 'revision') this.#statements.deleteRevision.run(record.id);
      else if (record.kind === 'tag') changed = this.#deleteTag(record.id) || changed;
      else changed = this.#deleteArticle(record.id) || changed;
    }
    return changed;
  }

  /** Takes an article as it is now. Answers whether anything of it is otherwise than before. */
  putArticle(article: ArticleRecord): boolean {
    const statements = this.#statements;
    const [known] = rowsOf<[number, ...ArticleRow]>(statements.article, article.id);
    const [key = null, ...before] = known ?? [];
    const row = this.#rowOf(article);
    const tagsChanged = key !== null && this.#putTags(key, article.tagIds ?? []);
    if (key !== null && row.every((value, index) => value === before[index])) return tagsChanged;
    if (key === null) {
      const made = Number(statements.addArticle.run(...row).lastInsertRowid);
      if (article.tagIds !== undefined) this.#putTags(made, article.tagIds);
      this.#putWords(made, row, null);
      return true;
    }
    statements.updateArticle.run(...row, key);
    if (wordColumns.some((column) => row[column] !== before[column]) || isOther(row, before)) {
      this.#putWords(key, row, before);
    }
    return true;
  }

  /** How many articles there are, and of how many the text is not there. */
  count(): { readonly articles: number; readonly withoutText: number } {
    const [[articles, withoutText] = [0, 0]] = rowsOf<[number, number]>(this.#statements.count);
    return { articles, withoutText };
  }

  /** Looks again for texts that were not there. Answers whether one was found. */
  retryTexts(): boolean {
    let found = false;
    for (const [key, ...before] of rowsOf<[number, ...ArticleRow]>(this.#statements.withoutText)) {
      const [revision] = rowsOf<[string]>(this.#statements.revision, before[revisionColumn]);
      const hash = revision?.[0];
      if (hash === undefined || readStoredText(this.#texts, hash, this.#bytes) === null) continue;
      const row = before.map((value, index) => (index === hashColumn ? hash : value));
      this.#statements.updateArticle.run(...row, key);
      this.#putWords(key, row, before);
      found = true;
    }
    return found;
  }

  #rowOf(article: ArticleRecord): ArticleRow {
    const shown = effectiveMetadata(article);
    const range = shown.published === null ? null : publishedRange(shown.published);
    const [revision] = rowsOf<[string]>(this.#statements.revision, article.revisionId);
    return [
      article.id,
      article.number,
      article.revisionId,
      revision?.[0] ?? null,
      shown.title,
      shown.outlet ?? '',
      shown.byline ?? '',
      foldPlain(shown.title),
      ` ${foldedWords(shown.section ?? '').join(' ')} `,
      (shown.language ?? '').toLowerCase(),
      range?.from ?? null,
      range?.to ?? null,
      Number(article.starred === true),
      Number(article.read === true),
      Number(article.archived === true),
      Number(article.trashedAt != null),
    ];
  }

  /** Brings the index in step with an article's row. `before` is `null` for a new one. */
  #putWords(key: number, row: ArticleRow, before: ArticleRow | null): void {
    const statements = this.#statements;
    const textChanged = before === null || before[hashColumn] !== row[hashColumn];
    const wasThere = before !== null && before[trashedColumn] === 0;
    const isThere = row[trashedColumn] === 0;
    if (wasThere) statements.deleteWords.run(key);
    if (before !== null && (textChanged || !isThere)) this.#forgetTwins(key);
    const stored = textChanged ? this.#storeText(key, row, before !== null) : this.#textOf(key);
    if (!isThere) return;
    const text = indexText(stored ?? '');
    const [title, outlet, byline] = wordColumns.map((column) => indexText(String(row[column])));
    statements.addWords.run(key, title, outlet, byline, text);
    if (textChanged || !wasThere) this.#findTwins(key, text);
  }

  /** Puts a text beside its article. Answers with it; `null`, and the article has no hash, when it is not there. */
  #storeText(key: number, row: ArticleRow, isKnown: boolean): string | null {
    const hash = row[hashColumn];
    const bytes = typeof hash === 'string' ? readStoredText(this.#texts, hash, this.#bytes) : null;
    if (bytes === null) {
      if (isKnown) this.#statements.deleteText.run(key);
      this.#statements.forgetHash.run(key);
      return null;
    }
    this.#statements.putText.run(key, textChecksum(bytes), bytes);
    return bytes.toString('utf8');
  }

  #textOf(key: number): string | null {
    return rowsOf<[string]>(this.#statements.text, key)[0]?.[0] ?? null;
  }

  #findTwins(key: number, text: string): void {
    const shingles = shinglesOf(text);
    if (shingles.length < fewestShingles) return;
    const sketches = this.#loadSketches();
    const sketch = sketchOf(shingles);
    const candidates = sketches.candidates(key, sketch);
    const own = candidates.length === 0 ? shingles : distinctHashes(shingles);
    for (const candidate of candidates) {
      const other = shinglesOf(indexText(this.#textOf(candidate.key) ?? ''));
      const similarity = similarityOf(own, distinctHashes(other));
      if (similarity < nearDuplicate) continue;
      const [one, two] = key < candidate.key ? [key, candidate.key] : [candidate.key, key];
      this.#statements.addTwins.run(one, two, similarity);
    }
    sketches.put(key, sketch);
    const { buffer, byteOffset, byteLength } = sketch.hashes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#statements.putSketch.run(key, sketch.shingles, bytes);
  }

  #forgetTwins(key: number): void {
    this.#loadSketches().delete(key);
    this.#statements.deleteSketch.run(key);
    this.#statements.deleteTwins.run(key, key);
  }

  #loadSketches(): SketchIndex {
    if (this.#sketches !== null) return this.#sketches;
    const sketches = new SketchIndex();
    for (const [key, count, bytes] of byteRowsOf<[number, number, Uint8Array]>(
      this.#statements.sketches,
    )) {
      // A copy, since the bytes may start anywhere and numbers of four may not.
      const hashes = new Uint32Array(new Uint8Array(bytes).buffer);
      sketches.put(key, { shingles: count, hashes });
    }
    this.#sketches = sketches;
    return sketches;
  }

  #putTags(key: number, tagIds: readonly string[]): boolean {
    const before = rowsOf<[string]>(this.#statements.tagsOf, key).map(([tag]) => tag);
    if (before.length === tagIds.length && before.every((tag) => tagIds.includes(tag as never))) {
      return false;
    }
    this.#statements.deleteTagsOf.run(key);
    for (const tag of new Set(tagIds)) this.#statements.addTagOf.run(key, tag);
    return true;
  }

  #putTag(id: string, name: string): boolean {
    const [before] = rowsOf<[string]>(this.#statements.tag, id);
    if (before?.[0] === tagKey(name)) return false;
    this.#statements.putTag.run(id, tagKey(name));
    return true;
  }

  #deleteTag(id: string): boolean {
    return this.#statements.deleteTag.run(id).changes > 0;
  }

  #deleteArticle(id: string): boolean {
    const statements = this.#statements;
    const [known] = rowsOf<[number, ...ArticleRow]>(statements.article, id);
    if (known === undefined) return false;
    const [key, ...row] = known;
    if (row[trashedColumn] === 0) statements.deleteWords.run(key);
    this.#forgetTwins(key);
    for (const statement of [statements.deleteText, statements.deleteTagsOf]) statement.run(key);
    statements.deleteArticle.run(key);
    return true;
  }
}

function isOther(row: ArticleRow, before: ArticleRow): boolean {
  return row[hashColumn] !== before[hashColumn] || row[trashedColumn] !== before[trashedColumn];
}

const order = { revision: 0, tag: 1, article: 2 } as const;

function inOrder(records: readonly CataloguedRecord[]): CataloguedRecord[] {
  return [...records].sort((one, other) => order[one.kind] - order[other.kind]);
}

function prepare(database: CatalogueDatabase) {
  const all = rowColumns.join(', ');
  const read = rowColumns
    .map((name) => (texts.has(name) ? `CAST(${name} AS BLOB)` : name))
    .join(', ');
  const marks = rowColumns.map(() => '?').join(', ');
  const sets = rowColumns.map((column) => `${column} = ?`).join(', ');
  const statements = {
    article: `SELECT key, ${read} FROM articles WHERE id = ?`,
    addArticle: `INSERT INTO articles (${all}) VALUES (${marks})`,
    updateArticle: `UPDATE articles SET ${sets} WHERE key = ?`,
    forgetHash: 'UPDATE articles SET hash = NULL WHERE key = ?',
    deleteArticle: 'DELETE FROM articles WHERE key = ?',
    withoutText: `SELECT key, ${read} FROM articles WHERE hash IS NULL`,
    count: 'SELECT count(*), count(*) - count(hash) FROM articles',
    revision: 'SELECT CAST(hash AS BLOB) FROM revisions WHERE id = ?',
    putRevision: 'INSERT OR REPLACE INTO revisions (id, hash) VALUES (?, ?)',
    deleteRevision: 'DELETE FROM revisions WHERE id = ?',
    tag: 'SELECT CAST(name AS BLOB) FROM tags WHERE id = ?',
    putTag: 'INSERT OR REPLACE INTO tags (id, name) VALUES (?, ?)',
    deleteTag: 'DELETE FROM tags WHERE id = ?',
    tagsOf: 'SELECT CAST(tag AS BLOB) FROM article_tags WHERE key = ?',
    addTagOf: 'INSERT INTO article_tags (key, tag) VALUES (?, ?)',
    deleteTagsOf: 'DELETE FROM article_tags WHERE key = ?',
    text: 'SELECT bytes FROM texts WHERE key = ?',
    putText: 'INSERT OR REPLACE INTO texts (key, checksum, bytes) VALUES (?, ?, ?)',
    deleteText: 'DELETE FROM texts WHERE key = ?',
    addWords: 'INSERT INTO words (rowid, title, outlet, byline, text) VALUES (?, ?, ?, ?, ?)',
    deleteWords: 'DELETE FROM words WHERE rowid = ?',
    sketches: 'SELECT key, shingles, hashes FROM sketches',
    putSketch: 'INSERT OR REPLACE INTO sketches (key, shingles, hashes) VALUES (?, ?, ?)',
    deleteSketch: 'DELETE FROM sketches WHERE key = ?',
    addTwins: 'INSERT OR REPLACE INTO twins (one, other, similarity) VALUES (?, ?, ?)',
    deleteTwins: 'DELETE FROM twins WHERE one = ? OR other = ?',
  } as const;
  const prepared = Object.entries(statements).map(([name, sql]) => [
    name,
    database.prepare<unknown[]>(sql),
  ]);
  return Object.fromEntries(prepared) as Record<keyof typeof statements, CatalogueStatement>;
}
