import { cp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { catalogueHere, catalogueInThreads } from '../support/catalogue-threads.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';

const texts = Array.from({ length: 60 }, (_, index) => ({
  title: `Article ${index + 1}`,
  text: `The tunnel number ${index} was opened. ${`It is ${index} kilometres long and quiet. `.repeat(40)}`,
}));

/** A project whose catalogue is whole and closed, and where that is. */
async function closedProject(threads = catalogueHere) {
  const catalogued = await CataloguedProject.make(threads);
  await catalogued.add(...texts);
  expect(await catalogued.find('tunnel')).toHaveLength(60);
  const file = projectPaths(catalogued.root).catalogue;
  await catalogued.close();
  await putAnew(file, await readFile(file));
  return { catalogued, file };
}

/** Puts a file in place of another, which this process may still hold open. */
async function putAnew(file: string, content: Buffer): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true });
  await writeFile(file, content);
}

/** Changes a database from outside, as if the program had been killed after it. */
async function alter(file: string, sql: string): Promise<void> {
  await rm(`${file}.seal`);
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

async function overwrite(file: string, offset: number, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(length, 0xa5), 0, length, offset);
  await handle.close();
}

describe('S13: the catalogue is built anew', () => {
  test.each<[string, (file: string) => Promise<void>, RegExp | null]>([
    ['when it is missing', (file) => rm(file), null],
    ['when it is empty', (file) => truncate(file, 0), /damaged/],
    ['when it is no database', (file) => writeFile(file, 'Dear diary. '.repeat(1_000)), /damaged/],
    ['when it was cut', async (file) => truncate(file, 40_960), /damaged/],
    ['when its head was overwritten', (file) => overwrite(file, 0, 200), /damaged/],
    ['when its schema was overwritten', (file) => overwrite(file, 200, 8_192 - 200), /damaged/],
    [
      'when it is of another version',
      (file) => alter(file, "UPDATE meta SET value = '999' WHERE name = 'version'"),
      /another state/,
    ],
    [
      'when it is of another project',
      (file) => alter(file, "UPDATE meta SET value = 'x' WHERE name = 'project'"),
      /another state/,
    ],
    [
      'when it is of another history',
      (file) => alter(file, "UPDATE meta SET value = 'x' WHERE name = 'change'"),
      /another state/,
    ],
    [
      'when it is ahead of the journal',
      (file) => alter(file, "UPDATE meta SET value = '999' WHERE name = 'sequence'"),
      /another state/,
    ],
    [
      'when it is a database of something else',
      async (file) => {
        await rm(file);
        await alter(file, 'CREATE TABLE recipes (name)');
      },
      /damaged/,
    ],
  ])('%s', async (_, harm, message) => {
    const { catalogued, file } = await closedProject();
    await harm(file);
    await catalogued.open();
    expect(await catalogued.find('tunnel')).toHaveLength(60);
    expect(await catalogued.find('"number 7"')).toEqual([8]);
    const { state, message: said } = catalogued.catalogue.state;
    expect(state).toBe('ready');
    if (message === null) expect(said).toBeUndefined();
    else expect(said).toMatch(message);
  });

  test('wherever a page is overwritten after a crash, no answer is wrong', async () => {
    const { catalogued, file } = await closedProject();
    const whole = await readFile(file);
    const pages = Math.floor(whole.length / 8_192);
    let noticed = 0;
    for (let page = 0; page < pages; page += 3) {
      await putAnew(file, whole);
      await rm(`${file}.seal`, { force: true });
      await overwrite(file, page * 8_192 + 3_000, 64);
      await catalogued.open();
      // At most the first answer is refused; what is answered is right.
      const first = await catalogued.find('tunnel kilometres').catch((error: unknown) => error);
      if (first instanceof Error) {
        expect(first).toMatchObject({ code: 'catalogue' });
        noticed += 1;
      } else expect(first).toHaveLength(60);
      expect(await catalogued.find('tunnel kilometres')).toHaveLength(60);
      const lines = await catalogued.catalogue.readConcordance({
        query: 'kilometres',
        mode: 'words',
        sort: 'article',
        offset: 0,
        limit: 1_000,
      });
      expect(new Set(lines.lines.map(({ hit }) => hit))).toEqual(new Set(['kilometres']));
      for (const { left } of lines.lines) expect(left).toMatch(/\d+ $/);
      if (catalogued.catalogue.state.message !== undefined) noticed += 1;
      await catalogued.close();
    }
    expect(noticed).toBeGreaterThan(pages / 12);
  }, 60_000);

  test('wherever it is damaged after it was closed', async () => {
    const { catalogued, file } = await closedProject();
    const whole = await readFile(file);
    const seal = await readFile(`${file}.seal`);
    for (const part of [0.1, 0.5, 0.9]) {
      await putAnew(file, whole);
      await writeFile(`${file}.seal`, seal);
      await overwrite(file, Math.floor(whole.length * part), 1);
      await catalogued.open();
      expect(await catalogued.find('tunnel')).toHaveLength(60);
      expect(catalogued.catalogue.state.message).toMatch(/damaged/);
      await catalogued.close();
    }
  });

  test('but not when it is whole', async () => {
    const { catalogued, file } = await closedProject();
    const before = await readFile(file);
    await catalogued.open();
    expect(await catalogued.find('tunnel')).toHaveLength(60);
    expect(catalogued.catalogue.state.message).toBeUndefined();
    await catalogued.close();
    expect(before.equals(await readFile(file))).toBe(true);
  });

  test('by threads of its own, while readers wait', async () => {
    const { catalogued, file } = await closedProject(catalogueInThreads);
    await overwrite(file, 0, 200);
    await catalogued.open();
    const searches = [1, 2, 3].map(() => catalogued.find('tunnel'));
    for (const found of await Promise.all(searches)) expect(found).toHaveLength(60);
    expect(catalogued.catalogue.state.message).toMatch(/damaged/);
  }, 60_000);

  test('in a copy of the project, which is another one', async () => {
    const { catalogued } = await closedProject();
    const copy = `${catalogued.root}-copy`;
    await cp(catalogued.root, copy, { recursive: true });
    const database = new Database(join(copy, '.variorum', 'catalogue.db'));
    database.close();
    Object.assign(catalogued, { root: copy });
    await catalogued.open();
    expect(await catalogued.find('tunnel')).toHaveLength(60);
  });
});

