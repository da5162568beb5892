import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, Origin, RevisionRecord } from '../../../app/record/records.ts';
import { CorpusIndex } from './corpus-index.ts';
import { type CorpusView, type Decision, decidePart } from './decide-part.ts';
import type { IngestedPart, IngestedText } from './ingest.ts';
import { articlesFolderId } from './place-keys.ts';
import { isSameOrigin, isSamePlace, withOrigin } from './same-origin.ts';

/** What is done to an article that the corpus holds. */
interface Update {
  readonly fields: Partial<Pick<ArticleRecord, 'revisionId' | 'detected' | 'provenance'>>;
  readonly origins: readonly Origin[];
}

/**
 * Articles and revisions on their way into one change. What it holds counts as known for what is added after, as if it
 * were journalled. One batch is one change, one step of undo.
 */
export class ImportBatch implements CorpusView {
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

  /** Takes up what was read, and says what became of it. A text that can't be an article changes nothing. */
  add(
    part: IngestedPart,
    text: IngestedText,
    origin: Origin,
    movedFrom: FolderPlace | null,
  ): ImportItemPart {
    const decision = decidePart(text, origin, this);
    switch (decision.kind) {
      case 'new':
        return this.#addArticle(part, text, origin);
      case 'known':
        return movedFrom === null
          ? this.#addOrigin(decision.article, origin)
          : this.#move(decision.article, movedFrom, origin);
      case 'restored':
        return this.#restore(decision, origin);
      case 'revised':
        return this.#revise(decision.article, part, text, origin);
    }
  }

  /** Takes up a text as a state of an article that is known: its original was read anew in another way. */
  reread(article: ArticleRecord, part: IngestedPart, text: IngestedText, origin: Origin) {
    const present = this.#articleNow(article.id) ?? article;
    const revisions = this.revisionsOf(article.id);
    const same = revisions.find(({ hash }) => hash === text.hash);
    if (same === undefined) return this.#revise(present, part, text, origin);
    if (same.id !== present.revisionId) {
      return this.#restore({ kind: 'restored', article: present, revision: same }, origin);
    }
    return item('known', present, ['Read in this way its text is the same.']);
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

  revisionsOf(id: ArticleId): readonly RevisionRecord[] {
    return [...this.#corpus.revisionsOf(id), ...this.#pending.revisionsOf(id)];
  }

  articlesWithText(hash: RevisionHash): readonly ArticleRecord[] {
    const pending = this.#revisions.flatMap((revision) =>
      revision.hash === hash ? (this.#articleNow(revision.articleId) ?? []) : [],
    );
    return this.#merged(this.#corpus.articlesWithText(hash), pending);
  }

  articlesAt(placeKey: string): readonly ArticleRecord[] {
    return this.#merged(this.#corpus.articlesAt(placeKey), this.#pending.articlesAt(placeKey));
  }

  articlesWithUrl(url: string): readonly ArticleRecord[] {
    return this.#merged(this.#corpus.articlesWithUrl(url), this.#pending.articlesWithUrl(url));
  }

  #addArticle(part: IngestedPart, text: IngestedText, origin: Origin): ImportItemPart {
    this.#number = Math.max(this.#number, this.#corpus.highestNumber) + 1;
    const id = this.#maker.id<ArticleId>();
    const revision = this.#addRevision(id, 1, part, text, origin);
    const article = newRecord(this.#maker, 'article', {
      number: this.#number,
      revisionId: revision.id,
      detected: text.metadata,
      corrected: {},
      provenance: text.provenance,
      origins: [origin],
      annotationsMade: 0,
    });
    this.#added.set(id, { ...article, id });
    this.#pending.add({ ...article, id });
    return item('added', { ...article, id }, text.remarks);
  }

