import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { newRecord } from '../../../app/record/record-factory.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';

vi.setConfig({ testTimeout: 180_000 });

const newProject = async () => makeCliProject(join(await temporaryFolder(), 'Ferry'));

test('J39 formats may be called by the usual endings of their files', async () => {
  const { paths } = await newProject();
  for (const [what, short, long] of [
    ['brief', 'md', 'markdown'],
    ['brief', 'txt', 'text'],
    ['brief', '.HTM', 'html'],
    ['matrix', 'htm', 'html'],
    ['annotations', 'qdpx', 'refi-qda'],
    ['annotations', 'md', 'markdown-vault'],
    ['annotations', 'jsonld', 'web-annotation'],
    ['claims', 'jsonld', 'claim-review'],
    ['articles', 'bib', 'bibtex'],
    ['articles', 'json', 'csl-json'],
  ] as const) {
    const runs = [short, long].map((format) =>
      cliHere(['export', paths.root, what, '--format', format]),
    );
    const [one, other] = await Promise.all(runs);
    expect([what, short, one?.code, one?.out]).toEqual([what, short, 0, other?.out]);
  }
  const strange = await cliHere(['export', paths.root, 'brief', '--format', 'yaml']);
  expect(strange.code).toBe(2);
  expect(strange.error).toContain('docx, pdf, html, markdown, text, not “yaml”');
  const help = await cliHere(['export', '--help']);
  for (const short of ['htm', 'md', 'txt', 'jsonld', 'qdpx', 'bib']) {
    expect(help.out).toContain(`(${short})`);
  }
  const file = join(await temporaryFolder(), 'a.dat');
  await writeFile(file, '@article{a, title={Ferry sinks off Oslo}, year=2031}');
  const run = await cliHere(['import', paths.root, file, '--as', 'bib']);
  expect([run.code, run.out]).toEqual([0, `${file}: read as bibtex.\n`]);
});

test('J39 the only brief of a project need not be named; of several none is guessed', async () => {
  const { paths, act, maker, brief } = await newProject();
  const words = ['export', paths.root, 'brief', '--format', 'md'];
  const run = await cliHere(words);
  expect([run.code, run.out.includes('The ferry sank.')]).toEqual([0, true]);
  const other = newRecord(maker, 'brief', { title: 'Another one', content: { type: 'doc' } });
  await act('Write a brief', { added: [other], updated: [], removed: [] });
  const asked = await cliHere(words);
  expect([asked.code, asked.out]).toEqual([2, '']);
  expect(asked.error).toContain(`“${brief.title}” (${brief.id})`);
  expect(asked.error).toContain('“Another one”');
  const empty = join(await temporaryFolder(), 'None');
  await mkdir(empty);
  await cliHere(['import', empty, '-', '--create', '--name', 'a.txt'], {
    input: 'A title\n\nWords.',
  });
  const none = await cliHere(['export', empty, 'brief']);
  expect([none.code, none.error]).toEqual([5, 'The project has no briefs.\n']);
});

test('J39 an export with comments to self says on standard error that they are in it, and how many', async () => {
  const { paths, act, brief, maker } = await newProject();
  const comment = (id: string, text: string) => ({
    type: 'comment',
    attrs: { id, text, at: '2031-05-13T00:00:00.000Z' },
  });
  const [one, other] = [maker.id<string>(), maker.id<string>()];
  const content = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'It ', marks: [comment(one, 'Ask Jo.')] },
          { type: 'text', text: 'sank', marks: [{ type: 'strong' }, comment(one, 'Ask Jo.')] },
          { type: 'text', text: ' fast.', marks: [comment(other, 'How fast?')] },
        ],
      },
    ],
  };
  const commented = { ...brief, content, rev: brief.rev + 1 };
  await act('Comment', { added: [], updated: [[brief, commented]], removed: [] });
  const words = ['export', paths.root, 'brief', '--format', 'txt'];
  const plain = await cliHere(words);
  expect([plain.code, plain.error, plain.out.includes('Ask Jo.')]).toEqual([0, '', false]);
  const run = await cliHere([...words, '--comments']);
  expect([run.code, run.out.includes('Ask Jo.')]).toEqual([0, true]);
  expect(run.error).toBe(
    '2 comments to self are in this file. Leave --comments out of what others are to read.\n',
  );
});
