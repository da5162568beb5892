import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { ArticleRecord, ProjectRecord, RevisionRecord } from '../../../app/record/records.ts';

/** An article that the corpus holds, as the import needs it. */
export interface KnownArticle {
  readonly id: ArticleId;
  readonly number: number;
  /** As the analyst sees it, corrections applied. */
  readonly title: string;
}

/** The little of the corpus that main keeps in memory: which texts are known, and which numbers were given. */
export class CorpusIndex {
  readonly #articles = new Map<ArticleId, KnownArticle>();
  readonly #revisions = new Map<RevisionId, RevisionRecord>();
  readonly #revisionsByHash = new Map<RevisionHash, Set<RevisionId>>();
  #highestNumber = 0;

  /** The highest article number ever given, also to articles that are gone. */
  get highestNumber(): number {
    return this.#highestNumber;
  }

  /** Takes a number as given that no record shows any more. */
  noteNumber(number: number): void {
    this.#highestNumber = Math.max(this.#highestNumber, number);
  }

  /** The article that has a text, in whatever revision; `null` when there is none. */
  articleWithText(hash: RevisionHash): KnownArticle | null {
    for (const id of this.#revisionsByHash.get(hash) ?? []) {
      const revision = this.#revisions.get(id);
      const article = revision && this.#articles.get(revision.articleId);
      if (article !== undefined) return article;
    }
    return null;
  }

  /** Follows a change. Takes what does not fit as far as it goes, since an entry before may have been damaged. */
  apply(diff: Diff): void {
    for (const record of diff.removed) this.#remove(record);
    for (const record of diff.added) this.add(record);
    for (const [, after] of diff.updated) this.add(after);
  }

  /** Takes a record up as it is now. Kinds other than article and revision are ignored. */
  add(record: ProjectRecord): void {
    if (record.kind === 'article') this.#addArticle(record);
    if (record.kind === 'revision') this.#addRevision(record);
  }

  #addArticle(article: ArticleRecord): void {
    this.noteNumber(article.number);
    const { id, number } = article;
    const title = article.corrected.title ?? article.detected.title;
    this.#articles.set(id, { id, number, title });
  }

  #addRevision(revision: RevisionRecord): void {
    this.#revisions.set(revision.id, revision);
    const same = this.#revisionsByHash.get(revision.hash);
    if (same === undefined) this.#revisionsByHash.set(revision.hash, new Set([revision.id]));
    else same.add(revision.id);
  }

  #remove(record: ProjectRecord): void {
    if (record.kind === 'article') this.#articles.delete(record.id);
    if (record.kind !== 'revision') return;
    this.#revisions.delete(record.id);
    const same = this.#revisionsByHash.get(record.hash);
    same?.delete(record.id);
    if (same?.size === 0) this.#revisionsByHash.delete(record.hash);
  }
}
