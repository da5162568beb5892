import { publishedMoment } from '../../../app/article/published-date.ts';
import type { Instant } from '../../../app/base/brand.ts';
import type { ArticleId, RevisionId, TagId } from '../../../app/record/ids.ts';
import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import { type ListedArticle, listArticle } from '../article-list.ts';

/** An article as the Library lists it: nothing in it changes by highlighting. */
export interface LibraryItem {
  readonly id: ArticleId;
  readonly listed: ListedArticle;
  readonly revisionId: RevisionId;
  readonly tagIds: readonly TagId[];
  readonly starred: boolean;
  readonly read: boolean;
  readonly archived: boolean;
  readonly trashedAt: Instant | null;
  readonly addedAt: Instant;
  readonly origins: readonly Origin[];
  /** Moments of publication and update for sorting; infinite for what is unknown. */
  readonly published: number;
  readonly updated: number;
  /** Day of publication, or what is known of it: `2031-05-12`, `2031`. */
  readonly day: string | null;
  /** Of the title, in UTF-16 code units: tells how high a line will be. */
  readonly titleLength: number;
}

const none: readonly never[] = [];
const byRecord = new WeakMap<ArticleRecord, LibraryItem>();
const byListed = new WeakMap<ListedArticle, LibraryItem>();

/** The item of an article; the same object as long as the Library would show it the same. */
function libraryItem(article: ArticleRecord): LibraryItem {
  const known = byRecord.get(article);
  if (known !== undefined) return known;
  const listed = listArticle(article);
  const before = byListed.get(listed);
  const item =
    before !== undefined && says(before, article) ? before : newItem(article, listed, before);
  byListed.set(listed, item);
  byRecord.set(article, item);
  return item;
}

/** The items of articles; the same list as before if each of them is the same. Cost: the articles. */
export function libraryItems(
  articles: readonly ArticleRecord[],
  before: readonly LibraryItem[],
): readonly LibraryItem[] {
  const now = articles.map(libraryItem);
  const same = now.length === before.length && now.every((item, index) => item === before[index]);
  return same ? before : now;
}

function says(item: LibraryItem, article: ArticleRecord): boolean {
  return (
    item.revisionId === article.revisionId &&
    item.tagIds === (article.tagIds ?? none) &&
    item.starred === (article.starred ?? false) &&
    item.read === (article.read ?? false) &&
    item.archived === (article.archived ?? false) &&
    item.trashedAt === (article.trashedAt ?? null) &&
    item.origins === article.origins
  );
}

/** `before`: an item of the same metadata, if there was one: then nothing is read out of them again. */
function newItem(
  article: ArticleRecord,
  listed: ListedArticle,
  before: LibraryItem | undefined,
): LibraryItem {
  return {
    id: article.id,
    listed,
    revisionId: article.revisionId,
    tagIds: article.tagIds ?? none,
    starred: article.starred ?? false,
    read: article.read ?? false,
    archived: article.archived ?? false,
    trashedAt: article.trashedAt ?? null,
    addedAt: article.createdAt,
    origins: article.origins,
    ...(before === undefined
      ? readMetadata(listed)
      : {
          published: before.published,
          updated: before.updated,
          day: before.day,
          titleLength: before.titleLength,
        }),
  };
}

function readMetadata({
  metadata,
}: ListedArticle): Pick<LibraryItem, 'published' | 'updated' | 'day' | 'titleLength'> {
  const { title, published, updated } = metadata;
  return {
    published: publishedMoment(published),
    updated: publishedMoment(updated),
    day: published?.slice(0, 10) ?? null,
    titleLength: title.length,
  };
}

const foldedByListed = new WeakMap<ListedArticle, string>();

/** Title, outlet, byline and section as the filter compares them: made when a filter first asks. */
export function foldedOf({ listed }: LibraryItem): string {
  const known = foldedByListed.get(listed);
  if (known !== undefined) return known;
  const { title, outlet, byline, section } = listed.metadata;
  const folded = fold([title, outlet, byline, section].filter(Boolean).join('\n'));
  foldedByListed.set(listed, folded);
  return folded;
}

/** A text without case and accents, for filtering: "Grèvemont" and "grevemont" are one. */
export function fold(text: string): string {
  // Most texts are plain: normalising ten thousand of them would be felt at opening.
  const plain = /^[\u0020-\u007e\n]*$/.test(text);
  return plain
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
