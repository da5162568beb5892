import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listTemplates, writeTemplate } from '../../../main/services/brief/project-templates.ts';
import { temporaryFolder } from '../support/samples.ts';

test('Y35 lists the Markdown files of the folder, with what is wrong with them, and none without it', async () => {
  const root = await temporaryFolder();
  expect(await listTemplates(root)).toEqual([]);
  const folder = join(root, 'templates');
  await mkdir(join(folder, 'old.md'), { recursive: true });
  await writeFile(join(folder, 'b.md'), 'B');
  await writeFile(join(folder, 'a.MD'), '\uFEFFA');
  await writeFile(join(folder, 'README.md'), 'guide');
  await writeFile(join(folder, '.hidden.md'), 'x');
  await writeFile(join(folder, 'notes.txt'), 'x');
  await writeFile(join(folder, 'large.md'), 'x'.repeat(200_001));
  await writeFile(join(folder, 'binary.md'), new Uint8Array([0, 1, 2]));
  await writeFile(join(root, 'outside.md'), 'secret');
  await symlink(join(root, 'outside.md'), join(folder, 'link.md'));
  expect(await listTemplates(root)).toEqual([
    { fileName: 'a.MD', content: 'A' },
    { fileName: 'b.md', content: 'B' },
    {
      fileName: 'binary.md',
      content: '',
      problem: '“binary.md” is no text that can be read. Save it as plain text in UTF-8.',
    },
    {
      fileName: 'large.md',
      content: '',
      problem: '“large.md” is larger than 200 kB, which no template needs. Shorten it.',
    },
  ]);
});

test('Y35 writes a template under a free name inside the folder, with a guide beside the first', async () => {
  const root = await temporaryFolder();
  const write = (fileName: string) => writeTemplate(root, { fileName, content: 'text' });
  expect(await write('event-summary.md')).toEqual({ fileName: 'event-summary.md' });
  expect(await write('event-summary.md')).toEqual({ fileName: 'event-summary-2.md' });
  expect(await write('../../out.md')).toEqual({ fileName: '-out.md' });
  expect(await write('README.md')).toEqual({ fileName: 'README-2.md' });
  const names = await readdir(join(root, 'templates'));
  expect(names.sort()).toEqual(
    ['-out.md', 'README-2.md', 'README.md', 'event-summary-2.md', 'event-summary.md'].sort(),
  );
  expect(await readFile(join(root, 'templates', 'README.md'), 'utf8')).toContain('{% cite p %}');
});

test('Y35 says what to do where the folder can’t be written', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, 'templates'), 'a file of that name');
  await expect(writeTemplate(root, { fileName: 'a.md', content: '' })).rejects.toMatchObject({
    code: 'disk',
  });
});
