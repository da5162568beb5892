import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { correctArticle } from '../../../app/article/correct-article.ts';
import type { Change } from '../../../app/record/change.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { openStore } from '../../../renderer/store/open-store.ts';
import type { ProjectStore } from '../../../renderer/store/project-store.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { countingMaker, sampleArticle, sampleTag } from '../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000dddd';
const maker = countingMaker();
let stores: ProjectStore[] = [];

async function open(journal: FakeJournal, created = false): Promise<ProjectStore> {
  const info = journal.info(created ? { created } : {});
  const { store } = await openStore(journal.host, journal.onHostEvent, info, maker);
  stores.push(store);
  return store;
}

afterEach(async () => {
  for (const store of stores) store.close();
  stores = [];
  await Dexie.delete(databaseName(projectId as never));
});

/** A journal with one article, and a change to it of the kind that a watched file makes. */
function withArticle(): { journal: FakeJournal; article: ArticleRecord; rescan: Change } {
  const journal = new FakeJournal(projectId);
  const article = sampleArticle(maker);
  journal.append(newChange(maker, 'Import', { added: [article], updated: [], removed: [] }));
  const origin = { fileName: 'call.txt', fileHash: 'a'.repeat(64), importedAt: maker.now() };
  const found = nextRecord(maker, article, { origins: [origin] });
  const diff = { added: [], updated: [[article, found] as const], removed: [] };
  return { journal, article, rescan: newChange(maker, 'Rescan', diff) };
}

const both = { corrected: { outlet: 'The Press Office' }, origins: [{ fileName: 'call.txt' }] };

test('D7: a correction on its way and a change that main makes of the same article both stay', async () => {
  const { journal, article, rescan } = withArticle();
  const store = await open(journal, true);
  let release = (): void => undefined;
  journal.hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  store.commit('Correct outlet', correctArticle(maker, article, 'outlet', 'The Press Office'));
  journal.import(rescan);
  release();
  await store.whenSaved();
  expect(store.records.get('article', article.id)).toMatchObject(both);
  store.close();
  const again = await open(journal);
  expect(again.records.get('article', article.id)).toMatchObject(both);
});

test('D7: also when the window ended before main had answered', async () => {
  const { journal, article, rescan } = withArticle();
  const store = await open(journal, true);
  journal.hold = new Promise<void>(() => undefined);
  store.commit('Correct outlet', correctArticle(maker, article, 'outlet', 'The Press Office'));
  await expect.poll(() => store.saveState.kind).toBe('saving');
  // What the window wrote is in its database; the transaction has to end before it dies.
  await new Promise((resolve) => setTimeout(resolve, 100));
  store.close();
  journal.hold = null;
  journal.append(rescan);
  const again = await open(journal);
  await again.whenSaved();
  expect(again.records.get('article', article.id)).toMatchObject(both);
});

test('the changes of one job are one step of undo', async () => {
  const journal = new FakeJournal(projectId);
  const store = await open(journal, true);
  const names = ['one', 'two', 'three'];
  for (const name of names) {
    const diff = { added: [sampleTag(maker, name)], updated: [], removed: [] };
    journal.import({ ...newChange(maker, 'Import 1 article', diff), jobId: 'job' });
  }
  // What a job makes in a row is gathered for a moment.
  await store.whenSaved();
  expect(store.records.list('tag')).toHaveLength(3);
  expect(store.undo()).toMatchObject({ kind: 'done', name: 'Import 3 articles' });
  expect(store.records.list('tag')).toHaveLength(0);
  store.redo();
  expect(store.records.list('tag').map(({ name }) => name)).toEqual(names);
  store.undo();
  expect(store.undo()).toEqual({ kind: 'nothing' });
});
