import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../../app/record/change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord, TagRecord } from '../../../app/record/records.ts';
import { databaseName, ProjectDatabase } from '../../../renderer/store/database.ts';
import { openStore } from '../../../renderer/store/open-store.ts';
import type { ProjectStore } from '../../../renderer/store/project-store.ts';
import type { RebuildProgress } from '../../../renderer/store/rebuild-database.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000ffff';
const maker = countingMaker();
let open: ProjectStore[] = [];

async function opened(
  journal: FakeJournal,
  overrides: Parameters<FakeJournal['info']>[0] = {},
): Promise<{ store: ProjectStore; notices: readonly string[] }> {
  const result = await openStore(journal.host, journal.onHostEvent, journal.info(overrides), maker);
  open.push(result.store);
  return result;
}

function add(store: ProjectStore, name: string): TagRecord {
  const tag = sampleTag(maker, name);
  store.commit(`Make ${name}`, { added: [tag], updated: [], removed: [] });
  return tag;
}

function change(record: ProjectRecord): Change {
  return {
    id: maker.id(),
    name: 'Import',
    author: 'main',
    at: maker.now(),
    diff: { added: [record], updated: [], removed: [] },
  };
}

function names(store: ProjectStore): readonly string[] {
  return store.records.list('tag').map((tag) => tag.name);
}

/** What is on disk in the database, read through a connection of its own. */
async function stored(): Promise<{ names: readonly string[]; outbox: number; sequence: number }> {
  const database = new ProjectDatabase(projectId as never);
  await database.open();
  const tags = (await database.records('tag').toArray()) as TagRecord[];
  const outbox = await database.outbox.count();
  const sequence = (await database.positions.get('journal'))?.sequence ?? 0;
  database.close();
  return { names: tags.map(({ name }) => name), outbox, sequence };
}

/** The process dies: nothing more is written, nothing is said goodbye to. */
function kill(store: ProjectStore): void {
  store.close();
  open = open.filter((other) => other !== store);
}

afterEach(async () => {
  for (const store of open) store.close();
  open = [];
  await Dexie.delete(databaseName(projectId as never));
});

describe('saving', () => {
  test('changes quicker than the disk leave nothing in the outbox, and stand after a restart', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    let tag = add(store, 'Name 0');
    for (let count = 1; count <= 120; count += 1) {
      // The journal answers in this turn, the database some turns later: what it answers for is not written yet.
      await Promise.resolve();
      const next = nextRecord(maker, tag, { name: `Name ${count % 2 === 0 ? count : 'between'}` });
      store.commit('Rename', { added: [], updated: [[tag, next]], removed: [] });
      tag = next;
      if (count % 40 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    await store.whenSaved();
    expect(await stored()).toEqual({ names: ['Name 120'], outbox: 0, sequence: 121 });
    kill(store);
    const { store: again } = await opened(journal);
    expect(names(again)).toEqual(['Name 120']);
  });

  test('a change is in the database and in the journal when it is called saved, not before', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    let release = (): void => undefined;
    journal.hold = new Promise((resolve) => {
      release = resolve;
    });
    add(store, 'figure');
    expect(store.saveState.kind).toBe('saving');
    await expect.poll(async () => (await stored()).names).toEqual(['figure']);
    expect(store.saveState.kind).toBe('saving');
    release();
    await store.whenSaved();
    expect(store.saveState.kind).toBe('saved');
    expect(journal.entries).toHaveLength(1);
    expect(await stored()).toEqual({ names: ['figure'], outbox: 0, sequence: 1 });
  });

  test('a journal that fails is tried again, in order, and the state says so meanwhile', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    journal.fail = new Error('The disk is full.');
    add(store, 'one');
    add(store, 'two');
    await expect.poll(() => store.saveState.kind).toBe('failed');
    expect(store.saveState).toMatchObject({ waiting: 2, reason: 'The disk is full.' });
    journal.fail = null;
    await store.whenSaved();
    expect(store.saveState.kind).toBe('saved');
    expect(journal.entries.map(({ change: { name } }) => name)).toEqual(['Make one', 'Make two']);
  });

  test('a change that the journal never acknowledged is sent again at the next start, once', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    journal.fail = new Error('Killed in between.');
    add(first.store, 'figure');
    await expect.poll(async () => (await stored()).outbox).toBe(1);
    kill(first.store);
    journal.fail = null;
    const second = await opened(journal);
    await second.store.whenSaved();
    expect(journal.entries).toHaveLength(1);
    expect(names(second.store)).toEqual(['figure']);
    expect(await stored()).toEqual({ names: ['figure'], outbox: 0, sequence: 1 });
  });

  test('a change that was journalled but not acknowledged is not journalled twice', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    journal.fail = new Error('The answer is lost.');
    const tag = add(first.store, 'figure');
    await expect.poll(async () => (await stored()).outbox).toBe(1);
    const database = new ProjectDatabase(projectId as never);
    const row = await database.outbox.toCollection().first();
    database.close();
    kill(first.store);
    if (row !== undefined) journal.append(row.change);
    journal.fail = null;
    const second = await opened(journal);
    await second.store.whenSaved();
    expect(journal.entries).toHaveLength(1);
    expect(second.store.records.get('tag', tag.id)?.name).toBe('figure');
  });
});

