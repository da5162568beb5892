import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { assertNever } from '../../app/base/assert-never.ts';
import type { Failure, Result } from '../../app/base/result.ts';
import type { Ingest } from '../services/corpus/ingest.ts';
import { GroupedReads } from './grouped-reads.ts';
import type { IngestAnswer, IngestTask } from './ingest-worker.ts';
import type { SyncAnswer, SyncRequest } from './sync-worker.ts';
import type { WorkerFailure } from './worker-pool.ts';
import { WorkerPool } from './worker-pool.ts';

/** As many as the least of machines has processors. */
const readersAtOnce = 2;
/** What is read quickly is read by one thread where two would leave no processor to journal, index and show it meanwhile. */
const processorsForAll = 3;
/** Most memory of one worker's JavaScript objects, in megabytes. */
const memoryLimit = 1_024;
/** Most of it for what has just been made, in megabytes: less than V8 takes, at no cost that shows. */
const youngMemoryLimit = 24;
/** Of one that only syncs. */
const smallMemoryLimit = 64;
/** A slow network drive may take long for a hundred files, in milliseconds. */
const syncLimit = 120_000;

/** The built `ingest-worker.ts` and `sync-worker.ts`. */
export interface IngestScripts {
  readonly ingest: string;
  readonly sync: string;
}

/**
 * Reads files in worker threads. A file that hangs the parser or fills its memory is refused, the others go on; what it
 * gave before stays.
 *
 * @param timeLimit milliseconds that reading may take from one article of a file to the next
 */
export function ingestInWorkers(scripts: IngestScripts, timeLimit = 30_000): Ingest {
  const readers = new WorkerPool<IngestTask, IngestAnswer>({
    script: pathToFileURL(scripts.ingest),
    size: readersAtOnce,
    timeLimit,
    memoryLimit,
    youngMemoryLimit,
    isLast: (answer) => answer.kind === 'end' || (answer.kind === 'read' && answer.isLast),
  });
  // By itself, so that what is read waits to be journalled no longer than the disk makes it.
  const syncer = new WorkerPool<SyncRequest, SyncAnswer>({
    script: pathToFileURL(scripts.sync),
    size: 1,
    timeLimit: syncLimit,
    memoryLimit: smallMemoryLimit,
    youngMemoryLimit: 2,
  });
  const quick = availableParallelism() < processorsForAll ? 1 : readersAtOnce;
  const reads = new GroupedReads(readers, { most: readersAtOnce, quick }, parserFailure);
  const run = async <Value>(
    task: IngestTask,
    failed: (code: WorkerFailure) => Failure,
    onAnswer: (answer: IngestAnswer) => void = () => undefined,
  ): Promise<Result<Value>> => {
    const answer = await readers.run(task, onAnswer);
    if (!answer.ok) return { ok: false, error: failed(answer.error.code as WorkerFailure) };
    if (answer.value.kind !== 'end') throw new Error('An ingest worker gave no end.');
    // The worker is built from the same source: what it answers to a task is of the task's type.
    return answer.value.end as Result<Value>;
  };
  return {
    find: (paths, options, onFound) =>
      run({ kind: 'find', paths, options }, diskFailure, (answer) => {
        if (answer.kind === 'found') onFound(answer.found);
      }),
    read: (request, onMessage, signal) => reads.read(request, onMessage, signal ?? null),
    readTable: (path) => run({ kind: 'table', path }, parserFailure),
    sync: async (paths) => {
      const answer = await syncer.run({ paths });
      return answer.ok ? answer.value : { ok: false, error: diskFailure() };
    },
  };
}

function parserFailure(code: WorkerFailure): Failure {
  return { code: 'parser', message: sentence(code) };
}

function diskFailure(): Failure {
  return { code: 'disk', message: 'The disk did not answer in time. Check it, then go on.' };
}

function sentence(code: WorkerFailure): string {
  switch (code) {
    case 'time-limit':
      return 'Reading it took too long, so it was given up. Save the article alone as plain text and import that.';
    case 'crashed':
      return 'It could not be read: it is too large or too deeply nested. Save the article alone as plain text and import that.';
    case 'closed':
      return 'The program was closed before it was read. Import it again.';
    case 'cancelled':
      return 'The import was stopped before it was read. Import it again.';
    default:
      return assertNever(code);
  }
}
