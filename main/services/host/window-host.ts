import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { BriefExport, ExportOutcome } from '../../../app/host/brief-export.ts';
import type {
  ChangePage,
  HostApi,
  ProjectInfo,
  RecentProject,
  SnapshotPage,
  WindowState,
} from '../../../app/host/host-api.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { exportBrief } from '../brief/export-brief.ts';
import { CodedError } from '../coded-error.ts';
import { openProject } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { isProjectFolder, makeProjectFolder } from '../project/project-file.ts';
import { projectPaths } from '../project/project-paths.ts';
import type { HostContext } from './host-context.ts';
import { keepAside } from './keep-aside.ts';
import { ProjectSession } from './project-session.ts';
import { openSample } from './sample-project.ts';
import type { WindowPort } from './window-port.ts';

/** The host of one window: all that its page may ask for. Expected failures are thrown as `CodedError`. */
export class WindowHost implements HostApi {
  readonly #context: HostContext;
  readonly #port: WindowPort;
  #session: ProjectSession | null = null;
  /** What `getWindow` waits for. */
  #expected: Promise<void> = Promise.resolve();
  /** Opening and closing one after the other. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(context: HostContext, port: WindowPort) {
    this.#context = context;
    this.#port = port;
  }

  /** The window's project; `null` on the start screen. */
  get project(): Project | null {
    return this.#session?.project ?? null;
  }

  /**
   * The page may be loading while its project is being opened: then the answer waits for the project. Nobody sees the
   * start screen in between.
   */
  async getWindow(): Promise<WindowState> {
    await this.#expected;
    return { host: this.#context.host, project: this.project?.info ?? null };
  }

  /** Lets `getWindow` wait for an opening that was begun, however it ends. */
  expect(opening: Promise<unknown>): void {
    this.#expected = opening.then(
      () => undefined,
      () => undefined,
    );
  }

  listRecentProjects(): Promise<readonly RecentProject[]> {
    return this.#context.recent.list();
  }

  readSnapshot({ offset }: { readonly offset: number }): Promise<SnapshotPage> {
    return this.#open().project.readSnapshot(offset);
  }

  readChanges({ after }: { readonly after: number }): Promise<ChangePage> {
    return this.#open().project.readChanges(after);
  }

  async readText({ hash }: { readonly hash: RevisionHash }): Promise<RevisionText> {
    const read = await this.#open().project.texts.read(hash);
    if (!read.ok) throw CodedError.of(read.error);
    return read.value;
  }

  async createProject(): Promise<ProjectInfo | null> {
    const folder = await this.#port.askNewProjectFolder();
    return folder === null ? null : this.createProjectAt(folder);
  }

  async openProject(): Promise<ProjectInfo | null> {
    const folder = await this.#port.askProjectFolder();
    return folder === null ? null : this.openProjectAt(folder);
  }

  async openRecentProject({ id }: { readonly id: ProjectId }): Promise<ProjectInfo> {
    const recent = (await this.#context.recent.list()).find((project) => project.id === id);
    if (recent === undefined) {
      throw new CodedError(
        'missing',
        'The folder of this project is not where it was. Open it from where it is now.',
      );
    }
    return this.openProjectAt(recent.folder);
  }

  async openSampleProject(): Promise<ProjectInfo> {
    let imports: readonly string[] = [];
    const info = await this.#change(async () => {
      const sample = await openSample(this.#context);
      imports = sample.imports;
      return sample.project;
    });
    if (imports.length > 0) void this.#session?.import(imports);
    return info;
  }

