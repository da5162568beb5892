import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { exportFile } from '../../../main/services/export/export-file.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

const table = { suggestedName: 'Evidence', kind: 'csv', content: 'a,b\r\n' } as const;

test('a table is written with a byte order mark, another file without', async () => {
  const folder = await temporaryFolder();
  const context = await hostContext();
  const { host, window } = windowHost(context);
  await host.createProjectAt(join(folder, 'Case'));
  window.savePath = join(folder, 'evidence.csv');
  expect(await host.exportFile(table)).toEqual({ fileName: 'evidence.csv' });
  expect(await readFile(window.savePath, 'utf8')).toBe('\ufeffa,b\r\n');
  window.savePath = join(folder, 'codes.qdc');
  const codebook = { suggestedName: 'Codes', kind: 'qdc', content: '<CodeBook/>' } as const;
  expect(await host.exportFile(codebook)).toEqual({ fileName: 'codes.qdc' });
  expect(await readFile(window.savePath, 'utf8')).toBe('<CodeBook/>');
});

test('a workbook and a picture are written byte for byte, a page without a mark', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'kept');
  // A view of a part of a buffer: only the part is written.
  const bytes = new Uint8Array([9, 0x50, 0x4b, 0, 255, 9]).subarray(1, 5);
  for (const kind of ['xlsx', 'png'] as const) {
    await exportFile({ suggestedName: 'Matrix', kind, bytes }, async () => path);
    expect([...(await readFile(path))]).toEqual([0x50, 0x4b, 0, 255]);
  }
  await exportFile({ suggestedName: 'M', kind: 'html', content: '<p>é' }, async () => path);
  expect(await readFile(path, 'utf8')).toBe('<p>é');
});

test('bytes go with kinds of bytes, text with kinds of text; nothing else gets through', async () => {
  const { host } = windowHost(await hostContext());
  const bytes = new Uint8Array([1]);
  for (const argument of [
    { suggestedName: 'a', kind: 'xlsx', content: 'text' },
    { suggestedName: 'a', kind: 'csv', bytes },
    { suggestedName: 'a', kind: 'png', bytes: [1, 2] },
    { suggestedName: 'a', kind: 'png', bytes: new Uint16Array([1]) },
    { suggestedName: 'a', kind: 'png', bytes, content: 'text' },
  ]) {
    const call = { senderAllowed: true, method: 'exportFile', argument };
    const answer = await dispatch(host, call, () => undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
});

test.each([
  ['What the ministers: said?', 'csv', 'What the ministers said.csv'],
  ['evidence.csv', 'csv', 'evidence.csv'],
  ['../../etc/passwd', 'svg', 'etc passwd.svg'],
  ['...', 'qdc', 'Export.qdc'],
] as const)('“%s” is suggested as a name that every system takes', async (title, kind, name) => {
  const asked: string[] = [];
  const written = await exportFile(
    { suggestedName: title, kind, content: '' },
    async (suggested) => {
      asked.push(suggested);
      return null;
    },
  );
  expect(written).toBeNull();
  expect(asked).toEqual([name]);
});

test('nothing is left behind where it can’t be written, and the reason is told', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'taken.csv'));
  const failed = exportFile(table, async () => join(folder, 'taken.csv'));
  await expect(failed).rejects.toMatchObject({ code: 'disk' });
  expect(await readdir(folder)).toEqual(['taken.csv']);
});

test('a page without a project, or with another kind of file, is refused', async () => {
  const context = await hostContext();
  const { host, window } = windowHost(context);
  await expect(host.exportFile(table)).rejects.toMatchObject({ code: 'no-project' });
  const answer = await dispatch(
    host,
    { senderAllowed: true, method: 'exportFile', argument: { ...table, kind: 'exe' } },
    () => undefined,
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(window.saveQuestions).toBe(0);
});
