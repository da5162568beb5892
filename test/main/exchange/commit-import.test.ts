import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { success } from '../../../app/base/result.ts';
import type { Change } from '../../../app/record/change.ts';
import { claimsMade } from '../../../app/record/counters.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ProjectRecord, RecordOf } from '../../../app/record/records.ts';
import { commitImport } from '../../../main/services/exchange/commit-import.ts';
import { ImportSpool } from '../../../main/services/exchange/import-spool.ts';
import {
  dropPending,
  keepPending,
  type PendingImport,
  readPending,
} from '../../../main/services/exchange/pending-import.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';
import { temporaryFolder } from '../support/samples.ts';

const maker = countingMaker('Ada');
const none: Diff = { added: [], updated: [], removed: [] };

/** A journal, as the import and a window write into it. */
function journal(records: readonly ProjectRecord[]) {
  const entries: Change[] = [newChange(maker, 'Before', { ...none, added: records })];
  const now = (): Map<string, ProjectRecord> => {
    const all = new Map<string, ProjectRecord>();
    for (const { diff } of entries) {
      for (const { id } of diff.removed) all.delete(id);
      for (const record of diff.added) all.set(record.id, record);
      for (const [, after] of diff.updated) all.set(after.id, after);
    }
    return all;
  };
  return {
    entries,
    now,
    get<Kind extends ProjectRecord['kind']>(kind: Kind, id: string): RecordOf<Kind> {
      const record = now().get(id);
      if (record?.kind !== kind) throw new Error(`There is no ${kind} ${id}.`);
      return record as RecordOf<Kind>;
    },
    window: (diff: Partial<Diff>) => entries.push(newChange(maker, 'Window', { ...none, ...diff })),
    get lastSequence() {
      return entries.length;
    },
    readChanges: async (after: number) => ({
      entries: entries
        .slice(after, after + 200)
        .map((change, index) => ({ sequence: after + index + 1, change })),
      more: entries.length > after + 200,
    }),
  };
}

/** An import of claims and of annotations of an article into a project that has a tag and two claims. */
async function planned(count = 3) {
  const folder = join(await temporaryFolder(), 'exchange');
  await mkdir(join(folder, '1'), { recursive: true });
  const article = { ...sampleArticle(maker), annotationsMade: 2 };
  const [tag, other] = [sampleTag(maker, 'Port'), sampleTag(maker, 'Crew')];
  const counter = newRecord(maker, 'setting', { name: claimsMade, value: 2 });
  const project = journal([article, tag, other, counter]);
  const spool = new ImportSpool(join(folder, '1'));
  const annotations = Array.from({ length: count }, (_, index) => annotation(article, index + 3));
  const claims = Array.from({ length: count }, (_, index) => claim(index + 3, [tag.id, other.id]));
  for (const [index, one] of annotations.entries()) {
    spool.add({ ...one, tagIds: [tag.id, other.id] });
    const about = claims[index];
    if (about === undefined) continue;
    spool.add(about);
    spool.add(
      newRecord(maker, 'evidence', {
        claimId: about.id,
        annotationId: one.id,
        stance: 'asserts',
      }),
    );
  }
  spool.update(article, nextRecord(maker, article, { annotationsMade: count + 2 }));
  spool.update(counter, nextRecord(maker, counter, { value: count + 2 }));
  spool.update(tag, nextRecord(maker, tag, { rank: 'a1' }));
  const pending = {
    jobId: maker.id<string>(),
    name: 'Import “a.jsonld”',
    sequence: project.lastSequence,
    steps: spool.close(),
    originals: new Map(),
  };
  return { folder, project, pending, article, tag, other, counter, annotations, claims };
}

function annotation(article: ArticleRecord, number: number) {
  const passage = samplePassage(article.revisionId);
  return newRecord(maker, 'annotation', {
    ...{ articleId: article.id, number, passage, tagIds: [], note: null },
  });
}

function claim(number: number, tagIds: RecordOf<'claim'>['tagIds'] = []) {
  const fields = { speaker: null, saidOn: null, status: 'open', confidence: null } as const;
  return newRecord(maker, 'claim', {
    number,
    wording: `C${number}`,
    ...fields,
    tagIds,
    note: null,
  });
}

