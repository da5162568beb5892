import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000 });

test('J36 the report of an import says of each file what came, what was known, what could not be carried, what was refused', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const files = await temporaryFolder();
  const [text, table, references, bad] = ['a.txt', 'table.ris', 'b.bib', 'bad.qdpx'].map((name) =>
    join(files, name),
  ) as [string, string, string, string];
  const report = join(files, 'report.csv');
  await writeFile(text, 'A headline\n\nSome words.\n');
  await writeFile(table, 'TY  - NEWS\nTI  - Nothing known\nER  - \n');
  await writeFile(
    references,
    '@article{a, title={Ferry sinks off Oslo}, journal={The Harbour Times}, date={2031-05-12}, author={Roe, Jane}, doi={10.1/x}}\n',
  );
  await writeFile(bad, 'no archive');
  const run = await cliHere([
    ...['import', paths.root, text, table, references, bad, '--report', report, '--json'],
  ]);
  expect(run.code).toBe(5);
  const said = JSON.parse(run.out);
  expect(said).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  const lines = (await readFile(report, 'utf8')).split(/\r?\n/);
  expect(lines[0]).toBe('\ufeffFile,Part,Outcome,Format,What,Count,Reason');
  const of = (name: string): string[] => lines.filter((line) => line.includes(name));
  expect(of('a.txt')).toEqual([expect.stringContaining(',New article,text,')]);
  expect(of('table.ris')).toEqual([expect.stringMatching(/,Refused,ris,/)]);
  expect(of('b.bib').join('\n')).toContain(',Carried,bibtex,correction,1,');
  expect(of('bad.qdpx')).toEqual([expect.stringContaining(',Refused,')]);
  const lost = said.exchanged.flatMap(
    ({ report: { lost } }: { report: { lost: { what: string }[] } }) => lost,
  );
  for (const { what } of lost) expect(of('Not carried').join('\n')).toContain(what);
});

test('J36 annotations, tags, claims and links of a project that comes from another one are counted in the report', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const folder = await temporaryFolder();
  const file = join(folder, 'all.jsonld');
  await cliHere([
    'export',
    paths.root,
    'annotations',
    '--format',
    'web-annotation',
    '--output',
    file,
  ]);
  const before = join(folder, 'Before');
  await cliHere(['restore', paths.root, '--sequence', '2', '--to', before]);
  const run = await cliHere(['import', before, file, '--report', '-']);
  expect(run.code).toBe(0);
  expect(run.out).toContain(',Carried,web-annotation,annotation,2,');
  expect(run.out).toContain(',Carried,web-annotation,claim,1,');
  expect(run.out).toContain(',Carried,web-annotation,evidence,1,');
  const again = await cliHere(['import', before, file, '--report', '-']);
  expect(again.out).toContain(',Known already,web-annotation,annotation,2,');
  expect(again.out).not.toContain(',Carried,');
});

test('J36 standard input is a file like any other, of any kind', async () => {
  const folder = join(await temporaryFolder(), 'P');
  const page =
    '<!doctype html><title>Fog</title><article><h1>Fog</h1><p>The harbour was closed for hours, said the master of the port.</p></article>';
  const run = await cliHere(['import', folder, '-', '--create', '--name', 'fog.html', '--json'], {
    input: page,
  });
  expect([run.code, JSON.parse(run.out).articles.items]).toMatchObject([
    ...[0, [{ fileName: 'fog.html', outcome: 'added', format: 'html' }]],
  ]);
  const plain = await cliHere(['import', folder, '-'], { input: 'Rain\n\nIt rained.\n' });
  expect([plain.code, plain.out]).toEqual([0, '1 new, 0 revised, 0 known already, 0 refused.\n']);
  const references = JSON.stringify([
    { id: 'x', type: 'article', title: 'Hail', abstract: 'Hail fell on the town. '.repeat(20) },
  ]);
  const known = await cliHere(['import', folder, '-', '--as', 'csl-json', '--json'], {
    input: references,
  });
  expect(JSON.parse(known.out)).toMatchObject({
    exchanged: [{ format: 'csl-json', report: { carried: { article: 1 } } }],
  });
});

test('J33 nothing is written over what the project keeps, and the project is no article of its own', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const { root } = paths;
  await mkdir(paths.articles, { recursive: true });
  const file = join(await temporaryFolder(), 'a.txt');
  await writeFile(file, 'A headline\n\nSome words.\n');
  const before = await folderContents(root);
  const runs = [
    await cliHere(['export', root, 'claims', '--output', paths.file]),
    await cliHere(['export', root, 'claims', '--output', join(paths.journal, 'x.csv')]),
    await cliHere(['export', root, 'claims', '--output', join(paths.articles, 'x.csv')]),
    await cliHere(['import', root, file, '--report', join(paths.hidden, 'x.csv')]),
    await cliHere(['import', root, file, '--report', join(root, 'none', 'x.csv')]),
    await cliHere(['import', root, root]),
    await cliHere(['import', root, paths.hidden]),
  ];
  expect(runs.map(({ code, out }) => [code, out])).toEqual(runs.map(() => [5, '']));
  expect(await folderContents(root)).toEqual(before);
});

test('T20 J36 one table that asks is one, and a file of annotations says how it is brought in', async () => {
  const folder = await temporaryFolder();
  const { paths } = await makeCliProject(join(folder, 'Ferry'));
  await writeFile(join(folder, 'a.csv'), 'a,b\n1,2\n3,4');
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: 'http://example.org/post1',
    target: 'http://example.com/page1',
  };
  await writeFile(join(folder, 'b.json'), JSON.stringify(annotation));
  const run = await cliHere(['import', paths.root, join(folder, 'a.csv'), join(folder, 'b.json')]);
  expect(run.code).toBe(1);
  expect(run.out).toContain('1 refused, 1 table whose columns the window asks for.');
  expect(run.out).toMatch(/b\.json: This is a file of annotations .* import --as auto/u);
});

test('J32 check calls what it finds as the window does', async () => {
  const { paths, annotations, act } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const [annotation] = annotations;
  if (annotation === undefined) throw new Error('There is no annotation.');
  const passage = { ...annotation.passage, quote: 'Nine people died' };
  const wrong = { ...annotation, passage, rev: annotation.rev + 1 };
  await act('Damage', { added: [], updated: [[annotation, wrong]], removed: [] });
  const run = await cliHere(['check', paths.root]);
  expect([run.code, run.out]).toEqual([
    1,
    expect.stringContaining('  quotation not word for word\tblock '),
  ]);
});
