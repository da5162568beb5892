import { mostInCell, pieces, type SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';

/**
 * The sheet with what is too long for a cell in several: the rest stands in columns at the end, named after the first with
 * "part 2" and so on, and joined they are the text. Reads the rows once; keeps them.
 */
export function longCells(sheet: SheetLook): SheetLook {
  const rows = [...sheet.rows];
  const [heads = []] = rows;
  const parts = heads.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, partsOf(row[column]).length), 1),
  );
  if (parts.every((count) => count === 1)) return { ...sheet, rows };
  const further = parts.flatMap((count, column) =>
    Array.from({ length: count - 1 }, (_, index) => ({ column, part: index + 1 })),
  );
  const widened = rows.map((row, index) => [
    ...row.map((cell) => partsOf(cell)[0] ?? ''),
    ...further.map(({ column, part }): SheetCell => {
      if (index === 0) return `${heads[column]}, part ${part + 1}`;
      return partsOf(row[column])[part] ?? '';
    }),
  ]);
  const widths = [...sheet.widths, ...further.map(({ column }) => sheet.widths[column] ?? 20)];
  return { ...sheet, rows: widened, widths };
}

function partsOf(cell: SheetCell | undefined): readonly SheetCell[] {
  if (cell === undefined) return [''];
  return typeof cell === 'string' && cell.length > mostInCell ? pieces(cell) : [cell];
}
