import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { addAnnotation, removeAnnotations } from '../../../app/annotation/annotation-diffs.ts';
import { addClaim } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { openStore } from '../../../renderer/store/open-store.ts';
import type { ProjectStore } from '../../../renderer/store/project-store.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000eeee';
const maker = countingMaker();
let open: ProjectStore | null = null;

afterEach(async () => {
  open?.close();
  open = null;
  await Dexie.delete(databaseName(projectId as never));
});

const articles = [1, 2].map((number) => sampleArticle(maker, number));
const annotations = Array.from({ length: 4_000 }, (_, index): AnnotationRecord => {
  const article = articles[index % 2];
  if (article === undefined) throw new Error('There are two articles.');
  return newRecord(maker, 'annotation', {
    articleId: article.id,
    number: index + 1,
    passage: samplePassage(article.revisionId, index),
    tagIds: [],
    note: null,
  });
});

/** A project with more annotations than are read before the first picture. */
async function openLarge(): Promise<ProjectStore> {
  const journal = new FakeJournal(projectId);
  const added = [...articles, ...annotations];
  journal.append(newChange(maker, 'Import', { added, updated: [], removed: [] }));
  const { store } = await openStore(journal.host, journal.onHostEvent, journal.info(), maker);
  open = store;
  return store;
}

function nth<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new Error(`There is nothing at ${place}.`);
  return item;
}

test('a large project is open before all its annotations are in memory, and has them all in the end', async () => {
  const store = await openLarge();
  expect(store.isComplete).toBe(false);
  expect(store.records.list('article')).toHaveLength(2);
  expect(store.records.count('annotation')).toBe(0);
  let told = 0;
  store.records.subscribe(() => {
    told += 1;
  });
  await store.whenComplete();
  expect(store.isComplete).toBe(true);
  expect(told).toBe(1);
  expect(store.records.list('annotation')).toEqual(annotations);
  expect(store.records.annotationsOf(nth(articles, 1).id)).toHaveLength(2_000);
});

test('the annotations of the article that is opened come first', async () => {
  const store = await openLarge();
  const { id } = nth(articles, 0);
  await store.loadArticle(id);
  expect(store.records.count('annotation')).toBe(2_000);
  expect(store.records.annotationsOf(id)).toEqual(
    annotations.filter(({ articleId }) => articleId === id),
  );
});

test('what is changed while the rest is read stays changed', async () => {
  const store = await openLarge();
  const article = nth(articles, 0);
  await store.loadArticle(article.id);
  const before = nth(store.records.annotationsOf(article.id), 7);
  const after = nextRecord(maker, before, { number: 9_999 });
  store.commit('Change', { added: [], updated: [[before, after]], removed: [] });
  const made = addAnnotation(maker, article, samplePassage(article.revisionId, 5_000), []);
  store.commit('Highlight', made.diff);
  const reading = store.whenComplete();
  // Undone while the rest is being read: it is in the database, perhaps, and must not come back.
  expect(store.undo().kind).toBe('done');
  await reading;
  await store.whenSaved();
  expect(store.records.get('annotation', before.id)).toEqual(after);
  expect(store.records.get('annotation', made.annotation.id)).toBeNull();
  expect(store.records.count('annotation')).toBe(4_000);
});

test('nothing is removed while it is not known what hangs on it', async () => {
  const store = await openLarge();
  const article = nth(articles, 0);
  await store.loadArticle(article.id);
  const annotation = nth(store.records.annotationsOf(article.id), 0);
  const diff = removeAnnotations(store.records, [annotation]);
  expect(() => store.commit('Remove highlight', diff)).toThrow(/still being read/);
  await store.whenComplete();
  store.commit('Remove highlight', removeAnnotations(store.records, [annotation]));
  expect(store.records.get('annotation', annotation.id)).toBeNull();
});

test('nothing that must not be there twice is made while it is not known what is there', async () => {
  const store = await openLarge();
  const article = nth(articles, 0);
  await store.loadArticle(article.id);
  const annotation = nth(store.records.annotationsOf(article.id), 0);
  const draft = { wording: 'The tunnel is late', speaker: null, status: 'open' } as const;
  const { claim, diff } = addClaim(maker, store.records, draft);
  const filed = fileAll(maker, store.records, claim, [annotation], 'asserts');
  expect(() => store.commit('Make claim C1', diff)).toThrow(/still being read/);
  expect(() => store.commit('File as evidence for C1', filed)).toThrow(/still being read/);
  await store.whenComplete();
  store.commit('Make claim C1', diff);
  store.commit('File as evidence for C1', filed);
  expect(store.records.evidenceOf(claim.id)).toHaveLength(1);
});

test.each(['between two pages', 'in the midst of a page'])(
  'who waits for the rest of a project that is closed meanwhile hears nothing more of it: %s',
  async (when) => {
    const store = await openLarge();
    const told: unknown[] = [];
    const tell = (what: unknown) => told.push(what);
    const fill = store.records.fill.bind(store.records);
    store.records.fill = (records) => {
      fill(records);
      store.close();
    };
    store.whenComplete().then(tell, tell);
    store.whenUndoReady('done')?.then(tell, tell);
    if (when === 'in the midst of a page') {
      store.loadArticle(nth(articles, 0).id).then(tell, tell);
      store.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(store.isComplete).toBe(false);
    expect(told).toEqual([]);
  },
);
