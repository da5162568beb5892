import Dexie from 'dexie';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect } from 'vitest';
import type { HostApi } from '../../../app/host/host-api.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { Session } from '../../../renderer/session/session.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { Codebook } from '../../../renderer/views/codebook/codebook.tsx';
import { SessionContext } from '../../../renderer/views/parts/session-context.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import '../../../renderer/views/styles/tokens.css';
import '../../../renderer/views/styles/base.css';
import '../../../renderer/views/styles/frame.css';
import '../../../renderer/views/styles/library.css';
import '../../../renderer/views/styles/article-list.css';
import '../../../renderer/views/styles/menus.css';
import '../../../renderer/views/styles/codebook.css';

const projectId = '018f0000-0000-7000-8000-00000000cb0c';

const disposers: (() => unknown)[] = [];

afterEach(async () => {
  for (const dispose of disposers.splice(0).reverse()) await dispose();
  await Dexie.delete(databaseName(projectId as never));
});

/** Opens an empty project with these tags and draws its codebook, 280 by 600 pixels. */
export async function codebookWindow(tags: readonly TagRecord[]): Promise<Session> {
  const journal = new FakeJournal(projectId);
  const parts: Partial<HostApi> = {
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
  };
  const host = { ...journal.host, ...parts } as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  await session.enter(journal.info({ created: true }));
  await session.store.whenComplete();
  session.store.commit('Make tags', { added: tags, updated: [], removed: [] });
  const place = document.body.appendChild(document.createElement('div'));
  place.style.cssText = 'width: 280px; height: 600px';
  const root = createRoot(place);
  root.render(createElement(SessionContext, { value: session }, createElement(Codebook)));
  disposers.push(async () => {
    await session.store.whenSaved();
    root.unmount();
    session.store.close();
    place.remove();
  });
  await expect.poll(() => document.querySelector('[role="tree"]')).not.toBeNull();
  return session;
}
