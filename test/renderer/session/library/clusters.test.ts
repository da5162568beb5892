import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { HostApi } from '../../../../app/host/host-api.ts';
import type { CatalogueState } from '../../../../app/host/search.ts';
import type { ArticleId } from '../../../../app/record/ids.ts';
import { followCatalogue } from '../../../../renderer/session/search/catalogue.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';

const projectId = '018f0000-0000-7000-8000-00000000ca99';
const ready: CatalogueState = { state: 'ready', indexed: 2, total: 2, version: 1 };

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

test('near duplicates are asked for when the project is open, also where the catalogue was done before it', async () => {
  const journal = new FakeJournal(projectId);
  const member = (id: string) => ({ articleId: id as ArticleId, similarity: 1 });
  const host = {
    ...journal.host,
    // Longer than the window waits before it asks for clusters.
    readChanges: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      return journal.host.readChanges(request);
    },
    getCatalogue: () => Promise.resolve(ready),
    listClusters: () => Promise.resolve([{ id: 'c', members: [member('one'), member('two')] }]),
    listJobs: () => Promise.resolve([]),
  } as Partial<HostApi> as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  const entering = session.enter(journal.info({ created: true }));
  followCatalogue(session, ready);
  await entering;
  close = async () => {
    await session.store.whenSaved();
    session.store.close();
  };
  await expect.poll(() => session.get().clusters.size).toBe(2);
});
