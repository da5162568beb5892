import type { TextOffset } from '../../../app/base/brand.ts';
import type { StatedQuantity } from '../../../app/suggestion/stated-quantities.ts';
import {
  byteRowsOf,
  type CatalogueDatabase,
  type CatalogueStatement,
  rowsOf,
} from '../catalogue/catalogue-database.ts';
import {
  type ClusterValue,
  type ConflictValue,
  decodeValue,
  encodeValue,
  type PairValue,
  type QuotationValue,
} from './stored-values.ts';
import { kindNumbers } from './suggestions-database.ts';

/** So many pairs are read at a time. */
const pairsOfPage = 5_000;

/** A suggestion that is to be kept. */
export interface NewRow {
  readonly kind: keyof typeof kindNumbers;
  readonly key: string;
  readonly score: number;
  readonly formula: boolean;
  readonly one: number | null;
  readonly other: number | null;
  readonly value: PairValue | ClusterValue | QuotationValue | ConflictValue;
}

/** A conflict that is to be kept. */
export interface ConflictRow extends NewRow {
  readonly one: number;
  readonly other: number;
  readonly value: ConflictValue;
}

/** A pair as it is kept. */
export interface PairRow {
  readonly id: number;
  readonly one: number;
  readonly other: number;
  readonly score: number;
  /** The suggestion of its cluster; -1: clusters are to be found with it; `null`: none. */
  readonly cluster: number | null;
  readonly value: PairValue;
}

/** Where an article states a quantity. */
export interface QuantityRow {
  readonly article: number;
  readonly start: TextOffset;
  readonly end: TextOffset;
}

type JoinedConflict = Pick<ConflictRow, 'one' | 'other' | 'value'>;
type StoredConflict = readonly [id: number, one: number, other: number, value: Uint8Array];
type StoredPair = readonly [number, number, number, number, number | null, Uint8Array];

/** Writes suggestions. The caller begins and ends transactions. */
export class SuggestionRows {
  readonly #statements;

  constructor(database: CatalogueDatabase) {
    this.#statements = prepare(database);
  }

