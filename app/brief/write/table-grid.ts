import type { PrintedCell } from '../print/printed-brief.ts';

/** What stands at one place of a table: a cell that begins there, or one that reaches over from the left or from above. */
export interface GridPlace {
  readonly cell: PrintedCell;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** The widest table that is laid out; spans beyond it are cut off, so that a damaged file can not ask for all memory. */
const mostColumns = 1_000;

/**
 * A table as a grid in which every place is taken by a cell or `null`, all rows of the same length; spans that reach over
 * the last row or another cell are cut off.
 */
export function tableGrid(
  rows: readonly (readonly PrintedCell[])[],
): readonly (readonly (GridPlace | null)[])[] {
  const grid: (GridPlace | null)[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    const line = grid[row] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column]) column += 1;
      if (column >= mostColumns) break;
      const columnSpan = freeColumns(line, column, cell.columnSpan);
      const rowSpan = Math.min(Math.max(1, Math.trunc(cell.rowSpan)), rows.length - row);
      const place: GridPlace = { cell, row, column, columnSpan, rowSpan };
      for (const below of grid.slice(row, row + rowSpan)) {
        for (let step = 0; step < columnSpan; step += 1) below[column + step] = place;
      }
      column += columnSpan;
    }
  }
  const width = Math.max(0, ...grid.map(({ length }) => length));
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
}

function freeColumns(line: readonly (GridPlace | null)[], column: number, wanted: number): number {
  let free = 1;
  while (free < wanted && column + free < mostColumns && !line[column + free]) free += 1;
  return free;
}

/** Whether a row holds nothing but heads: it is repeated on each page. */
export function isHeadRow(row: readonly PrintedCell[] | undefined): boolean {
  return row !== undefined && row.length > 0 && row.every(({ isHeader }) => isHeader);
}
