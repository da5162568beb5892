import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exchangeFormats } from '../../../app/exchange/formats.ts';
import type { JobState } from '../../../app/host/job.ts';
import { CodedError } from '../../services/coded-error.ts';
import { importIntoProject } from '../../services/exchange/import-into-project.ts';
import { append, CorpusSession } from '../../services/host/corpus-session.ts';
import type { Project } from '../../services/project/project.ts';
import { makeProjectFolder } from '../../services/project/project-file.ts';
import { projectPaths } from '../../services/project/project-paths.ts';
import { whenUp } from '../catalogue-beside.ts';
import { type CliArguments, readArguments, wantNoMore } from '../cli-arguments.ts';
import type { CliContext } from '../cli-context.ts';
import type { Command, CommandWorld } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inProject } from '../in-project.ts';
import { isWithin, namedFolder, projectFolder, realPlace } from '../project-folder.ts';
import { refuseNewer } from '../read-project.ts';
import { stopped } from '../stopped.ts';
import { UsageError } from '../usage-error.ts';
import { exportTarget, wantPlace, writeWhole } from '../write-output.ts';
import { importReport } from './import-report.ts';
import type { Exchanged, Failed, Imported, ImportedArticles } from './imported.ts';
import { type SortedPaths, sortPaths } from './sort-paths.ts';
import { tellImported } from './tell-imported.ts';

/** `variorum import`. */
export const importCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(words, {
    ...{ as: 'value', name: 'value', create: 'flag', report: 'value', list: 'flag' },
  });
  if (args.has('list')) {
    wantNoMore(args, 0);
    const formats = exchangeFormats.filter((format) => format.imports !== null);
    if (args.has('json')) output.json(formats);
    else for (const { id, imports } of formats) output.say(`${id}\t${imports}`);
    return exitCodes.ok;
  }
  const named = args.words.slice(1);
  namedFolder(args.words, world.folder);
  if (named.length === 0) {
    throw new UsageError('Which files? Name them behind the project; “-” is standard input.');
  }
  const spool = await mkdtemp(join(tmpdir(), 'variorum-import-'));
  try {
    return await importNamed(named, args, spool, world);
  } finally {
    await rm(spool, { recursive: true, force: true, maxRetries: 5 });
  }
};

async function importNamed(
  named: readonly string[],
  args: CliArguments,
  spool: string,
  world: CommandWorld,
): Promise<number> {
  const { output } = world;
  const { as, report } = { as: args.value('as'), report: args.value('report') };
  sortPaths([], as);
  const paths = await pathsOf(named, args, spool, world);
  const context = await world.context(args.value('author'));
  const folder = await projectOf(args, context, world.folder);
  for (const path of paths) await refuseOwn(path, folder);
  const target =
    report === null
      ? null
      : exportTarget({
          option: report,
          folder: world.folder,
          output,
          project: projectPaths(folder),
        });
  if (target?.path === null && args.has('json')) {
    throw new UsageError('Standard output can hold the report or JSON, not both.');
  }
  // Before anything is imported: the report would be lost.
  if (target !== null) await wantPlace(target);
  const sorted = sortPaths(paths, as);
  const imported = await inProject(folder, context, output, async (project) => {
    const came: Imported = {
      articles:
        sorted.articles.length === 0
          ? null
          : await importArticles(project, sorted.articles, context, world),
      ...(await importExchanged(project, sorted, context, world)),
    };
    // Whoever only reads the project later makes no catalogue that stays.
    if (!world.signal.aborted) {
      await stopped(world.signal, () => whenUp(project.catalogue, output.progress)).catch(
        () => undefined,
      );
    }
    return came;
  });
  if (target !== null) await writeWhole(target, importReport(imported));
  return tellImported(imported, {
    output,
    asJson: args.has('json'),
    isQuiet: target !== null && target.path === null,
    wasStopped: world.signal.aborted,
  });
}

