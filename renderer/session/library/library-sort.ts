import type { RecordSource } from '../../../app/record/record-source.ts';
import { locale } from '../article-list.ts';
import type { LibraryItem } from './library-item.ts';
import type { LibraryView, SortKey } from './library-view.ts';

const byName = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

/**
 * Items in the order of a view; what is not known comes last either way, and of equals the one that came first.
 * `before` is an order of most of these items by the same key, if there is one: sorting it again costs as much as there
 * are items, where sorting afresh by title costs ten times that.
 */
export function sortItems(
  items: readonly LibraryItem[],
  { sort, descending }: Pick<LibraryView, 'sort' | 'descending'>,
  records: RecordSource,
  before: readonly LibraryItem[] = [],
): readonly LibraryItem[] {
  const readValue = sortValueOf(sort, records);
  const keyed = inOrderOf(items, before).map((item) => ({ item, value: readValue(item) }));
  const sign = descending ? -1 : 1;
  keyed.sort(
    (one, other) =>
      compare(one.value, other.value, sign) || one.item.listed.number - other.item.listed.number,
  );
  return keyed.map(({ item }) => item);
}

function inOrderOf(
  items: readonly LibraryItem[],
  before: readonly LibraryItem[],
): readonly LibraryItem[] {
  if (before.length === 0) return items;
  const left = new Map(items.map((item) => [item.id as string, item]));
  const known: LibraryItem[] = [];
  for (const { id } of before) {
    const item = left.get(id);
    if (item === undefined) continue;
    known.push(item);
    left.delete(id);
  }
  return [...known, ...left.values()];
}

/** `null`: not known. */
type SortValue = string | number | null;

function compare(one: SortValue, other: SortValue, sign: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'string' && typeof other === 'string') {
    return one === other ? 0 : sign * byName.compare(one, other);
  }
  return sign * (Number(one) - Number(other));
}

/** By what an item is put in order. */
export function sortValueOf(
  sort: SortKey,
  records: RecordSource,
): (item: LibraryItem) => SortValue {
  switch (sort) {
    case 'title':
      return (item) => item.listed.metadata.title;
    case 'outlet':
      return (item) => item.listed.metadata.outlet;
    case 'published':
      return (item) => finite(item.published);
    case 'updated':
      return (item) => finite(item.updated);
    case 'added':
      return (item) => Date.parse(item.addedAt);
    case 'words':
      return (item) => records.get('revision', item.revisionId)?.wordCount ?? null;
    case 'annotations':
      return (item) => records.annotationsOf(item.id).length;
    case 'state':
      return stateRank;
  }
}

function finite(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}

/** Where an article stands on its way: starred, unread, read, archived. */
export function stateRank(item: LibraryItem): 0 | 1 | 2 | 3 {
  if (item.archived) return 3;
  if (item.starred) return 0;
  return item.read ? 2 : 1;
}
