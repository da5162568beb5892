import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { Change } from '../../../app/record/change.ts';
import { CodedError } from '../coded-error.ts';
import type { Ingest } from '../corpus/ingest.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import type { Project } from '../project/project.ts';
import { type CommitParts, commitImport } from './commit-import.ts';
import type { ExchangeProgress, ExchangeThread, PlannedImport } from './exchange-tasks.ts';
import { dropPending, keepPending, type PendingImport, readPending } from './pending-import.ts';
import { placeOriginals } from './place-originals.ts';

export interface ProjectImport {
  readonly project: Project;
  readonly thread: ExchangeThread;
  readonly ingest: Pick<Ingest, 'sync'>;
  readonly maker: Maker;
  /** Its changes are one step of undo. */
  readonly jobId: string;
  /** A file or a folder. */
  readonly path: string;
  /** The id of an `ExchangeFormat`; `null`: to be recognised. */
  readonly format: string | null;
  /** Journals a change and tells the window. */
  append(change: Change): Promise<Result<number>>;
  tell(progress: ExchangeProgress): void;
  /** It enters the project now, and can't be cancelled any more. */
  onSaving(): void;
  readonly signal: AbortSignal;
}

/** A project that is changed faster than a file is read is not waited for. */
const mostAttempts = 3;

/**
 * Imports a file or a folder: reads it into a spool, then journals what came of it. Throws `CodedError` `unreadable`, `format`,
 * `cancelled`, `busy`, with which nothing has changed, or `disk`. After `disk` a part may have come; importing again adds
 * the rest, and undo takes all of it back. Whatever ends the program while it is journalled, `finishInterrupted` adds the rest.
 */
export function importIntoProject(
  request: ProjectImport,
): Promise<{ readonly format: string; readonly report: ExchangeReport }> {
  const { project } = request;
  return project.exclusively(async () => {
    const { exchange } = project.paths;
    await finishInterrupted(request);
    // What a run left that was ended before it was to be journalled.
    await dropPending(exchange);
    try {
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const sequence = project.info.lastSequence;
        const spool = join(exchange, String(attempt));
        await mkdir(spool, { recursive: true });
        const planned = await plan(request, sequence, spool);
        wantGoingOn(request.signal);
        const originals = await placeOriginals(planned, project.paths.articles, request.ingest);
        const pending: PendingImport = {
          jobId: request.jobId,
          name: `Import “${basename(request.path)}”`,
          steps: planned.steps,
          symmetric: planned.symmetric,
          sequence,
          originals,
        };
        if (planned.steps.length > 0) await keepPlan(exchange, pending);
        // Numbers and names were given for the project as it was.
        if (project.info.lastSequence !== sequence) {
          await dropPending(exchange);
          continue;
        }
        wantGoingOn(request.signal);
        request.onSaving();
        const leftOut = await commitImport(pending, commitParts(request));
        return { format: planned.format, report: withLeftOut(planned.report, leftOut) };
      }
      throw new CodedError(
        'busy',
        'The project was changed again and again while the file was read. Import it when nobody works in the project.',
      );
    } finally {
      await dropPending(exchange).catch(() => undefined);
    }
  });
}

/** It may have been cancelled behind the last step of reading. Throws `CodedError` `cancelled`. */
function wantGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new CodedError('cancelled', 'It was cancelled.');
}

/** What an import needs to be journalled. */
type CommitRequest = Pick<ProjectImport, 'project' | 'maker' | 'append'>;

/**
 * Brings an import to its end that was being journalled when the program was ended. Answers with the name of its change; `null`:
 * there was none. To be called where nothing else imports. Throws `CodedError` `disk`.
 */
export async function finishInterrupted(request: CommitRequest): Promise<string | null> {
  const { exchange } = request.project.paths;
  const pending = await readPending(exchange);
  if (pending === null) return null;
  await commitImport(pending, commitParts(request));
  await dropPending(exchange);
  return pending.name;
}

function commitParts({ project, maker, append }: CommitRequest): CommitParts {
  return {
    maker,
    append,
    article: (id) => project.corpus.article(id),
    articlesNumbered: () => project.corpus.highestNumber,
    journal: {
      get lastSequence() {
        return project.info.lastSequence;
      },
      readChanges: (after) => project.readChanges(after),
    },
  };
}

async function keepPlan(folder: string, pending: PendingImport): Promise<void> {
  try {
    await keepPending(folder, pending);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new CodedError('disk', writeFailureSentence(error));
  }
}

function withLeftOut(report: ExchangeReport, leftOut: number): ExchangeReport {
  if (leftOut === 0) return report;
  const sentence = `${leftOut} of what was read is left out: what it belongs to was removed while it was imported.`;
  return { ...report, remarks: [...report.remarks, sentence] };
}

async function plan(
  { project, thread, maker, path, format, tell, signal }: ProjectImport,
  sequence: number,
  spool: string,
): Promise<PlannedImport> {
  const { paths, corpus } = project;
  const answer = await thread.import(
    {
      kind: 'import',
      snapshots: paths.snapshots,
      journal: paths.journal,
      sequence,
      texts: project.texts.folder,
      path,
      format,
      author: maker.author,
      articlesNumbered: corpus.highestNumber,
      spool,
    },
    tell,
    signal,
  );
  if (!answer.ok) throw CodedError.of(answer.error);
  return answer.value;
}
