import { pathToFileURL } from 'node:url';
import { assertNever } from '../../app/base/assert-never.ts';
import type { Failure, Result } from '../../app/base/result.ts';
import type { Ingest } from '../services/corpus/ingest.ts';
import type { IngestAnswer, IngestTask } from './ingest-worker.ts';
import type { WorkerFailure } from './worker-pool.ts';
import { WorkerPool } from './worker-pool.ts';

/** As many as the least of machines has processors. */
const readersAtOnce = 2;
/** Most memory of one worker's JavaScript objects, in megabytes. */
const memoryLimit = 1_024;

/**
 * Reads files in worker threads. A file that hangs the parser or fills its memory is refused, the others go on; what it
 * gave before stays.
 *
 * @param timeLimit milliseconds that reading may take from one article of a file to the next
 */
export function ingestInWorkers(script: string, timeLimit = 30_000): Ingest {
  const newPool = (size: number) =>
    new WorkerPool<IngestTask, IngestAnswer>({
      script: pathToFileURL(script),
      size,
      timeLimit,
      memoryLimit,
      isLast: ({ kind }) => kind === 'end',
    });
  const readers = newPool(readersAtOnce);
  // By itself, so that what is read waits to be journalled no longer than the disk makes it.
  const syncer = newPool(1);
  const run = async <Value>(
    pool: WorkerPool<IngestTask, IngestAnswer>,
    task: IngestTask,
    failed: (code: WorkerFailure) => Failure,
    onAnswer: (answer: IngestAnswer) => void = () => undefined,
    signal: AbortSignal | null = null,
  ): Promise<Result<Value>> => {
    const answer = await pool.run(task, onAnswer, signal);
    if (!answer.ok) return { ok: false, error: failed(answer.error.code as WorkerFailure) };
    if (answer.value.kind !== 'end') throw new Error('An ingest worker gave no end.');
    onAnswer(answer.value);
    // The worker is built from the same source: what it answers to a task is of the task's type.
    return answer.value.end as Result<Value>;
  };
  return {
    find: (paths, options, onFound) =>
      run(readers, { kind: 'find', paths, options }, diskFailure, (answer) => {
        if (answer.kind === 'found') onFound(answer.found);
      }),
    read: (request, onMessage, signal) => {
      const onAnswer = (answer: IngestAnswer) => {
        if (answer.kind !== 'found') for (const message of answer.messages) onMessage(message);
      };
      return run(readers, { kind: 'read', request }, parserFailure, onAnswer, signal);
    },
    readTable: (path) => run(readers, { kind: 'table', path }, parserFailure),
    sync: (paths) => run(syncer, { kind: 'sync', paths }, diskFailure),
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
