import type { GridLines } from '../grid-lines.ts';
import { fold } from '../library/library-item.ts';
import type { LinkItem } from './link-item.ts';

/** The rows of the table as its keys need them. */
export interface LinkLines extends GridLines {
  itemAt(index: number): LinkItem | null;
  /** The line after `from` whose start begins with what was typed; `-1`: none. */
  lineTyped(from: number, typed: string): number;
}

/** One line a row, without groups. Cost: nothing until something is looked for. */
export function linkLines(items: readonly LinkItem[]): LinkLines {
  return {
    count: items.length,
    keyAt: (index) => items[index]?.link.id ?? null,
    indexOf: (key) => items.findIndex(({ link }) => link.id === key),
    isGroup: () => false,
    isOpen: () => false,
    headOf: () => -1,
    itemAt: (index) => items[index] ?? null,
    lineTyped(from, typed) {
      const wanted = fold(typed);
      for (let step = 0; step < items.length; step += 1) {
        const index = (from + step) % items.length;
        const item = items[index];
        if (item === undefined) continue;
        if (fold(item.from.words).startsWith(wanted) || item.from.label.startsWith(typed)) {
          return index;
        }
      }
      return -1;
    },
  };
}