/** Commits; before each entry, and behind it, the window may do something. */
function commit(
  {
    project,
    pending,
  }: {
    readonly project: ReturnType<typeof journal>;
    readonly pending: PendingImport;
  },
  before: (entry: number) => void = () => undefined,
  behind: (entry: number) => void = () => undefined,
) {
  let entry = 0;
  return commitImport(pending, {
    maker,
    journal: project,
    article: (id) => project.get('article', id),
    articlesNumbered: () =>
      [...project.now().values()].reduce(
        (most, one) => (one.kind === 'article' ? Math.max(most, one.number) : most),
        0,
      ),
    append: async (change) => {
      before(entry);
      const sequence = project.entries.push(change);
      behind(entry);
      entry += 1;
      return success(sequence);
    },
  });
}

test('J4 what the analyst changes while an import is planned and journalled stays', async () => {
  const one = await planned();
  const { project, tag, article } = one;
  project.window({ updated: [[tag, nextRecord(maker, tag, { name: 'Harbour' })]] });
  project.window({ updated: [[article, nextRecord(maker, article, { starred: true })]] });
  expect(await commit(one)).toBe(0);
  expect(project.get('tag', tag.id)).toMatchObject({ name: 'Harbour', rank: 'a1' });
  expect(project.get('article', article.id)).toMatchObject({ starred: true, annotationsMade: 5 });
});

test('D6 numbers that the window gives while an import is journalled are given once', async () => {
  const one = await planned();
  const { project, article, counter } = one;
  const theirs = { annotation: annotation(article, 4), claim: claim(3) };
  // On its way while the import is written: neither has heard of the other.
  const late = { annotation: annotation(article, 5), claim: claim(4) };
  project.window({
    added: [theirs.annotation, theirs.claim],
    updated: [
      [article, nextRecord(maker, article, { annotationsMade: 4 })],
      [counter, nextRecord(maker, counter, { value: 3 })],
    ],
  });
  await commit(one, (entry) => {
    if (entry === 0) project.window({ added: [late.annotation, late.claim] });
  });
  const all = [...project.now().values()];
  const annotations = all.filter((record) => record.kind === 'annotation');
  const claims = all.filter((record) => record.kind === 'claim');
  for (const numbered of [annotations, claims]) {
    expect(numbered).toHaveLength(5);
    expect(new Set(numbered.map(({ number }) => number)).size).toBe(5);
  }
  expect(project.get('annotation', theirs.annotation.id).number).toBe(4);
  expect(project.get('claim', late.claim.id).number).toBe(4);
  const most = Math.max(...annotations.map(({ number }) => number));
  expect(project.get('article', article.id).annotationsMade).toBeGreaterThanOrEqual(most);
  const counted = Math.max(...claims.map(({ number }) => number));
  expect(project.get('setting', counter.id).value).toBeGreaterThanOrEqual(counted);
});

test('J4 what hangs on something that was removed meanwhile is left out, and counted', async () => {
  const one = await planned();
  const { project, tag, other, article } = one;
  project.window({ removed: [tag] });
  expect(await commit(one)).toBe(0);
  const claims = [...project.now().values()].filter((record) => record.kind === 'claim');
  expect(claims.map(({ tagIds }) => tagIds)).toEqual([[other.id], [other.id], [other.id]]);
  expect(project.now().has(tag.id)).toBe(false);

  const two = await planned();
  two.project.window({ removed: [two.article] });
  // Three annotations and what is filed of them.
  expect(await commit(two)).toBe(6);
  const left = [...two.project.now().values()].map(({ kind }) => kind);
  expect(left.filter((kind) => kind === 'annotation' || kind === 'evidence')).toEqual([]);
  expect(two.project.now().has(article.id)).toBe(false);
});

test('J4 an import that was ended in the middle comes whole: nothing twice, nothing missing', async () => {
  const one = await planned(1_500);
  const { folder, project, pending } = one;
  await keepPending(folder, pending);
  await expect(
    commit(one, (entry) => {
      if (entry === 1) throw new Error('The program was ended.');
    }),
  ).rejects.toThrow('ended');
  expect(project.entries).toHaveLength(2);
  const read = await readPending(folder);
  if (read === null) throw new Error('Nothing is pending.');
  expect(await commit({ project, pending: read })).toBe(0);
  const all = project.entries.flatMap(({ diff }) => diff.added.map(({ id }) => id));
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(4 + 3 * 1_500);
  expect(project.entries.slice(1).every(({ jobId }) => jobId === pending.jobId)).toBe(true);
  // All of it is there: nothing is added again.
  const before = project.lastSequence;
  await commit({ project, pending: read });
  expect(project.lastSequence).toBe(before);
});

test('J4 a plan that is damaged is none', async () => {
  const folder = await temporaryFolder();
  expect(await readPending(folder)).toBeNull();
});