/** The files that are named, `-` as one of its own. Throws `CodedError` `no-file`. */
async function pathsOf(
  named: readonly string[],
  args: CliArguments,
  spool: string,
  { folder, input }: CommandWorld,
): Promise<readonly string[]> {
  const name = args.value('name');
  if (name !== null && !named.includes('-')) {
    throw new UsageError('--name says what “-” is called; there is no “-” among the files.');
  }
  if (named.filter((word) => word === '-').length > 1) {
    throw new UsageError('Standard input can be read once; “-” stands there twice.');
  }
  const paths = named.map((word) =>
    word === '-' ? join(spool, basename(name ?? 'Standard input')) : resolve(folder, word),
  );
  const absent = paths.find((path, index) => named[index] !== '-' && !existsSync(path));
  if (absent !== undefined) throw new CodedError('no-file', `There is no file ${absent}.`);
  const at = named.indexOf('-');
  if (at !== -1) await pipeline(input, createWriteStream(paths[at] ?? ''));
  return paths;
}

async function projectOf(args: CliArguments, context: CliContext, folder: string): Promise<string> {
  const path = namedFolder(args.words, folder);
  if (args.has('create') && !existsSync(projectPaths(path).file)) {
    await makeProjectFolder(projectPaths(path), context.maker);
  }
  const real = await projectFolder(args.words, folder);
  await refuseNewer(real);
  return real;
}

/** A project is no article of its own. Throws `CodedError` `in-project`. */
async function refuseOwn(path: string, folder: string): Promise<void> {
  const place = await realPlace(path);
  if (place !== folder && !isWithin(place, projectPaths(folder).hidden)) return;
  throw new CodedError(
    'in-project',
    `${path} is the project itself. Name the files that are to come into it.`,
  );
}

/**
 * One after the other; each is one step of undo. One that can't be read costs no other. Throws `CodedError` where the project
 * can't be written.
 */
async function importExchanged(
  project: Project,
  { exchange }: SortedPaths,
  context: CliContext,
  { output, signal }: CommandWorld,
): Promise<{ readonly exchanged: readonly Exchanged[]; readonly failed: readonly Failed[] }> {
  const exchanged: Exchanged[] = [];
  const failed: Failed[] = [];
  for (const { path, format } of exchange) {
    if (signal.aborted) break;
    const importing = importIntoProject({
      project,
      thread: context.exchange,
      ingest: context.ingest,
      maker: context.maker,
      jobId: context.maker.id<string>(),
      path,
      format,
      append: (change) => append(project, change, () => undefined),
      tell: (progress) => output.progress(`Importing: ${progress.done} of ${progress.total}`),
      onSaving: () => output.progress('Saving'),
      signal,
    });
    try {
      exchanged.push({ file: path, ...(await importing) });
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code !== 'unreadable' && error.code !== 'cancelled') throw error;
      failed.push({ file: path, code: error.code, message: error.message });
    }
  }
  return { exchanged, failed };
}

async function importArticles(
  project: Project,
  paths: readonly string[],
  context: CliContext,
  { output, signal }: CommandWorld,
): Promise<ImportedArticles> {
  const session = await CorpusSession.begin(project, context, (name, payload) => {
    if (name !== 'job') return;
    const { title, done, total } = payload as JobState;
    output.progress(`${title}: ${done} of ${total}`);
  });
  // What runs stands still then, and goes on in the window if that is wanted.
  const stop = (): void => void session.close();
  try {
    const before = new Set(session.jobs.list().map(({ id }) => id));
    if (signal.aborted) throw new CodedError('cancelled', 'Stopped before anything was imported.');
    signal.addEventListener('abort', stop, { once: true });
    await session.importPaths(paths);
    const state = session.jobs.list().find(({ id }) => !before.has(id));
    if (state === undefined) throw new Error('An import left no job.');
    return { state, items: await session.jobs.wholeReport(state.id) };
  } finally {
    signal.removeEventListener('abort', stop);
    await session.close();
  }
}
