import type { GridLines } from '../grid-lines.ts';
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

/** The lines as the keys of a grid need them. */
export function libraryGridLines(lines: readonly LibraryLine[]): GridLines {
  return {
    count: lines.length,
    keyAt: (index) => lines[index]?.key ?? null,
    indexOf: (wanted) => lines.findIndex(({ key }) => key === wanted),
    isGroup: (index) => lines[index]?.kind === 'group',
    isOpen: (index) => {
      const line = lines[index];
      return line?.kind === 'group' && line.isOpen;
    },
    headOf: (index) => {
      const line = lines[index];
      if (line?.kind !== 'article' || line.groupKey === null) return -1;
      return lines.findIndex(({ key }) => key === line.groupKey);
    },
  };
}