describe('a change of many records', () => {
  /** 700 tags made, then changed: more than are handled at a time. */
  async function retagged(journal: FakeJournal) {
    const { store } = await opened(journal, { created: true });
    const added = Array.from({ length: 700 }, (_, index) => sampleTag(maker, `tag ${index}`));
    store.commit('Make them', { added, updated: [], removed: [] });
    await store.whenSaved();
    const updated = added.map((tag) => [tag, nextRecord(maker, tag, { key: 1 })] as const);
    return { store, diff: { added: [], updated, removed: [] } };
  }

  test('is one entry of the journal; what follows it does not overtake it', async () => {
    const journal = new FakeJournal(projectId);
    const { store, diff } = await retagged(journal);
    store.commit('Change them', diff);
    expect(store.saveState.kind).toBe('saving');
    add(store, 'later');
    await store.whenSaved();
    const [made, changed, later] = journal.entries;
    expect(journal.entries).toHaveLength(3);
    expect(made?.change.diff.added).toHaveLength(700);
    expect(changed?.change).toMatchObject({ name: 'Change them', diff });
    expect(later?.change.name).toBe('Make later');
    expect(await stored()).toMatchObject({ outbox: 0, sequence: 3 });
  });

  test('that the journal never acknowledged is sent again at the next start, whole and once', async () => {
    const journal = new FakeJournal(projectId);
    const { store, diff } = await retagged(journal);
    journal.fail = new Error('Killed in between.');
    store.commit('Change them', diff);
    add(store, 'later');
    await expect.poll(async () => (await stored()).names.length).toBe(701);
    kill(store);
    journal.fail = null;
    const second = await opened(journal);
    await second.store.whenSaved();
    expect(journal.entries.map(({ change: { name } }) => name)).toEqual([
      'Make them',
      'Change them',
      'Make later',
    ]);
    expect(journal.entries[1]?.change.diff).toEqual(diff);
    expect(second.store.records.list('tag').filter(({ key }) => key === 1)).toHaveLength(700);
    expect(await stored()).toMatchObject({ outbox: 0, sequence: 3 });
  });

  test('that may not be saved is refused before anything shows it', async () => {
    const journal = new FakeJournal(projectId);
    const { store, diff } = await retagged(journal);
    await store.whenComplete();
    const [before, after] = diff.updated[400] ?? [];
    if (before === undefined || after === undefined) throw new Error('There are 700.');
    const long = { ...after, name: 'x'.repeat(3_000) };
    const updated = diff.updated.map((pair) =>
      pair[0] === before ? ([before, long] as const) : pair,
    );
    expect(() => store.commit('Change them', { ...diff, updated })).toThrow("can't be saved");
    expect(store.records.list('tag').every(({ key }) => key === null)).toBe(true);
    await store.whenSaved();
    expect(journal.entries).toHaveLength(1);
  });
});

