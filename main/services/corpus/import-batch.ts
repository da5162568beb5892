import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type {
  ArticleRecord,
  ColumnMap,
  Origin,
  RevisionRecord,
} from '../../../app/record/records.ts';
import { CorpusIndex } from './corpus-index.ts';
import {
  type Besides,
  type CorpusView,
  type Decision,
  decidePart,
  type FileView,
  placesGoneElsewhere,
} from './decide-part.ts';
import type { ImportFile } from './import-file.ts';
import {
  changedFacts,
  type ImportItemPart,
  importItem,
  titleOf,
  unchangedItem,
} from './import-item.ts';
import type { IngestedPart, IngestedText } from './ingest.ts';
import { leastInCommon } from './is-later-state.ts';
import { articlesFolderId } from './place-keys.ts';
import { isSamePlace, momentAfter, standingAt, withOrigin, withoutPlace } from './same-origin.ts';

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
  readonly #files: FileView;
  readonly #pending = new CorpusIndex();
  readonly #added = new Map<ArticleId, ArticleRecord>();
  readonly #revisions: RevisionRecord[] = [];
  readonly #updates = new Map<ArticleId, Update>();
  #number: number;

  constructor(maker: Maker, corpus: CorpusIndex, files: FileView) {
    this.#maker = maker;
    this.#corpus = corpus;
    this.#files = files;
    this.#number = corpus.highestNumber;
  }

  /** How many articles it adds or changes. */
  get size(): number {
    return this.#added.size + this.#updates.size;
  }

  /** Takes up what was read, and says what became of it. A text that can't be an article changes nothing. */
  async add(
    part: IngestedPart,
    text: IngestedText,
    read: Origin,
    how: ImportHow,
  ): Promise<ImportItemPart> {
    const last = standingAt(read, (key) => this.articlesAt(key))?.origin.importedAt ?? null;
    const origin = { ...read, importedAt: momentAfter(read.importedAt, last) };
    const became = await this.#take(part, text, origin, how);
    this.#files.holders.note(origin);
    return became;
  }

  async #take(
    part: IngestedPart,
    text: IngestedText,
    origin: Origin,
    { movedFrom, columns }: ImportHow,
  ): Promise<ImportItemPart> {
    const decision = await decidePart(part, text, origin, this, this.#files);
    if (decision.kind === 'unchanged') return this.#leave(decision.article, origin);
    const moved = movedFrom === null ? null : this.#standingAt(movedFrom, origin);
    if (moved !== null && movedFrom !== null) return this.#move(moved, movedFrom, origin);
    const reading = { part, text, origin, columns };
    switch (decision.kind) {
      case 'new':
        return this.#addArticle(reading, decision.besides);
      case 'known':
        return this.#know(decision, text, origin);
      case 'earlier':
        return this.#addEarlier(decision, origin);
      case 'restored':
        return this.#restore(decision, text, await this.#originsWith(decision.article, origin));
      case 'revised':
        return this.#revise(
          decision.article,
          reading,
          await this.#originsWith(decision.article, origin),
        );
    }
  }

  /** Whether an article names a copy in the project. */
  namesCopy(fileName: string, fileHash: string): boolean {
    return [this.#corpus, this.#pending].some((index) =>
      index.hashesOfCopy(fileName).includes(fileHash),
    );
  }

  /** Whether a text may be an article's in other words. */
  async hasInCommon({ id, revisionId }: ArticleRecord, { hash }: IngestedText): Promise<boolean> {
    const present = this.revisionsOf(id).find((revision) => revision.id === revisionId);
    if (present === undefined) return false;
    return ((await this.#files.resemblance(present.hash, hash)) ?? 0) >= leastInCommon;
  }

  /** Takes up a text as a state of an article that is known: the same bytes were read anew in another way. */
  reread(
    article: ArticleRecord,
    part: IngestedPart,
    text: IngestedText,
    origin: Origin,
    { columns, isAnew }: Pick<ImportFile, 'columns' | 'isAnew'>,
  ): ImportItemPart {
    const present = this.#articleNow(article.id) ?? article;
    const revision = this.revisionsOf(article.id).find(({ hash }) => hash === text.hash);
    // The columns tell by what a row is known: by its headline before, by its address now.
    const isPart = (known: Origin) => known.place === origin.place && known.part === origin.part;
    const origins = isAnew
      ? [...present.origins.filter((known) => !isPart(known)), origin]
      : present.origins;
    if (revision === undefined) {
      return this.#revise(present, { part, text, origin, columns }, origins);
    }
    if (revision.id !== present.revisionId) {
      return this.#restore({ kind: 'restored', article: present, revision }, text, origins);
    }
    const facts = changedFacts(present, text);
    if (facts !== null || isAnew) {
      this.#update(present, { detected: text.metadata, provenance: text.provenance }, origins);
    }
    return importItem('known', this.#articleNow(article.id) ?? article, [
      facts === null || facts === ''
        ? 'Read in this way its text is the same.'
        : `Read in this way its text is the same; what it states of itself was renewed: ${facts}.`,
    ]);
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

  #addArticle(reading: Reading, besides: Besides | null): ImportItemPart {
    const { text, origin } = reading;
    this.#number = Math.max(this.#number, this.#corpus.highestNumber) + 1;
    const id = this.#maker.id<ArticleId>();
    const revision = this.#addRevision(id, 1, reading);
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
    const why = besides === null ? [] : [besidesSentence(besides)];
    return importItem('added', { ...article, id }, [...why, ...text.remarks]);
  }

  /** The same bytes at the same place. The place may be in a watched folder now, which was none. */
  #leave(article: ArticleRecord, origin: Origin): ImportItemPart {
    const { place, folderId, path } = origin;
    const isElsewhere = (known: Origin) =>
      place !== undefined &&
      known.place === place &&
      folderId !== undefined &&
      path !== undefined &&
      (known.folderId !== folderId || known.path !== path);
    if (folderId !== undefined && path !== undefined && article.origins.some(isElsewhere)) {
      const origins = article.origins.map((known) =>
        isElsewhere(known) ? { ...known, folderId, path } : known,
      );
      this.#update(article, {}, origins);
    }
    return unchangedItem(article);
  }

  #know(
    { article, isHere }: Decision & { kind: 'known' },
    text: IngestedText,
    origin: Origin,
  ): ImportItemPart {
    const facts = isHere ? changedFacts(article, text) : null;
    // A table to which rows are added is read anew, and nearly all of its articles have nothing new.
    const isPart = origin.part !== undefined;
    const standing = standingAt(origin, (key) => this.articlesAt(key));
    if (facts === null && isPart && standing?.article.id === article.id) {
      return this.#say(article);
    }
    // The same text in other bytes: what they were before is of no use to anybody.
    const others = article.origins.filter(
      (known) => known !== standing?.origin || !isSamePlace(origin, known),
    );
    const fields = facts === null ? {} : { detected: text.metadata, provenance: text.provenance };
    this.#update(article, fields, withOrigin(others, origin));
    if (facts === null || facts === '') return this.#say(article);
    return importItem('known', this.#articleNow(article.id) ?? article, [
      `Its text is the same as that of article ${article.number}; what it states of itself has changed and was renewed: ${facts}.`,
    ]);
  }

  #say(article: ArticleRecord): ImportItemPart {
    const title = titleOf(article);
    const trash = article.trashedAt ? ' That article is in the trash.' : '';
    return importItem('known', article, [
      this.#added.has(article.id)
        ? `Its text is the same, to the letter, as that of “${title}”, imported with it.`
        : `Its text is the same, to the letter, as that of article ${article.number}, “${title}”.${trash}`,
    ]);
  }

  #addEarlier({ article, revision }: Decision & { kind: 'earlier' }, origin: Origin) {
    this.#update(article, {}, withOrigin(article.origins, origin));
    return importItem('known', article, [
      `This is article ${article.number} as it was in revision ${revision.number ?? 1}, which stays as it is.`,
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
    const origins = article.origins
      .filter((known) => known === first || !isThere(known))
      .map((known) => {
        if (known === first) return to;
        return isCopy(known) ? { ...known, fileName: to.fileName } : known;
      });
    this.#update(article, {}, origins);
    return importItem('known', article, [
      `The file of article ${article.number} was moved or renamed; the article follows it.`,
    ]);
  }

  /** What stood at the place that a file was moved from, if it is of the same bytes. */
  #standingAt({ folderId, path }: FolderPlace, origin: Origin): ArticleRecord | null {
    const before = { ...withoutPlace(origin), folderId, path };
    const standing = standingAt(before, (key) => this.articlesAt(key));
    return standing?.origin.fileHash === origin.fileHash ? standing.article : null;
  }

  /** An article's origins with one that makes it another text: files that are not there any more held the one before. */
  async #originsWith(article: ArticleRecord, origin: Origin): Promise<readonly Origin[]> {
    const gone = await placesGoneElsewhere(article, origin, this, this.#files);
    const origins = article.origins.map((known) =>
      gone.includes(known) ? withoutPlace(known) : known,
    );
    return withOrigin(origins, origin);
  }

  #restore(
    { article, revision }: Decision & { kind: 'restored' },
    { metadata, provenance }: IngestedText,
    origins: readonly Origin[],
  ): ImportItemPart {
    const fields = { revisionId: revision.id, detected: metadata, provenance };
    this.#update(article, fields, origins);
    return importItem('revised', this.#articleNow(article.id) ?? article, [
      `Its text is again what it was in revision ${revision.number ?? 1}, which is shown from now on.`,
    ]);
  }

  #revise(article: ArticleRecord, reading: Reading, origins: readonly Origin[]): ImportItemPart {
    const { text } = reading;
    const numbers = this.revisionsOf(article.id).map(({ number }) => number ?? 1);
    const number = Math.max(0, ...numbers) + 1;
    const revision = this.#addRevision(article.id, number, reading);
    const fields = {
      revisionId: revision.id,
      detected: text.metadata,
      provenance: text.provenance,
    };
    this.#update(article, fields, origins);
    const trash = article.trashedAt ? [' The article is in the trash.'] : [];
    return importItem('revised', this.#articleNow(article.id) ?? article, [
      `Revision ${number} of article ${article.number}; the text before it stays and can be read.`,
      ...trash,
      ...text.remarks,
    ]);
  }

  #addRevision(
    articleId: ArticleId,
    number: number,
    { part: { format, encoding }, text, origin, columns }: Reading,
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

/** What is known of a file beside what is in it. */
export interface ImportHow {
  /** Where a file of the same bytes was that is not there any more. */
  readonly movedFrom: FolderPlace | null;
  /** As the analyst named them. */
  readonly columns: ColumnMap | null;
}

/** One article as it was read. */
interface Reading {
  readonly part: IngestedPart;
  readonly text: IngestedText;
  readonly origin: Origin;
  readonly columns: ColumnMap | null;
}

function besidesSentence({ article, why }: Besides): string {
  const { number } = article;
  const title = titleOf(article);
  switch (why) {
    case 'other-story':
      return `The file held article ${number}, “${title}”, before; this is another story, so it is an article of its own, and article ${number} stays as it is.`;
    case 'held':
      return `The file held the text of article ${number}, “${title}”, which another file still holds; so what it says now is an article of its own.`;
    case 'said-before':
      return `Article ${number}, “${title}”, said so before and says something else now; this file makes an article of its own.`;
  }
}
