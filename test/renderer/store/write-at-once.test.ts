import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { SavedSearchRecord } from '../../../app/record/records.ts';
import { ProjectDatabase } from '../../../renderer/store/database.ts';
import { readOutbox } from '../../../renderer/store/outbox.ts';
import { SaveQueue, type SaveState } from '../../../renderer/store/save-queue.ts';
import { writeAtOnce } from '../../../renderer/store/write-at-once.ts';
import { countingMaker } from '../../support/records.ts';

const maker = countingMaker();
const position = { key: 'journal', sequence: 0, changeId: null } as const;
let database: ProjectDatabase;

beforeEach(async () => {
  database = new ProjectDatabase(maker.id());
  await database.open();
  await database.positions.put(position);
});

afterEach(() => database.delete({ disableAutoOpen: true }));

const search = (name: string): SavedSearchRecord =>
  newRecord(maker, 'savedSearch', { name, query: name });

test('what is added, changed and removed stands in the tables, and the change in the outbox', async () => {
  const [kept, gone] = [search('kept'), search('gone')];
  await database.records('savedSearch').bulkPut([kept, gone]);
  const added = search('added');
  const changed = { ...kept, name: 'changed' };
  const diff = { added: [added], updated: [[kept, changed] as const], removed: [gone] };
  const change = newChange(maker, 'Some work', diff);
  expect(await writeAtOnce(database, { position: 1, change })).toBe('written');
  const stored = await database.records('savedSearch').toArray();
  expect(stored).toEqual([changed, added].sort((one, other) => (one.id < other.id ? -1 : 1)));
  expect(await readOutbox(database)).toEqual([{ position: 1, change }]);
});

test('into a database that was emptied nothing is written', async () => {
  await database.positions.clear();
  const change = newChange(maker, 'Lost', { added: [search('a')], updated: [], removed: [] });
  expect(await writeAtOnce(database, { position: 1, change })).toBe('emptied');
  expect(await database.records('savedSearch').count()).toBe(0);
  expect(await database.outbox.count()).toBe(0);
});

test('a database that the browser closed is opened again, and the change is saved', async () => {
  const states: SaveState['kind'][] = [];
  const queue = new SaveQueue({
    database,
    position,
    nextOutboxPosition: 1,
    append: async () => ({ sequence: 1 }),
    onState: ({ kind }) => states.push(kind),
  });
  database.backendDB().close();
  const record = search('a');
  const change = newChange(maker, 'Goes on', { added: [record], updated: [], removed: [] });
  expect(await writeAtOnce(database, { position: 9, change })).toBe('closed');
  queue.save(change);
  await queue.whenIdle();
  expect(states.at(-1)).toBe('saved');
  expect(await database.records('savedSearch').toArray()).toEqual([record]);
});

/** Looks into a database from a thread of its own until the outbox holds something; says when, on the clock of all threads. */
const watcher = `
  onmessage = ({ data: name }) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const look = () => {
        const count = opening.result.transaction('outbox').objectStore('outbox').count();
        count.onsuccess = () => {
          if (count.result === 0) return setTimeout(look, 5);
          const now = performance.timeOrigin + performance.now();
          // Held open, it could not be deleted behind the test.
          opening.result.close();
          postMessage(now);
        };
      };
      postMessage('looking');
      look();
    };
  };
`;

test('it is on disk though the window draws all the while: nothing of it waits for the window’s thread', async () => {
  const worker = new Worker(URL.createObjectURL(new Blob([watcher])));
  onTestFinished(() => worker.terminate());
  const next = (): Promise<unknown> =>
    new Promise((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
  const looking = next();
  worker.postMessage(database.name);
  await looking;
  const seen = next();
  const change = newChange(maker, 'Some work', { added: [search('a')], updated: [], removed: [] });
  const written = writeAtOnce(database, { position: 1, change });
  const busyUntil = performance.now() + 1_500;
  while (performance.now() < busyUntil);
  const free = performance.timeOrigin + performance.now();
  expect(await written).toBe('written');
  expect(await seen).toBeLessThan(free);
});