describe('starting', () => {
  test('an emptied database is rebuilt from the journal, with a notice', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    for (const name of ['a', 'b', 'c', 'd', 'e']) add(first.store, name);
    first.store.undo();
    await first.store.whenSaved();
    kill(first.store);
    await Dexie.delete(databaseName(projectId as never));
    const second = await opened(journal);
    expect(names(second.store)).toEqual(['a', 'b', 'c', 'd']);
    expect(second.notices.join()).toContain('rebuilt from the journal');
    expect((await stored()).sequence).toBe(6);
  });

  test('an interrupted rebuilding is begun anew by the next start, and tells how far it is', async () => {
    const journal = new FakeJournal(projectId);
    const added = Array.from({ length: 2_500 }, (_, index) => sampleTag(maker, `t${index}`));
    const made = {
      ...change(sampleTag(maker, 'first')),
      diff: { added, updated: [], removed: [] },
    };
    journal.append(made);
    let left = 1_700;
    const put = IDBObjectStore.prototype.put;
    const dying = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      left -= 1;
      if (left < 0) throw new Error('Killed in between.');
      return put.apply(this, args);
    });
    await expect(opened(journal)).rejects.toThrow('Killed in between.');
    dying.mockRestore();
    const half = await stored();
    expect(half.names.length).toBeGreaterThan(0);
    expect(half.names.length).toBeLessThan(1_700);
    expect(half.sequence).toBe(0);
    const told: RebuildProgress[] = [];
    const tell = (progress: RebuildProgress) => void told.push(progress);
    const { host, onHostEvent } = journal;
    const { store } = await openStore(host, onHostEvent, journal.info(), maker, tell);
    open.push(store);
    expect([...names(store)].sort()).toEqual(added.map(({ name }) => name).sort());
    expect(told).toEqual([0, 1_000, 2_000].map((done) => ({ done, total: 2_500 })));
    expect(await stored()).toMatchObject({ sequence: 1 });
  });

  test('a database that is behind takes up what the journal has more', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    add(first.store, 'a');
    await first.store.whenSaved();
    kill(first.store);
    for (const name of ['b', 'c', 'd', 'e']) journal.append(change(sampleTag(maker, name)));
    const second = await opened(journal);
    expect(names(second.store)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(second.notices).toEqual([]);
  });

  test('a journal that is behind is brought up from the database', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    const tag = add(first.store, 'a');
    await first.store.whenSaved();
    const renamed = nextRecord(maker, tag, { name: 'renamed' });
    first.store.commit('Rename', { added: [], updated: [[tag, renamed]], removed: [] });
    add(first.store, 'b');
    await first.store.whenSaved();
    kill(first.store);
    journal.entries.length = 1;
    const second = await opened(journal);
    await second.store.whenSaved();
    expect(second.notices.join()).toContain('brought up');
    expect(names(second.store)).toEqual(['renamed', 'b']);
    await Dexie.delete(databaseName(projectId as never));
    kill(second.store);
    const third = await opened(journal);
    expect(names(third.store)).toEqual(['renamed', 'b']);
  });

  test('a database of another history is kept aside, and the journal counts', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    add(first.store, 'mine');
    await first.store.whenSaved();
    kill(first.store);
    const other = new FakeJournal(projectId);
    other.append(change(sampleTag(maker, 'theirs')));
    other.append(change(sampleTag(maker, 'theirs too')));
    const second = await opened(other);
    expect(names(second.store)).toEqual(['theirs', 'theirs too']);
    expect(other.aside.flat()).toMatchObject([{ name: 'mine' }]);
    expect(second.notices.join()).toContain('aside-1.json');
  });
});

describe('an older copy of the folder that others worked on', () => {
  test('is another history: nothing of theirs is removed, ours is kept aside', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    for (const name of ['a', 'b', 'c', 'd']) add(first.store, name);
    await first.store.whenSaved();
    kill(first.store);
    journal.entries.length = 1;
    journal.append(change(sampleTag(maker, 'theirs')));
    const second = await opened(journal);
    await second.store.whenSaved();
    expect(names(second.store)).toEqual(['a', 'theirs']);
    expect(journal.aside.flat()).toHaveLength(4);
    expect(journal.entries).toHaveLength(2);
  });

  test('opened for reading only, it shows what its journal says and writes nothing', async () => {
    const journal = new FakeJournal(projectId);
    const first = await opened(journal, { created: true });
    for (const name of ['a', 'b', 'c']) add(first.store, name);
    await first.store.whenSaved();
    kill(first.store);
    journal.entries.length = 1;
    const { store, notices } = await opened(journal, { readOnly: 'Only for reading.' });
    expect(names(store)).toEqual(['a']);
    expect(notices).toContain('Only for reading.');
    expect((await stored()).outbox).toBe(0);
    expect(journal.aside).toEqual([]);
  });
});

