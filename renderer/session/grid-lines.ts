/** The lines of a virtual grid as its keys need them: heads of groups and what stands below them. */
export interface GridLines {
  readonly count: number;
  /** Names a line as long as it is listed; `null` past the end. */
  keyAt(index: number): string | null;
  /** `-1`: not listed. At most one comparison a line. */
  indexOf(key: string): number;
  isGroup(index: number): boolean;
  /** Of the head of a group: whether its lines are listed. */
  isOpen(index: number): boolean;
  /** The head of the group that a line stands in; `-1`: none. */
  headOf(index: number): number;
  /** Where what a line that has gone was about stands now, in another group; `-1`: nowhere. Absent: no line has another one. */
  elsewhere?(key: string): number;
}

/**
 * Where the keyboard goes in `lines` when its line, the `index`th of those `before`, may have gone: to that line, else to
 * the next one after it that is left and no head of a group, else to the one before it, else to where what it was about
 * stands now. 0 where none is. Cost: the lines,
 * once the line has gone.
 */
export function lineLeft(before: GridLines, index: number, lines: GridLines): number {
  const own = before.keyAt(index);
  if (own === null) return 0;
  if (lines.keyAt(index) === own) return index;
  const there = lines.indexOf(own);
  if (there >= 0) return there;
  const places = new Map<string | null, number>();
  for (let at = 0; at < lines.count; at += 1) places.set(lines.keyAt(at), at);
  const near = (at: number): number | undefined =>
    before.isGroup(at) ? undefined : places.get(before.keyAt(at));
  for (let at = index + 1; at < before.count; at += 1) {
    const place = near(at);
    if (place !== undefined) return place;
  }
  for (let at = index - 1; at >= 0; at -= 1) {
    const place = near(at);
    if (place !== undefined) return place;
  }
  return before.isGroup(index) ? 0 : Math.max(0, lines.elsewhere?.(own) ?? 0);
}
