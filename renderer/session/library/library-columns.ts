import { formatPublished } from '../../../app/article/published-date.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { MetadataField } from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';
import { type ClusterIndex, similarityText } from './clusters.ts';
import { folderOf, languageName } from './library-groups.ts';
import type { LibraryItem } from './library-item.ts';
import type { ColumnKey, GroupKey, SortKey } from './library-view.ts';

/** Heads of the wide list's columns. */
export const columnTitles: Readonly<Record<ColumnKey, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  published: 'Published',
  updated: 'Updated',
  byline: 'Byline',
  language: 'Language',
  section: 'Section',
  words: 'Words',
  annotations: 'Annotations',
  tags: 'Tags',
  added: 'Added',
  folder: 'Folder',
  cluster: 'Near duplicates',
  state: 'State',
};

/** Widths of columns that were not made wider or narrower, in pixels. The title takes what is left. */
export const columnWidths: Readonly<Record<ColumnKey, number>> = {
  title: 220,
  outlet: 130,
  published: 138,
  updated: 138,
  byline: 130,
  language: 84,
  section: 90,
  words: 62,
  annotations: 92,
  tags: 120,
  added: 96,
  folder: 130,
  cluster: 116,
  state: 52,
};

/** Columns of figures, which stand under each other by their last digit. */
export const numberColumns: ReadonlySet<ColumnKey> = new Set(['words', 'annotations']);

/** What a press on a column's head sorts by; `null`: it can't be sorted by. */
export function sortOfColumn(column: ColumnKey): SortKey | null {
  switch (column) {
    case 'byline':
    case 'language':
    case 'section':
    case 'tags':
    case 'folder':
    case 'cluster':
      return null;
    default:
      return column;
  }
}

export const sortTitles: Readonly<Record<SortKey, string>> = {
  published: 'Date published',
  title: 'Title',
  outlet: 'Outlet',
  updated: 'Date updated',
  added: 'Date added',
  words: 'Words',
  annotations: 'Annotations',
  state: 'State',
};

export const groupTitles: Readonly<Record<GroupKey, string>> = {
  none: 'Nothing',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  outlet: 'Outlet',
  language: 'Language',
  tag: 'Tag',
  folder: 'Folder',
  cluster: 'Near duplicates',
  state: 'State',
};

/** What a cell says. Tags and state are drawn, this is what a screen reader says of them. */
export function cellText(
  item: LibraryItem,
  column: ColumnKey,
  records: RecordSource,
  clusters: ClusterIndex,
): string {
  const { metadata } = item.listed;
  switch (column) {
    case 'title':
    case 'outlet':
    case 'byline':
    case 'section':
      return marked(item, column, metadata[column] ?? '');
    case 'published':
    case 'updated':
      return marked(item, column, shortDate(metadata[column]));
    case 'language':
      return metadata.language === null ? '' : languageName(metadata.language);
    case 'words':
      return records.get('revision', item.revisionId)?.wordCount.toLocaleString(locale) ?? '';
    case 'annotations': {
      const count = records.annotationsOf(item.id).length;
      return count === 0 ? '' : count.toLocaleString(locale);
    }
    case 'tags':
      return item.tagIds.map((id) => records.get('tag', id)?.name ?? '').join(', ');
    case 'added':
      return shortDate(item.addedAt.slice(0, 10));
    case 'folder':
      return folderOf(item);
    case 'cluster': {
      const place = clusters.get(item.id);
      if (place === undefined) return '';
      return place.isFirst
        ? `first of ${place.cluster.members.length}`
        : similarityText(place.similarity);
    }
    case 'state':
      return stateText(item);
  }
}

/** A fact with a mark where it is a guess; of a title, its being a file's name shows. */
export function marked(item: LibraryItem, field: MetadataField, text: string): string {
  const isMarked = text !== '' && field !== 'title' && item.listed.guesses.includes(field);
  return isMarked ? `${text} (guess)` : text;
}

/** "Unread, starred": what is out of the ordinary about an article. */
export function stateText({ starred, read, archived }: LibraryItem): string {
  return [!read && 'unread', starred && 'starred', archived && 'archived']
    .filter(Boolean)
    .join(', ');
}

/** "12 September 2031, 09:14" as "12 Sep 2031, 09:14", to fit a column. */
export function shortDate(date: string | null): string {
  const printed = formatPublished(date, locale) ?? '';
  return printed.replace(/\p{L}{4,}/u, (month) => month.slice(0, 3));
}
