import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { readChosenFile } from '../../../main/services/files/read-chosen-file.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

test.each([
  ['UTF-8', iconv.encode('name\nZoë', 'utf8')],
  ['UTF-8 with its mark', iconv.encode('name\nZoë', 'utf8', { addBOM: true })],
  ['UTF-16', iconv.encode('name\nZoë', 'utf16-le', { addBOM: true })],
  ['UTF-16, the other end first', iconv.encode('name\nZoë', 'utf16-be', { addBOM: true })],
  ['windows-1252', iconv.encode('name\nZoë', 'windows-1252')],
])('a codebook is read as text, coded as %s', async (_coding, bytes) => {
  const path = join(await temporaryFolder(), 'codes.csv');
  await writeFile(path, bytes);
  expect(await readChosenFile(path)).toEqual({ fileName: 'codes.csv', content: 'name\nZoë' });
});

test('what is gone, too large or no text is refused with a sentence', async () => {
  const folder = await temporaryFolder();
  const missing = readChosenFile(join(folder, 'codes.qdc'));
  await expect(missing).rejects.toMatchObject({ code: 'unreadable' });
  const large = join(folder, 'large.csv');
  await writeFile(large, 'name\n');
  await truncate(large, 10_000_001);
  await expect(readChosenFile(large)).rejects.toThrow('larger than 10 MB');
  const binary = join(folder, 'binary.csv');
  await writeFile(binary, new Uint8Array([80, 75, 0, 1]));
  await expect(readChosenFile(binary)).rejects.toThrow('is no text');
  await expect(readChosenFile(folder)).rejects.toMatchObject({ code: 'unreadable' });
});

test('the page gets what the analyst chose, never a path; without a project it gets nothing', async () => {
  const folder = await temporaryFolder();
  const context = await hostContext();
  const { host, window } = windowHost(context);
  await expect(host.chooseFile({ kind: 'codebook' })).rejects.toMatchObject({ code: 'no-project' });
  await host.createProjectAt(join(folder, 'Case'));
  expect(await host.chooseFile({ kind: 'codebook' })).toBeNull();
  window.openPath = join(folder, 'codes.csv');
  await writeFile(window.openPath, 'name\nfigure');
  const chosen = await host.chooseFile({ kind: 'codebook' });
  expect(chosen).toEqual({ fileName: 'codes.csv', content: 'name\nfigure' });
  const answer = await dispatch(
    host,
    { senderAllowed: true, method: 'chooseFile', argument: { kind: 'any' } },
    () => undefined,
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
});
