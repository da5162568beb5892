import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';

const run = promisify(execFile);

/**
 * The program of LibreOffice on this machine, if it can read workbooks: it tells by what it says of a format, so look for its
 * library as well. `null`: there is none.
 */
export function libreOffice(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const program = folders.map((folder) => join(folder, 'soffice')).find((path) => existsSync(path));
  const isCalc = ['/usr/lib/libreoffice', '/usr/lib64/libreoffice', '/opt/libreoffice'].some(
    (root) => existsSync(join(root, 'program', 'libsclo.so')),
  );
  return program !== undefined && isCalc ? program : null;
}

/** What LibreOffice reads in a workbook: the cells of each sheet by its name, as text. */
export async function readWithLibreOffice(
  program: string,
  path: string,
): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const folder = dirname(path);
  const out = join(folder, 'sheets');
  // Comma, quotation mark, UTF-8, all text in quotation marks, every sheet a file.
  const format = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  await run(program, [profile, '--headless', '--convert-to', format, '--outdir', out, path], {
    timeout: 120_000,
  });
  const prefix = `${basename(path, '.xlsx')}-`;
  const sheets = new Map<string, readonly (readonly string[])[]>();
  for (const name of await readdir(out)) {
    if (!name.startsWith(prefix)) continue;
    const { data } = Papa.parse<string[]>(await readFile(join(out, name), 'utf8'), {
      skipEmptyLines: false,
    });
    const rows = data.at(-1)?.join('') === '' ? data.slice(0, -1) : data;
    sheets.set(name.slice(prefix.length, -'.csv'.length), rows);
  }
  return sheets;
}

/** The program of LibreOffice on this machine, if it can read documents; `null`: there is none. */
export function libreOfficeWriter(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const program = folders.map((folder) => join(folder, 'soffice')).find((path) => existsSync(path));
  const isWriter = ['/usr/lib/libreoffice', '/usr/lib64/libreoffice', '/opt/libreoffice'].some(
    (root) => existsSync(join(root, 'program', 'libswlo.so')),
  );
  return program !== undefined && isWriter ? program : null;
}

/** Has LibreOffice print a document: the path of a PDF beside it, with an outline of its headings. */
export async function pdfWithLibreOffice(program: string, path: string): Promise<string> {
  const folder = dirname(path);
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const format = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}';
  await run(program, [profile, '--headless', '--convert-to', format, '--outdir', folder, path], {
    timeout: 120_000,
  });
  return path.replace(/\.docx$/, '.pdf');
}
