import Papa from 'papaparse';
import { guardedCell } from './spreadsheet-cell.ts';

/**
 * Rows as CSV after RFC 4180: commas, quotation marks only where they are needed, every row ended by CR LF. No byte order
 * mark: who writes the file puts it there, since without it spreadsheets take it for their own country's coding.
 *
 * What a spreadsheet would take for a formula, a time, a day or another number has an apostrophe in front (`guardedCell`). A
 * quotation of such words is therefore one sign longer in the table.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const csv = Papa.unparse(
    rows.map((row) => row.map(guardedCell)),
    { newline: '\r\n' },
  );
  return `${csv}\r\n`;
}
