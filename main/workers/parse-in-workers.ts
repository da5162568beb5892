import { pathToFileURL } from 'node:url';
import { assertNever } from '../../app/base/assert-never.ts';
import { failure } from '../../app/base/result.ts';
import type { ParseSource } from '../services/corpus/import-articles.ts';
import type { ParseRequest, ParseResponse } from './parse-worker.ts';
import type { WorkerFailure } from './worker-pool.ts';
import { WorkerPool } from './worker-pool.ts';

const workers = 2;
const memoryLimit = 1_024;

/** Parses in worker threads. A file that hangs the parser or fills its memory is refused, the others go on. */
export function parseInWorkers(script: string, timeLimit = 30_000): ParseSource {
  const pool = new WorkerPool<ParseRequest, ParseResponse>({
    script: pathToFileURL(script),
    size: workers,
    timeLimit,
    memoryLimit,
  });
  let id = 0;
  return async (fileName, bytes) => {
    id += 1;
    const answer = await pool.run({ id, fileName, bytes });
    return answer.ok ? answer.value.result : failure('parser', sentence(answer.error.code));
  };
}

function sentence(code: WorkerFailure): string {
  switch (code) {
    case 'time-limit':
      return 'Reading it took too long, so it was given up. Save the article alone as plain text and import that.';
    case 'crashed':
      return 'It could not be read: it is too large or too deeply nested. Save the article alone as plain text and import that.';
    case 'closed':
      return 'The program was closed before it was read. Import it again.';
    default:
      return assertNever(code);
  }
}
