import type { SharedRange } from './shared-passages.ts';

/**
 * Ranges in order and apart from each other that cover what `ranges` and `current` do, with `current` by itself; and its
 * index, -1 without one. For layers that draw ranges one beside the other. Cost: sorting.
 */
export function disjointRanges(
  ranges: readonly SharedRange[],
  current: SharedRange | null,
): { readonly ranges: readonly SharedRange[]; readonly current: number } {
  const joined: { start: SharedRange['start']; end: SharedRange['end'] }[] = [];
  const cut = current === null ? ranges : ranges.flatMap((range) => without(range, current));
  for (const { start, end } of [...cut].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    // Two that only touch end and begin at the current one, or are two passages: they stay apart.
    if (last === undefined || start >= last.end) joined.push({ start, end });
    else if (end > last.end) last.end = end;
  }
  if (current === null) return { ranges: joined, current: -1 };
  const at = joined.findIndex(({ start }) => start > current.start);
  const index = at === -1 ? joined.length : at;
  joined.splice(index, 0, { start: current.start, end: current.end });
  return { ranges: joined, current: index };
}

function without(range: SharedRange, cut: SharedRange): readonly SharedRange[] {
  if (range.end <= cut.start || range.start >= cut.end) return [range];
  const parts: SharedRange[] = [];
  if (range.start < cut.start) parts.push({ start: range.start, end: cut.start });
  if (range.end > cut.end) parts.push({ start: cut.end, end: range.end });
  return parts;
}
