import readExcelFile from 'read-excel-file/node';
import { libreOffice, readWithLibreOffice } from './libre-office.ts';

/** The cells of each sheet by its name, as text; rows as long as they are filled, empty ones included. */
export type ReadSheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What reads a workbook that is not ours, with its name for messages. */
export interface WorkbookReader {
  readonly name: string;
  read(path: string): Promise<ReadSheets>;
}

/** A library that reads workbooks, and LibreOffice where it is installed: at least one, so that no test is left out. */
export function workbookReaders(): readonly WorkbookReader[] {
  const library = { name: 'read-excel-file', read: readWithLibrary };
  const program = libreOffice();
  if (program === null) return [library];
  return [library, { name: 'LibreOffice', read: (path) => readWithLibreOffice(program, path) }];
}

async function readWithLibrary(path: string): Promise<ReadSheets> {
  const sheets = await readExcelFile(path, { trim: false });
  return new Map(
    sheets.map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ]),
  );
}
