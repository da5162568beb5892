import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, Origin, RevisionRecord } from '../../../app/record/records.ts';
import type { ArticleReading } from './article-reading.ts';
import { CorpusIndex } from './corpus-index.ts';
import type { CorpusView } from './decide-part.ts';
import { titleOf } from './import-item.ts';

/** What is done to an article that the corpus holds. */
interface Update {
  readonly fields: Partial<Pick<ArticleRecord, 'revisionId' | 'detected' | 'provenance'>>;
  readonly origins: readonly Origin[];
}

/**
 * Articles and revisions that are not journalled yet, upon the corpus as it is. What it holds counts as known, as if it
 * were journalled.
 */
export class PendingChange implements CorpusView {
  readonly #maker: Maker;
  readonly #corpus: CorpusIndex;
  readonly #pending = new CorpusIndex();
  readonly #added = new Map<ArticleId, ArticleRecord>();
  readonly #revisions: RevisionRecord[] = [];
  readonly #updates = new Map<ArticleId, Update>();
  #number: number;

  constructor(maker: Maker, corpus: CorpusIndex) {
    this.#maker = maker;
    this.#corpus = corpus;
    this.#number = corpus.highestNumber;
  }

  /** How many articles it adds or changes. */
  get size(): number {
    return this.#added.size + this.#updates.size;
  }

  /**
   * The diff, made for the corpus as it is at this moment: to be journalled in the same turn. An article that is gone
   * meanwhile is left out.
   */
  diff(): Diff {
    const gone = new Set<ArticleId>();
    const updated: [ArticleRecord, ArticleRecord][] = [];
    for (const [id, { fields, origins }] of this.#updates) {
      const present = this.#corpus.article(id);
      if (present === null) gone.add(id);
      else updated.push([present, nextRecord(this.#maker, present, { ...fields, origins })]);
    }
    const revisions = this.#revisions.filter(({ articleId }) => !gone.has(articleId));
    return { added: [...this.#added.values(), ...revisions], updated, removed: [] };
  }

  /** The title of the first article in it. */
  get firstTitle(): string {
    const [first] = [...this.#added.values(), ...this.#updatedArticles()];
    return first === undefined ? '' : titleOf(first);
  }

  /** How many articles it adds, and how many known ones it changes. */
  get counts(): { readonly added: number; readonly updated: number } {
    return { added: this.#added.size, updated: this.#updates.size };
  }

  /** Whether an article names a copy in the project. */
  namesCopy(fileName: string, fileHash: string): boolean {
    return [this.#corpus, this.#pending].some((index) =>
      index.hashesOfCopy(fileName).includes(fileHash),
    );
  }

  /** Whether an article is one of those that it adds. */
  adds(id: ArticleId): boolean {
    return this.#added.has(id);
  }

  /** An article as it will be. */
  articleNow(id: ArticleId): ArticleRecord | null {
    return this.#pending.article(id) ?? this.#corpus.article(id);
  }

  revisionsOf(id: ArticleId): readonly RevisionRecord[] {
    return [...this.#corpus.revisionsOf(id), ...this.#pending.revisionsOf(id)];
  }

  articlesWithText(hash: RevisionHash): readonly ArticleRecord[] {
    const pending = this.#revisions.flatMap((revision) =>
      revision.hash === hash ? (this.articleNow(revision.articleId) ?? []) : [],
    );
    return this.#merged(this.#corpus.articlesWithText(hash), pending);
  }

  articlesAt(placeKey: string): readonly ArticleRecord[] {
    return this.#merged(this.#corpus.articlesAt(placeKey), this.#pending.articlesAt(placeKey));
  }

  articlesWithUrl(url: string): readonly ArticleRecord[] {
    return this.#merged(this.#corpus.articlesWithUrl(url), this.#pending.articlesWithUrl(url));
  }

  /** Adds an article with its first revision. Gives it the next number. */
  addArticle(reading: ArticleReading): ArticleRecord {
    const { text, origin } = reading;
    this.#number = Math.max(this.#number, this.#corpus.highestNumber) + 1;
    const id = this.#maker.id<ArticleId>();
    const revision = this.addRevision(id, 1, reading);
    const made = newRecord(this.#maker, 'article', {
      number: this.#number,
      revisionId: revision.id,
      detected: text.metadata,
      corrected: {},
      provenance: text.provenance,
      origins: [origin],
      annotationsMade: 0,
    });
    const article = { ...made, id };
    this.#added.set(id, article);
    this.#pending.add(article);
    return article;
  }

  /** Adds a revision, which no article shows yet. */
  addRevision(
    articleId: ArticleId,
    number: number,
    { part: { format, encoding }, text, origin, columns }: ArticleReading,
  ): RevisionRecord {
    const { hash, length, blockCount, wordCount, remarks } = text;
    const { fileName, fileHash, part } = origin;
    const isRow = format === 'csv' || format === 'json-lines';
    const revision = newRecord(this.#maker, 'revision', {
      articleId,
      hash,
      length,
      blockCount,
      wordCount,
      number,
      source: {
        format,
        fileName,
        fileHash,
        ...(part === undefined ? {} : { part }),
        encoding,
        ...(columns === null || !isRow ? {} : { columns }),
        remarks,
      },
    });
    this.#revisions.push(revision);
    this.#pending.add(revision);
    return revision;
  }

  /** Changes fields of an article, and where it was read from. */
  update(article: ArticleRecord, fields: Update['fields'], origins: readonly Origin[]): void {
    const added = this.#added.get(article.id);
    const after = { ...(added ?? article), ...fields, origins };
    if (added !== undefined) this.#added.set(article.id, after);
    else {
      const before = this.#updates.get(article.id);
      this.#updates.set(article.id, { fields: { ...before?.fields, ...fields }, origins });
    }
    this.#pending.add(after);
  }

  #updatedArticles(): readonly ArticleRecord[] {
    return [...this.#updates.keys()].flatMap((id) => this.articleNow(id) ?? []);
  }

  #merged(
    known: readonly ArticleRecord[],
    pending: readonly ArticleRecord[],
  ): readonly ArticleRecord[] {
    const all = new Map(known.map((article) => [article.id, article]));
    for (const article of pending) all.set(article.id, article);
    return [...all.values()].map((article) => this.articleNow(article.id) ?? article);
  }
}
