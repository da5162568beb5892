/** Annotations that begin on one line of the text. `top`: of the line's middle, in pixels from the start of the text. */
export interface MarginLine<Item> {
  readonly top: number;
  readonly items: readonly Item[];
}

/** A row of markers: `shown` side by side, then a button for `more`, which is there if it holds any. */
export interface MarginRow<Item> {
  readonly top: number;
  readonly shown: readonly Item[];
  readonly more: readonly Item[];
}

/**
 * The rows of a margin that has room for `slots` markers side by side, at least one (rule A13). Lines that are nearer to
 * each other than a marker is high are one row, so no marker lies over another. What has no room is behind one button,
 * which takes a slot itself. `lines` must be in the order of the text. O(items).
 */
export function marginRows<Item>(
  lines: readonly MarginLine<Item>[],
  slots: number,
  height: number,
): readonly MarginRow<Item>[] {
  const merged: { top: number; items: Item[] }[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    if (last !== undefined && line.top - last.top < height) last.items.push(...line.items);
    else merged.push({ top: line.top, items: [...line.items] });
  }
  return merged.map(({ top, items }) => {
    const room = items.length <= slots ? slots : slots - 1;
    return { top, shown: items.slice(0, room), more: items.slice(room) };
  });
}
