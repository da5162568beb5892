import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type {
  ClusterPassage,
  ConflictSide,
  ParallelSuggestion,
  SuggestedPassage,
  Suggestion,
} from '../../../app/host/suggestions.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import { type PublishedRange, publishedRange } from '../../../app/search/published-range.ts';
import type { CatalogueDatabase } from '../catalogue/catalogue-database.ts';
import { byteRowsOf, rowsOf } from '../catalogue/catalogue-database.ts';
import {
  type ClusterValue,
  type ConflictValue,
  decodeValue,
  type PairValue,
  type QuotationValue,
  type SideValue,
} from './stored-values.ts';
import { kindNumbers } from './suggestions-database.ts';
import type { TextCache } from './text-cache.ts';

/** Of an article, at most so many pairs or quotations. */
const mostOfArticle = 2_000;
/** Of a cluster in a list, at most so many passages. */
const mostListedPassages = 50;

type Row = readonly [
  id: number,
  kind: number,
  key: Buffer,
  score: number,
  formula: number,
  one: number | null,
  other: number | null,
  value: Uint8Array,
  clusterKey: Buffer | null,
];

/** An article as passages of it are told. */
interface Article {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  readonly published: PublishedRange | null;
  /** Whether the date is a guess that nobody has confirmed. */
  readonly isGuessed: boolean;
}

/** Where quotations of an article stand, and whose they are. */
interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly isSure: boolean;
}

/** Reads suggestions by their numbers. Throws as for a damaged database when what is kept is no suggestion. */
export class StoredSuggestions {
  readonly #database: CatalogueDatabase;
  readonly #texts: TextCache;
  readonly #articles = new Map<number, Article | null>();
  readonly #spoken = new Map<number, readonly Spoken[]>();

  constructor(database: CatalogueDatabase, texts: TextCache) {
    this.#database = database;
    this.#texts = texts;
  }

  /** The database has another state. */
  forget(): void {
    this.#articles.clear();
    this.#spoken.clear();
  }

  withKey(key: string): number[] {
    return this.#ids('SELECT id FROM suggestions WHERE key = ? ORDER BY id LIMIT 1', key);
  }

