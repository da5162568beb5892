import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { makePassage } from '../../../../app/anchor/passage.ts';
import { addAnnotation } from '../../../../app/annotation/annotation-diffs.ts';
import type { RevisionHash, TextOffset } from '../../../../app/base/brand.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import { newRecord, nextRecord } from '../../../../app/record/record-factory.ts';
import type { AnnotationRecord, RevisionRecord } from '../../../../app/record/records.ts';
import type { RevisionText } from '../../../../app/record/text.ts';
import { acceptPlace } from '../../../../renderer/session/carry-over/carry-over.ts';
import { undo } from '../../../../renderer/session/history/undo.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';
import { revisionOf } from '../../reader/revisions.ts';

const projectId = '018f0000-0000-7000-8000-00000000ca22';
const words = 'the tunnel will cost three hundred million';
const said = (what: string): string =>
  `On Monday the mayor of the harbour town said that ${what} by the end of the year, and left.`;
const changed = said('the tunnel may cost four hundred million');

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** An article with an annotation on the first of its texts, in a project whose host can be made to wait with a text. */
async function carryWindow(texts: readonly string[]) {
  const journal = new FakeJournal(projectId);
  const maker = countingMaker();
  const article = sampleArticle(maker, 1);
  const byHash = new Map<RevisionHash, RevisionText>();
  const revisions = texts.map((text, index): RevisionRecord => {
    const hash = String(index + 1).padStart(64, '0') as RevisionHash;
    byHash.set(hash, { ...revisionOf(text), hash });
    const fields = { hash, length: text.length, blockCount: 1, wordCount: 1 };
    const revision = newRecord(maker, 'revision', { articleId: article.id, ...fields });
    return index === 0 ? { ...revision, id: article.revisionId } : revision;
  });
  const [first = '', start] = [texts[0], texts[0]?.indexOf(words) ?? -1];
  const passage = makePassage(
    first,
    article.revisionId,
    start as TextOffset,
    (start + words.length) as TextOffset,
  );
  const { annotation, diff } = addAnnotation(maker, article, passage);
  const counted = diff.updated[0]?.[1] ?? article;
  journal.append(
    newChange(maker, 'Import', {
      added: [counted, annotation, ...revisions],
      updated: [],
      removed: [],
    }),
  );
  const holds = new Map<RevisionHash, Promise<void>>();
  const asked: RevisionHash[] = [];
  const parts: Partial<HostApi> = {
    readText: async ({ hash }) => {
      asked.push(hash);
      await holds.get(hash);
      const text = byHash.get(hash);
      if (text === undefined) throw new Error('No such text');
      return text;
    },
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
  };
  const host = { ...journal.host, ...parts } as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  await session.enter(journal.info({ created: true }));
  await expect.poll(() => session.carryOver).not.toBeNull();
  close = async () => {
    session.carryOver?.end();
    await session.store.whenSaved();
    session.store.close();
  };
  return {
    session,
    asked,
    holds,
    revisions,
    annotation: (): AnnotationRecord | null =>
      session.store.records.get('annotation', annotation.id),
    /** Makes one of the texts the present one. */
    present(index: number): void {
      const { store } = session;
      const now = store.records.get('article', article.id);
      const revision = revisions[index];
      if (now === null || revision === undefined) throw new Error('Nothing to show.');
      const after = nextRecord(store.maker, now, { revisionId: revision.id });
      store.commit('Import', { added: [], updated: [[now, after]], removed: [] });
    },
  };
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test('K1: a revision that comes while the one before it is being looked through is not passed over', async () => {
  const { session, asked, holds, revisions, annotation, present } = await carryWindow([
    said(words),
    changed,
    `${said(words)} Nobody answered.`,
  ]);
  const [, second, third] = revisions;
  if (second === undefined || third === undefined) throw new Error('Three texts.');
  let release = (): void => undefined;
  holds.set(second.hash, new Promise((resolve) => (release = resolve)));
  present(1);
  await expect.poll(() => asked).toContain(second.hash);
  present(2);
  // Longer than it takes to look at a change.
  await later(800);
  release();
  await expect.poll(() => annotation()?.passage.revisionId).toBe(third.id);
  expect(session.get().carryOver.waiting.size).toBe(0);
});

test('K1: what was found in a revision that is no longer the present one is not accepted', async () => {
  const { session, annotation, present } = await carryWindow([said(words), changed, said(words)]);
  present(1);
  await expect.poll(() => session.get().carryOver.waiting.size).toBe(1);
  const [one] = session.get().carryOver.waiting.values();
  const place = one?.look.places[0]?.place;
  if (one === undefined || place === undefined) throw new Error('Nothing was found.');
  present(2);
  acceptPlace(session, one, place);
  expect(annotation()?.passage).toEqual(one.passage);
});

test('K10: what undo brings back to be reviewed is not announced over what undo said; what a revision brings is', async () => {
  const { session, present } = await carryWindow([said(words), changed, said(words)]);
  const waiting = () => [...session.get().carryOver.waiting.values()];
  const announced = /^1 annotation waits/;
  present(1);
  await expect.poll(() => session.get().message.text).toMatch(announced);
  const [one] = waiting();
  const place = one?.look.places[0]?.place;
  if (one === undefined || place === undefined) throw new Error('Nothing was found.');
  acceptPlace(session, one, place);
  await expect.poll(waiting).toEqual([]);
  await undo(session);
  await expect.poll(() => waiting().length).toBe(1);
  // Longer than it takes to say it.
  await later(500);
  expect(session.get().message.text).toMatch(/^Undid: Carry/);
  // Away from that revision and to it again.
  present(2);
  await expect.poll(waiting).toEqual([]);
  present(1);
  await expect.poll(() => session.get().message.text).toMatch(announced);
});
