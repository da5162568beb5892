import type { Maker } from '../../../app/base/maker.ts';
import type { ArticleRecord, ColumnMap, Origin } from '../../../app/record/records.ts';
import type { ArticleReading } from './article-reading.ts';
import { besidesSentence } from './besides-sentence.ts';
import type { CorpusIndex } from './corpus-index.ts';
import {
  type Besides,
  type Decision,
  decidePart,
  type FileView,
  placesGoneElsewhere,
} from './decide-part.ts';
import {
  changedFacts,
  type ImportItemPart,
  importItem,
  titleOf,
  unchangedItem,
} from './import-item.ts';
import type { IngestedPart, IngestedText } from './ingest.ts';
import { leastInCommon } from './is-later-state.ts';
import { movedOrigins, watchedOrigins } from './moved-origins.ts';
import { PendingChange } from './pending-change.ts';
import type { FolderPlace } from './place-keys.ts';
import { rereadArticle } from './reread-article.ts';
import { restoreRevision, reviseArticle } from './revise-article.ts';
import { isSamePlace, momentAfter, standingAt, withOrigin, withoutPlace } from './same-origin.ts';

/** What is known of a file beside what is in it. */
export interface ImportHow {
  /** Where a file of the same bytes was that is not there any more. */
  readonly movedFrom: FolderPlace | null;
  /** As the analyst named them. */
  readonly columns: ColumnMap | null;
}

/** Decides what each text that was read is to the corpus. One batch is one change, one step of undo. */
export class ImportBatch {
  /** What it comes to. */
  readonly pending: PendingChange;
  readonly #files: FileView;

  constructor(maker: Maker, corpus: CorpusIndex, files: FileView) {
    this.pending = new PendingChange(maker, corpus);
    this.#files = files;
  }

  /** Takes up what was read, and says what became of it. A text that can't be an article changes nothing. */
  async add(
    part: IngestedPart,
    text: IngestedText,
    read: Origin,
    how: ImportHow,
  ): Promise<ImportItemPart> {
    const last = standingAt(read, (key) => this.pending.articlesAt(key))?.origin.importedAt ?? null;
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
    const decision = await decidePart(part, text, origin, this.pending, this.#files);
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
        return restoreRevision(
          this.pending,
          decision,
          text,
          await this.#originsWith(decision.article, origin),
        );
      case 'revised':
        return reviseArticle(
          this.pending,
          decision.article,
          reading,
          await this.#originsWith(decision.article, origin),
        );
    }
  }

  /** Whether a text may be an article's in other words. */
  async hasInCommon({ id, revisionId }: ArticleRecord, { hash }: IngestedText): Promise<boolean> {
    const present = this.pending.revisionsOf(id).find((revision) => revision.id === revisionId);
    if (present === undefined) return false;
    return ((await this.#files.resemblance(present.hash, hash)) ?? 0) >= leastInCommon;
  }

  /** Takes up a text as a state of an article that is known: see `rereadArticle`. */
  reread(article: ArticleRecord, reading: ArticleReading, isAnew: boolean): ImportItemPart {
    return rereadArticle(this.pending, article, reading, isAnew);
  }

  #addArticle(reading: ArticleReading, besides: Besides | null): ImportItemPart {
    const article = this.pending.addArticle(reading);
    const why = besides === null ? [] : [besidesSentence(besides)];
    return importItem('added', article, [...why, ...reading.text.remarks]);
  }

  /** The same bytes at the same place. */
  #leave(article: ArticleRecord, origin: Origin): ImportItemPart {
    const origins = watchedOrigins(article, origin);
    if (origins !== null) this.pending.update(article, {}, origins);
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
    const standing = standingAt(origin, (key) => this.pending.articlesAt(key));
    if (facts === null && isPart && standing?.article.id === article.id) {
      return this.#say(article);
    }
    // The same text in other bytes: what they were before is of no use to anybody.
    const others = article.origins.filter(
      (known) => known !== standing?.origin || !isSamePlace(origin, known),
    );
    const fields = facts === null ? {} : { detected: text.metadata, provenance: text.provenance };
    this.pending.update(article, fields, withOrigin(others, origin));
    if (facts === null || facts === '') return this.#say(article);
    return importItem('known', this.pending.articleNow(article.id) ?? article, [
      `Its text is the same as that of article ${article.number}; what it states of itself has changed and was renewed: ${facts}.`,
    ]);
  }

  #say(article: ArticleRecord): ImportItemPart {
    const title = titleOf(article);
    const trash = article.trashedAt ? ' That article is in the trash.' : '';
    return importItem('known', article, [
      this.pending.adds(article.id)
        ? `Its text is the same, to the letter, as that of “${title}”, imported with it.`
        : `Its text is the same, to the letter, as that of article ${article.number}, “${title}”.${trash}`,
    ]);
  }

  #addEarlier({ article, revision }: Decision & { kind: 'earlier' }, origin: Origin) {
    this.pending.update(article, {}, withOrigin(article.origins, origin));
    return importItem('known', article, [
      `This is article ${article.number} as it was in revision ${revision.number ?? 1}, which stays as it is.`,
    ]);
  }

  /** The file that an article was read from is elsewhere in its folder now. */
  #move(article: ArticleRecord, from: FolderPlace, to: Origin): ImportItemPart {
    this.pending.update(article, {}, movedOrigins(article, from, to));
    return importItem('known', article, [
      `The file of article ${article.number} was moved or renamed; the article follows it.`,
    ]);
  }

  /** What stood at the place that a file was moved from, if it is of the same bytes. */
  #standingAt({ folderId, path }: FolderPlace, origin: Origin): ArticleRecord | null {
    const before = { ...withoutPlace(origin), folderId, path };
    const standing = standingAt(before, (key) => this.pending.articlesAt(key));
    return standing?.origin.fileHash === origin.fileHash ? standing.article : null;
  }

  /** An article's origins with one that makes it another text: files that are not there any more held the one before. */
  async #originsWith(article: ArticleRecord, origin: Origin): Promise<readonly Origin[]> {
    const gone = await placesGoneElsewhere(article, origin, this.pending, this.#files);
    const origins = article.origins.map((known) =>
      gone.includes(known) ? withoutPlace(known) : known,
    );
    return withOrigin(origins, origin);
  }
}
