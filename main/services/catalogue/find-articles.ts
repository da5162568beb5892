import type { SearchRequest } from '../../../app/host/search.ts';
import type { QueryNode } from '../../../app/search/query.ts';
import type { CatalogueDatabase } from './catalogue-database.ts';
import { columnWeights, rowsOf } from './catalogue-database.ts';
import { compileQuery } from './compile-query.ts';

/** In which order articles are wanted; `number` is their place in the corpus. */
export type ArticleOrder = SearchRequest['sort'] | 'number';

const orders: Readonly<Record<Exclude<ArticleOrder, 'rank'>, string>> = {
  number: 'articles.number',
  published: 'articles.published_from IS NULL, articles.published_from DESC, articles.number',
  title: 'articles.title_order, articles.number',
};

/** The keys of all articles that a query finds, in order (rules S3 to S9). Throws what SQLite throws. */
export function findArticles(
  database: CatalogueDatabase,
  node: QueryNode,
  order: ArticleOrder,
): number[] {
  const { match, condition, values } = compileQuery(node);
  if (match === null) {
    const sql = `SELECT articles.key FROM articles WHERE NOT articles.trashed AND (${condition ?? 'TRUE'}) ORDER BY ${orders[order === 'rank' ? 'published' : order]}`;
    return rowsOf<[number]>(database.prepare(sql), ...values).map(([key]) => key);
  }
  const isRanked = order === 'rank';
  const needsArticles = condition !== null || !isRanked;
  const from = needsArticles ? 'words JOIN articles ON articles.key = words.rowid' : 'words';
  const where = `words MATCH ?${condition === null ? '' : ` AND ${condition}`}`;
  if (!isRanked) {
    const sql = `SELECT words.rowid FROM ${from} WHERE ${where} ORDER BY ${orders[order]}`;
    return rowsOf<[number]>(database.prepare(sql), match, ...values).map(([key]) => key);
  }
  const sql = `SELECT words.rowid, bm25(words, ${columnWeights.join(', ')}) FROM ${from} WHERE ${where}`;
  const rows = rowsOf<[number, number]>(database.prepare(sql), match, ...values);
  rows.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  return rows.map(([key]) => key);
}

/** The keys of all articles that are not in the trash, in their place in the corpus. */
export function allArticles(database: CatalogueDatabase): number[] {
  const sql = 'SELECT key FROM articles WHERE NOT trashed ORDER BY number';
  return rowsOf<[number]>(database.prepare(sql)).map(([key]) => key);
}
