import type { MatrixContent, PlacedPassage } from '../brief/matrix-table.ts';
import {
  claimSheet,
  type MatrixSources,
  matrixGrid,
  passageSheet,
  type Sheet,
} from './matrix-sheets.ts';

/** How a sheet looks: widths in characters, how many columns stay while one scrolls. Its first row always stays. */
export interface SheetLook extends Sheet {
  readonly widths: readonly number[];
  readonly stickyColumns: number;
}

const passageWidths = [8, 40, 22, 11, 9, 22, 34, 14];
const placeWidths = [10, 10, 30, 16, 30];

/** The sheets of the workbook: the matrix, its passages (`matrixPassages`), its claims. */
export function matrixWorkbook(
  content: MatrixContent,
  placed: readonly PlacedPassage[],
  sources: MatrixSources,
): readonly SheetLook[] {
  const passages = passageSheet(placed, sources);
  const [heads = []] = passages.rows;
  const all = heads.length;
  const quotes = Array<number>(all - passageWidths.length - placeWidths.length).fill(70);
  return [
    {
      name: 'Matrix',
      rows: { [Symbol.iterator]: () => matrixGrid(content, sources) },
      widths: [44, ...content.columns.map(() => 30)],
      stickyColumns: 1,
    },
    { ...passages, widths: [...passageWidths, ...quotes, ...placeWidths], stickyColumns: 1 },
    {
      ...claimSheet(content, sources),
      widths: [8, 44, 9, 24, 13, 13, 18, 14, 10, 10, 24, 11, 10],
      stickyColumns: 2,
    },
  ];
}
