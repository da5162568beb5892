import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { ArticleRecord, ProjectRecord, RevisionRecord } from '../../../app/record/records.ts';
import { articlesFolderId, comparableUrl, copyKey, fileKeys, placeKeys } from './place-keys.ts';

/**
 * The part of the corpus that main keeps in memory: articles and revisions, by what the import looks them up by. Some
 * 2 kB an article.
 */
export class CorpusIndex {
  readonly #articles = new Map<ArticleId, ArticleRecord>();
  readonly #revisions = new Map<RevisionId, RevisionRecord>();
  readonly #revisionsOf = new Map<ArticleId, Set<RevisionId>>();
  readonly #revisionsByHash = new Map<RevisionHash, Set<RevisionId>>();
  readonly #articlesByPlace = new Map<string, Set<ArticleId>>();
  /** Of files that hold more than one article; others are found by their place. */
  readonly #articlesByFile = new Map<string, Set<ArticleId>>();
  readonly #articlesByUrl = new Map<string, Set<ArticleId>>();
  readonly #copies = new Map<string, Set<string>>();
  #highestNumber = 0;

  /** The highest article number ever given, also to articles that are gone. */
  get highestNumber(): number {
    return this.#highestNumber;
  }

  /** Takes a number as given that no record shows any more. */
  noteNumber(number: number): void {
    this.#highestNumber = Math.max(this.#highestNumber, number);
  }

  article(id: ArticleId): ArticleRecord | null {
    return this.#articles.get(id) ?? null;
  }

  /** An article's revisions, in the order they were made. */
  revisionsOf(id: ArticleId): readonly RevisionRecord[] {
    return [...(this.#revisionsOf.get(id) ?? [])].flatMap((revision) => {
      const record = this.#revisions.get(revision);
      return record === undefined ? [] : [record];
    });
  }

  /** Articles that have a text, in whatever revision. */
  articlesWithText(hash: RevisionHash): readonly ArticleRecord[] {
    const ids = new Set<ArticleId>();
    for (const id of this.#revisionsByHash.get(hash) ?? []) {
      const revision = this.#revisions.get(id);
      if (revision !== undefined) ids.add(revision.articleId);
    }
    return this.#present(ids);
  }

  /** Articles that were read from a place: see `placeKeys`. */
  articlesAt(placeKey: string): readonly ArticleRecord[] {
    return this.#present(this.#articlesByPlace.get(placeKey) ?? []);
  }

  /** Articles that were read from a file: see `fileKeys`. */
  articlesIn(fileKey: string): readonly ArticleRecord[] {
    const parts = this.#articlesByFile.get(fileKey) ?? [];
    return this.#present(new Set([...(this.#articlesByPlace.get(fileKey) ?? []), ...parts]));
  }

  /** Articles whose source states an address. */
  articlesWithUrl(url: string): readonly ArticleRecord[] {
    return this.#present(this.#articlesByUrl.get(comparableUrl(url)) ?? []);
  }

  /** The hashes that the original under a name in `articles` had, of articles that are there or were. */
  hashesOfCopy(fileName: string): readonly string[] {
    return [...(this.#copies.get(copyKey(fileName)) ?? [])];
  }

  /**
   * The hashes under which the original of a name in `articles` is known: the one that it had last; of articles that are
   * all gone, any.
   */
  knownCopies(fileName: string): readonly string[] {
    const file = `${articlesFolderId}/${fileName}`;
    const origins = this.articlesIn(file).flatMap((article) =>
      article.origins.filter((origin) => fileKeys(origin).includes(file)),
    );
    const last = origins.sort((one, other) => (one.importedAt < other.importedAt ? -1 : 1)).at(-1);
    return last === undefined ? this.hashesOfCopy(fileName) : [last.fileHash];
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
    const before = this.#articles.get(article.id);
    if (before !== undefined) this.#removeArticle(before);
    this.noteNumber(article.number);
    this.#articles.set(article.id, article);
    for (const key of placesOf(article)) put(this.#articlesByPlace, key, article.id);
    for (const key of filesOf(article)) put(this.#articlesByFile, key, article.id);
    for (const key of urlsOf(article)) put(this.#articlesByUrl, key, article.id);
    for (const origin of article.origins) {
      if (origin.fileName !== '') put(this.#copies, copyKey(origin.fileName), origin.fileHash);
    }
  }

  #addRevision(revision: RevisionRecord): void {
    this.#revisions.set(revision.id, revision);
    put(this.#revisionsOf, revision.articleId, revision.id);
    put(this.#revisionsByHash, revision.hash, revision.id);
    const { source } = revision;
    if (source !== undefined) put(this.#copies, copyKey(source.fileName), source.fileHash);
  }

  #remove(record: ProjectRecord): void {
    if (record.kind === 'article') {
      const present = this.#articles.get(record.id);
      if (present !== undefined) this.#removeArticle(present);
    }
    if (record.kind !== 'revision') return;
    this.#revisions.delete(record.id);
    take(this.#revisionsOf, record.articleId, record.id);
    take(this.#revisionsByHash, record.hash, record.id);
  }

  #removeArticle(article: ArticleRecord): void {
    this.#articles.delete(article.id);
    for (const key of placesOf(article)) take(this.#articlesByPlace, key, article.id);
    for (const key of filesOf(article)) take(this.#articlesByFile, key, article.id);
    for (const key of urlsOf(article)) take(this.#articlesByUrl, key, article.id);
  }

  #present(ids: Iterable<ArticleId>): readonly ArticleRecord[] {
    return [...ids].flatMap((id) => this.#articles.get(id) ?? []);
  }
}

function placesOf(article: ArticleRecord): readonly string[] {
  return article.origins.flatMap(placeKeys);
}

function filesOf(article: ArticleRecord): readonly string[] {
  return article.origins.flatMap((origin) =>
    origin.part === undefined && origin.key === undefined ? [] : fileKeys(origin),
  );
}

function urlsOf({ detected, corrected }: ArticleRecord): readonly string[] {
  return [detected.url, corrected.url].flatMap((url) => (url ? [comparableUrl(url)] : []));
}

function put<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function take<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const values = map.get(key);
  values?.delete(value);
  if (values?.size === 0) map.delete(key);
}
