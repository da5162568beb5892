import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostEventName, HostEvents } from '../../../app/host/host-api.ts';
import type { JobState } from '../../../app/host/job.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import { answerCompose } from '../../../main/services/brief/brief-thread.ts';
import { ingestHere } from '../../../main/services/corpus/ingest-here.ts';
import { readCorpus } from '../../../main/services/corpus/read-corpus.ts';
import { exchangeHere } from '../../../main/services/exchange/exchange-here.ts';
import type { HistoryThread } from '../../../main/services/history/history-query.ts';
import { HistoryReader } from '../../../main/services/history/history-reader.ts';
import type { HostContext } from '../../../main/services/host/host-context.ts';
import { RecentProjects } from '../../../main/services/host/recent-projects.ts';
import { WindowHost } from '../../../main/services/host/window-host.ts';
import type { WindowPort } from '../../../main/services/host/window-port.ts';
import { makeSnapshot } from '../../../main/services/snapshot/make-snapshot.ts';
import { catalogueHere } from './catalogue-threads.ts';
import { countingMaker, temporaryFolder } from './samples.ts';

/** A window as the services see it, with the analyst's answers set by the test. */
export class FakeWindow implements WindowPort {
  newFolder: string | null = null;
  folder: string | null = null;
  importPaths: readonly string[] = [];
  watchedFolder: string | null = null;
  savePath: string | null = null;
  openPath: string | null = null;
  exchangePath: string | null = null;
  mayOpenExternal = true;
  readonly opened: string[] = [];
  readonly closeAnswers: boolean[] = [];
  readonly events: { readonly name: HostEventName; readonly payload: unknown }[] = [];
  saveQuestions = 0;
  pageReady = Promise.resolve();
  #jobEnded: (() => void) | null = null;

  emit<Name extends HostEventName>(name: Name, payload: HostEvents[Name]): void {
    this.events.push({ name, payload });
    if (name === 'job' && (payload as JobState).state !== 'running') this.#jobEnded?.();
  }

  /** The next job to end, from now. */
  async jobEnds(): Promise<JobState> {
    await new Promise<void>((resolve) => {
      this.#jobEnded = resolve;
    });
    return this.of('job').at(-1) as JobState;
  }

  /** What was told of one kind, in order. */
  of<Name extends HostEventName>(name: Name): HostEvents[Name][] {
    return this.events
      .filter((event) => event.name === name)
      .map((event) => event.payload as HostEvents[Name]);
  }

  whenPageReady = () => this.pageReady;
  askNewProjectFolder = async () => this.newFolder;
  askProjectFolder = async () => this.folder;
  askImportPaths = async () => this.importPaths;
  askWatchFolder = async () => this.watchedFolder;
  askOpenPath = async () => this.openPath;
  askExchangePath = async () => this.exchangePath;
  askSavePath = async () => {
    this.saveQuestions += 1;
    return this.savePath;
  };
  askOpenExternal = async () => this.mayOpenExternal;
  undoTitles: { undo: string | null; redo: string | null } = { undo: null, redo: null };
  showUndo = (titles: { undo: string | null; redo: string | null }) => {
    this.undoTitles = titles;
  };
  openExternal = async (url: string) => {
    this.opened.push(url);
  };
  answerClose = (close: boolean) => {
    this.closeAnswers.push(close);
  };
  projectChanged = () => undefined;
}

/** What windows share, over a temporary folder, without workers and timers. */
export async function hostContext(overrides: Partial<HostContext> = {}): Promise<HostContext> {
  const userData = await temporaryFolder();
  return {
    maker: countingMaker(),
    startTimer: () => () => undefined,
    readCorpus,
    makeSnapshot,
    catalogueThreads: catalogueHere,
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
    host: { userName: 'Ada', appVersion: '0.0.0', commandKey: 'Control' },
    recent: new RecentProjects(join(userData, 'recent-projects.json')),
    ingest: ingestHere,
    exchange: exchangeHere,
    startHistory: historyHere,
    watching: null,
    sampleParent: join(userData, 'projects'),
    composeBrief: answerCompose,
    printPdf: null,
    sampleSource: join(import.meta.dirname, '../../../resources/sample'),
    citationStyles: join(import.meta.dirname, '../../../resources/citation-styles'),
    clock: () => performance.now(),
    ...overrides,
  };
}

/** The history, read without a thread. */
function historyHere(): HistoryThread {
  const reader = new HistoryReader(() => performance.now());
  return { ask: (query) => reader.answer(query), close: async () => undefined };
}

/** A host with its window. Its project is closed at the test's end. */
export function windowHost(context: HostContext): { host: WindowHost; window: FakeWindow } {
  const window = new FakeWindow();
  const host = new WindowHost(context, window);
  onTestFinished(() => host.dispose());
  return { host, window };
}

/** The id of the project that a window has open. */
export function projectIdOf(host: WindowHost): ProjectId {
  const id = host.project?.info.id;
  if (id === undefined) throw new Error('No project is open.');
  return id;
}
