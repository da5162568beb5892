import type { ItemEnd, LinkItem } from './link-item.ts';
import type { LinkColumn, LinkSort } from './links-view.ts';

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * Rows in the order of `sorts`; equals stay in the order in which they were made. Ends go by the number of their article and
 * their own, claims after passages; links without a note come last either way. Cost: n log n comparisons.
 */
export function sortLinks(
  items: readonly LinkItem[],
  sorts: readonly LinkSort[],
): readonly LinkItem[] {
  const comparers = sorts.map(({ column, descending }) => comparer(column, descending ? -1 : 1));
  return [...items].sort((one, other) => {
    for (const compare of comparers) {
      const result = compare(one, other);
      if (result !== 0) return result;
    }
    return 0;
  });
}

function comparer(column: LinkColumn, sign: 1 | -1): (one: LinkItem, other: LinkItem) => number {
  switch (column) {
    case 'from':
      return (one, other) => sign * (place(one.from) - place(other.from));
    case 'to':
      return (one, other) => sign * (place(one.to) - place(other.to));
    case 'relation':
      return (one, other) => sign * byName.compare(one.relation, other.relation);
    case 'note':
      return (one, other) => {
        const [left, right] = [one.link.note, other.link.note];
        if (left === undefined || right === undefined) {
          return Number(left === undefined) - Number(right === undefined);
        }
        return sign * byName.compare(left, right);
      };
    case 'created':
      return (one, other) => sign * compareText(one.link.createdAt, other.link.createdAt);
  }
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** An article's annotations are counted from 1; nobody makes ten million in one. */
function place({ record, listed }: ItemEnd): number {
  return listed === null ? 1e14 + record.number : listed.number * 1e7 + record.number;
}