test('D6 an article that was imported before an interrupted import came to its end keeps its number', async () => {
  const folder = join(await temporaryFolder(), 'exchange');
  await mkdir(folder, { recursive: true });
  const project = journal([sampleArticle(maker)]);
  const [own, next, theirs] = [2, 3, 2].map((number) => ({ ...sampleArticle(maker), number })) as [
    ArticleRecord,
    ArticleRecord,
    ArticleRecord,
  ];
  const spool = new ImportSpool(folder);
  for (const one of [own, next]) spool.add(one);
  const pending = {
    ...{ jobId: maker.id<string>(), name: 'Import “a.qdpx”', sequence: project.lastSequence },
    ...{ steps: spool.close(), originals: new Map() },
  };
  // As a watched folder does at the next opening, or the command line.
  project.window({ added: [theirs] });
  await commit({ project, pending });
  expect([theirs, own, next].map(({ id }) => project.get('article', id).number)).toEqual([2, 4, 3]);
});

test('J4 of an import that was being cleared away when the program ended nothing is left to be done', async () => {
  const { folder, pending } = await planned();
  await keepPending(folder, pending);
  await rm(join(folder, '1'), { recursive: true });
  expect(await readPending(folder)).toBeNull();
  await dropPending(folder);
  expect(await readdir(join(folder, '..'))).toEqual([]);
});

test('J3 evidence and links that somebody makes while an import waits come once', async () => {
  const folder = join(await temporaryFolder(), 'exchange');
  await mkdir(folder, { recursive: true });
  const article = { ...sampleArticle(maker), annotationsMade: 2 };
  const [one, other] = [annotation(article, 1), annotation(article, 2)];
  const about = claim(1);
  const fields = { name: 'is like', inverseName: 'is like', symmetric: true };
  const [symmetric, directed] = [
    newRecord(maker, 'linkType', fields),
    newRecord(maker, 'linkType', { name: 'cites', inverseName: 'is cited by', symmetric: false }),
  ];
  const project = journal([article, one, other, about, symmetric, directed]);
  const link = (type: typeof symmetric, from: typeof one, to: typeof one) =>
    newRecord(maker, 'link', {
      typeId: type.id,
      from: from.id,
      to: { kind: 'annotation', id: to.id },
    });
  const filed = () =>
    newRecord(maker, 'evidence', { claimId: about.id, annotationId: one.id, stance: 'asserts' });
  const spool = new ImportSpool(folder);
  const back = link(directed, other, one);
  for (const record of [filed(), link(symmetric, one, other), link(directed, one, other), back]) {
    spool.add(record);
  }
  const pending = {
    ...{ jobId: maker.id<string>(), name: 'Import “a.jsonld”', sequence: project.lastSequence },
    ...{ steps: spool.close(), originals: new Map(), symmetric: [symmetric.id] },
  };
  const theirs = [filed(), link(symmetric, other, one), link(directed, one, other)];
  project.window({ added: theirs });
  // One that was made and taken away again is none.
  const [removed] = [link(directed, other, one)];
  project.window({ added: [removed] });
  project.window({ removed: [removed] });
  expect(await commit({ project, pending })).toBe(0);
  const joined = [...project.now().values()].filter(
    ({ kind }) => kind === 'evidence' || kind === 'link',
  );
  expect(new Set(joined.map(({ id }) => id))).toEqual(
    new Set([...theirs.map(({ id }) => id), back.id]),
  );
});

test('D6 a number is doubled also where the analyst changed what the import made, and is given anew once', async () => {
  const one = await planned();
  const { folder, project, pending, article, annotations } = one;
  await keepPending(folder, pending);
  const [own] = annotations;
  if (own === undefined) throw new Error('There is no annotation.');
  const theirs = annotation(article, own.number);
  const nothing = (): void => undefined;
  await commit(one, nothing, (entry) => {
    if (entry !== 0) return;
    // Made before the import's own was heard of, which is changed behind it.
    project.window({ added: [theirs] });
    const now = project.get('annotation', own.id);
    project.window({ updated: [[now, { ...now, rev: now.rev + 1, tagIds: [] }]] });
  });
  const numbers = (): readonly number[] =>
    [...project.now().values()].flatMap((record) =>
      record.kind === 'annotation' ? [record.number] : [],
    );
  expect(project.now().has(own.id)).toBe(true);
  expect(new Set(numbers()).size).toBe(4);
  expect(project.get('annotation', theirs.id).number).toBe(own.number);
  // Ended right behind that: the next opening gives no other numbers.
  const before = numbers();
  const read = await readPending(folder);
  if (read === null) throw new Error('Nothing is pending.');
  await commit({ project, pending: read });
  expect(numbers()).toEqual(before);
});
