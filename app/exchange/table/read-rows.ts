import Papa from 'papaparse';

/** The rows of a table in text form. */
export interface TableRows {
  /** All of them, those without a word among them, so that the places are those that a spreadsheet counts, from 0. */
  readonly rows: readonly (readonly string[])[];
  /** Places of rows with a quotation mark that nobody closed: each ends with its line. */
  readonly unended: ReadonlySet<number>;
}

/** Of which program a row is the head. */
export type HeadKind = 'own' | 'other' | null;

/** What a spreadsheet of some countries writes in front; it is no row. */
const separatorLine = /^sep=([^\n])\n/i;
/** Lines above the head, and the head, in which the sign between the cells is looked for. */
const headLines = 20;
const headLength = 20_000;
/** Each of them is read to the end of the text. */
const mostUnended = 20;

/**
 * Reads CSV with commas, semicolons or tabs, any line ends, also mixed, with or without the line `sep=;`. A quotation mark that
 * is never closed costs its own line only. Line ends in cells become line feeds, but in a table of our own. Linear.
 *
 * @param kindOf whether a row names the columns, of a table of our own or another; `null`: it does not. Which sign parts
 * the cells is told by that row
 */
export function readRows(text: string, kindOf: (row: readonly string[]) => HeadKind): TableRows {
  const bare = text.replace(/^\ufeff/, '');
  const beginning = bare.slice(0, headLength).replace(/\r\n?/g, '\n');
  const stated = separatorLine.exec(beginning)?.[1];
  const { delimiter, kind } = headOf(beginning.replace(separatorLine, ''), stated, kindOf);
  // What stands in quotation marks is one match, so that it stays.
  const table = (
    kind === 'own'
      ? bare.replace(/"[^"]*"|\r\n?/g, (found) => (found.startsWith('"') ? found : '\n'))
      : bare.replace(/\r\n?/g, '\n')
  ).replace(separatorLine, '');
  const rows: (readonly string[])[] = [];
  const unended = new Set<number>();
  let rest = table;
  for (;;) {
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n' });
    // One that is closed in another row, in the middle of a cell, was never closed in its own.
    const fault = errors.find(
      ({ code, row }) =>
        code === 'MissingQuotes' ||
        (code === 'InvalidQuotes' && data[row ?? -1]?.some((cell) => cell.includes('\n'))),
    );
    const at = unended.size < mostUnended ? fault?.index : undefined;
    for (const row of at === undefined ? data : data.slice(0, fault?.row)) rows.push(row);
    if (at === undefined) break;
    unended.add(rows.length);
    const end = rest.indexOf('\n', at);
    rows.push([rest.slice(at, end === -1 ? undefined : end)]);
    if (end === -1) break;
    rest = rest.slice(end + 1);
  }
  return { rows, unended };
}

/** Whether a row has no word in it. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The sign for which a row is the head; of several the one that makes most columns of it. Alone in its row: a tab. */
function headOf(
  beginning: string,
  stated: string | undefined,
  kindOf: (row: readonly string[]) => HeadKind,
): { readonly delimiter: string; readonly kind: HeadKind } {
  let best = { delimiter: stated ?? '\t', columns: 0, kind: null as HeadKind };
  for (const delimiter of stated === undefined ? ['\t', ',', ';'] : [stated]) {
    const { data } = Papa.parse<string[]>(beginning, {
      delimiter,
      newline: '\n',
      preview: headLines,
    });
    const head = data.find((row) => kindOf(row) !== null);
    if (head === undefined || head.length <= best.columns) continue;
    best = { delimiter, columns: head.length, kind: kindOf(head) };
  }
  return best;
}
