import type { PdfFragment } from './pdf-fragment.ts';

/** A column begins at so many lines at least, or else chance or a table's row has put a few words under each other. */
const fewestLines = 3;
/** Letters that begin so near to each other begin at one edge. Points. */
const tolerance = 1;
/** A gap in front of a column is at least so wide, in the size of the letters beside it. */
const narrowest = 0.55;

/**
 * Parts lines where a column begins whose edge other lines show: a few lines of a short page, on which nothing runs down
 * far enough to be a gap between columns, may come nearer to the next column than a letter is wide. A line shows an edge
 * if it is parted there already, or if what stands left of the edge was drawn at another time: columns are mostly
 * drawn one after the other.
 *
 * @param rows the pieces of each line, sorted from left to right, as their letters are
 * @param drawn all letters in the order in which they are drawn
 */
export function partAtColumnEdges(
  rows: readonly (readonly (readonly PdfFragment[])[])[],
  drawn: readonly PdfFragment[],
): PdfFragment[][][] {
  const order = new Map(drawn.map((fragment, index) => [fragment, index]));
  const shown = new Map<number, number>();
  for (const row of rows) {
    for (const [index, group] of row.entries()) {
      const first = group[0];
      if (index > 0 && first !== undefined) count(shown, first.left);
      for (const [before, next] of inGroup(group)) {
        const isDrawnNext = order.get(next) === (order.get(before) ?? 0) + 1;
        if (!isDrawnNext && isGap(before, next)) count(shown, next.left);
      }
    }
  }
  const isEdge = (left: number) => {
    let lines = 0;
    for (let key = Math.floor(left) - tolerance; key <= Math.floor(left) + tolerance; key += 1) {
      lines += shown.get(key) ?? 0;
    }
    return lines >= fewestLines;
  };
  return rows.map((row) => row.flatMap((group) => parted(group, isEdge)));
}

function parted(group: readonly PdfFragment[], isEdge: (left: number) => boolean): PdfFragment[][] {
  const [first] = group;
  if (first === undefined) return [];
  const pieces: PdfFragment[][] = [[first]];
  for (const [before, next] of inGroup(group)) {
    if (isGap(before, next) && isEdge(next.left)) pieces.push([next]);
    else pieces.at(-1)?.push(next);
  }
  return pieces;
}

function* inGroup(group: readonly PdfFragment[]): Generator<readonly [PdfFragment, PdfFragment]> {
  for (const [index, next] of group.entries()) {
    const before = group[index - 1];
    if (before !== undefined) yield [before, next];
  }
}

function isGap(before: PdfFragment, next: PdfFragment): boolean {
  return next.left - before.right >= Math.max(before.size, next.size) * narrowest;
}

function count(shown: Map<number, number>, left: number): void {
  const key = Math.floor(left);
  shown.set(key, (shown.get(key) ?? 0) + 1);
}
