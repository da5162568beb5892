import type { GridLines } from '../grid-lines.ts';
import type { EvidenceGroup } from './evidence-groups.ts';
import type { EvidenceItem } from './evidence-item.ts';

/** The table's lines: rows, and the heads of groups. */
export interface EvidenceLines extends GridLines {
  /** `null`: the head of a group, or past the end. */
  itemAt(index: number): EvidenceItem | null;
  /** The group whose head stands there; `null`: a row, or past the end. */
  groupAt(index: number): EvidenceGroup | null;
}

/** Rows as lines, without groups. Costs nothing: no line is made before it is asked for. */
export function plainLines(items: readonly EvidenceItem[]): EvidenceLines {
  return {
    count: items.length,
    itemAt: (index) => items[index] ?? null,
    groupAt: () => null,
    keyAt: (index) => items[index]?.annotation.id ?? null,
    indexOf: (key) => items.findIndex(({ annotation }) => annotation.id === key),
    isGroup: () => false,
    isOpen: () => false,
    headOf: () => -1,
  };
}

/** Groups with their rows; groups that are folded up are a head only. Cost: the groups. */
export function groupedLines(
  groups: readonly EvidenceGroup[],
  collapsed: ReadonlySet<string>,
): EvidenceLines {
  const heads: number[] = [];
  const isOpen = groups.map(({ id }) => !collapsed.has(id));
  let count = 0;
  for (const [place, { items }] of groups.entries()) {
    heads.push(count);
    count += 1 + (isOpen[place] === true ? items.length : 0);
  }
  /** The group that a line belongs to, by its place. */
  const placeOf = (index: number): number => {
    let [low, high] = [0, heads.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((heads[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const at = (index: number): { group: EvidenceGroup; item: EvidenceItem | null } | null => {
    const place = placeOf(index);
    const group = groups[place];
    if (group === undefined || index < 0 || index >= count) return null;
    const within = index - (heads[place] ?? 0) - 1;
    return { group, item: within < 0 ? null : (group.items[within] ?? null) };
  };
  return {
    count,
    itemAt: (index) => at(index)?.item ?? null,
    groupAt: (index) => {
      const line = at(index);
      return line === null || line.item !== null ? null : line.group;
    },
    keyAt: (index) => {
      const line = at(index);
      if (line === null) return null;
      return line.item === null ? line.group.id : `${line.group.id}/${line.item.annotation.id}`;
    },
    indexOf: (key) => {
      for (const [place, { id, items }] of groups.entries()) {
        if (key === id) return heads[place] ?? -1;
        if (isOpen[place] !== true || !key.startsWith(`${id}/`)) continue;
        const wanted = key.slice(id.length + 1);
        const within = items.findIndex(({ annotation }) => annotation.id === wanted);
        if (within >= 0) return (heads[place] ?? 0) + 1 + within;
      }
      return -1;
    },
    elsewhere: (key) => {
      const id = key.slice(key.lastIndexOf('/') + 1);
      for (const [place, { items }] of groups.entries()) {
        if (isOpen[place] !== true) continue;
        const within = items.findIndex(({ annotation }) => annotation.id === id);
        if (within >= 0) return (heads[place] ?? 0) + 1 + within;
      }
      return -1;
    },
    isGroup: (index) => {
      const line = at(index);
      return line !== null && line.item === null;
    },
    isOpen: (index) => isOpen[placeOf(index)] === true,
    headOf: (index) => (at(index) === null ? -1 : (heads[placeOf(index)] ?? -1)),
  };
}

/** The line after `from` whose quotation begins as typed, going round at the end; `-1` if none does. */
export function quoteTyped(lines: EvidenceLines, from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < lines.count; step += 1) {
    const index = (from + step) % lines.count;
    const text = lines.groupAt(index)?.title ?? lines.itemAt(index)?.annotation.passage.quote ?? '';
    if (text.slice(0, wanted.length).toLocaleLowerCase() === wanted) return index;
  }
  return -1;
}
