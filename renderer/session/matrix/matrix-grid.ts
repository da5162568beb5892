import { isFilled } from '../../../app/claim/matrix-cell.ts';
import type { MatrixShown } from './matrix-shown.ts';
import type { MatrixPlace } from './matrix-state.ts';

/** A place by its numbers; -1 is the row of the heads, or the claims' own column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where an arrow goes. */
export interface GridStep {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

/** The numbers of a place; what is not shown any more is where it was (`before`), or as near as there is something. */
export function gridPlaceOf(shown: MatrixShown, place: MatrixPlace, before: GridPlace): GridPlace {
  const row = place.claimId === null ? -1 : shown.rowIndexOf(place.claimId);
  const column = place.columnId === null ? -1 : shown.columnIndexOf(place.columnId);
  return {
    row: place.claimId !== null && row === -1 ? Math.min(before.row, shown.rows.length - 1) : row,
    column:
      place.columnId !== null && column === -1
        ? Math.min(before.column, shown.columns.length - 1)
        : column,
  };
}

/** What stands at numbers, which are moved to the nearest that there are. */
export function placeAt(shown: MatrixShown, { row, column }: GridPlace): MatrixPlace {
  const within = (index: number, count: number): number => Math.max(-1, Math.min(index, count - 1));
  return {
    claimId: shown.rows[within(row, shown.rows.length)]?.claim.id ?? null,
    columnId: shown.columns[within(column, shown.columns.length)]?.id ?? null,
  };
}

/**
 * Where a key goes that means the edge of what is filled, as in a spreadsheet: from a filled cell with a filled neighbour
 * to the last before a gap, else to the next filled cell, else to the last of all. Cost: the cells that are passed.
 */
export function filledEdge(shown: MatrixShown, from: GridPlace, step: GridStep): GridPlace {
  const isThere = ({ row, column }: GridPlace): boolean =>
    row >= 0 && column >= 0 && row < shown.rows.length && column < shown.columns.length;
  const next = ({ row, column }: GridPlace): GridPlace => ({
    row: row + step.rows,
    column: column + step.columns,
  });
  const filled = (place: GridPlace): boolean => {
    const { claimId, columnId } = placeAt(shown, place);
    const cell = claimId === null || columnId === null ? null : shown.cellOf(claimId, columnId);
    return cell !== null && isFilled(cell);
  };
  let at = next(from);
  if (!isThere(at)) {
    // From the first cell on there are only the heads.
    return {
      row: Math.max(-1, Math.min(at.row, shown.rows.length - 1)),
      column: Math.max(-1, Math.min(at.column, shown.columns.length - 1)),
    };
  }
  const isRun = isThere(from) && filled(from) && filled(at);
  for (let after = next(at); isThere(after); after = next(at)) {
    if (isRun ? !filled(after) : filled(at)) break;
    at = after;
  }
  return at;
}
