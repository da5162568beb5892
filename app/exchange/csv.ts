import Papa from 'papaparse';

/**
 * Rows as CSV after RFC 4180: commas, quotation marks only where they are needed, every row ended by CR LF. No byte order
 * mark: who writes the file puts it there, since without it spreadsheets take it for their own country's coding.
 *
 * A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end gets an apostrophe in front, so that no spreadsheet
 * takes it for a formula (OWASP, "CSV Injection"). A quotation of such words is therefore one sign longer in the table.
 * One that has apostrophes there already gets another, so that who reads the table again knows which one to take away.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const csv = Papa.unparse(rows as string[][], {
    newline: '\r\n',
    escapeFormulae: /^'*[=+\-@\t\r\n]/,
  });
  return `${csv}\r\n`;
}
