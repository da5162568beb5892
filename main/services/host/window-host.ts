import type { RevisionHash } from '../../../app/base/brand.ts';
import type { StyleFiles } from '../../../app/brief/print/citation-style.ts';
import type { BriefExport, ExportOutcome } from '../../../app/host/brief-export.ts';
import type { ChosenFile, ChosenKind, TemplateFile } from '../../../app/host/chosen-file.ts';
import type { TablePreview, WatchedFolder } from '../../../app/host/corpus.ts';
import type { ExchangeOutcome, ExportRequest, ImportRequest } from '../../../app/host/exchange.ts';
import type { ExportedFile } from '../../../app/host/exported-file.ts';
import type {
  EarlierStatePage,
  EntryPage,
  HistoryPage,
  HistoryRequest,
} from '../../../app/host/history.ts';
import type {
  ChangePage,
  HostApi,
  ProjectInfo,
  RecentProject,
  SnapshotPage,
  WindowState,
} from '../../../app/host/host-api.ts';
import type { JobState } from '../../../app/host/job.ts';
import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  SearchPage,
  SearchRequest,
} from '../../../app/host/search.ts';
import type {
  ClusterSuggestion,
  ConflictSuggestion,
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SilenceSuggestion,
  SuggestionsPage,
  SuggestionsRequest,
  SuggestionsState,
} from '../../../app/host/suggestions.ts';
import type { Change } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleId, ChangeId, ProjectId } from '../../../app/record/ids.ts';
import type { ColumnMap, ProjectRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { exportBrief } from '../brief/export-brief.ts';
import { listTemplates, writeTemplate } from '../brief/project-templates.ts';
import { readStyleFiles } from '../citation-styles/read-style-files.ts';
import { CodedError } from '../coded-error.ts';
import { exportFile } from '../export/export-file.ts';
import { readChosenFile } from '../files/read-chosen-file.ts';
import { openProject } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { isProjectFolder, makeProjectFolder } from '../project/project-file.ts';
import { projectPaths } from '../project/project-paths.ts';
import { HeldSlices } from './held-slices.ts';
import type { HostContext } from './host-context.ts';
import { keepAside } from './keep-aside.ts';
import type { ProjectSession } from './project-session.ts';
import { openSample } from './sample-project.ts';
import type { WindowPort } from './window-port.ts';
import { WindowProject } from './window-project.ts';

interface OfArticle {
  readonly articleId: ArticleId;
}

/** The host of one window: all that its page may ask for. Expected failures are thrown as `CodedError`. */
export class WindowHost implements HostApi {
  readonly #context: HostContext;
  readonly #port: WindowPort;
  readonly #window: WindowProject;
  readonly #held = new HeldSlices();

  constructor(context: HostContext, port: WindowPort) {
    this.#context = context;
    this.#port = port;
    this.#window = new WindowProject(context, port);
  }

  /** The window's project; `null` on the start screen. */
  get project(): Project | null {
    return this.#window.session?.project ?? null;
  }

  /**
   * The page may be loading while its project is being opened: then the answer waits for the project. Nobody sees the
   * start screen in between.
   */
  async getWindow(): Promise<WindowState> {
    await this.#window.expected;
    return { host: this.#context.host, project: this.project?.info ?? null };
  }

  /** Lets `getWindow` wait for an opening that was begun, however it ends. */
  expect(opening: Promise<unknown>): void {
    this.#window.expect(opening);
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

  readHistory(request: HistoryRequest): Promise<HistoryPage> {
    return this.#open().history.readPage(request);
  }

  readEntry(request: { readonly sequence: number; readonly offset: number }): Promise<EntryPage> {
    return this.#open().history.readEntry(request);
  }

  readLastStates({ ids }: { readonly ids: readonly string[] }): Promise<readonly ProjectRecord[]> {
    return this.#open().history.readLastStates(ids);
  }

  readEarlierStates(request: {
    readonly sequence: number;
    readonly upTo: number;
    readonly offset: number;
  }): Promise<EarlierStatePage> {
    return this.#open().history.readEarlierStates(request);
  }

  async readText({ hash }: { readonly hash: RevisionHash }): Promise<RevisionText> {
    const read = await this.#open().project.texts.read(hash);
    if (!read.ok) throw CodedError.of(read.error);
    return read.value;
  }

  readCitationStyle(request: {
    readonly id: string | null;
    readonly languages: readonly string[];
  }): Promise<StyleFiles> {
    const { id, languages } = request;
    return readStyleFiles(this.#context.citationStyles, {
      id: id ?? undefined,
      languages,
      records: [],
    });
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
    if (imports.length > 0) void this.#importWhenHeard(imports);
    return info;
  }

  async closeProject(): Promise<void> {
    await this.#window.close();
    this.#port.projectChanged();
  }

  async chooseImport({ what }: { readonly what: 'files' | 'folder' }): Promise<boolean> {
    this.#openForWriting();
    const paths = await this.#port.askImportPaths(what);
    if (paths.length === 0) return false;
    this.importPaths(paths);
    return true;
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    return this.#open().project.catalogue.search(request);
  }

  async readConcordance(request: ConcordanceRequest): Promise<ConcordancePage> {
    return this.#open().project.catalogue.readConcordance(request);
  }

  async listClusters(): Promise<readonly ArticleCluster[]> {
    return this.#open().project.catalogue.listClusters();
  }

  async getCatalogue(): Promise<CatalogueState> {
    return this.#open().project.catalogue.state;
  }

  async getSuggestions(): Promise<SuggestionsState> {
    return this.#open().project.suggestions.state;
  }

  async listSuggestions(request: SuggestionsRequest): Promise<SuggestionsPage> {
    return this.#open().project.suggestions.list(request);
  }

  async readCluster({ key }: { readonly key: string }): Promise<ClusterSuggestion | null> {
    return this.#open().project.suggestions.readCluster(key);
  }

  async readParallels({ articleId }: OfArticle): Promise<readonly ParallelSuggestion[]> {
    return this.#open().project.suggestions.readParallels(articleId);
  }

  async readQuotations({ articleId }: OfArticle): Promise<readonly QuotationSuggestion[]> {
    return this.#open().project.suggestions.readQuotations(articleId);
  }

  async findConflicts({
    groups,
  }: {
    readonly groups: readonly FiledTogether[];
  }): Promise<readonly ConflictSuggestion[]> {
    return this.#open().project.suggestions.findConflicts(groups);
  }

  async findSilences({
    questions,
  }: {
    readonly questions: readonly SilenceQuestion[];
  }): Promise<readonly SilenceSuggestion[]> {
    return this.#open().project.suggestions.findSilences(questions);
  }

  async listJobs(): Promise<readonly JobState[]> {
    return this.#open().corpus.jobs.list();
  }

  readJobReport({ id, offset }: { readonly id: string; readonly offset: number }) {
    return this.#open().corpus.jobs.readReport(id, offset);
  }

  async cancelJob({ id }: { readonly id: string }): Promise<void> {
    this.#open().corpus.jobs.cancel(id);
  }

  async pauseJob({ id }: { readonly id: string }): Promise<void> {
    this.#open().corpus.jobs.pause(id);
  }

  async resumeJob({ id }: { readonly id: string }): Promise<void> {
    this.#openForWriting().corpus.jobs.resume(id);
  }

  exportJobReport({ id }: { readonly id: string }): Promise<{ fileName: string } | null> {
    return this.#open().corpus.exportReport(id, (name) => this.#port.askSavePath(name));
  }

  async importPasted(pasted: {
    readonly text: string;
    readonly html: string | null;
  }): Promise<void> {
    await this.#openForWriting().corpus.importPasted(pasted);
  }

  readTable({ id }: { readonly id: string }): Promise<TablePreview> {
    return this.#open().corpus.readTable(id);
  }

  async importTable(request: { readonly id: string; readonly columns: ColumnMap }): Promise<void> {
    await this.#openForWriting().corpus.importTable(request.id, request.columns);
  }

  async rereadArticle(request: {
    readonly articleId: ArticleId;
    readonly encoding: string;
  }): Promise<void> {
    await this.#openForWriting().corpus.reread(request.articleId, request.encoding);
  }

  async listWatchedFolders(): Promise<readonly WatchedFolder[]> {
    return this.#open().corpus.listFolders();
  }

  async watchFolder(): Promise<WatchedFolder | null> {
    this.#openForWriting();
    const folder = await this.#port.askWatchFolder();
    return folder === null ? null : this.#openForWriting().corpus.watchFolder(folder);
  }

  async unwatchFolder({ id }: { readonly id: string }): Promise<void> {
    await this.#openForWriting().corpus.unwatchFolder(id);
  }

  async rescanFolders(): Promise<void> {
    this.#openForWriting().corpus.rescan();
  }

  async appendChange(request: {
    readonly projectId: ProjectId;
    readonly change: Change;
    readonly slices?: number;
  }): Promise<{ sequence: number }> {
    const project = this.#openOf(request.projectId);
    const { change, slices } = request;
    const whole = slices === undefined ? change : this.#held.take(change, slices);
    const appended = await project.append(whole);
    if (!appended.ok) throw CodedError.of(appended.error);
    return { sequence: appended.value };
  }

  async holdSlice(request: {
    readonly projectId: ProjectId;
    readonly changeId: ChangeId;
    readonly index: number;
    readonly diff: Diff;
  }): Promise<void> {
    this.#openOf(request.projectId);
    this.#held.hold(request);
  }

  async keepAside(request: {
    readonly reason: string;
    readonly records: readonly ProjectRecord[];
  }): Promise<{ fileName: string }> {
    const { paths } = this.#openForWriting().project;
    return { fileName: await keepAside(paths, this.#context.maker.now(), request) };
  }

  exportBrief(request: BriefExport): Promise<ExportOutcome> {
    const { texts } = this.#open().project.paths;
    const { citationStyles, printPdf } = this.#context;
    return exportBrief(
      request,
      () => this.#context.composeBrief({ request, texts, citationStyles }),
      (name) => this.#port.askSavePath(name),
      printPdf,
    );
  }

  async chooseFile({ kind }: { readonly kind: ChosenKind }): Promise<ChosenFile | null> {
    this.#open();
    const path = await this.#port.askOpenPath(kind);
    return path === null ? null : readChosenFile(path);
  }

  async listTemplates(): Promise<readonly TemplateFile[]> {
    return listTemplates(this.#open().project.paths.root);
  }

  async writeTemplate(template: ChosenFile): Promise<{ readonly fileName: string }> {
    return writeTemplate(this.#openForWriting().project.paths.root, template);
  }

  async exportFile(file: ExportedFile): Promise<{ readonly fileName: string } | null> {
    this.#open();
    return exportFile(file, (name) => this.#port.askSavePath(name));
  }

  async exportTo(request: ExportRequest): Promise<ExchangeOutcome | null> {
    return this.#open().exchange.export(request, (name) => this.#port.askSavePath(name));
  }

  async importFrom(request: ImportRequest): Promise<ExchangeOutcome | null> {
    return this.#openForWriting().exchange.import(request, (asked) =>
      this.#port.askExchangePath(asked),
    );
  }

  async cancelExchange({ id }: { readonly id: string }): Promise<void> {
    this.#open().exchange.cancel(id);
  }

  async answerClose({ close }: { readonly close: boolean }): Promise<void> {
    this.#port.answerClose(close);
  }

  async showUndo(titles: {
    readonly undo: string | null;
    readonly redo: string | null;
  }): Promise<void> {
    this.#port.showUndo(titles);
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
    void this.#openForWriting().corpus.importPaths(paths);
  }

  /** The window has come to the front. */
  noteFocus(): void {
    this.#window.session?.corpus.noteFocus();
  }

  /** Closes the project, if one is open: jobs stand still, a last snapshot is made, the lock is released. Never rejects. */
  dispose(): Promise<void> {
    return this.#window.close();
  }

  /** Imports once the page hears of it, if it still has the project then: few files are read before a page is there. */
  async #importWhenHeard(paths: readonly string[]): Promise<void> {
    const { session } = this.#window;
    await this.#port.whenPageReady();
    if (session !== null && this.#window.session === session) {
      await session.corpus.importPaths(paths);
    }
  }

  #change(open: () => Promise<Project>, folder?: string): Promise<ProjectInfo> {
    this.#held.clear();
    return this.#window.change(open, folder);
  }

  /** The open project, if it is this one. */
  #openOf(id: ProjectId): Project {
    const { project } = this.#open();
    if (project.info.id === id) return project;
    throw new CodedError(
      'no-project',
      'This change belongs to a project that is not open here any more. Open it again; the change is kept until then.',
    );
  }

  #open(): ProjectSession {
    return this.#window.open();
  }

  #openForWriting(): ProjectSession {
    return this.#window.openForWriting();
  }
}
