import type { LibraryGroup } from './library-groups.ts';
import type { LibraryItem } from './library-item.ts';

/** One line of the list: the head of a group, or an article. */
export type LibraryLine =
  | {
      readonly kind: 'group';
      /** Names the line as long as it is listed. */
      readonly key: string;
      readonly group: LibraryGroup;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'article';
      readonly key: string;
      readonly item: LibraryItem;
      /** Key of its group's head; `null` in a list without groups. */
      readonly groupKey: string | null;
    };

/** Groups and their articles as lines from top to bottom; groups that are folded up are a head only. Cost: the lines. */
export function libraryLines(
  groups: readonly LibraryGroup[],
  isGrouped: boolean,
  collapsed: ReadonlySet<string>,
): readonly LibraryLine[] {
  const lines: LibraryLine[] = [];
  for (const group of groups) {
    const isOpen = !isGrouped || !collapsed.has(group.id);
    if (isGrouped) lines.push({ kind: 'group', key: group.id, group, isOpen });
    if (!isOpen) continue;
    const groupKey = isGrouped ? group.id : null;
    // An article with several tags stands in several groups: its key says in which.
    const prefix = isGrouped && group.id.startsWith('tag:') ? `${group.id}/` : '';
    for (const item of group.items) {
      lines.push({ kind: 'article', key: prefix + item.id, item, groupKey });
    }
  }
  return lines;
}

/** The line after `from` whose title begins as typed, going round at the end; `-1` if none does. */
export function lineTyped(lines: readonly LibraryLine[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < lines.length; step += 1) {
    const index = (from + step) % lines.length;
    const line = lines[index];
    const title = line?.kind === 'group' ? line.group.title : line?.item.listed.metadata.title;
    if (title?.toLocaleLowerCase().startsWith(wanted) === true) return index;
  }
  return -1;
}

/**
 * Where the keyboard goes in `lines` when its line, the `index`th of those `before`, may have gone: to that line, else to
 * the next article after it that is left, else to the one before it. 0 where none is. Cost: the lines.
 */
export function lineLeft(
  before: readonly LibraryLine[],
  index: number,
  lines: readonly LibraryLine[],
): number {
  const places = new Map(lines.map(({ key }, place) => [key, place]));
  const own = places.get(before[index]?.key ?? '');
  if (own !== undefined) return own;
  const near = [...before.slice(index + 1), ...before.slice(0, index).reverse()];
  const left = near.find(({ kind, key }) => kind === 'article' && places.has(key));
  return left === undefined ? 0 : (places.get(left.key) ?? 0);
}
