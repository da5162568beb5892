import { basename } from 'node:path';
import { isEncodingName } from '../../../app/article/encodings.ts';
import type { TablePreview, WatchedFolder } from '../../../app/host/corpus.ts';
import type { HostEventName, HostEvents } from '../../../app/host/host-api.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ColumnMap } from '../../../app/record/records.ts';
import { changeSchema } from '../../../app/schema/change-schema.ts';
import { CodedError } from '../coded-error.ts';
import { type CorpusParts, doCorpusWork } from '../corpus/corpus-work.ts';
import { ensureArticlesFolder } from '../corpus/ensure-articles-folder.ts';
import { FolderWatch } from '../corpus/folder-watch.ts';
import { KnownFiles } from '../corpus/known-files.ts';
import { findOriginalOf, missingOriginal } from '../corpus/original-file.ts';
import { storePasted } from '../corpus/paste.ts';
import { WatchedFolders } from '../corpus/watched-folders.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { Jobs } from '../jobs/jobs.ts';
import { reportCsv } from '../jobs/report-csv.ts';
import type { Project } from '../project/project.ts';
import type { HostContext } from './host-context.ts';

/** Tells the window something. */
export type Emit = <Name extends HostEventName>(name: Name, payload: HostEvents[Name]) => void;

/** What it is done with. */
export type CorpusContext = Pick<HostContext, 'maker' | 'clock' | 'log' | 'ingest' | 'watching'>;

/** The corpus of an open project at work: jobs, watched folders, tables that wait for their columns. */
export class CorpusSession {
  readonly jobs: Jobs;
  readonly #project: Project;
  readonly #context: CorpusContext;
  readonly #folders: WatchedFolders;
  readonly #watch: FolderWatch;

  private constructor(
    project: Project,
    context: CorpusContext,
    folders: WatchedFolders,
    jobs: Jobs,
    watch: FolderWatch,
  ) {
    this.#project = project;
    this.#context = context;
    this.#folders = folders;
    this.jobs = jobs;
    this.#watch = watch;
  }

  /** Takes up what earlier runs left, and begins to watch. */
  static async begin(project: Project, context: CorpusContext, emit: Emit): Promise<CorpusSession> {
    const { paths } = project;
    const { maker, clock, log, ingest } = context;
    const readOnly = project.info.readOnly !== null;
    const folders = await WatchedFolders.open(paths.folders, paths.root, paths.articles);
    const known = await KnownFiles.open(paths.files);
    const parts: CorpusParts = {
      maker,
      articlesFolder: paths.articles,
      textsFolder: project.texts.folder,
      corpus: project.corpus,
      ingest,
      folders,
      known,
      clock,
      append: (change) => append(project, change, emit),
    };
    const jobs = await Jobs.open({
      folder: paths.jobs,
      newId: () => maker.id<string>(),
      clock,
      emit: (state) => emit('job', state),
      work: (work, run) => doCorpusWork(work, run, parts, watch.unsettled),
      exclusively: (work) => project.exclusively(work),
      log,
      readOnly,
    });
    const watch = new FolderWatch({
      ...parts,
      watching: readOnly ? null : context.watching,
      exclusively: (work) => project.exclusively(work),
      onState: () => emit('folders', folders.list()),
      // All of them: what is new in one may have been moved there from another.
      onChanges: (asked) => void jobs.start({ kind: 'rescan', folders: folders.ids, asked }),
      log,
    });
    const session = new CorpusSession(project, context, folders, jobs, watch);
    watch.begin();
    return session;
  }

  /** Imports files and folders as a job. Answers when it rests or has ended. Never rejects. */
  importPaths(paths: readonly string[]): Promise<void> {
    return this.jobs.start({ kind: 'paths', paths });
  }

  /** Keeps what was pasted and imports it as a job. Throws `CodedError` `disk`. */
  async importPasted(pasted: { readonly text: string; readonly html: string | null }) {
    const { articles } = this.#project.paths;
    await ensureArticlesFolder(articles);
    const path = await storePasted(articles, pasted, this.#context.maker.now()).catch(
      (error: unknown) => {
        throw new CodedError('disk', writeFailureSentence(error));
      },
    );
    void this.jobs.start({ kind: 'paths', paths: [path] });
  }

  /** Throws `CodedError` `missing`, `encoding`. */
  async reread(articleId: ArticleId, encoding: string): Promise<void> {
    await this.#project.whenCorpus();
    const { corpus, paths } = this.#project;
    const article = corpus.article(articleId);
    if (article === null) {
      throw new CodedError('missing', 'This article is not in the project any more.');
    }
    if (!isEncodingName(encoding)) {
      throw new CodedError('encoding', 'The program does not know this coding of characters.');
    }
    const original = await findOriginalOf(article, { corpus, articlesFolder: paths.articles });
    if (original === null) throw missingOriginal();
    void this.jobs.start({ kind: 'reread', articleId, encoding });
  }

  /** Throws `CodedError` `missing`, `unreadable`. */
  async readTable(id: string): Promise<TablePreview> {
    const path = await this.#tablePath(id);
    const table = await this.#context.ingest.readTable(path);
    if (table.ok) return table.value;
    throw new CodedError('unreadable', table.error.message);
  }

  /** Throws `CodedError` `missing`. */
  async importTable(id: string, columns: ColumnMap): Promise<void> {
    const path = await this.#tablePath(id);
    void this.jobs.start({ kind: 'table', path, columns });
  }

  /** Throws `CodedError` `missing`, `disk`. */
  async exportReport(id: string, askPath: (name: string) => Promise<string | null>) {
    const items = await this.jobs.wholeReport(id);
    const path = await askPath('Import report.csv');
    if (path === null) return null;
    await writeFileAtomically(path, reportCsv(items)).catch((error: unknown) => {
      throw new CodedError('disk', writeFailureSentence(error));
    });
    return { fileName: basename(path) };
  }

  listFolders(): readonly WatchedFolder[] {
    return this.#folders.list();
  }

  /** Watches a folder from now on. Throws `CodedError` `disk`, `overlap`. */
  async watchFolder(path: string): Promise<WatchedFolder> {
    return this.#watch.add(this.#context.maker.id<string>(), path);
  }

  /** Throws `CodedError` `missing`, `disk`. */
  unwatchFolder(id: string): Promise<void> {
    return this.#watch.remove(id);
  }

  /** Looks through all folders as a job. */
  rescan(): void {
    void this.jobs
      .start({ kind: 'rescan', folders: this.#folders.ids, asked: true })
      .then(() => this.#watch.followStates());
  }

  /** The window is looked at again: folders may have changed without telling. Not more than every few seconds. */
  noteFocus(): void {
    this.#watch.lookAgain();
  }

  /** Stops watching and lets jobs stand still. Never rejects. */
  async close(): Promise<void> {
    this.#watch.end();
    await this.jobs.close();
  }

  async #tablePath(id: string): Promise<string> {
    const line = await this.jobs.lineOfTable(id);
    if (line !== null) return line.path;
    throw new CodedError('missing', 'This table is not kept any more. Import it again.');
  }
}

/** Journals a change that main made and tells the window. Throws for one that is none. */
export async function append(project: Project, change: Change, emit: Emit) {
  // What the window sends is checked at the door. This is made here, and a journal must not hold what nobody can read
  // back: better no article, said, than one that is gone at the next opening.
  const checked = changeSchema.safeParse(change);
  if (!checked.success) {
    throw new Error('An import made a change that is none.', { cause: checked.error });
  }
  const appended = await project.append(change);
  if (appended.ok) emit('entry', { sequence: appended.value, change });
  return appended;
}
