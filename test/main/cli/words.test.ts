import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000 });

async function newProject(name = 'Ferry') {
  return makeCliProject(join(await temporaryFolder(), name));
}

describe('The words of a command line', () => {
  test('J30 words too many, unknown options and forgotten values end with 2, and nothing is done', async () => {
    const { paths } = await newProject();
    const before = await folderContents(paths.root);
    const { root } = paths;
    const lines: readonly (readonly [words: readonly string[], said: string])[] = [
      [['verify', root, 'extra'], '“extra”'],
      [['snapshot', root, 'extra'], '“extra”'],
      [['restore', root, 'extra', '--sequence', '2'], '“extra”'],
      [['export', root, 'annotations', 'extra'], '“extra”'],
      [['export', root, 'matrix', 'extra'], '“extra”'],
      [['export', root, 'claims', '--appendix'], '--appendix'],
      [['export', root, 'songs'], '“songs”'],
      [['export', root, 'claims', '--format', '--output', 'x'], '--format wants a value'],
      [['export', root, 'claims', '--output'], '--output wants a value'],
      [['export', root, 'claims', '--output', 'a', '--output', 'b'], 'twice'],
      [['export', root, 'claims', '-x'], '-x'],
      [['search', root, 'a', '--limit', '0'], '--limit'],
      [['search', root, 'a', '--limit', 'all'], '--limit'],
      [['search', root, 'a', '--sort', 'size'], '--sort'],
      [['search', root, 'a', '--json', '--json-lines'], '--json-lines'],
      [['search', root], 'What is to be found?'],
      [['restore', root], '--sequence'],
      [['restore', root, '--sequence', '2', '--time', '2031-01-01'], 'either'],
      [['restore', root, '--time', '2031-02-31'], '2031-02-31'],
      [['restore', root, '--time', 'yesterday'], 'yesterday'],
      [['import', root], 'Which files?'],
      [['import', root, 'x', '--as', 'song'], 'song'],
      [['import', root, 'x', '--name', 'y'], '--name'],
      [['import', root, '-', '-'], 'twice'],
      [['verify'], 'Which project?'],
      [['verify', ''], 'Which project?'],
      [['sing'], '“sing”'],
      [['--json', 'verify', root], 'A command comes first'],
      [['help', 'sing'], '“sing”'],
    ];
    for (const [words, said] of lines) {
      const run = await cliHere(words);
      expect([words.join(' '), run.code, run.out === '' || words.includes('--json')]).toEqual([
        ...[words.join(' '), 2, true],
      ]);
      expect(run.error).toContain(said);
      expect(run.error).toContain('--help');
    }
    expect(await folderContents(root)).toEqual(before);
  });

  test('J30 with --json, what stands in the way is JSON on standard output and a sentence on standard error', async () => {
    const { paths } = await newProject();
    const empty = await temporaryFolder();
    const runs = await Promise.all([
      cliHere(['verify', empty, '--json']),
      cliHere(['verify', join(empty, 'none'), '--json']),
      cliHere(['sing', '--json']),
      cliHere(['search', paths.root, '(', '--json']),
      cliHere(['import', paths.root, join(empty, 'none.txt'), '--json']),
    ]);
    const codes = ['not-a-project', 'not-a-project', 'usage', 'usage', 'no-file'];
    expect(runs.map(({ code }) => code)).toEqual([4, 4, 2, 2, 5]);
    for (const [index, { out, error }] of runs.entries()) {
      const said = JSON.parse(out) as { ok: boolean; error: { code: string; message: string } };
      expect(said).toMatchObject({ ok: false, error: { code: codes[index] } });
      expect(error).toBe(`${said.error.message}\n`);
    }
  });

  test('J30 every command explains itself with examples and exit codes, and --version answers', async () => {
    for (const name of ['import', 'search', 'export', 'check', 'verify', 'snapshot', 'restore']) {
      const [about, other] = [await cliHere([name, '--help']), await cliHere(['help', name])];
      expect([about.code, about.error, other.out]).toEqual([0, '', about.out]);
      expect(about.out).toMatch(/\nExamples?\n {2}variorum /);
      expect(about.out).toContain('Exit codes');
      for (const line of about.out.split('\n')) expect(line.length).toBeLessThan(130);
    }
    expect(await cliHere(['--version'])).toEqual({ code: 0, out: '0.0.0\n', error: '' });
    expect((await cliHere([])).out).toContain('Usage: variorum COMMAND PROJECT');
  });

  test('J30 what stands behind two dashes is no option', async () => {
    const { paths } = await newProject();
    const run = await cliHere(['search', paths.root, '--', '--help']);
    expect(run.out).not.toContain('Usage');
    expect(run.code).not.toBe(0);
  });

  test('J30 progress is told on a terminal or when asked for, and nothing of it on standard output', async () => {
    const { paths } = await newProject();
    const watched = await cliHere(['verify', paths.root], { isTerminal: true });
    expect(watched.error).toContain('Proving the journal');
    const silent = await cliHere(['verify', paths.root, '--quiet'], { isTerminal: true });
    expect(silent.error).not.toContain('Proving');
    const piped = await cliHere(['verify', paths.root]);
    expect(piped.error).not.toContain('Proving');
    expect([watched.out, silent.out]).toEqual([piped.out, piped.out]);
  });

  test('J30 a file that is no text is not poured over a terminal', async () => {
    const { paths } = await newProject();
    for (const words of [
      ['brief', 'What'],
      ['matrix', '--format', 'xlsx'],
      ['claims', '--format', 'xlsx'],
    ]) {
      const run = await cliHere(['export', paths.root, ...words], { isTerminal: true });
      expect([run.code, run.out]).toEqual([2, '']);
      expect(run.error).toContain('--output');
    }
    const text = await cliHere(['export', paths.root, 'claims'], { isTerminal: true });
    expect(text.code).toBe(0);
  });

  test('J30 words of articles steer no terminal', async () => {
    const folder = join(await temporaryFolder(), 'P');
    const input =
      'A \u001b[31mred\u0007 headline\n\nThe \u009bharbour\u202e master spoke of fog.\n';
    await cliHere(['import', folder, '-', '--create', '--name', 'a.txt'], { input });
    for (const more of [[], ['--context']]) {
      const run = await cliHere(['search', folder, 'fog', ...more]);
      expect(run.code).toBe(0);
      expect(run.out).toMatch(/^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]*$/);
      expect(run.out.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});

describe('The project that is meant', () => {
  test('J30 may be named with spaces, other letters, relatively and over a link: it is the same', async () => {
    const { paths } = await newProject('Fähre – 渡し 船');
    const parent = join(paths.root, '..');
    await symlink(paths.root, join(parent, 'link'));
    await mkdir(join(parent, 'elsewhere'));
    const plain = await cliHere(['export', paths.root, 'annotations', '--format', 'refi-qda']);
    for (const [name, folder] of [
      ['./Fähre – 渡し 船/', parent],
      [relative('/', paths.root), '/'],
      ['link', parent],
      ['../link', join(parent, 'elsewhere')],
      ['.', paths.root],
    ] as const) {
      const run = await cliHere(['export', name, 'annotations', '--format', 'refi-qda'], {
        folder,
      });
      expect([name, run.code]).toEqual([name, 0]);
      expect(run.out).toBe(plain.out);
    }
    await writeFile(join(parent, 'ein Bericht ü.txt'), 'A headline\n\nSome words.\n');
    const run = await cliHere(['import', 'link', 'ein Bericht ü.txt'], { folder: parent });
    expect(run.out).toContain('1 new');
  });

  test('J30 none, a file, an empty folder and one of a newer program are told apart, by every command', async () => {
    const { paths } = await newProject();
    const folder = await temporaryFolder();
    const file = join(folder, 'a.txt');
    await writeFile(file, 'words');
    await writeFile(
      paths.file,
      JSON.stringify({ ...JSON.parse(await readFile(paths.file, 'utf8')), schema: 99 }),
    );
    const before = await folderContents(paths.root);
    const commands = (root: string): readonly (readonly string[])[] => [
      ['verify', root],
      ['search', root, 'ferry'],
      ['check', root],
      ['export', root, 'claims'],
      ['export', root, 'matrix'],
      ['snapshot', root],
      ['restore', root, '--sequence', '1'],
      ['import', root, file],
    ];
    for (const [root, said] of [
      [join(folder, 'none'), 'There is no folder'],
      [file, 'not a Variorum project'],
      [folder, 'not a Variorum project'],
      [paths.root, 'newer Variorum'],
    ] as const) {
      for (const words of commands(root)) {
        const run = await cliHere(words);
        expect([words[0], run.code, run.out]).toEqual([words[0], 4, '']);
        expect(run.error).toContain(said);
      }
    }
    expect(await folderContents(paths.root)).toEqual(before);
  });
});
