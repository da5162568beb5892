import { parentPort } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import type { FindOptions, Found } from '../services/corpus/find-files.ts';
import type { IngestEnd, IngestMessage, IngestRequest } from '../services/corpus/ingest.ts';
import { ingestFile } from '../services/corpus/ingest-file.ts';
import { ingestHere } from '../services/corpus/ingest-here.ts';
import { ReusedBytes } from '../services/files/reused-bytes.ts';

/** What an ingest worker is asked. */
export type IngestTask =
  | { readonly kind: 'find'; readonly paths: readonly string[]; readonly options: FindOptions }
  /** One after the other. `at` is told at which it is. */
  | { readonly kind: 'read'; readonly requests: readonly IngestRequest[]; readonly at: Int32Array }
  | { readonly kind: 'table'; readonly path: string };

/** What became of one of several files, or what is told of it in between: then `end` is `null`. */
export interface ReadAnswer {
  readonly index: number;
  readonly messages: readonly IngestMessage[];
  readonly end: IngestEnd | null;
}

/** What it tells: something in between, any number of times, then the end. */
export type IngestAnswer =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'read'; readonly reads: readonly ReadAnswer[]; readonly isLast: boolean }
  | { readonly kind: 'end'; readonly end: Result<unknown> };

/** What is known of some of the files is told after so many milliseconds. */
const patience = 10;

/** A worker takes one message at a time, and reads the files of one in turn. */
const reused = new ReusedBytes();

function post(answer: IngestAnswer): void {
  parentPort?.postMessage(answer);
}

async function readAll(requests: readonly IngestRequest[], at: Int32Array): Promise<void> {
  let reads: ReadAnswer[] = [];
  let told = performance.now();
  const tell = (isLast: boolean) => {
    post({ kind: 'read', reads, isLast });
    reads = [];
    told = performance.now();
  };
  try {
    for (const [index, request] of requests.entries()) {
      Atomics.store(at, 0, index);
      const { messages, end } = await read(request, (some) => {
        reads.push({ index, messages: some, end: null });
        tell(false);
      });
      reads.push({ index, messages, end });
      const isLast = index === requests.length - 1;
      if (isLast || performance.now() - told > patience) tell(isLast);
    }
  } catch (error) {
    // The thread ends with this. What it knows of the files before stays.
    tell(false);
    throw error;
  }
}

/**
 * Answers with what was told of a file and not posted. Of a file of many articles each one is posted at once, so that it
 * stays when the next one hangs the parser.
 */
async function read(request: IngestRequest, tell: (messages: readonly IngestMessage[]) => void) {
  let messages: IngestMessage[] = [];
  const take = (message: IngestMessage) => {
    messages.push(message);
    if (message.kind === 'opened' || message.part.part === null) return;
    tell(messages);
    messages = [];
  };
  const end = await ingestFile(request, take, reused);
  return { messages, end };
}

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (task: IngestTask) => {
  switch (task.kind) {
    case 'find': {
      const onFound = (found: readonly Found[]) => post({ kind: 'found', found });
      return post({ kind: 'end', end: await ingestHere.find(task.paths, task.options, onFound) });
    }
    case 'read':
      return readAll(task.requests, task.at);
    case 'table':
      return post({ kind: 'end', end: await ingestHere.readTable(task.path) });
  }
});
