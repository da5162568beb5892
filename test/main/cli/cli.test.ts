import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '../../../main/services/project/project-lock.ts';
import { temporaryFolder } from '../support/samples.ts';
import { shippedCli } from './built-cli.ts';
import { cliSource, makeCliProject, runCliScript } from './cli-project.ts';
import { folderContents } from './folder-contents.ts';

// Each test starts several processes, one after the other.
vi.setConfig({ testTimeout: 180_000 });

const cli = shippedCli();

const newProject = async () => makeCliProject(join(await temporaryFolder(), 'Ferry'));

test('J30 says what it takes, and answers 2 to what it does not understand', async () => {
  const [help, about, strange, option, none] = await Promise.all([
    cli('--help'),
    cli('restore', '--help'),
    cli('sing'),
    cli('verify', '/nowhere', '--loud'),
    cli('search', '/nowhere'),
  ]);
  expect([help.code, about.code, strange.code, option.code, none.code]).toEqual([0, 0, 2, 2, 2]);
  for (const name of ['import', 'search', 'export', 'check', 'verify', 'snapshot', 'restore']) {
    expect(help.out).toContain(`\n  ${name} `);
  }
  expect(about.out).toContain('--sequence N');
  expect(about.out).toContain('Exit codes');
  expect(strange.error).toContain('There is no command “sing”');
  expect(option.error).toContain('--loud');
  expect(none.error).toContain('variorum search --help');
  expect(help.error + about.error).toBe('');
});

test('J30 runs from its sources as it does when built', async () => {
  const { paths } = await newProject();
  const words = ['export', paths.root, 'claims'];
  const [source, built] = [await runCliScript(cliSource, words), await cli(...words)];
  expect(source).toEqual(built);
  expect(source.code).toBe(0);
});

test('J30 answers 4 to a folder that is no project, in words and in JSON', async () => {
  const folder = await temporaryFolder();
  const run = await cli('verify', folder, '--json');
  expect(run.code).toBe(4);
  expect(JSON.parse(run.out)).toMatchObject({ ok: false, error: { code: 'not-a-project' } });
  expect(run.error).toContain('project');
});

test('J30 an option that is none, and a place where no file can stand, are said', async () => {
  const { paths } = await newProject();
  const folder = await temporaryFolder();
  const runs = await Promise.all([
    cli('export', paths.root, 'matrix', '--outptu', 'x'),
    cli('export', paths.root, 'brief', 'what', '--appendx'),
    cli('export', paths.root, 'claims', '--toString'),
    cli('export', paths.root, 'claims', '--json=1'),
    cli('export', paths.root, 'claims', '--output', folder),
    cli('export', paths.root, 'brief', 'what', '--output', join(folder, 'none', 'x.docx')),
  ]);
  expect(runs.map(({ code, out }) => [code, out])).toEqual([
    ...[
      [2, ''],
      [2, ''],
      [2, ''],
      [2, ''],
      [5, ''],
      [5, ''],
    ],
  ]);
  const said = [
    '--outptu',
    '--appendx',
    '--toString',
    '--json',
    'folder of that name',
    'not there',
  ];
  for (const [index, words] of said.entries()) expect(runs[index]?.error).toContain(words);
});

test('J33 writes nothing into a project that is open elsewhere, but reads it', async () => {
  const { paths } = await newProject();
  const lock = await takeLock(paths.lock, new Date().toISOString());
  if (!lock.ok) throw new Error(lock.error.message);
  const before = await folderContents(paths.root);
  const file = join(await temporaryFolder(), 'a.txt');
  await writeFile(file, 'A headline\n\nSome words.\n');
  const writing = await Promise.all([
    cli('import', paths.root, file),
    cli('snapshot', paths.root),
    cli('restore', paths.root, '--sequence', '1'),
  ]);
  for (const run of writing) {
    expect(run.code).toBe(3);
    expect(run.error).toContain('open in another Variorum');
  }
  const reading = await Promise.all([
    cli('verify', paths.root),
    cli('search', paths.root, 'ferry', '--json'),
    cli('export', paths.root, 'annotations'),
    cli('export', paths.root, 'brief', 'What', '--format', 'text'),
  ]);
  expect(reading.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(JSON.parse(reading[1]?.out ?? '')).toMatchObject({ total: 1 });
  expect(await folderContents(paths.root)).toEqual(before);
  await lock.value.release();
});
