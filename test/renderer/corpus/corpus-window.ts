import Dexie from 'dexie';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import type { HostApi } from '../../../app/host/host-api.ts';
import type { ImportItem, JobState } from '../../../app/host/job.ts';
import { followJob } from '../../../renderer/session/corpus/import.ts';
import { Session } from '../../../renderer/session/session.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { Dialogs } from '../../../renderer/views/dialogs/dialogs.tsx';
import { StatusLine } from '../../../renderer/views/frame/status-line.tsx';
import { SessionContext } from '../../../renderer/views/parts/session-context.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import '../../../renderer/views/styles/tokens.css';
import '../../../renderer/views/styles/base.css';
import '../../../renderer/views/styles/frame.css';
import '../../../renderer/views/styles/corpus.css';
import '../../../renderer/views/styles/dialogs.css';

const projectId = '018f0000-0000-7000-8000-00000000cccc';

/** A window's status line and dialogs over a host whose jobs the test tells. */
export interface CorpusWindow {
  readonly session: Session;
  /** Calls of the host that change something, as `name id`. */
  readonly called: string[];
  /** What a report holds, by the job's id. */
  readonly reports: Map<string, readonly ImportItem[]>;
  /** What main tells of a job. */
  tell(job: Partial<JobState>): void;
}

const disposers: (() => unknown)[] = [];

afterEach(async () => {
  for (const dispose of disposers.splice(0).reverse()) await dispose();
  await Dexie.delete(databaseName(projectId as never));
});

export const noCounts = { added: 0, revised: 0, known: 0, refused: 0, asks: 0 } as const;

/** A job that runs. */
export function runningJob(overrides: Partial<JobState> = {}): JobState {
  return {
    id: 'job-1',
    kind: 'import',
    title: 'Importing 4 files',
    done: 1,
    total: 4,
    doneBytes: 250_000,
    totalBytes: 1_000_000,
    bytesPerSecond: null,
    remaining: null,
    state: 'running',
    counts: noCounts,
    itemCount: 0,
    items: [],
    ...overrides,
  };
}

/** Opens an empty project. `earlier`: jobs that an earlier run of the program left. */
export async function corpusWindow(earlier: readonly JobState[] = []): Promise<CorpusWindow> {
  const journal = new FakeJournal(projectId);
  const called: string[] = [];
  const reports: CorpusWindow['reports'] = new Map();
  const note = (name: string) => (argument: { readonly id: string }) => {
    called.push(`${name} ${argument.id}`);
    return Promise.resolve();
  };
  const parts: Partial<HostApi> = {
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve(earlier),
    pauseJob: note('pauseJob'),
    resumeJob: note('resumeJob'),
    cancelJob: note('cancelJob'),
    readJobReport: ({ id, offset }) => {
      const items = reports.get(id);
      if (items === undefined) return Promise.reject(new Error('The report is gone.'));
      const end = offset + 1_000;
      const nextOffset = end < items.length ? end : null;
      return Promise.resolve({ items: items.slice(offset, end), nextOffset });
    },
  };
  const host = { ...journal.host, ...parts } as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  await session.enter(journal.info({ created: true }));
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(
    createElement(
      SessionContext,
      { value: session },
      createElement(StatusLine),
      createElement(Dialogs),
    ),
  );
  disposers.push(async () => {
    await session.store.whenSaved();
    root.unmount();
    session.store.close();
    place.remove();
  });
  return { session, called, reports, tell: (job) => followJob(session, runningJob(job)) };
}
