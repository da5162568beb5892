import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { damageLine, flipByte, onlyFile } from './damage.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000 });

test('J35 a copy goes into no project, onto no file and into no folder with files; nothing is changed then', async () => {
  const parent = await temporaryFolder();
  const { paths } = await makeCliProject(join(parent, 'Ferry'));
  const file = join(parent, 'file');
  await writeFile(file, 'words');
  await mkdir(join(parent, 'full'));
  await writeFile(join(parent, 'full', 'a.txt'), 'words');
  await symlink(paths.root, join(parent, 'link'));
  const before = await folderContents(parent);
  const names = await readdir(parent);
  for (const [to, said] of [
    [paths.root, 'lies in the project itself'],
    [join(paths.root, 'sub'), 'lies in the project itself'],
    [join(paths.root, 'articles', 'sub', 'deeper'), 'lies in the project itself'],
    [join(parent, 'link', 'sub'), 'lies in the project itself'],
    [file, 'is a file'],
    [join(file, 'sub'), 'is a file'],
    [join(parent, 'full'), 'has files in it'],
    [parent, 'has files in it'],
  ] as const) {
    for (const more of [[], ['--json']]) {
      const run = await cliHere(['restore', paths.root, '--sequence', '3', '--to', to, ...more]);
      expect([to, run.code]).toEqual([to, 5]);
      expect(run.error).toContain(said);
    }
  }
  expect(await folderContents(parent)).toEqual(before);
  expect(await readdir(parent)).toEqual(names);
});

test('J35 a copy has articles, texts and templates, where there are such, and not the damaged snapshots', async () => {
  const parent = await temporaryFolder();
  const { paths } = await makeCliProject(join(parent, 'Ferry'));
  await cliHere(['snapshot', paths.root]);
  await flipByte(await onlyFile(paths.snapshots), -20);
  await rm(paths.articles, { recursive: true, force: true });
  await mkdir(join(paths.root, 'templates'));
  await writeFile(join(paths.root, 'templates', 'mine.md'), '# Mine');
  const to = join(parent, 'a new folder', 'Copy');
  const run = await cliHere(['restore', paths.root, '--sequence', '6', '--to', to]);
  expect([run.code, run.error]).toEqual([0, '']);
  expect(Object.keys(await folderContents(to))).toContain(join(to, 'templates', 'mine.md'));
  const verify = JSON.parse((await cliHere(['verify', to, '--json'])).out);
  expect(verify).toMatchObject({ ok: true, counts: { journal: 6, snapshots: 0 } });
});

test('J35 what is damaged in between is no state to restore: refused, nothing changed', async () => {
  const parent = await temporaryFolder();
  const { paths } = await makeCliProject(join(parent, 'Ferry'));
  await damageLine(paths.journal, 4);
  const before = await folderContents(parent);
  const to = join(parent, 'Copy');
  for (const words of [
    ['--sequence', '2'],
    ['--sequence', '3', '--dry-run'],
    ['--sequence', '5', '--to', to],
    ['--sequence', '4', '--to', to],
  ]) {
    const run = await cliHere(['restore', paths.root, ...words]);
    expect([words, run.code, run.out]).toEqual([words, 4, '']);
    expect(run.error).toContain('Entry 4 of the journal is missing or damaged');
  }
  expect(await folderContents(parent)).toEqual(before);
  const sound = await cliHere(['restore', paths.root, '--sequence', '3', '--to', to]);
  expect(sound.code).toBe(0);
  expect((await cliHere(['verify', to])).code).toBe(0);
  expect((await cliHere(['restore', paths.root, '--sequence', '5', '--dry-run'])).code).toBe(0);
});

test('J35 the entries to restore to are listed, in words and in JSON', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const run = await cliHere(['restore', paths.root, '--list']);
  const lines = run.out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines.map(([number, , author, name]) => [number, author, name])).toEqual(
    ['Create project', 'Import', 'Highlight', 'Highlight', 'Make a claim', 'Write a brief'].map(
      (name, index) => [String(index + 1), 'Test', name],
    ),
  );
  const { entries } = JSON.parse((await cliHere(['restore', paths.root, '--list', '--json'])).out);
  expect(entries[2]).toEqual({
    ...{ sequence: 3, at: lines[2]?.[1], author: 'Test', name: 'Highlight' },
  });
});
