import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { PrintedRun } from '../../../../app/brief/print/printed-brief.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { MetadataProvenance } from '../../../../app/record/records.ts';
import { Session } from '../../../../renderer/session/session.ts';
import {
  addCitationStyle,
  changeCitations,
  previewCitations,
  styleChoices,
} from '../../../../renderer/session/writing/citation-style.ts';
import { startCitationThread } from '../../../../renderer/session/writing/citation-thread.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import english from '../../../../resources/citation-styles/locales/locales-en-US.xml?raw';
import apa from '../../../../resources/citation-styles/styles/apa.csl?raw';
import { FakeJournal } from '../../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

const projectId = '018f0000-0000-7000-8000-00000000c17e';
const locales = { 'en-US': english };

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** A brief that cites one article, in a project; `chosen` is the file that the analyst chooses. */
async function briefWindow(chosen: string | null, provenance: MetadataProvenance = {}) {
  const journal = new FakeJournal(projectId);
  const maker = countingMaker();
  const plain = sampleArticle(maker, 1);
  const detected = { ...plain.detected, byline: 'Tomas Reyl', published: '2024-05-12' };
  const article = { ...plain, detected, provenance };
  const brief = newRecord(maker, 'brief', {
    title: 'Brief',
    content: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'article_citation', attrs: { articleId: article.id } }],
        },
      ],
    },
  });
  const added = [article, brief];
  journal.append(newChange(maker, 'Import', { added, updated: [], removed: [] }));
  const parts: Partial<HostApi> = {
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
    readCitationStyle: ({ id }) => Promise.resolve({ id: id ?? 'apa', xml: apa, locales }),
    chooseFile: () =>
      Promise.resolve(chosen === null ? null : { fileName: 'mine.csl', content: chosen }),
  };
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const host = { ...journal.host, ...parts } as HostApi;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  await session.enter(journal.info({ created: true }));
  await session.store.whenComplete();
  const thread = startCitationThread();
  close = async () => {
    thread.end();
    await session.store.whenSaved();
    session.store.close();
  };
  return {
    session,
    thread,
    id: brief.id,
    brief: () => session.store.records.get('brief', brief.id),
  };
}

test('C7: a style file that can be used becomes the style of the brief, as one step of undo', async () => {
  const own = apa.replace(/<title>[^<]*<\/title>/, '<title>Mine</title>');
  const { session, thread, id, brief } = await briefWindow(own);
  const added = await addCitationStyle(session, id, thread);
  expect(added.ok && added.value?.title).toBe('Mine');
  expect(styleChoices(session).at(-1)).toEqual({ id: brief()?.citationStyle, title: 'Mine' });
  await addCitationStyle(session, id, thread);
  expect(session.store.records.list('citationStyle')).toHaveLength(1);
  session.store.undo();
  session.store.undo();
  expect(session.store.records.list('citationStyle')).toHaveLength(0);
  expect(brief()?.citationStyle).toBeUndefined();
});

test('C7: a file that can not be used changes nothing and is told by its name', async () => {
  const { session, thread, id, brief } = await briefWindow('<style><citation></style>');
  const added = await addCitationStyle(session, id, thread);
  expect(added.ok ? '' : added.error.message).toMatch(/^“mine\.csl”: This is no sound XML/);
  expect(session.store.records.list('citationStyle')).toHaveLength(0);
  expect(brief()?.rev).toBe(1);
});

test('C7: cancelling changes nothing', async () => {
  const { session, thread, id, brief } = await briefWindow(null);
  expect(await addCitationStyle(session, id, thread)).toEqual({ ok: true, value: null });
  expect(brief()?.rev).toBe(1);
});

test('C7: what is shown is what the style makes of the first article that the brief cites', async () => {
  const { session, thread, id, brief } = await briefWindow(null);
  changeCitations(session, id, { citationStyle: 'apa', notes: 'endnotes', bibliography: false });
  expect(brief()).toMatchObject({ citationStyle: 'apa', notes: 'endnotes', bibliography: false });
  const before = brief();
  changeCitations(session, id, { citationStyle: 'apa' });
  expect(brief()).toBe(before);
  if (before === null) throw new Error('No brief');
  const shown = await previewCitations(session, before, thread);
  expect(shown.ok && shown.value.citation).toEqual([
    { kind: 'text', text: '(Reyl, 2024, para. 4)' },
  ]);
});

test('C11: what is shown says what is guessed, as the brief does', async () => {
  const guessed = { source: 'file-date', confidence: 'guessed' } as const;
  const { session, thread, id, brief } = await briefWindow(null, { published: guessed });
  changeCitations(session, id, { citationStyle: 'apa' });
  const now = brief();
  if (now === null) throw new Error('No brief');
  const shown = await previewCitations(session, now, thread);
  const words = (runs: readonly PrintedRun[] = []) =>
    runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  expect(shown.ok && words(shown.value.citation)).toBe('(Reyl, 2024, para. 4 [date guessed])');
  expect(shown.ok && words(shown.value.entry ?? [])).toMatch(/ \[date guessed\]$/);
});

test('what a thread was asked when it is ended is answered as a failure', async () => {
  const { session, thread, brief } = await briefWindow(null);
  const now = brief();
  if (now === null) throw new Error('No brief');
  const asked = thread.labels({
    files: { id: 'apa', xml: apa, locales },
    language: null,
    items: [],
  });
  thread.end();
  expect(await asked).toBeNull();
  expect((await previewCitations(session, now, thread)).ok).toBe(true);
});
