import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Maker } from '../../../app/base/maker.ts';
import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueThreads } from '../catalogue/catalogue-thread.ts';
import { ThreadedCatalogue } from '../catalogue/threaded-catalogue.ts';
import { CodedError } from '../coded-error.ts';
import type { CorpusPart, CorpusRead, CorpusRequest } from '../corpus/read-corpus.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import type { OpenAppendFile } from '../journal/append-file.ts';
import { emptyBase, Journal } from '../journal/journal.ts';
import type { SnapshotRequest } from '../snapshot/make-snapshot.ts';
import type { SnapshotFile } from '../snapshot/snapshot-file.ts';
import { readNewestHeader } from '../snapshot/snapshot-file.ts';
import type { SnapshotLimits } from '../snapshot/snapshot-schedule.ts';
import { SnapshotSchedule, usualLimits } from '../snapshot/snapshot-schedule.ts';
import { noSuggestions } from '../suggestions/no-suggestions.ts';
import type { SuggestionThreads } from '../suggestions/suggestion-threads.ts';
import type { SuggestionTimes } from '../suggestions/suggestion-times.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import { ThreadedSuggestions } from '../suggestions/threaded-suggestions.ts';
import { TextStore } from '../text/text-store.ts';
import { firstChange } from './first-change.ts';
import { JournalFollowers } from './journal-followers.ts';
import { Project } from './project.ts';
import { ProjectCorpus } from './project-corpus.ts';
import {
  ownProjectFile,
  readOnlyProjectFile,
  readOnlyReason,
  readProjectFile,
} from './project-file.ts';
import type { ProjectLock } from './project-lock.ts';
import { takeLock } from './project-lock.ts';
import type { ProjectPaths } from './project-paths.ts';
import { projectPaths } from './project-paths.ts';

/** What opening a project needs from outside. */
export interface ProjectContext {
  readonly maker: Maker;
  readonly startTimer: StartTimer;
  /** Makes a snapshot away from this thread. Rejects when it can't. */
  makeSnapshot(request: SnapshotRequest): Promise<SnapshotFile>;
  /** Reads a corpus away from this thread. Rejects when it can't be read. */
  readCorpus(request: CorpusRequest, take: (part: CorpusPart) => void): Promise<CorpusRead>;
  /** Where the catalogue works. */
  readonly catalogueThreads: CatalogueThreads;
  /** Where suggestions are looked for. Absent: nothing is proposed. */
  readonly suggestionThreads?: SuggestionThreads;
  readonly suggestionTimes?: Partial<SuggestionTimes>;
  /** For what the analyst need not know. */
  log(message: string, error?: unknown): void;
  readonly snapshotLimits?: SnapshotLimits;
  /** Opens it for reading only, whoever else has it open, with this as the reason. Absent: for writing if that is allowed. */
  readonly readOnly?: string;
  readonly openFile?: OpenAppendFile;
}

/**
 * Opens a project folder: takes its lock, reads what the journal has since the newest snapshot, repairs a torn end. An empty
 * journal gets its first change. Neither snapshot nor corpus are read before somebody needs them. Throws `CodedError`: `not-a-project`, `locked`, `damaged`, `missing`, `disk`.
 *
 * @param created whether the folder was just made
 */
export async function openProject(
  folder: string,
  created: boolean,
  context: ProjectContext,
): Promise<Project> {
  const paths = projectPaths(await realpath(folder).catch(() => folder));
  const file = await readProjectFile(paths);
  const readOnly = context.readOnly ?? (await readOnlyReason(paths, file));
  const lock = readOnly === null ? await lockProject(paths, context) : null;
  try {
    const own =
      readOnly === null
        ? await ownProjectFile(paths, file, context.maker)
        : await readOnlyProjectFile(paths, file);
    return await openLocked(paths, { file: own, readOnly, lock, created }, context);
  } catch (error) {
    await lock?.release();
    if (error instanceof CodedError || errorCode(error) === null) throw error;
    context.log('A project could not be opened.', error);
    throw new CodedError(
      'damaged',
      `The project “${basename(paths.root)}” could not be read (${errorCode(error)}). Check the folder's permissions and the disk, then open it again.`,
    );
  }
}

async function lockProject(paths: ProjectPaths, { maker }: ProjectContext): Promise<ProjectLock> {
  try {
    const taken = await takeLock(paths.lock, maker.now());
    if (taken.ok) return taken.value;
    throw CodedError.of(taken.error);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('disk', writeFailureSentence(error));
  }
}

interface Opening {
  readonly file: Awaited<ReturnType<typeof readProjectFile>>;
  readonly readOnly: string | null;
  readonly lock: ProjectLock | null;
  readonly created: boolean;
}

