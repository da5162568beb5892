import { decodeText } from '../decode-text.ts';
import { ExchangeFault, type ImportFile } from '../exchange-format.ts';
import { type HeadKind, isBlankRow, readRows } from './read-rows.ts';

/** A row of a table, of text or of a workbook. */
export interface TableRow {
  /** As a spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Whether a quotation mark in it is never closed. */
  readonly isUnended: boolean;
}

/** A table whose head was found. */
export interface HeadedTable {
  readonly head: readonly string[];
  /** Those behind the head, read while they are asked for. */
  readonly rows: AsyncIterable<TableRow>;
  /** How many rows with words stand above the head. */
  readonly above: number;
  /** What stands before `row 3` in a place of the report: `sheet “Links”, `; empty for a table in text form. */
  readonly where: string;
  /** Whether apostrophes guard its cells (`guardedCell`): in text they do, in workbooks nothing has to. */
  readonly isGuarded: boolean;
}

const most = 200_000_000;
/** Above its columns' names a table may have a title and the like. */
const mostAbove = 20;

/**
 * The rows of a table in text form (CSV, also with semicolons or tabs). Throws `ExchangeFault` for what is no text, with what to do.
 *
 * @param kindOf whether a row names the columns; see `readRows`
 */
export async function* textRows(
  file: ImportFile,
  kindOf: (row: readonly string[]) => HeadKind,
  progress: (done: number, total: number) => void,
): AsyncGenerator<TableRow> {
  const bytes = await file.bytes(most);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    throw new ExchangeFault(
      'This is a workbook or another packed file, and no table in text form. Import it as “Workbook (XLSX)”. Save its sheet as “CSV UTF-8” if that does not read it.',
    );
  }
  const { text, isSound } = decodeText(bytes);
  if (!isSound) {
    throw new ExchangeFault(
      'This table is not coded in UTF-8. Save it as “CSV UTF-8” in the program that made it.',
    );
  }
  const { rows, unended } = readRows(text, kindOf);
  for (const [index, cells] of rows.entries()) {
    progress(index, rows.length - 1);
    yield { number: index + 1, cells, isUnended: unended.has(index) };
  }
}

/** The head among the first rows of a table in text form, if it has one. */
export function headIn(
  text: string,
  kindOf: (row: readonly string[]) => HeadKind,
): readonly string[] {
  const { rows } = readRows(text.slice(0, 20_000), kindOf);
  return rows.slice(0, mostAbove).find((row) => kindOf(row) !== null) ?? [];
}

/** Reads rows up to the head, and leaves the others to be read. `null`: the first rows name no columns. */
export async function headedTable(
  rows: AsyncGenerator<TableRow>,
  isHead: (row: readonly string[]) => boolean,
  about: Pick<HeadedTable, 'where' | 'isGuarded'>,
): Promise<HeadedTable | null> {
  let above = 0;
  for (let looked = 0; looked < mostAbove; looked += 1) {
    const { value, done } = await rows.next();
    if (done === true) break;
    if (isHead(value.cells)) return { ...about, head: value.cells, rows, above };
    if (!isBlankRow(value.cells)) above += 1;
  }
  await rows.return(undefined);
  return null;
}
