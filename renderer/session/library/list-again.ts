import { shallow } from 'zustand/vanilla/shallow';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { type ChangedItem, changedItems, withChanged } from './changed-items.ts';
import {
  type GroupingSources,
  groupIdsOf,
  groupItems,
  type LibraryGroup,
} from './library-groups.ts';
import type { LibraryItem } from './library-item.ts';
import { sortItems, sortValueOf } from './library-sort.ts';
import type { LibraryView } from './library-view.ts';

type Order = Pick<LibraryView, 'sort' | 'descending'>;
type Grouping = Parameters<typeof groupItems>[1];

/** Items in order, with what they were put in order from. */
export interface SortedItems {
  readonly from: readonly LibraryItem[];
  readonly order: Order;
  readonly items: readonly LibraryItem[];
}

/**
 * `sortItems`, going on from the last order: an article that was opened is read from then on, and the thousands of others
 * are not put in order for that.
 */
export function sortAgain(
  items: readonly LibraryItem[],
  order: Order,
  records: RecordSource,
  last: SortedItems | null,
): SortedItems {
  if (last?.order.sort !== order.sort) {
    return { from: items, order, items: sortItems(items, order, records) };
  }
  const changed =
    last.order.descending === order.descending && !isReadFromOthers(order)
      ? changedItems(last.from, items)
      : null;
  const value = sortValueOf(order.sort, records);
  const stays = ([before, now]: ChangedItem) =>
    value(before) === value(now) && before.listed.number === now.listed.number;
  return {
    from: items,
    order,
    items: changed?.every(stays)
      ? withChanged(last.items, changed)
      : sortItems(items, order, records, last.items),
  };
}

/** Whether an order depends on other records than the articles. */
export function isReadFromOthers({ sort }: Order): boolean {
  return sort === 'annotations' || sort === 'words';
}

/** Groups, with what they were made from. */
export interface GroupedItems {
  readonly from: readonly LibraryItem[];
  readonly grouping: Grouping;
  readonly sources: GroupingSources;
  readonly groups: readonly LibraryGroup[];
}

/** `groupItems`, going on from the last groups as `sortAgain` does. */
export function groupAgain(
  items: readonly LibraryItem[],
  grouping: Grouping,
  sources: GroupingSources,
  last: GroupedItems | null,
): GroupedItems {
  const made = { from: items, grouping, sources };
  const changed =
    last !== null && shallow(last.grouping, grouping) && shallow(last.sources, sources)
      ? changedItems(last.from, items)
      : null;
  const idsOf = groupIdsOf(grouping.group, sources);
  const stays = ([before, now]: ChangedItem) =>
    idsOf(before).join() === idsOf(now).join() &&
    // Groups of near duplicates have the title of an article.
    (grouping.group !== 'cluster' || before.listed === now.listed);
  if (last === null || changed === null || !changed.every(stays)) {
    return { ...made, groups: groupItems(items, grouping, sources) };
  }
  const touched = new Set(changed.flatMap(([, now]) => idsOf(now)));
  const groups = last.groups.map((group) =>
    touched.has(group.id) ? { ...group, items: withChanged(group.items, changed) } : group,
  );
  return { ...made, groups };
}
