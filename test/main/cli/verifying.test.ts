import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ProjectPaths, projectPaths } from '../../../main/services/project/project-paths.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { makeCliProject } from './cli-project.ts';
import { copyFolder, cutLines, damageLine, flipByte, onlyFile } from './damage.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let workshop = '';
let whole = '';

/** With snapshots and a catalogue. */
beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), 'variorum-verify-'));
  const { paths } = await makeCliProject(join(workshop, 'Ferry'));
  const file = join(workshop, 'fog.txt');
  await writeFile(file, 'Fog\n\nThere was fog over the harbour.\n');
  await cliHere(['import', paths.root, file]);
  await cliHere(['snapshot', paths.root]);
  whole = paths.root;
});

afterAll(() => rm(workshop, { recursive: true, force: true }));

test('J34 of a whole project verify says what it looked at', async () => {
  const before = await folderContents(whole);
  const run = await cliHere(['verify', whole]);
  expect([run.code, run.out]).toEqual([
    ...[
      0,
      expect.stringMatching(
        /^All is well: \d+ journal entries, 1 snapshot, 2 texts, 2 quoted passages, \d+ records, the catalogue\.\n$/,
      ),
    ],
  ]);
  expect(await folderContents(whole)).toEqual(before);
});

test('J34 a snapshot that the window takes away while it is verified is no damage', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  // A name that is listed, of a file that is gone by the time that it is read.
  await symlink('gone', join(paths.snapshots, '000000000001.jsonl'));
  const run = await cliHere(['verify', paths.root]);
  expect([run.code, run.out]).toEqual([0, expect.stringMatching(/^All is well: /)]);
});

type Damage = readonly [
  what: string,
  part: string,
  where: RegExp,
  damage: (paths: ProjectPaths) => Promise<void>,
];

const aText = async ({ texts }: ProjectPaths): Promise<string> => {
  const names = await readdir(texts);
  return join(texts, names.find((name) => name.endsWith('.txt')) ?? '');
};
const aSnapshot = async ({ snapshots }: ProjectPaths): Promise<string> =>
  join(snapshots, (await readdir(snapshots)).sort().at(-1) ?? '');
const inJournal = /^\.variorum\/journal/;
const inSnapshots = /^\.variorum\/snapshots\/\d{12}\.jsonl$/;
const inTexts = /^\.variorum\/texts\/[0-9a-f]{64}\.txt$/;

const damages: readonly Damage[] = [
  [
    'a byte of the first line of the journal',
    'journal',
    inJournal,
    ({ journal }) => damageLine(journal, 1),
  ],
  [
    'a byte in the middle of the journal',
    'journal',
    inJournal,
    ({ journal }) => damageLine(journal, 3),
  ],
  [
    'a byte of the last line of the journal',
    'journal',
    inJournal,
    async ({ journal }) => flipByte(await onlyFile(journal), -30),
  ],
  [
    'a journal that was cut within a line',
    'journal',
    inJournal,
    async ({ journal }) => {
      const path = await onlyFile(journal);
      await truncate(path, (await readFile(path)).length - 40);
    },
  ],
  [
    'a journal without its last lines, which a snapshot has seen',
    'journal',
    inJournal,
    ({ journal }) => cutLines(journal, 1),
  ],
  [
    'a journal without its last lines, which only the catalogue has seen',
    'journal',
    inJournal,
    async ({ journal, snapshots }) => {
      await rm(snapshots, { recursive: true });
      await cutLines(journal, 1);
    },
  ],
  [
    'a journal file that is gone',
    'journal',
    inJournal,
    async ({ journal }) => rm(await onlyFile(journal)),
  ],
  [
    'a byte in the records of a snapshot',
    'snapshots',
    inSnapshots,
    async (paths) => flipByte(await aSnapshot(paths), -30),
  ],
  [
    'a byte in the head of a snapshot',
    'snapshots',
    inSnapshots,
    async (paths) => flipByte(await aSnapshot(paths), 30),
  ],
  [
    'a snapshot that was cut',
    'snapshots',
    inSnapshots,
    async (paths) => truncate(await aSnapshot(paths), 900),
  ],
  [
    'an empty snapshot',
    'snapshots',
    inSnapshots,
    async (paths) => truncate(await aSnapshot(paths), 0),
  ],
  [
    'another word in a stored text',
    'texts',
    inTexts,
    async (paths) => {
      const path = await aText(paths);
      await writeFile(path, (await readFile(path, 'utf8')).replace(/[aeiou]/, 'y'));
    },
  ],
  [
    'a stored text that was cut',
    'texts',
    inTexts,
    async (paths) => truncate(await aText(paths), 10),
  ],
  ['a stored text that is gone', 'texts', inTexts, async (paths) => rm(await aText(paths))],
  [
    'the blocks of all texts gone',
    'texts',
    inTexts,
    async ({ texts }) => rm(join(texts, 'blocks'), { recursive: true }),
  ],
  [
    'a text of no article of today that is not what its name says',
    'texts',
    inTexts,
    async ({ texts }) => writeFile(join(texts, `${'a'.repeat(64)}.txt`), 'other words'),
  ],
  [
    'a byte of the catalogue',
    'catalogue',
    /catalogue\.db$/,
    ({ catalogue }) => flipByte(catalogue, 5_000),
  ],
  [
    'a catalogue that was cut',
    'catalogue',
    /catalogue\.db$/,
    ({ catalogue }) => truncate(catalogue, 5_000),
  ],
  [
    'a byte of the seal',
    'catalogue',
    /catalogue\.db$/,
    ({ catalogue }) => flipByte(`${catalogue}.seal`, 3),
  ],
];

test.each(damages)('J34 verify names %s, and what to do', async (_what, part, where, damage) => {
  const paths = projectPaths(join(await temporaryFolder(), 'Copy'));
  await copyFolder(whole, paths.root);
  await damage(paths);
  const before = await folderContents(paths.root);
  const run = await cliHere(['verify', paths.root, '--json']);
  expect(run.code).toBe(1);
  const { ok, findings } = JSON.parse(run.out);
  expect(ok).toBe(false);
  expect(findings).toContainEqual({
    ...{ part, where: expect.stringMatching(where) },
    message: expect.stringMatching(/^.{20,}\.$/s),
  });
  const told = await cliHere(['verify', paths.root]);
  expect([told.code, told.out]).toEqual([
    1,
    expect.stringMatching(/^\d+ faults?\. Looked at: .+\n./),
  ]);
  expect(await folderContents(paths.root)).toEqual(before);
});

test('J34 a lock that a dead program left hides nothing; a damaged project file is no project to prove', async () => {
  const paths = projectPaths(join(await temporaryFolder(), 'Copy'));
  await copyFolder(whole, paths.root);
  await flipByte(paths.catalogue, 5_000);
  const holder = { pid: 999_999_999, host: 'elsewhere', processStart: null, folder: '1' };
  await writeFile(paths.lock, JSON.stringify({ ...holder, since: '2031-01-01', token: 'x' }));
  expect((await cliHere(['verify', paths.root])).out).toContain(
    'catalogue: .variorum/catalogue.db',
  );
  await truncate(paths.file, 12);
  const run = await cliHere(['verify', paths.root, '--json']);
  expect([run.code, JSON.parse(run.out)]).toMatchObject([4, { error: { code: 'damaged' } }]);
});
