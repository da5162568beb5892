import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { systemMaker } from '../../../app/base/maker.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { readProjectRecords } from '../../../main/services/exchange/read-project-records.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { takeLock } from '../../../main/services/project/project-lock.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { damageLine } from './damage.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000 });

test('J33 every reading command takes no lock and leaves every file as it is, open elsewhere or not', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const { root } = paths;
  const reading: readonly (readonly string[])[] = [
    ['search', root, 'ferry'],
    ['search', root, 'ferry', '--context'],
    ['check', root],
    ['verify', root],
    ['export', root, 'matrix'],
    ['export', root, 'annotations'],
    ['export', root, 'brief', 'What', '--format', 'html'],
    ['restore', root, '--sequence', '3', '--dry-run'],
  ];
  const before = await folderContents(root);
  const outs: string[] = [];
  for (const words of reading) {
    const run = await cliHere(words);
    expect([words.join(' '), run.code]).toEqual([words.join(' '), 0]);
    outs.push(run.out);
  }
  expect(await folderContents(root)).toEqual(before);
  const lock = await takeLock(paths.lock, new Date().toISOString());
  if (!lock.ok) throw new Error(lock.error.message);
  const held = await folderContents(root);
  for (const [index, words] of reading.entries()) {
    const run = await cliHere(words);
    expect([words.join(' '), run.code, run.out]).toEqual([words.join(' '), 0, outs[index]]);
  }
  expect(await folderContents(root)).toEqual(held);
  await lock.value.release();
});

test('J33 what is read has what was journalled since the catalogue that an import left', async () => {
  const folder = join(await temporaryFolder(), 'P');
  const input = 'First\n\nFog over the harbour.\n';
  await cliHere(['import', folder, '-', '--create', '--name', 'a.txt'], { input });
  const found = await cliHere(['search', folder, 'is:starred', '--json']);
  expect([found.code, JSON.parse(found.out).total]).toEqual([1, 0]);
  expect(Object.keys(await folderContents(folder))).toContain(
    join(folder, '.variorum', 'catalogue.db.seal'),
  );
  await starAll(folder);
  const starred = await cliHere(['search', folder, 'is:starred', '--json']);
  expect([starred.code, JSON.parse(starred.out).total]).toEqual([0, 1]);
});

test('J31 searches take every form of the window’s queries, say what is wrong in one, and answer 1 to nothing found', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const found: readonly (readonly [words: readonly string[], total: number])[] = [
    [['ferry', 'tuesday'], 1],
    [['"ferry sank"'], 1],
    [['"sank ferry"'], 0],
    [['trag*'], 1],
    [['whale OR ferry'], 1],
    [['ferry NOT oslo'], 0],
    [['five NEAR/3 died'], 1],
    [['title:oslo'], 1],
    [['outlet:harbour'], 1],
    [['after:2031-05 before:2031-06'], 1],
    [['on:2031-05-13'], 0],
    [['lang:en'], 1],
    [['is:starred'], 0],
    [['--pattern', 'd[io]ed\\b'], 1],
    [['--pattern', '^Nothing'], 0],
    [['--context', 'ferry'], 2],
    [['--context', '--pattern', '[Ff]erry'], 2],
  ];
  for (const [words, total] of found) {
    const run = await cliHere(['search', paths.root, ...words, '--json']);
    expect([words, run.code, JSON.parse(run.out)]).toMatchObject([
      ...[words, total === 0 ? 1 : 0, { ok: true, total }],
    ]);
  }
  for (const words of [['"open'], ['('], ['a', 'OR'], ['--pattern', '(']]) {
    const run = await cliHere(['search', paths.root, ...words]);
    expect([words, run.code, run.out]).toEqual([words, 2, '']);
    expect(run.error).toContain('not understood at');
  }
});

test('J31 results stand one a line, as text or as JSON, no more than were asked for', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const file = join(await temporaryFolder(), 'zz.txt');
  await writeFile(file, 'Second\n\nAnother ferry,\nand a ferry.\n');
  await cliHere(['import', paths.root, file]);
  const articles = await cliHere(['search', paths.root, 'ferry', '--sort', 'title']);
  const fields = articles.out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(fields.map(([number, title, outlet, day]) => [number, title, outlet, day])).toEqual([
    ['1', 'Ferry sinks off Oslo', 'The Harbour Times', '2031-05-12'],
    ['2', 'zz', '', expect.any(String)],
  ]);
  expect(articles.error).toBe('Articles: 2.\n');
  const lines = await cliHere([
    ...['search', paths.root, 'ferry', '--context', '--json-lines', '--limit', '3'],
  ]);
  const hits = lines.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(hits.map(({ number, hit }) => `${number} ${hit}`)).toEqual([
    ...['1 Ferry', '1 ferry', '2 ferry'],
  ]);
  expect(lines.error).toBe('Hits: 3 of 4; --limit 4 shows all.\n');
});

test('S7 a search for a tag that no article has says whose tags it looks at', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const run = await cliHere(['search', paths.root, 'tag:nobody']);
  expect([run.code, run.out]).toEqual([1, '']);
  expect(run.error).toMatch(/Nothing found\.\n“tag:” finds tags that whole articles have/u);
});

test('J33 a damaged journal is said beside what is read of it', async () => {
  const { paths, act, claim } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  await act('Remove', { added: [], updated: [], removed: [claim] });
  await damageLine(paths.journal, 3);
  const run = await cliHere(['export', paths.root, 'annotations']);
  expect(run.error).toContain('variorum verify');
  await rm(paths.texts, { recursive: true });
  const gone = await cliHere(['export', paths.root, 'brief', 'What', '--format', 'text']);
  expect([gone.code, gone.out]).toEqual([1, '']);
});

/** Journals a star for every article, as a window would that is not here. */
async function starAll(folder: string): Promise<void> {
  const paths = projectPaths(folder);
  const articles = [...(await readProjectRecords({ ...paths, sequence: 1_000 })).values()].filter(
    (record) => record.kind === 'article',
  );
  const journal = await Journal.open({
    ...{ folder: paths.journal, base: emptyBase, readOnly: false },
    onEntry: () => undefined,
  });
  const updated = articles.map(
    (article) => [article, { ...article, starred: true, rev: article.rev + 1 }] as const,
  );
  const diff = { added: [], updated, removed: [] };
  const appended = await journal.append(newChange(systemMaker('Test'), 'Star', diff));
  await journal.close();
  if (!appended.ok) throw new Error(appended.error.message);
}

test('J32 a project without briefs has nothing to check, and none to export', async () => {
  const folder = join(await temporaryFolder(), 'P');
  await cliHere(['import', folder, '-', '--create'], { input: 'Fog\n\nThere was fog.\n' });
  const check = await cliHere(['check', folder, '--json']);
  expect([check.code, JSON.parse(check.out)]).toEqual([0, { ok: true, briefs: [] }]);
  expect(check.error).toContain('no briefs');
  const runs = [['brief', 'Any'], ['matrix']];
  for (const words of runs) {
    const run = await cliHere(['export', folder, ...words, '--json']);
    expect([run.code, JSON.parse(run.out)]).toMatchObject([5, { error: { code: 'nothing' } }]);
  }
});
