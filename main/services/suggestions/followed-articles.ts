import { effectiveMetadata, isGuess } from '../../../app/article/article-metadata.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import {
  type CatalogueDatabase,
  type CatalogueStatement,
  rowsOf,
} from '../catalogue/catalogue-database.ts';
import type { SuggestedEntry, SuggestedRecord } from './suggestion-messages.ts';

/** An article in which suggestions are looked for. */
export interface FollowedArticle {
  readonly key: number;
  readonly id: ArticleId;
  /** Of the present revision. */
  readonly hash: RevisionHash;
  /** `null` for a guess that nobody has confirmed: "last year" is not the year before a guess. */
  readonly published: string | null;
  readonly language: string | null;
}

/** What following a change came to. */
export interface Followed {
  /** What may be otherwise: nothing, what lists answer, or also what is to be looked through. */
  readonly changed: 'nothing' | 'lists' | 'texts';
  /** Articles, by key, whose text is not there any more, or another. */
  readonly gone: readonly number[];
}

/** How many articles there are to look through. */
export interface FollowedCount {
  readonly all: number;
  /** Compared with all others, and not left out. */
  readonly compared: number;
  /** Whose statements and facts are found, and not left out. */
  readonly read: number;
  /** Left out, since looking through them failed or did not end. */
  readonly failed: number;
  /** Left out, since their texts are missing. */
  readonly missing: number;
}

type Row = [number, string, string | null, string | null, number, string | null];
type ArticleRow = [number, string, string, string | null, string | null];

/** What the statements and facts of an article are found in: text, date and language. */
export function contextOf(
  article: Pick<FollowedArticle, 'hash' | 'published' | 'language'>,
): string {
  return `${article.hash} ${article.published ?? ''} ${article.language ?? ''}`;
}

const order = { decision: 0, revision: 1, article: 2 } as const;

/** Keeps articles, revisions and decisions in step with records. The caller begins and ends transactions. */
export class FollowedArticles {
  readonly #statements;
  /** Those that were asked for by key; each pair asks for two. */
  readonly #known = new Map<number, FollowedArticle | null>();

  constructor(database: CatalogueDatabase) {
    this.#statements = prepare(database);
  }