  async closeProject(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#letGo();
      this.#port.projectChanged();
    });
  }

  async chooseImport({ what }: { readonly what: 'files' | 'folder' }): Promise<boolean> {
    this.#openForWriting();
    const paths = await this.#port.askImportPaths(what);
    if (paths.length === 0) return false;
    this.importPaths(paths);
    return true;
  }

  async cancelJob({ id }: { readonly id: string }): Promise<void> {
    this.#open().cancel(id);
  }

  search(): never {
    throw notYet();
  }

  readConcordance(): never {
    throw notYet();
  }

  listClusters(): never {
    throw notYet();
  }

  getCatalogue(): never {
    throw notYet();
  }

  listJobs(): never {
    throw notYet();
  }

  readJobReport(): never {
    throw notYet();
  }

  listWatchedFolders(): never {
    throw notYet();
  }

  readTable(): never {
    throw notYet();
  }

  pauseJob(): never {
    throw notYet();
  }

  resumeJob(): never {
    throw notYet();
  }

  exportJobReport(): never {
    throw notYet();
  }

  importPasted(): never {
    throw notYet();
  }

  importTable(): never {
    throw notYet();
  }

  rereadArticle(): never {
    throw notYet();
  }

  watchFolder(): never {
    throw notYet();
  }

  unwatchFolder(): never {
    throw notYet();
  }

  rescanFolders(): never {
    throw notYet();
  }

  async appendChange(request: {
    readonly projectId: ProjectId;
    readonly change: Change;
  }): Promise<{ sequence: number }> {
    const { project } = this.#open();
    if (project.info.id !== request.projectId) {
      throw new CodedError(
        'no-project',
        'This change belongs to a project that is not open here any more. Open it again; the change is kept until then.',
      );
    }
    const appended = await project.append(request.change);
    if (!appended.ok) throw CodedError.of(appended.error);
    return { sequence: appended.value };
  }

  async keepAside(request: {
    readonly reason: string;
    readonly records: readonly ProjectRecord[];
  }): Promise<{ fileName: string }> {
    const { paths } = this.#openForWriting().project;
    return { fileName: await keepAside(paths, this.#context.maker.now(), request) };
  }

  exportBrief(request: BriefExport): Promise<ExportOutcome> {
    return exportBrief(request, this.#open().project.texts, (name) => this.#port.askSavePath(name));
  }

  async answerClose({ close }: { readonly close: boolean }): Promise<void> {
    this.#port.answerClose(close);
  }

  async openExternal({ url }: { readonly url: string }): Promise<void> {
    const address = URL.canParse(url) ? new URL(url) : null;
    if (address === null || !['http:', 'https:'].includes(address.protocol)) {
      throw new CodedError('address', 'Only http and https addresses can be opened.');
    }
    if (await this.#port.askOpenExternal(address.href)) {
      await this.#port.openExternal(address.href);
    }
  }

  /** Opens a folder that a dialog, a drop or the command line named. */
  openProjectAt(folder: string): Promise<ProjectInfo> {
    return this.#change(() => openProject(folder, false, this.#context), folder);
  }

  /** Makes a project in a folder that is missing or empty, and opens it. */
  createProjectAt(folder: string): Promise<ProjectInfo> {
    return this.#change(async () => {
      await makeProjectFolder(projectPaths(folder), this.#context.maker);
      return openProject(folder, true, this.#context);
    });
  }

  /** Opens a project's folder, or makes one where there is nothing yet. */
  async openOrCreateAt(folder: string): Promise<ProjectInfo> {
    return (await isProjectFolder(projectPaths(folder)))
      ? this.openProjectAt(folder)
      : this.createProjectAt(folder);
  }

  /** Imports what a dialog, a drop or the command line named, as a job. Throws `CodedError` if that can't begin. */
  importPaths(paths: readonly string[]): void {
    void this.#openForWriting().import(paths);
  }

  /** Closes the project, if one is open: jobs end, a last snapshot is made, the lock is released. Never rejects. */
  dispose(): Promise<void> {
    return this.#inTurn(() => this.#letGo());
  }

  /** Opens a project in place of the present one, which stays open if that fails. */
  #change(open: () => Promise<Project>, folder?: string): Promise<ProjectInfo> {
    return this.#inTurn(async () => {
      const present = this.project;
      const root = folder === undefined ? null : await realpath(folder).catch(() => null);
      if (present !== null && root === present.paths.root) return present.info;
      const project = await open();
      await this.#letGo();
      this.#session = new ProjectSession(project, this.#context, {
        onEntry: (entry) => this.#port.emit('entry', entry),
        onJob: (state) => this.#port.emit('job', state),
      });
      await this.#context.recent.note({
        id: project.info.id,
        name: basename(project.paths.root),
        folder: project.paths.root,
        openedAt: this.#context.maker.now(),
      });
      this.#port.projectChanged();
      return project.info;
    });
  }

  async #letGo(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.close();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const running = this.#changing.then(work);
    this.#changing = running.catch(() => undefined);
    return running;
  }

  #open(): ProjectSession {
    if (this.#session === null) {
      throw new CodedError('no-project', 'No project is open in this window. Open one first.');
    }
    return this.#session;
  }

  #openForWriting(): ProjectSession {
    const session = this.#open();
    const { readOnly } = session.project.info;
    if (readOnly !== null) throw new CodedError('read-only', readOnly);
    return session;
  }
}

function notYet(): CodedError {
  return new CodedError('not-ready', 'This is being built.');
}