async function openLocked(
  paths: ProjectPaths,
  opening: Opening,
  context: ProjectContext,
): Promise<Project> {
  const notices = opening.lock?.notice ? [opening.lock.notice] : [];
  if (opening.readOnly === null) {
    // An unpacked copy may lack folders that were empty.
    for (const folder of [paths.articles, paths.journal, paths.texts, paths.snapshots]) {
      await mkdir(folder, { recursive: true });
    }
  }
  const header = await readNewestHeader(paths.snapshots);
  // While opening there are none yet; they read the journal themselves then.
  let following: { readonly corpus: ProjectCorpus; readonly followers: JournalFollowers } | null =
    null;
  const journal = await Journal.open({
    folder: paths.journal,
    base: header ?? emptyBase,
    readOnly: opening.readOnly !== null,
    onEntry: (entry) => {
      following?.corpus.apply(entry.change.diff);
      following?.followers.tell(entry);
    },
    ...(context.openFile === undefined ? {} : { openFile: context.openFile }),
  });
  const sequence = journal.lastSequence;
  const corpus = new ProjectCorpus(async (take) => {
    const { snapshots, journal: folder } = paths;
    const read = await context.readCorpus({ snapshots, journal: folder, sequence }, take);
    if (read.damaged > 0 && opening.readOnly === null) {
      // Nobody has to know: an older one and the journal do as well, and another is made.
      context.log(`${read.damaged} damaged snapshots were passed over in ${snapshots}.`);
      schedule.noteChange();
    }
    return read;
  });
  notices.push(...journal.notices);
  const catalogue = await makeCatalogue(paths, opening, journal, context);
  const suggestions = await makeSuggestions(paths, opening, journal, context);
  const followers = new JournalFollowers([catalogue, suggestions]);
  following = { corpus, followers };
  const base = header?.sequence ?? 0;
  const schedule = new SnapshotSchedule(
    context.snapshotLimits ?? usualLimits,
    context.startTimer,
    () => void project.snapshotNow(),
  );
  const project: Project = new Project({
    ...opening,
    paths,
    notices,
    journal,
    texts: new TextStore(paths.texts),
    corpus,
    catalogue,
    suggestions,
    followers,
    schedule,
    makeSnapshot: (sequence) => makeSnapshot(paths, sequence, context),
  });
  if (opening.readOnly !== null) return project;
  // Changes that the last run did not live to put in a snapshot.
  if (journal.lastSequence > base) schedule.noteChange();
  if (journal.lastSequence === 0) {
    const first = await project.append(firstChange(context.maker, basename(paths.root)));
    if (!first.ok) {
      await project.close();
      throw CodedError.of(first.error);
    }
  }
  return project;
}

/** The catalogue of a project; of one that is only read, in a folder for as long as it is open. */
async function makeCatalogue(
  paths: ProjectPaths,
  { file, readOnly }: Opening,
  journal: Journal,
  { catalogueThreads, startTimer, log }: ProjectContext,
): Promise<Catalogue> {
  const elsewhere = readOnly === null ? null : await mkdtemp(join(tmpdir(), 'variorum-catalogue-'));
  return new ThreadedCatalogue({
    sources: {
      file: elsewhere === null ? paths.catalogue : join(elsewhere, basename(paths.catalogue)),
      texts: paths.texts,
      snapshots: paths.snapshots,
      journal: paths.journal,
      projectId: file.id,
    },
    threads: catalogueThreads,
    startTimer,
    journalEnd: () => ({ sequence: journal.lastSequence, changeId: journal.lastChangeId }),
    log,
    onClosed: async () => {
      if (elsewhere !== null) await rm(elsewhere, { recursive: true, force: true });
    },
  });
}

/** The suggestions of a project; of one that is only read, in a folder for as long as it is open. */
async function makeSuggestions(
  paths: ProjectPaths,
  { file, readOnly }: Opening,
  journal: Journal,
  { suggestionThreads: threads, suggestionTimes: times, startTimer, log }: ProjectContext,
): Promise<Suggestions> {
  if (threads === undefined) return noSuggestions();
  const elsewhere =
    readOnly === null ? null : await mkdtemp(join(tmpdir(), 'variorum-suggestions-'));
  return new ThreadedSuggestions({
    sources: {
      file: elsewhere === null ? paths.suggestions : join(elsewhere, basename(paths.suggestions)),
      texts: paths.texts,
      snapshots: paths.snapshots,
      journal: paths.journal,
      projectId: file.id,
    },
    threads,
    startTimer,
    journalEnd: () => ({ sequence: journal.lastSequence, changeId: journal.lastChangeId }),
    log,
    ...(times === undefined ? {} : { times }),
    onClosed: async () => {
      if (elsewhere !== null) await rm(elsewhere, { recursive: true, force: true });
    },
  });
}

async function makeSnapshot(
  paths: ProjectPaths,
  sequence: number,
  context: ProjectContext,
): Promise<SnapshotFile | null> {
  try {
    return await context.makeSnapshot({
      snapshots: paths.snapshots,
      journal: paths.journal,
      sequence,
      createdAt: context.maker.now(),
    });
  } catch (error) {
    // The journal has everything; the next one will be made from it.
    context.log('A snapshot could not be made.', error);
    return null;
  }
}
