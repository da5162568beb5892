import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ProjectPaths } from '../../../main/services/project/project-paths.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { onlyFile } from './damage.ts';
import { folderContents } from './folder-contents.ts';

// Each test runs several commands, one after the other.
vi.setConfig({ testTimeout: 180_000 });

const cli = (...words: readonly string[]) => cliHere(words);

const newProject = async () => makeCliProject(join(await temporaryFolder(), 'Ferry'));

test('J34 a whole project is whole', async () => {
  const { paths } = await newProject();
  expect((await cli('snapshot', paths.root)).code).toBe(0);
  const before = await folderContents(paths.root);
  const run = await cli('verify', paths.root, '--json');
  expect(JSON.parse(run.out)).toMatchObject({
    ok: true,
    findings: [],
    counts: { journal: 6, snapshots: 1, texts: 1, quotations: 2 },
  });
  expect(run.code).toBe(0);
  expect(await folderContents(paths.root)).toEqual(before);
});

const damages: readonly [
  what: string,
  part: string,
  damage: (paths: ProjectPaths) => Promise<void>,
][] = [
  [
    'a changed letter in the middle of the journal',
    'journal',
    async ({ journal }) => {
      const path = await onlyFile(journal);
      const lines = (await readFile(path, 'utf8')).split('\n');
      lines[2] = (lines[2] ?? '').replace('Highlight', 'Hilghight');
      await writeFile(path, lines.join('\n'));
    },
  ],
  [
    'a line that was taken out of the journal',
    'journal',
    async ({ journal }) => {
      const path = await onlyFile(journal);
      const lines = (await readFile(path, 'utf8')).split('\n');
      lines.splice(3, 1);
      await writeFile(path, lines.join('\n'));
    },
  ],
  [
    'a last line that was not written to its end',
    'journal',
    async ({ journal }) => appendFile(await onlyFile(journal), '{"sequence":7,"change":{"id"'),
  ],
  [
    'a snapshot with another letter in it',
    'snapshots',
    async ({ snapshots }) => {
      const path = await onlyFile(snapshots);
      const content = await readFile(path, 'utf8');
      await writeFile(path, content.replace('Five people died.', 'Nine people died.'));
    },
  ],
  [
    'a text with another letter in it',
    'texts',
    async ({ texts }) => {
      const name = (await readdir(texts)).find((one) => one.endsWith('.txt')) ?? '';
      const path = join(texts, name);
      await writeFile(path, (await readFile(path, 'utf8')).replace('Five', 'Nine'));
    },
  ],
  [
    'a catalogue with another byte in it',
    'catalogue',
    async ({ catalogue }) => {
      const bytes = await readFile(catalogue);
      bytes[5_000] = (bytes[5_000] ?? 0) ^ 255;
      await writeFile(catalogue, bytes);
    },
  ],
];

test.each(damages)('J34 finds %s', async (_what, part, damage) => {
  const { paths } = await newProject();
  if (part === 'snapshots') await cli('snapshot', paths.root);
  if (part === 'catalogue') {
    const file = join(await temporaryFolder(), 'fog.txt');
    await writeFile(file, 'Fog\n\nThere was fog over the harbour.\n');
    await cli('import', paths.root, file);
  }
  await damage(paths);
  const run = await cli('verify', paths.root, '--json');
  const { findings } = JSON.parse(run.out) as { findings: readonly { part: string }[] };
  expect(findings.map((finding) => finding.part)).toContain(part);
  expect(run.code).toBe(1);
});

test('J35 to an entry: one new change, after which the project says what it said then', async () => {
  const { paths, claim } = await newProject();
  const plan = await cli('restore', paths.root, '--sequence', '4', '--dry-run', '--json');
  expect(JSON.parse(plan.out)).toMatchObject({
    done: false,
    kinds: [
      { kind: 'claim', removed: 1 },
      { kind: 'evidence', removed: 1 },
      { kind: 'brief', removed: 1 },
    ],
  });
  expect((await cli('export', paths.root, 'claims')).out).toContain(claim.id);
  expect((await cli('restore', paths.root, '--sequence', '4')).code).toBe(0);
  expect((await cli('export', paths.root, 'claims')).error).toContain('no claims');
  expect((await cli('export', paths.root, 'annotations')).out).toContain('a tragedy');
  expect((await cli('restore', paths.root, '--sequence', '6')).code).toBe(0);
  expect((await cli('export', paths.root, 'claims')).out).toContain(claim.id);
  const verify = await cli('verify', paths.root, '--json');
  expect(JSON.parse(verify.out)).toMatchObject({ ok: true, counts: { journal: 8 } });
});

test('J35 to a time, into a copy: the project itself is not changed, the copy is whole', async () => {
  const { paths } = await newProject();
  const to = join(await temporaryFolder(), 'Then');
  const before = await folderContents(paths.root);
  const now = new Date(Date.now() + 1_000).toISOString();
  expect((await cli('restore', paths.root, '--time', now, '--to', to)).code).toBe(0);
  expect(await folderContents(paths.root)).toEqual(before);
  expect((await cli('verify', to)).code).toBe(0);
  expect((await cli('export', to, 'annotations')).out).toBe(
    (await cli('export', paths.root, 'annotations')).out,
  );
  expect((await cli('restore', paths.root, '--time', now, '--to', to)).code).toBe(5);
  expect((await cli('restore', paths.root, '--time', '1999-01-01')).code).toBe(2);
  expect((await cli('restore', paths.root, '--sequence', '99')).code).toBe(2);
  const early = join(await temporaryFolder(), 'Early');
  await cli('restore', paths.root, '--sequence', '3', '--to', early);
  const verify = await cli('verify', early, '--json');
  expect(JSON.parse(verify.out)).toMatchObject({
    ok: true,
    counts: { journal: 3, quotations: 1 },
  });
});
