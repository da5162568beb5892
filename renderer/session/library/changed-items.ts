import type { LibraryItem } from './library-item.ts';

/** An item's state before and now. */
export type ChangedItem = readonly [before: LibraryItem, now: LibraryItem];

/** Beyond so many, making a list afresh is no slower. */
const mostChanged = 32;

/**
 * Which items of a list are in another state than before; `null` when these are not the same items in the same order, or
 * very many changed. Cost: a comparison for each item, and nothing is made.
 */
export function changedItems(
  before: readonly LibraryItem[],
  now: readonly LibraryItem[],
): readonly ChangedItem[] | null {
  if (before.length !== now.length) return null;
  const changed: ChangedItem[] = [];
  for (const [index, item] of now.entries()) {
    const known = before[index];
    if (item === known) continue;
    if (known?.id !== item.id || changed.length === mostChanged) return null;
    changed.push([known, item]);
  }
  return changed;
}

/** A list with items in their present state, each in its place. The changed ones need not be in it. */
export function withChanged(
  list: readonly LibraryItem[],
  changed: readonly ChangedItem[],
): readonly LibraryItem[] {
  const next = [...list];
  for (const [before, now] of changed) {
    const place = next.indexOf(before);
    if (place >= 0) next[place] = now;
  }
  return next;
}