  /** Adds a suggestion; answers with its number. A pair waits for its cluster then. */
  add({ kind, key, score, formula, one, other, value }: NewRow): number {
    const cluster = kind === 'parallel' ? -1 : null;
    const { lastInsertRowid } = this.#statements.add.run(
      kindNumbers[kind],
      key,
      score,
      Number(formula),
      key,
      cluster,
      one,
      other,
      encodeValue(value),
    );
    const id = Number(lastInsertRowid);
    if (kind === 'cluster') {
      for (const article of new Set((value as ClusterValue).passages.map(([of]) => of))) {
        this.#statements.addClusterArticle.run(article, id);
      }
    }
    return id;
  }

  /** Adds suggestions that are no clusters. One statement for all, which costs a tenth of one for each. */
  addAll(rows: readonly NewRow[]): void {
    if (rows.length === 0) return;
    const listed = rows.map(({ kind, key, score, formula, one, other, value }) => [
      kindNumbers[kind],
      key,
      score,
      Number(formula),
      kind === 'parallel' ? -1 : null,
      one,
      other,
      JSON.stringify(value),
    ]);
    this.#statements.addAll.run(JSON.stringify(listed));
  }

  /** Adds conflicts, each with those that it is the same as (rule Z10). */
  addConflicts(rows: readonly ConflictRow[]): void {
    for (const row of rows) this.#join(this.add(row), row);
  }

  /** Removes all that is proposed of an article, and clusters that it is part of: the rest of them is found anew. */
  removeArticle(article: number): void {
    for (const [cluster] of rowsOf<[number]>(this.#statements.clustersOf, article)) {
      this.removeCluster(cluster);
    }
    this.removeConflicts(article);
    this.#statements.deleteOf.run(article, article);
    this.#statements.deleteFacts.run(article);
    this.#statements.deleteUnits.run(article);
    this.#statements.deleteQuantities.run(article);
  }

  /** Removes a cluster. Its pairs wait for another. */
  removeCluster(cluster: number): void {
    this.#statements.loosen.run(cluster);
    this.#statements.deleteClusterArticles.run(cluster);
    this.#statements.deleteOne.run(cluster);
  }

  removePairs(article: number): void {
    this.#statements.deletePairs.run(article, article);
  }

  removeQuotations(article: number): void {
    this.#statements.deleteQuotations.run(article);
  }

  /** Removes the conflicts of an article. The others that they were the same as may be so no more. */
  removeConflicts(article: number): void {
    const loosened = rowsOf<[number]>(this.#statements.samesOf, article, article);
    this.#statements.deleteConflicts.run(article, article);
    for (const [same] of loosened) {
      this.#statements.deleteSides.run(same);
      for (const [id, one, other, bytes] of byteRowsOf<StoredConflict>(
        this.#statements.withSame,
        same,
      )) {
        this.#join(id, { one, other, value: decodeValue<ConflictValue>(bytes) });
      }
    }
  }

  pairsOf(article: number): PairRow[] {
    return byteRowsOf<StoredPair>(this.#statements.pairsOf, article, article).map(toPair);
  }

  /** Pairs for which no cluster was looked for. */
  pairsToCluster(): PairRow[] {
    return allPages(this.#statements.pairsToCluster);
  }

  allPairs(): PairRow[] {
    return allPages(this.#statements.allPairs);
  }

  countPairs(): number {
    return rowsOf<[number]>(this.#statements.countPairs)[0]?.[0] ?? 0;
  }

  putCluster(pairs: readonly number[], cluster: number | null): void {
    this.#statements.putCluster.run(cluster, JSON.stringify(pairs));
  }

  /** Takes what was found in an article in place of what was found before. */
  putFacts(
    article: number,
    bytes: Uint8Array,
    topics: readonly string[],
    quantities: readonly StatedQuantity[],
  ): void {
    this.#statements.putFacts.run(article, bytes, topics.join('\n'));
    this.#statements.deleteQuantities.run(article);
    for (const { keys, start, end } of quantities) {
      for (const quantity of keys) this.#statements.addQuantity.run(article, quantity, start, end);
    }
  }

  putUnits(article: number, hash: string, bytes: Uint8Array): void {
    this.#statements.putUnits.run(article, hash, bytes);
  }

  /** `null`: those of this text are not kept. */
  units(article: number, hash: string): Uint8Array | null {
    return byteRowsOf<[Uint8Array]>(this.#statements.units, article, hash)[0]?.[0] ?? null;
  }

  topics(article: number): readonly string[] {
    const [row] = rowsOf<[string]>(this.#statements.topics, article);
    return row === undefined || row[0] === '' ? [] : row[0].split('\n');
  }

  /** Where other articles state a quantity, those taken up last first, at most so many. */
  quantities(quantity: string, but: number, limit: number): QuantityRow[] {
    return rowsOf<[number, number, number]>(this.#statements.quantities, quantity, but, limit).map(
      ([article, start, end]) => ({ article, start: start as TextOffset, end: end as TextOffset }),
    );
  }

  facts(article: number): Uint8Array | null {
    return byteRowsOf<[Uint8Array]>(this.#statements.facts, article)[0]?.[0] ?? null;
  }

  /** Notes which conflicts a kept one is the same as. */
  #join(id: number, { one: first, other: second, value }: JoinedConflict): void {
    const { about, one, other } = value;
    const stands = `${about} ${[one[4], other[4]].sort().join(' | ')}`;
    const sides = [
      [first, `${one[2]}-${one[3]}`],
      [second, `${other[2]}-${other[3]}`],
    ] as const;
    const known = sides.flatMap(([article, place]) =>
      rowsOf<[number]>(this.#statements.sameAt, article, place, stands),
    );
    // The number of a row would not do: SQLite gives that of a row that is gone again.
    const same = known[0]?.[0] ?? rowsOf<[number]>(this.#statements.nextSame)[0]?.[0] ?? 1;
    this.#statements.putSame.run(same, id);
    for (const [merged] of known.slice(1)) {
      if (merged === same) continue;
      this.#statements.mergeSides.run(same, merged);
      this.#statements.mergeSame.run(same, merged);
    }
    for (const [article, place] of sides) {
      this.#statements.addSide.run(article, place, stands, same);
    }
  }
}

/** All pairs of a statement that answers with those after a number, page by page: SQLite's rows take up far more memory. */
function allPages(statement: CatalogueStatement): PairRow[] {
  const pairs: PairRow[] = [];
  for (let last = 0; ; last = pairs.at(-1)?.id ?? last) {
    const page = byteRowsOf<StoredPair>(statement, last, pairsOfPage);
    for (const row of page) pairs.push(toPair(row));
    if (page.length < pairsOfPage) return pairs;
  }
}

function toPair([id, one, other, score, cluster, bytes]: StoredPair): PairRow {
  return { id, one, other, score, cluster, value: decodeValue<PairValue>(bytes) };
}

function prepare(database: CatalogueDatabase) {
  const pairs = 'SELECT id, one, other, score, cluster, value FROM suggestions';
  const { parallel, cluster, quotation, conflict } = kindNumbers;
  const statements = {
    add: 'INSERT INTO suggestions (kind, key, score, formula, decided, cluster, one, other, value) VALUES (?, ?, ?, ?, EXISTS (SELECT 1 FROM decisions WHERE key = ?), ?, ?, ?, ?)',
    addAll: `INSERT INTO suggestions (kind, key, score, formula, decided, cluster, one, other, value)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, EXISTS (SELECT 1 FROM decisions WHERE key = value ->> 1),
        value ->> 4, value ->> 5, value ->> 6, CAST(value ->> 7 AS BLOB)
      FROM json_each(?)`,
    addClusterArticle: 'INSERT INTO cluster_articles (article, suggestion) VALUES (?, ?)',
    clustersOf: 'SELECT suggestion FROM cluster_articles WHERE article = ?',
    loosen: `UPDATE suggestions SET cluster = -1 WHERE kind = ${parallel} AND cluster = ?`,
    deleteClusterArticles: 'DELETE FROM cluster_articles WHERE suggestion = ?',
    deleteOne: `DELETE FROM suggestions WHERE id = ? AND kind = ${cluster}`,
    deleteOf: 'DELETE FROM suggestions WHERE one = ? OR other = ?',
    deletePairs: `DELETE FROM suggestions WHERE kind = ${parallel} AND (one = ? OR other = ?)`,
    deleteQuotations: `DELETE FROM suggestions WHERE kind = ${quotation} AND one = ?`,
    deleteConflicts: `DELETE FROM suggestions WHERE kind = ${conflict} AND (one = ? OR other = ?)`,
    sameAt: 'SELECT same FROM sides WHERE article = ? AND place = ? AND stands = ?',
    addSide: 'INSERT OR REPLACE INTO sides (article, place, stands, same) VALUES (?, ?, ?, ?)',
    putSame: 'UPDATE suggestions SET same = ? WHERE id = ?',
    mergeSides: 'UPDATE sides SET same = ? WHERE same = ?',
    mergeSame: 'UPDATE suggestions SET same = ? WHERE same = ?',
    nextSame: `SELECT 1 + max(
      coalesce((SELECT max(same) FROM suggestions WHERE same IS NOT NULL), 0),
      coalesce((SELECT max(same) FROM sides), 0))`,
    samesOf: `SELECT DISTINCT same FROM suggestions WHERE kind = ${conflict} AND (one = ? OR other = ?) AND same IS NOT NULL`,
    withSame: 'SELECT id, one, other, value FROM suggestions WHERE same = ? ORDER BY id',
    deleteSides: 'DELETE FROM sides WHERE same = ?',
    pairsOf: `${pairs} WHERE kind = ${parallel} AND (one = ? OR other = ?)`,
    pairsToCluster: `${pairs} WHERE cluster = -1 AND id > ? ORDER BY id LIMIT ?`,
    allPairs: `${pairs} WHERE kind = ${parallel} AND id > ? ORDER BY id LIMIT ?`,
    countPairs: `SELECT count(*) FROM suggestions WHERE kind = ${parallel}`,
    putCluster: 'UPDATE suggestions SET cluster = ? WHERE id IN (SELECT value FROM json_each(?))',
    putFacts: 'INSERT OR REPLACE INTO facts (key, bytes, topics) VALUES (?, ?, ?)',
    putUnits: 'INSERT OR REPLACE INTO units (key, hash, bytes) VALUES (?, ?, ?)',
    units: 'SELECT bytes FROM units WHERE key = ? AND hash = ?',
    deleteUnits: 'DELETE FROM units WHERE key = ?',
    topics: 'SELECT CAST(topics AS BLOB) FROM facts WHERE key = ?',
    addQuantity: 'INSERT INTO quantities (article, quantity, start, stop) VALUES (?, ?, ?, ?)',
    deleteQuantities: 'DELETE FROM quantities WHERE article = ?',
    quantities:
      'SELECT article, start, stop FROM quantities WHERE quantity = ? AND article <> ? ORDER BY article DESC LIMIT ?',
    facts: 'SELECT bytes FROM facts WHERE key = ?',
    deleteFacts: 'DELETE FROM facts WHERE key = ?',
  } as const;
  const prepared = Object.entries(statements).map(([name, sql]) => [
    name,
    database.prepare<unknown[]>(sql),
  ]);
  return Object.fromEntries(prepared) as Record<keyof typeof statements, CatalogueStatement>;
}
