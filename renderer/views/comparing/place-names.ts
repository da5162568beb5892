/** A name to stand below a place of a line, 0 to 1 of its width. */
export interface NameToPlace {
  readonly at: number;
}

/** How much of the line a name takes at most; `comparing.css` cuts longer ones. */
const share = 0.2;

/**
 * Puts names below their places, within the line, each in the first row where it covers no other. `left`: where the name
 * begins. The order is that of the places.
 */
export function placeNames<Name extends NameToPlace>(
  names: readonly Name[],
): readonly (Name & { readonly left: number; readonly row: number })[] {
  const ends: number[] = [];
  return [...names]
    .sort((one, other) => one.at - other.at)
    .map((name) => {
      const left = Math.max(0, Math.min(1 - share, name.at - 0.008));
      const free = ends.findIndex((end) => end <= left);
      const row = free === -1 ? ends.length : free;
      ends[row] = left + share;
      return { ...name, left, row };
    });
}