test('S13: a project that is closed while its damaged catalogue is opened waits for nothing', async () => {
  const { catalogued, file } = await closedProject();
  await overwrite(file, 0, 200);
  await catalogued.open();
  const idle = catalogued.catalogue.whenIdle();
  const begun = performance.now();
  await catalogued.catalogue.close();
  await idle;
  expect(performance.now() - begun).toBeLessThan(3_000);
}, 20_000);

test('S13: after a kill the catalogue goes on from where it was', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(...texts);
  expect(await catalogued.find('tunnel')).toHaveLength(60);
  // What a killed program leaves: the database with its log, and no seal.
  const file = projectPaths(catalogued.root).catalogue;
  const left = new Map<string, Buffer>();
  for (const ending of ['', '-wal']) left.set(ending, await readFile(file + ending));
  expect(left.get('-wal')?.length).toBeGreaterThan(0);
  await catalogued.add({ title: 'Later', text: 'A late tunnel.' });
  await catalogued.close();
  await rm(`${file}.seal`);
  await putAnew(file, left.get('') ?? Buffer.of());
  await writeFile(`${file}-wal`, left.get('-wal') ?? '');
  await catalogued.open();
  expect(await catalogued.find('tunnel')).toHaveLength(61);
  expect(catalogued.catalogue.state).toMatchObject({ state: 'ready', indexed: 61 });
  expect(catalogued.catalogue.state.message).toBeUndefined();
});

test('S13: a folder that can’t be written leaves the project usable and says why', async () => {
  const { catalogued, file } = await closedProject();
  await rm(file);
  // A folder in its place can't be replaced by a file, whoever runs this.
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(file, 'x'), { recursive: true });
  await catalogued.open();
  await catalogued.catalogue.whenIdle();
  expect(catalogued.catalogue.state).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/\.$/),
  });
  await expect(catalogued.find('tunnel')).rejects.toMatchObject({ code: 'catalogue' });
  await rm(file, { recursive: true });
  // The next change brings it back.
  await catalogued.add({ title: 'Later', text: 'A late tunnel.' });
  expect(await catalogued.find('tunnel')).toHaveLength(61);
});
