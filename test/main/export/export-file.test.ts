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
