import { chmod, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import type { SuggestionsState } from '../../../app/host/suggestions.ts';
import type { CataloguedProject } from '../support/catalogued-project.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { dismiss, ferry, suggested, suggestingProject } from './suggesting.ts';

const texts = [{ text: ferry.first }, { text: ferry.second }, { text: ferry.third }] as const;

/** Every state that is told from now on. */
function statesOf(project: CataloguedProject): SuggestionsState[] {
  const states: SuggestionsState[] = [];
  project.suggestions.onState((state) => states.push(state));
  return states;
}

function fileOf(project: CataloguedProject): string {
  return join(project.root, '.variorum', 'suggestions.db');
}

test('another run answers the same and looks through nothing again', async () => {
  const project = await suggestingProject();
  await project.add(...texts);
  const before = await suggested(project);
  await project.close();
  const file = fileOf(project);
  const bytes = await readFile(file);
  await project.open();
  const states = statesOf(project);
  expect(await suggested(project)).toEqual(before);
  expect(states.every(({ done }) => done === 3)).toBe(true);
  await project.close();
  expect(await readFile(file)).toEqual(bytes);
});

test('what was journalled while nobody looked is taken up at the next opening', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add(...texts);
  const before = await suggested(project);
  await project.close();
  await project.open();
  // Nothing is asked, so nothing is begun: the thread hears of none of this.
  await project.add({ text: ferry.fourth });
  const [pair] = before.suggestions;
  if (pair === undefined || first === undefined) throw new Error('There is no suggestion.');
  await dismiss(project, pair);
  await project.close();
  await project.open();
  const after = await suggested(project);
  expect(after.suggestions.map(({ key }) => key)).not.toContain(pair.key);
  expect(after.totals.cluster).toBe(1);
});

test.each([
  ['cut off', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 9_000))],
  ['overwritten in the middle', (file: string) => scribble(file, 20_000)],
  ['no database', (file: string) => writeFile(file, 'This is no database, but a text.')],
  [
    'of another version',
    async (file: string) => {
      const database = new Database(file);
      database.exec("UPDATE meta SET value = 'another' WHERE name = 'version'");
      database.close();
      await rm(`${file}.seal`);
    },
  ],
  ['gone', (file: string) => rm(file)],
])('a file that is %s is made anew, and answers the same', async (_how, damage) => {
  const project = await suggestingProject(suggestionsHere);
  await project.add(...texts);
  const before = await suggested(project);
  await project.close();
  await damage(fileOf(project));
  await project.open();
  expect(await suggested(project)).toEqual(before);
  expect(project.suggestions.state).toMatchObject({ state: 'ready', done: 3, total: 3 });
});

test('a file that is damaged while it is open is made anew', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add(...texts);
  const before = await suggested(project);
  await project.close();
  await project.open();
  await suggested(project);
  const { size } = await stat(fileOf(project));
  for (let at = 4_096; at < size; at += 4_096) await scribble(fileOf(project), at);
  await project.add({ text: 'Another article, about something else altogether.' });
  const again = await suggested(project).catch(() => suggested(project));
  const keys = again.suggestions.map(({ key }) => key);
  for (const { key } of before.suggestions) expect(keys).toContain(key);
});

test('an article whose text is missing is left out, said, and looked through when it is back', async () => {
  const project = await suggestingProject(suggestionsHere);
  const [first] = await project.add(...texts);
  if (first === undefined) throw new Error('There is no article.');
  const revision = await project.revision(first.id, ferry.fourth);
  const path = join(project.project.paths.texts, `${revision.hash}.txt`);
  const bytes = await readFile(path);
  await rm(path);
  await project.update(first, { revisionId: revision.id }, [revision]);
  const without = await suggested(project);
  expect(without.suggestions.filter(({ kind }) => kind === 'cluster')).toEqual([]);
  expect(project.suggestions.state).toMatchObject({
    state: 'ready',
    done: 3,
    total: 3,
    message: expect.stringContaining('text of one article is missing'),
  });
  await project.close();
  await writeFile(path, bytes);
  await project.open();
  await suggested(project);
  expect(await project.suggestions.readQuotations(first.id)).toHaveLength(1);
  expect(project.suggestions.state.message).toBeUndefined();
});

test('in a folder that nothing may be written into, suggestions are looked for all the same', async () => {
  const project = await suggestingProject(suggestionsHere);
  await project.add(...texts);
  const before = await suggested(project);
  await project.close();
  await rm(fileOf(project));
  await rm(`${fileOf(project)}.seal`);
  // Of a schema that this program does not know: it is only read.
  const path = join(project.root, '.variorum', 'project.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as object;
  await chmod(path, 0o644);
  await writeFile(path, JSON.stringify({ ...file, schema: 999 }));
  await project.open();
  expect(project.project.info.readOnly).not.toBeNull();
  expect(await suggested(project)).toEqual(before);
  await expect(stat(fileOf(project))).rejects.toMatchObject({ code: 'ENOENT' });
});

async function scribble(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(2_000, 0xa5), 0, 2_000, at);
  await handle.close();
}
