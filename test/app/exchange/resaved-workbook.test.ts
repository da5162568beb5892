import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { openWorkbook } from '../../../app/exchange/workbook/open-workbook.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { temporaryFolder } from '../../main/support/samples.ts';
import { libreOffice } from '../../support/libre-office.ts';
import { importFile, written } from './exchange-io.ts';
import { nastyProject, nastyShapes } from './nasty-project.ts';
import { imported } from './planned-import.ts';
import { type UglyProject, uglyProject, uglyShapes } from './ugly-project.ts';

const run = promisify(execFile);
const shapes = fc.sample(fc.tuple(uglyShapes, nastyShapes), { seed: 20311123, numRuns: 3 });

async function workbookOf(project: UglyProject): Promise<Uint8Array> {
  const writer = exchangeWriters.find(({ id }) => id === 'workbook');
  if (writer === undefined) throw new Error('There is no writer of workbooks.');
  return (await written(writer, project.records, {}, project.texts)).bytes;
}

test('J21 our reader and another read the same cells in our workbook', async () => {
  for (const [ugly, nasty] of shapes) {
    const bytes = await workbookOf(nastyProject(uglyProject(ugly), nasty));
    const theirs = await readExcelFile(Buffer.from(bytes), { trim: false });
    const sheets = await openWorkbook(importFile('a.xlsx', bytes), unpackFile);
    expect(sheets.map(({ name }) => name)).toEqual(theirs.map(({ sheet }) => sheet));
    for (const [index, sheet] of sheets.entries()) {
      const rows: (readonly string[])[] = [];
      const none = (): void => undefined;
      for await (const { cells } of sheet.rows(none, none)) rows.push(cells);
      const others = (theirs[index]?.data ?? []).map((row) =>
        row.map((cell) => (cell === null ? '' : String(cell))),
      );
      for (const [place, row] of rows.entries()) {
        // Line ends are the format's own in one of them.
        const [plain, other] = [row, others[place]].map((cells) =>
          cells?.map((cell) => cell.replace(/\r\n?/g, '\n')),
        );
        expect(other?.slice(0, row.length)).toEqual(plain);
      }
    }
  }
});

test('J21 a workbook that LibreOffice saved again comes in as it was', async ({ skip }) => {
  const program = libreOffice();
  if (program === null) {
    process.stderr.write('LibreOffice is absent: no other program saved our workbook again.\n');
    skip();
    return;
  }
  const reader = exchangeReaders.find(({ id }) => id === 'workbook');
  if (reader === undefined) throw new Error('There is no reader of workbooks.');
  for (const [ugly, nasty] of shapes) {
    const project = nastyProject(uglyProject(ugly), nasty);
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'ours.xlsx'), await workbookOf(project));
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    const out = join(folder, 'again');
    const words = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out];
    await run(program, [profile, ...words, join(folder, 'ours.xlsx')], { timeout: 120_000 });
    const bytes = new Uint8Array(await readFile(join(out, 'ours.xlsx')));
    const home = await imported(reader, bytes, project.records, project.texts);
    expect(home.report.refused).toEqual([]);
    expect(home.diff).toEqual({ added: [], updated: [], removed: [] });
  }
});