describe('entries that main makes', () => {
  test('are taken up at once, can be undone, and survive the next start', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    journal.import(change(sampleTag(maker, 'imported')));
    expect(names(store)).toEqual(['imported']);
    expect(store.undoName).toBe('Import');
    store.undo();
    await store.whenSaved();
    expect(names(store)).toEqual([]);
    store.redo();
    await store.whenSaved();
    kill(store);
    const again = await opened(journal);
    expect(names(again.store)).toEqual(['imported']);
  });

  test('of a job wait for its end; what somebody makes of them does not', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    const [first, second] = [sampleTag(maker, 'First'), sampleTag(maker, 'Second')];
    journal.import({ ...change(first), jobId: 'job' });
    expect(names(store)).toEqual(['First']);
    add(store, 'Own');
    await expect.poll(async () => (await stored()).names).toEqual(['Own']);
    expect(store.saveState.kind).toBe('saved');
    const renamed = nextRecord(maker, first, { name: 'Renamed' });
    store.commit('Rename', { added: [], updated: [[first, renamed]], removed: [] });
    await expect.poll(async () => [...(await stored()).names].sort()).toEqual(['Own', 'Renamed']);
    journal.import({ ...change(second), jobId: 'job' });
    await store.whenSaved();
    const after = await stored();
    expect([...after.names].sort()).toEqual(['Own', 'Renamed', 'Second']);
    expect(after.sequence).toBe(4);
  });

  test('of a job that the database never got are there at the next start', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    journal.import({ ...change(sampleTag(maker, 'Imported')), jobId: 'job' });
    add(store, 'Own');
    await expect.poll(async () => (await stored()).names).toEqual(['Own']);
    kill(store);
    const again = await opened(journal);
    expect([...names(again.store)].sort()).toEqual(['Imported', 'Own']);
    await again.store.whenSaved();
    expect([...(await stored()).names].sort()).toEqual(['Imported', 'Own']);
  });

  test('that nobody asked for are no step of undo', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    add(store, 'own');
    const { undoName } = store;
    journal.import({ ...change(sampleTag(maker, 'found')), unattended: true });
    expect(names(store)).toEqual(['own', 'found']);
    expect(store.undoName).toBe(undoName);
  });

  test('made while the window was opening are not missed', async () => {
    const journal = new FakeJournal(projectId);
    const info = journal.info({ created: true });
    journal.append(change(sampleTag(maker, 'early')));
    const { store } = await openStore(journal.host, journal.onHostEvent, info, maker);
    open.push(store);
    expect(names(store)).toEqual(['early']);
  });

  test('interleaved with own changes keep the database at the journal, without a gap', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    for (let round = 0; round < 8; round += 1) {
      add(store, `own ${round}`);
      journal.import(change(sampleTag(maker, `imported ${round}`)));
    }
    await store.whenSaved();
    expect(store.sequence).toBe(16);
    expect(await stored()).toMatchObject({ outbox: 0, sequence: 16 });
    kill(store);
    const again = await opened(journal);
    expect([...names(again.store)].sort()).toEqual([...names(store)].sort());
  });
});

describe('undo and redo', () => {
  test('takes back and does again in order; a new change ends what could be done again', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    add(store, 'a');
    add(store, 'b');
    expect(store.undo()).toMatchObject({ kind: 'done', name: 'Make b' });
    expect(store.undo()).toMatchObject({ kind: 'done', name: 'Make a' });
    expect(store.undo()).toEqual({ kind: 'nothing' });
    expect(store.redo()).toMatchObject({ kind: 'done', name: 'Make a' });
    add(store, 'c');
    expect(store.redo()).toEqual({ kind: 'nothing' });
    expect(names(store)).toEqual(['a', 'c']);
    await store.whenSaved();
    expect(journal.entries.map((entry) => entry.change.name)).toEqual([
      'Make a',
      'Make b',
      'Undo Make b',
      'Undo Make a',
      'Redo Make a',
      'Make c',
    ]);
  });
});

describe('what must not be saved or believed', () => {
  test('a database that is emptied under an open window: not saved, and rebuilt at the next start', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    for (const name of ['a', 'b', 'c']) add(store, name);
    await store.whenSaved();
    const database = new ProjectDatabase(projectId as never);
    await database.open();
    await database.transaction('rw', database.tables, () =>
      Promise.all(database.tables.map((table) => table.clear())),
    );
    database.close();
    add(store, 'd');
    await expect.poll(() => store.saveState.kind).toBe('failed');
    await expect.poll(() => journal.entries.length).toBe(4);
    kill(store);
    const again = await opened(journal);
    expect(names(again.store)).toEqual(['a', 'b', 'c', 'd']);
    expect(again.notices.join()).toContain('rebuilt from the journal');
  });

  test('a change that no journal may hold is refused before anything shows it', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    // The checks are read with the rest.
    await store.whenComplete();
    expect(() => add(store, 'x'.repeat(3_000))).toThrow("can't be saved");
    expect(names(store)).toEqual([]);
    add(store, 'short');
    await store.whenSaved();
    expect(journal.entries.map(({ change: { name } }) => name)).toEqual(['Make short']);
  });

  test('a very long name of a change is cut, the record is not', async () => {
    const journal = new FakeJournal(projectId);
    const { store } = await opened(journal, { created: true });
    add(store, 'y'.repeat(1_990));
    await store.whenSaved();
    expect(journal.entries[0]?.change.name.length).toBe(200);
    expect(names(store)).toEqual(['y'.repeat(1_990)]);
  });
});