  #addOrigin(article: ArticleRecord, origin: Origin): ImportItemPart {
    const isPending = this.#added.has(article.id);
    const others = article.origins.filter((known) => !isSamePlace(known, origin));
    // The same text in other bytes: a page whose frame changed. What it was before is of no use to anybody.
    if (!article.origins.some((known) => isSameOrigin(known, origin))) {
      this.#update(article, {}, [...others, origin]);
    }
    const title = titleOf(article);
    const trash = article.trashedAt ? ' That article is in the trash.' : '';
    return item('known', article, [
      isPending
        ? `Its text is the same, to the letter, as that of “${title}”, imported with it.`
        : `Its text is the same, to the letter, as that of article ${article.number}, “${title}”.${trash}`,
    ]);
  }

  /** The file that an article was read from is elsewhere in its folder now. */
  #move(article: ArticleRecord, from: FolderPlace, to: Origin): ImportItemPart {
    const isThere = ({ folderId, path }: Origin) =>
      folderId === from.folderId && path === from.path;
    const isCopy = ({ fileName }: Origin) =>
      from.folderId === articlesFolderId && fileName === from.path;
    // Each state of a file that changed left an origin there; it is one file that goes.
    const first = article.origins.find(isThere);
    if (first === undefined && !article.origins.some(isCopy)) return this.#addOrigin(article, to);
    const origins = article.origins
      .filter((known) => known === first || !isThere(known))
      .map((known) => {
        if (known === first) return to;
        return isCopy(known) ? { ...known, fileName: to.fileName } : known;
      });
    this.#update(article, {}, origins);
    return item('known', article, [
      `The file of article ${article.number} was moved or renamed; the article follows it.`,
    ]);
  }

  #restore({ article, revision }: Decision & { kind: 'restored' }, origin: Origin): ImportItemPart {
    this.#update(article, { revisionId: revision.id }, withOrigin(article, origin));
    return item('revised', article, [
      `Its text is again what it was in revision ${revision.number ?? 1}, which is shown from now on.`,
    ]);
  }

  #revise(
    article: ArticleRecord,
    part: IngestedPart,
    text: IngestedText,
    origin: Origin,
  ): ImportItemPart {
    const numbers = this.revisionsOf(article.id).map(({ number }) => number ?? 1);
    const number = Math.max(0, ...numbers) + 1;
    const revision = this.#addRevision(article.id, number, part, text, origin);
    const fields = {
      revisionId: revision.id,
      detected: text.metadata,
      provenance: text.provenance,
    };
    this.#update(article, fields, withOrigin(article, origin));
    const trash = article.trashedAt ? [' The article is in the trash.'] : [];
    return item('revised', this.#articleNow(article.id) ?? article, [
      `Revision ${number} of article ${article.number}; the text before it stays and can be read.`,
      ...trash,
      ...text.remarks,
    ]);
  }

  #addRevision(
    articleId: ArticleId,
    number: number,
    { format, encoding }: IngestedPart,
    { hash, length, blockCount, wordCount, remarks }: IngestedText,
    { fileName, fileHash, part }: Origin,
  ): RevisionRecord {
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
        remarks,
      },
    });
    this.#revisions.push(revision);
    this.#pending.add(revision);
    return revision;
  }

  #update(article: ArticleRecord, fields: Update['fields'], origins: readonly Origin[]): void {
    const added = this.#added.get(article.id);
    const after = { ...(added ?? article), ...fields, origins };
    if (added !== undefined) this.#added.set(article.id, after);
    else {
      const before = this.#updates.get(article.id);
      this.#updates.set(article.id, { fields: { ...before?.fields, ...fields }, origins });
    }
    this.#pending.add(after);
  }

  #articleNow(id: ArticleId): ArticleRecord | null {
    return this.#pending.article(id) ?? this.#corpus.article(id);
  }

  #updatedArticles(): readonly ArticleRecord[] {
    return [...this.#updates.keys()].flatMap((id) => this.#articleNow(id) ?? []);
  }

  #merged(
    known: readonly ArticleRecord[],
    pending: readonly ArticleRecord[],
  ): readonly ArticleRecord[] {
    const all = new Map(known.map((article) => [article.id, article]));
    for (const article of pending) all.set(article.id, article);
    return [...all.values()].map((article) => this.#articleNow(article.id) ?? article);
  }
}

/** A file below a watched folder. */
export interface FolderPlace {
  readonly folderId: string;
  readonly path: string;
}

/** What became of an article of a file. */
export type ImportItemPart = Omit<ImportItem, 'fileName' | 'part' | 'format'>;

function item(
  outcome: ImportItem['outcome'],
  article: ArticleRecord,
  sentences: readonly string[],
): ImportItemPart {
  const reason = sentences.join(' ').trim();
  return {
    outcome,
    title: titleOf(article),
    articleId: article.id,
    ...(reason === '' ? {} : { reason }),
  };
}

function titleOf({ corrected, detected }: ArticleRecord): string {
  return corrected.title ?? detected.title;
}