  /** Best first, formulas last. */
  pairsOf(id: ArticleId): number[] {
    const key = '(SELECT key FROM articles WHERE id = ?1)';
    return this.#ids(
      `SELECT id FROM suggestions WHERE kind = ${kindNumbers.parallel} AND (one = ${key} OR other = ${key}) ORDER BY formula, score DESC, id LIMIT ${mostOfArticle}`,
      id,
    );
  }

  quotationsOf(id: ArticleId): number[] {
    return this.#ids(
      `SELECT id FROM suggestions WHERE kind = ${kindNumbers.quotation} AND one = (SELECT key FROM articles WHERE id = ?) ORDER BY id LIMIT ${mostOfArticle}`,
      id,
    );
  }

  /** Suggestions in the order of their numbers; those whose text can't be read are left out. */
  async read(
    ids: readonly number[],
    { allPassages = false }: { readonly allPassages?: boolean } = {},
  ): Promise<Suggestion[]> {
    // All of the database first: what stands in it may change while texts are read.
    const made = this.#rows(ids).map((row) => this.#told(row, allPassages));
    const suggestions: Suggestion[] = [];
    for (const make of made) {
      const suggestion = make === null ? null : await make();
      if (suggestion !== null) suggestions.push(suggestion);
    }
    return suggestions;
  }

  #ids(sql: string, value: string): number[] {
    return rowsOf<[number]>(this.#database.prepare(sql), value).map(([id]) => id);
  }

  #rows(ids: readonly number[]): Row[] {
    if (ids.length === 0) return [];
    const rows = byteRowsOf<Row>(
      this.#database.prepare(
        `SELECT read.id, read.kind, CAST(read.key AS BLOB), read.score, read.formula, read.one, read.other, read.value,
          CAST(home.key AS BLOB)
        FROM json_each(?) AS wanted JOIN suggestions AS read ON read.id = wanted.value
        LEFT JOIN suggestions AS home ON home.id = read.cluster`,
      ),
      JSON.stringify(ids),
    );
    const byId = new Map(rows.map((row) => [row[0], row]));
    return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  }

  /** What makes a suggestion of a row when its texts are read. */
  #told(row: Row, allPassages: boolean): (() => Promise<Suggestion | null>) | null {
    switch (row[1]) {
      case kindNumbers.parallel:
        return this.#pair(row);
      case kindNumbers.cluster:
        return this.#cluster(row, allPassages);
      case kindNumbers.quotation:
        return this.#quotation(row);
      case kindNumbers.conflict:
        return this.#conflict(row);
      default:
        return null;
    }
  }

  #pair([, , key, score, formula, oneKey, otherKey, bytes, clusterKey]: Row) {
    const { ranges, words, verbatim } = decodeValue<PairValue>(bytes);
    const first = this.#article(oneKey);
    const second = this.#article(otherKey);
    return async (): Promise<ParallelSuggestion | null> => {
      const one = await this.#passage(first, ranges[0], ranges[1]);
      const other = await this.#passage(second, ranges[2], ranges[3]);
      if (one === null || other === null) return null;
      return {
        kind: 'parallel',
        key: key.toString(),
        score,
        one,
        other,
        words,
        verbatim,
        formula: formula !== 0,
        first: earlier(first, second),
        clusterKey: clusterKey?.toString() ?? null,
      };
    };
  }

  #cluster([, , key, score, formula, , , bytes]: Row, allPassages: boolean) {
    const value = decodeValue<ClusterValue>(bytes);
    const sorted = value.passages
      .map((passage) => ({ passage, article: this.#article(passage[0]) }))
      .sort((one, other) => publishedOf(one.article) - publishedOf(other.article));
    const told = (allPassages ? sorted : sorted.slice(0, mostListedPassages)).map(
      ({ passage: [of, start, end, wording], article }) => ({
        article,
        start,
        end,
        wording,
        spoken: this.#creditOf(of, start, end),
      }),
    );
    return async (): Promise<Suggestion | null> => {
      const passages: ClusterPassage[] = [];
      for (const { article, start, end, wording, spoken } of told) {
        const passage = await this.#passage(article, start, end);
        if (passage === null) continue;
        const credits = spoken?.speaker ?? null;
        passages.push({ ...passage, wording, credits, creditsSure: spoken?.isSure ?? true });
      }
      const { articles, wordings } = value;
      const base = { kind: 'cluster', key: key.toString(), score, articles, wordings } as const;
      return { ...base, passages, formula: formula !== 0 };
    };
  }

  #quotation([, , key, score, , of, , bytes]: Row) {
    const { range, form, speaker, cue, place } = decodeValue<QuotationValue>(bytes);
    const article = this.#article(of);
    return async (): Promise<Suggestion | null> => {
      const passage = await this.#passage(article, range[0], range[1]);
      if (passage === null) return null;
      return { kind: 'quotation', key: key.toString(), score, passage, form, speaker, cue, place };
    };
  }

  #conflict([, , key, score, , oneKey, otherKey, bytes]: Row) {
    const { about, joined, remark, one, other } = decodeValue<ConflictValue>(bytes);
    const first = this.#article(oneKey);
    const second = this.#article(otherKey);
    return async (): Promise<Suggestion | null> => {
      const sides = [await this.#side(first, one), await this.#side(second, other)] as const;
      if (sides[0] === null || sides[1] === null) return null;
      return {
        kind: 'conflict',
        key: key.toString(),
        score,
        about,
        one: sides[0],
        other: sides[1],
        joined,
        recordId: null,
        remark,
      };
    };
  }

  async #side(
    article: Article | null,
    [passageStart, passageEnd, start, end, value]: SideValue,
  ): Promise<ConflictSide | null> {
    const passage = await this.#passage(article, passageStart, passageEnd);
    return passage === null ? null : { passage, range: { start, end }, value };
  }

  async #passage(
    article: Article | null,
    start: TextOffset,
    end: TextOffset,
  ): Promise<SuggestedPassage | null> {
    if (article === null) return null;
    const text = await this.#texts.read(article.hash);
    if (text === null) return null;
    const { articleId, revisionId, hash } = article;
    return { articleId, revisionId, hash, start, end, quote: text.text.slice(start, end) };
  }

  #article(key: number | null): Article | null {
    if (key === null) return null;
    const known = this.#articles.get(key);
    if (known !== undefined) return known;
    const [row] = rowsOf<[string, string, string | null, string | null, number]>(
      this.#database.prepare(
        'SELECT CAST(id AS BLOB), CAST(revision AS BLOB), CAST(hash AS BLOB), CAST(published AS BLOB), guessed FROM articles WHERE key = ?',
      ),
      key,
    );
    const article =
      row === undefined || row[2] === null
        ? null
        : {
            articleId: row[0] as ArticleId,
            revisionId: row[1] as RevisionId,
            hash: row[2] as RevisionHash,
            published: row[3] === null ? null : publishedRange(row[3]),
            isGuessed: row[4] !== 0,
          };
    this.#articles.set(key, article);
    return article;
  }

  /** Who is said to have said what stands there: the speaker of the quotation that holds the larger part of it. */
  #creditOf(article: number, start: number, end: number): Spoken | null {
    let best: Spoken | null = null;
    let most = (end - start) / 2;
    for (const spoken of this.#spokenIn(article)) {
      const shared = Math.min(end, spoken.end) - Math.max(start, spoken.start);
      if (shared <= most) continue;
      most = shared;
      best = spoken;
    }
    return best;
  }

  #spokenIn(article: number): readonly Spoken[] {
    const known = this.#spoken.get(article);
    if (known !== undefined) return known;
    const rows = byteRowsOf<[Uint8Array]>(
      this.#database.prepare(
        `SELECT value FROM suggestions WHERE one = ? AND kind = ${kindNumbers.quotation}`,
      ),
      article,
    );
    const spoken = rows.flatMap(([bytes]) => {
      const { range, speaker } = decodeValue<QuotationValue>(bytes);
      if (speaker === null) return [];
      const { name, sure: isSure } = speaker;
      return [{ start: range[0], end: range[1], speaker: name, isSure }];
    });
    this.#spoken.set(article, spoken);
    return spoken;
  }
}

/** Which of two was published before the other, if the dates leave no doubt. */
function earlier(one: Article | null, other: Article | null): ParallelSuggestion['first'] {
  if (one === null || other === null || one.isGuessed || other.isGuessed) return null;
  const first = one.published;
  const second = other.published;
  if (first === null || second === null) return null;
  if (first.to <= second.from) return 'one';
  return second.to <= first.from ? 'other' : null;
}

function publishedOf(article: Article | null): number {
  if (article === null || article.isGuessed) return Number.POSITIVE_INFINITY;
  return article.published?.from ?? Number.POSITIVE_INFINITY;
}
