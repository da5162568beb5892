import { greatest } from './extremes.ts';
import { isListMark } from './list-marks.ts';
import { type PdfSegment, segmentOf } from './page-segments.ts';
import type { PdfFragment } from './pdf-fragment.ts';
import { lineText, type PdfColumn, type PdfLine } from './pdf-line.ts';
import type { PdfRegion } from './reading-order.ts';

/** Cells of a table stand so far apart, in the size of their letters. */
const narrowestCellGap = 1.4;

/** The lines of a region: what stands on one line is one, but for the cells of a table. */
export function regionLines(region: PdfRegion, page: number): PdfLine[] {
  const rows = rowsOf(region.segments);
  const column: PdfColumn = {
    page,
    left: commonLeft(rows),
    right: greatest(region.segments.map(({ right }) => right)),
    isOneOfSeveral: region.isColumn,
  };
  const cells = rows.map(cellsOf);
  const lines: PdfLine[] = [];
  for (const [index, row] of rows.entries()) {
    const own = cells[index] ?? [];
    const isTable = aligned(own, cells[index - 1] ?? []) || aligned(own, cells[index + 1] ?? []);
    for (const segments of isTable ? own : [row]) {
      const fragments = segments.flatMap((segment) => segment.fragments);
      lines.push(lineOf(fragments, page, column, isTable));
    }
  }
  return lines.filter(({ text }) => text !== '');
}

function lineOf(
  fragments: readonly PdfFragment[],
  page: number,
  column: PdfColumn,
  isCell: boolean,
): PdfLine {
  const { left, right, baseline, size } = segmentOf(fragments);
  return {
    text: lineText(fragments),
    fragments,
    left,
    right,
    baseline,
    size,
    page,
    column,
    isCell,
  };
}

/** Segments by line, each line from left to right. */
function rowsOf(segments: readonly PdfSegment[]): PdfSegment[][] {
  const rows: PdfSegment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = Math.min(first?.size ?? 0, segment.size) * 0.4;
    if (row && first && segment.baseline - first.baseline <= near) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

/** The pieces of a row with wide gaps between them. What stands behind the mark of a list is no cell. */
function cellsOf(row: readonly PdfSegment[]): PdfSegment[][] {
  const cells: PdfSegment[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const segment of row) {
    const cell = cells.at(-1);
    const isFar = segment.left - right > segment.size * narrowestCellGap;
    const afterMark =
      cells.length === 1 && isListMark(lineText((cell ?? []).flatMap((one) => one.fragments)));
    if (cell === undefined || (isFar && !afterMark)) cells.push([segment]);
    else cell.push(segment);
    right = segment.right;
  }
  return cells;
}

/** Whether two rows have two cells each, or more, of which two begin or end at the same places. */
function aligned(
  one: readonly (readonly PdfSegment[])[],
  other: readonly (readonly PdfSegment[])[],
): boolean {
  if (one.length < 2 || other.length < 2) return false;
  const same = one.filter((cell) =>
    other.some(
      (next) =>
        Math.abs((cell[0]?.left ?? 0) - (next[0]?.left ?? 0)) < 3 ||
        Math.abs((cell.at(-1)?.right ?? 0) - (next.at(-1)?.right ?? 0)) < 3,
    ),
  );
  return same.length >= 2;
}

/** Where most lines begin; of equals the leftmost. */
function commonLeft(rows: readonly (readonly PdfSegment[])[]): number {
  const counts = new Map<number, { count: number; left: number }>();
  for (const row of rows) {
    const left = row[0]?.left ?? 0;
    const key = Math.round(left / 2);
    const known = counts.get(key) ?? { count: 0, left };
    counts.set(key, { count: known.count + 1, left: Math.min(known.left, left) });
  }
  const sorted = [...counts.values()].sort(
    (one, other) => other.count - one.count || one.left - other.left,
  );
  return sorted[0]?.left ?? 0;
}
