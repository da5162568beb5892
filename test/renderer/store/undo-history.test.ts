import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { newChange } from '../../../app/record/new-change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { databaseName, ProjectDatabase } from '../../../renderer/store/database.ts';
import { openStore } from '../../../renderer/store/open-store.ts';
import type { ProjectStore } from '../../../renderer/store/project-store.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { contentsOf, firstRecords, randomCommand, seeded } from '../../support/random-commands.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000cccc';
const maker = countingMaker();
let stores: ProjectStore[] = [];

async function open(journal: FakeJournal, created = false): Promise<ProjectStore> {
  const { store } = await openStore(
    journal.host,
    journal.onHostEvent,
    journal.info({ created }),
    maker,
  );
  stores.push(store);
  await store.whenComplete();
  return store;
}

/** The program ends and begins again. */
async function restarted(journal: FakeJournal, store: ProjectStore): Promise<ProjectStore> {
  await store.whenSaved();
  store.close();
  return open(journal);
}

/** What the database holds, read through a connection of its own. */
async function stored(): Promise<string> {
  const database = new ProjectDatabase(projectId as never);
  await database.open();
  const records = (
    await Promise.all(database.recordTables().map((table) => table.toArray()))
  ).flat();
  database.close();
  return contentsOf(new Map(records.map((record: ProjectRecord) => [record.id, record])));
}

async function step(store: ProjectStore, what: 'undo' | 'redo') {
  const side = what === 'undo' ? 'done' : 'undone';
  for (let waits = store.whenUndoReady(side); waits !== null; waits = store.whenUndoReady(side)) {
    await waits;
  }
  return store[what]();
}

afterEach(async () => {
  for (const store of stores) store.close();
  stores = [];
  await Dexie.delete(databaseName(projectId as never));
});

test('H3, H4: random commands over restarts, undone to the start and redone to the end, in the database too', async () => {
  const journal = new FakeJournal(projectId);
  journal.append(
    newChange(maker, 'Create project', { added: firstRecords(maker, 6), updated: [], removed: [] }),
  );
  const random = seeded(41);
  let store = await open(journal);
  const states = [contentsOf(store.records.all)];
  const names: string[] = [];
  for (let index = 0; index < 240; index += 1) {
    if (index % 60 === 59) store = await restarted(journal, store);
    const { name, diff } = randomCommand(store.records, maker, random);
    store.commit(name, diff);
    names.push(name);
    states.push(contentsOf(store.records.all));
  }
  for (let index = 239; index >= 0; index -= 1) {
    if (index % 80 === 0) store = await restarted(journal, store);
    expect(await step(store, 'undo')).toMatchObject({ kind: 'done', name: names[index] });
    expect(contentsOf(store.records.all) === states[index], `undo of ${index}`).toBe(true);
  }
  expect(await step(store, 'undo')).toEqual({ kind: 'nothing' });
  await store.whenSaved();
  expect((await stored()) === states[0]).toBe(true);
  for (const [index, name] of names.entries()) {
    if (index % 80 === 40) store = await restarted(journal, store);
    expect(await step(store, 'redo')).toMatchObject({ kind: 'done', name });
    expect(contentsOf(store.records.all) === states[index + 1], `redo of ${index}`).toBe(true);
  }
  expect(await step(store, 'redo')).toEqual({ kind: 'nothing' });
  await store.whenSaved();
  expect((await stored()) === states.at(-1)).toBe(true);
}, 60_000);

test('one change of 20,000 records is saved and taken back', async () => {
  const journal = new FakeJournal(projectId);
  const store = await open(journal, true);
  const added = Array.from({ length: 20_000 }, (_, index) => sampleTag(maker, `tag ${index}`));
  store.commit('Restore the project', { added, updated: [], removed: [] });
  await store.whenSaved();
  expect(store.records.list('tag')).toHaveLength(20_000);
  expect((await stored()).split('\n')).toHaveLength(20_000);
  expect(store.undo()).toMatchObject({ kind: 'done' });
  await store.whenSaved();
  expect(await stored()).toBe('');
}, 60_000);

test.each([
  ['in one run', false, false],
  ['its end in the next run', true, false],
  ['its end in an earlier run', true, true],
])(
  'H3 an import with something else between its parts is one step: %s',
  async (_how, middle, end) => {
    const journal = new FakeJournal(projectId);
    const project = { added: firstRecords(maker, 1), updated: [], removed: [] };
    journal.append(newChange(maker, 'Create project', project));
    let store = await open(journal);
    const nothing = { updated: [], removed: [] };
    const [first, second, third, own] = ['First', 'Second', 'Third', 'Own'].map((name) =>
      sampleTag(maker, name),
    );
    if (!first || !second || !third || !own) throw new Error('There are no tags.');
    const part = (added: typeof first): void => {
      const change = newChange(maker, 'Import “a.jsonld”', { ...nothing, added: [added] });
      journal.import({ ...change, jobId: 'job' });
    };
    const names = (): readonly string[] =>
      [first, second, third, own].flatMap((tag) =>
        store.records.get('tag', tag.id) !== null ? [tag.name] : [],
      );
    part(first);
    part(second);
    await expect.poll(names).toEqual(['First', 'Second']);
    store.commit('Make a tag', { ...nothing, added: [own] });
    await store.whenSaved();
    if (middle) store = await restarted(journal, store);
    part(third);
    await expect.poll(names).toEqual(['First', 'Second', 'Third', 'Own']);
    if (end) store = await restarted(journal, store);
    expect(await step(store, 'undo')).toMatchObject({ kind: 'done', name: 'Import “a.jsonld”' });
    expect(names()).toEqual(['Own']);
    expect(await step(store, 'undo')).toMatchObject({ kind: 'done', name: 'Make a tag' });
    expect(names()).toEqual([]);
    expect(await step(store, 'redo')).toMatchObject({ kind: 'done' });
    expect(await step(store, 'redo')).toMatchObject({ kind: 'done' });
    expect(names()).toEqual(['First', 'Second', 'Third', 'Own']);
  },
);