  /** Follows a change. What is proposed of articles that are gone is the caller's to remove. */
  apply({ put, removed }: Pick<SuggestedEntry, 'put' | 'removed'>): Followed {
    this.#known.clear();
    const gone: number[] = [];
    let changed: Followed['changed'] = 'nothing';
    const take = ({ kind }: { readonly kind: SuggestedRecord['kind'] }, isChanged: boolean) => {
      if (isChanged && kind === 'article') changed = 'texts';
      else if (isChanged && changed === 'nothing') changed = 'lists';
    };
    // Articles last: they point to revisions of the same change.
    const inOrder = [...put].sort((one, other) => order[one.kind] - order[other.kind]);
    for (const record of inOrder) take(record, this.#put(record, gone));
    for (const record of removed) take(record, this.#remove(record, gone));
    return { changed: gone.length > 0 ? 'texts' : changed, gone };
  }

  /** Articles whose parallel passages are not in the tables, in order. */
  toCompare(): FollowedArticle[] {
    return rowsOf<ArticleRow>(this.#statements.toCompare).map(toArticle);
  }

  /** Articles whose parallel passages are in the tables, in order. */
  compared(): FollowedArticle[] {
    return rowsOf<ArticleRow>(this.#statements.compared).map(toArticle);
  }

  /** Articles whose statements and facts are not in the tables, in order, at most so many. */
  toRead(limit: number): FollowedArticle[] {
    return rowsOf<ArticleRow>(this.#statements.toRead, limit).map(toArticle);
  }

  noteCompared({ key, hash }: FollowedArticle): void {
    this.#statements.noteCompared.run(hash, key);
  }

  noteRead(article: FollowedArticle): void {
    this.#statements.noteRead.run(contextOf(article), article.key);
  }

  /** `null`: it is gone, or in the trash. */
  read(key: number): FollowedArticle | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [row] = rowsOf<ArticleRow>(this.#statements.article, key);
    const article = row === undefined ? null : toArticle(row);
    this.#known.set(key, article);
    return article;
  }

  /** @param lasting `false`: its text is missing, which may be mended until the next opening */
  leaveOut(hash: string, lasting: boolean): void {
    this.#statements.leaveOut.run(hash, Number(lasting));
  }

  /** Texts that were missing are looked for again. */
  retryTexts(): void {
    this.#statements.retryTexts.run();
  }

  count(): FollowedCount {
    const [[all, compared, read, failed, missing] = [0, 0, 0, 0, 0]] = rowsOf<
      [number, number, number, number, number]
    >(this.#statements.count);
    return { all, compared, read, failed, missing };
  }

  #put(record: SuggestedRecord, gone: number[]): boolean {
    switch (record.kind) {
      case 'decision':
        this.#statements.putDecision.run(record.id, record.key);
        return this.#statements.decide.run(record.key).changes > 0;
      case 'revision':
        this.#statements.putRevision.run(record.id, record.articleId, record.hash);
        return false;
      case 'article':
        return this.#putArticle(record, gone);
    }
  }

  #remove(record: SuggestedRecord, gone: number[]): boolean {
    switch (record.kind) {
      case 'decision':
        this.#statements.deleteDecision.run(record.id);
        return this.#statements.undecide.run(record.key).changes > 0;
      case 'revision':
        this.#statements.deleteRevision.run(record.id);
        return false;
      case 'article': {
        const [known] = rowsOf<Row>(this.#statements.known, record.id);
        if (known === undefined) return false;
        gone.push(known[0]);
        this.#statements.deleteArticle.run(known[0]);
        return true;
      }
    }
  }

  #putArticle(article: ArticleRecord, gone: number[]): boolean {
    const shown = effectiveMetadata(article);
    const [revision] = rowsOf<[string]>(this.#statements.revision, article.revisionId);
    const hash = article.trashedAt == null ? (revision?.[0] ?? null) : null;
    const language = shown.language?.toLowerCase() ?? null;
    const isGuessed = Number(isGuess(article, 'published'));
    const row = [article.revisionId, hash, shown.published, isGuessed, language] as const;
    const [known] = rowsOf<Row>(this.#statements.known, article.id);
    if (known === undefined) {
      this.#statements.addArticle.run(article.id, ...row);
      return true;
    }
    const [key, ...before] = known;
    if (row.every((value, index) => value === before[index])) return false;
    this.#statements.updateArticle.run(...row, key);
    if (before[1] !== null && before[1] !== hash) {
      this.#statements.forget.run(key);
      gone.push(key);
    }
    return true;
  }
}

function toArticle([key, id, hash, published, language]: ArticleRow): FollowedArticle {
  return { key, id: id as ArticleId, hash: hash as RevisionHash, published, language };
}

const knownDate = 'iif(guessed, NULL, published)';

function prepare(database: CatalogueDatabase) {
  const article = `SELECT key, CAST(id AS BLOB), CAST(hash AS BLOB), CAST(${knownDate} AS BLOB), CAST(language AS BLOB) FROM articles`;
  const context = `articles.hash || ' ' || coalesce(${knownDate}, '') || ' ' || coalesce(language, '')`;
  const isIn = 'hash IS NOT NULL AND hash NOT IN (SELECT hash FROM left_out)';
  const statements = {
    known:
      'SELECT key, CAST(revision AS BLOB), CAST(hash AS BLOB), CAST(published AS BLOB), guessed, CAST(language AS BLOB) FROM articles WHERE id = ?',
    article: `${article} WHERE key = ? AND hash IS NOT NULL`,
    addArticle:
      'INSERT INTO articles (id, revision, hash, published, guessed, language) VALUES (?, ?, ?, ?, ?, ?)',
    updateArticle:
      'UPDATE articles SET revision = ?, hash = ?, published = ?, guessed = ?, language = ? WHERE key = ?',
    forget: 'UPDATE articles SET compared = NULL, read = NULL WHERE key = ?',
    deleteArticle: 'DELETE FROM articles WHERE key = ?',
    revision: 'SELECT CAST(hash AS BLOB) FROM revisions WHERE id = ?',
    putRevision: 'INSERT OR REPLACE INTO revisions (id, article, hash) VALUES (?, ?, ?)',
    deleteRevision: 'DELETE FROM revisions WHERE id = ?',
    putDecision: 'INSERT OR REPLACE INTO decisions (id, key) VALUES (?, ?)',
    deleteDecision: 'DELETE FROM decisions WHERE id = ?',
    decide: 'UPDATE suggestions SET decided = 1 WHERE key = ? AND decided = 0',
    undecide:
      'UPDATE suggestions SET decided = 0 WHERE key = ?1 AND decided = 1 AND NOT EXISTS (SELECT 1 FROM decisions WHERE key = ?1)',
    toCompare: `${article} WHERE ${isIn} AND compared IS NOT hash ORDER BY key`,
    compared: `${article} WHERE ${isIn} AND compared IS hash ORDER BY key`,
    toRead: `${article} WHERE ${isIn} AND read IS NOT (${context}) ORDER BY key LIMIT ?`,
    noteCompared: 'UPDATE articles SET compared = ? WHERE key = ?',
    noteRead: 'UPDATE articles SET read = ? WHERE key = ?',
    leaveOut: 'INSERT OR REPLACE INTO left_out (hash, lasting) VALUES (?, ?)',
    retryTexts: 'DELETE FROM left_out WHERE lasting = 0',
    count: `SELECT count(*), total(lasting IS NULL AND compared IS articles.hash), total(lasting IS NULL AND read IS (${context})), total(lasting = 1), total(lasting = 0) FROM articles LEFT JOIN left_out ON left_out.hash = articles.hash WHERE articles.hash IS NOT NULL`,
  } as const;
  const prepared = Object.entries(statements).map(([name, sql]) => [
    name,
    database.prepare<unknown[]>(sql),
  ]);
  return Object.fromEntries(prepared) as Record<keyof typeof statements, CatalogueStatement>;
}
