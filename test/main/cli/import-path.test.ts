import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { folderContents } from './folder-contents.ts';

// Each test runs several commands, one after the other.
vi.setConfig({ testTimeout: 180_000 });

const cli = (...words: readonly string[]) => cliHere(words);

const newProject = async () => makeCliProject(join(await temporaryFolder(), 'Ferry'));

test('J31 imports articles with a report, and finds them', async () => {
  const folder = join(await temporaryFolder(), 'New');
  const files = await temporaryFolder();
  await writeFile(join(files, 'a.txt'), 'A headline\n\nThe harbour master spoke of fog.\n');
  await writeFile(join(files, 'b.exe'), Buffer.from([0, 1, 2, 3]));
  const report = join(files, 'report.csv');
  const run = await cli('import', folder, files, '--create', '--json', '--report', report);
  expect(run.code).toBe(1);
  const said = JSON.parse(run.out) as { articles: { counts: Record<string, number> } };
  expect(said.articles.counts).toMatchObject({ added: 1, refused: 1 });
  expect(await readFile(report, 'utf8')).toContain('b.exe');
  const found = await cli('search', folder, 'harbour', '--json');
  expect(JSON.parse(found.out)).toMatchObject({ total: 1, articles: [{ number: 1 }] });
  const hits = await cli('search', folder, 'fog', '--context');
  expect(hits.out).toContain('[fog]');
  const pattern = await cli('search', folder, 'fo(', '--pattern');
  expect(pattern.code).toBe(2);
});

test('J31 imports what other programs wrote, once, and refuses a bad file with nothing changed', async () => {
  const { paths } = await newProject();
  const files = await temporaryFolder();
  const table = join(files, 'table.csv');
  await writeFile(table, 'Quotation,Tags\nthe ferry sank,Event\nno such words,Event\n');
  const run = await cli('import', paths.root, table, '--as', 'annotations-csv', '--json');
  expect(run.code).toBe(1);
  expect(JSON.parse(run.out)).toMatchObject({
    exchanged: [{ format: 'annotations-csv', report: { carried: { annotation: 1 } } }],
  });
  const again = await cli('import', paths.root, table, '--as', 'annotations-csv', '--json');
  expect(JSON.parse(again.out)).toMatchObject({
    exchanged: [{ report: { carried: {}, known: { annotation: 1 } } }],
  });
  const bad = join(files, 'bad.qdpx');
  await writeFile(bad, 'no archive');
  const before = await folderContents(paths.journal);
  const refused = await cli('import', paths.root, bad);
  expect(refused.code).toBe(5);
  expect(refused.error).not.toBe('');
  expect(await folderContents(paths.journal)).toEqual(before);
});

test('J31 a file that can’t be read costs no other, and what came of each is said', async () => {
  const { paths } = await newProject();
  const files = await temporaryFolder();
  const [table, bad] = [join(files, 'table.csv'), join(files, 'bad.qdpx')];
  await writeFile(table, 'Quotation,Tags\nthe ferry sank,Event\n');
  await writeFile(bad, 'no archive');
  const words = ['import', paths.root, bad, table, '--as', 'auto', '--json'];
  const run = await cli(...words);
  expect(run.code).toBe(5);
  expect(JSON.parse(run.out)).toMatchObject({
    ok: false,
    exchanged: [{ file: table, report: { carried: { annotation: 1 } } }],
    failed: [{ file: bad, code: 'unreadable' }],
  });
  expect(JSON.parse((await cli('verify', paths.root, '--json')).out)).toMatchObject({ ok: true });
});

test('J31 names that are too long for a record are cut, and the project stays whole', async () => {
  const { paths } = await newProject();
  const file = join(await temporaryFolder(), 'references.json');
  const abstract = 'Words of an article. '.repeat(20);
  const [title, section] = ['T'.repeat(3_000), 'S'.repeat(3_000)];
  await writeFile(file, JSON.stringify([{ id: 'a', type: 'article', title, section, abstract }]));
  const run = await cli('import', paths.root, file, '--as', 'csl-json');
  expect([run.code, run.error.includes('too long')]).toEqual([0, true]);
  expect(JSON.parse((await cli('verify', paths.root, '--json')).out)).toMatchObject({ ok: true });
});
