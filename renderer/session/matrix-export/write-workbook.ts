import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeXlsxFile, {
  type CellObject,
  type Sheet as XlsxSheet,
} from 'write-excel-file/universal';
import { mostInCell, type SheetCell } from '../../../app/exchange/matrix-sheets.ts';
import type { SheetLook } from '../../../app/exchange/matrix-workbook.ts';

/** The oldest date that a ZIP can hold: it says that the date says nothing. */
const noDate = new Date(1980, 0, 1);

/**
 * Sheets as an XLSX file: the first row and some columns stay in view, words are wrapped, and every text is a text, so that
 * no program takes one for a formula. The same sheets are the same bytes: the files inside are packed anew with one date,
 * since write-excel-file takes the clock's (version 4.1.1, no option for it).
 */
export async function writeWorkbook(sheets: readonly SheetLook[]): Promise<Uint8Array> {
  const written: XlsxSheet<Blob>[] = sheets.map(({ name, rows, widths, stickyColumns }) => ({
    sheet: name,
    data: rows.map((row, index) => row.map((value) => cellOf(value, index === 0))),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: stickyColumns,
  }));
  const blob = await writeXlsxFile(written, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const packed: Zippable = {};
  for (const path of Object.keys(files).sort(inOrder)) {
    const bytes = files[path];
    if (bytes !== undefined) packed[path] = [bytes, { mtime: noDate, level: 6 }];
  }
  return zipSync(packed);
}

function cellOf(value: SheetCell, isHead: boolean): CellObject | null {
  if (value === '') return null;
  const look: Pick<CellObject, 'wrap' | 'alignVertical' | 'fontWeight'> = {
    wrap: true,
    alignVertical: 'top',
    ...(isHead ? { fontWeight: 'bold' as const } : {}),
  };
  if (typeof value === 'number') return { ...look, type: Number, value, align: 'left' };
  return { ...look, type: String, value: escaped(value.slice(0, mostInCell)) };
}

/** Words that look like the format's own way to write a sign (`_x000D_`) are taken for that sign: ECMA-376, ST_Xstring. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The list of contents first, where programs look for it. */
function inOrder(one: string, other: string): number {
  const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : 1);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
