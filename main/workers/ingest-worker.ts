import { parentPort } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import type { FindOptions, Found } from '../services/corpus/find-files.ts';
import type { IngestMessage, IngestRequest } from '../services/corpus/ingest.ts';
import { ingestHere } from '../services/corpus/ingest-here.ts';

/** What an ingest worker is asked. */
export type IngestTask =
  | { readonly kind: 'find'; readonly paths: readonly string[]; readonly options: FindOptions }
  | { readonly kind: 'read'; readonly request: IngestRequest }
  | { readonly kind: 'table'; readonly path: string };

/** What it tells: something in between, any number of times, then the end. */
export type IngestAnswer =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'messages'; readonly messages: readonly IngestMessage[] }
  | {
      readonly kind: 'end';
      readonly end: Result<unknown>;
      readonly messages: readonly IngestMessage[];
    };

let gathered: IngestMessage[] = [];

function post(answer: IngestAnswer): void {
  parentPort?.postMessage(answer);
}

/**
 * What is told of a file of one article goes with its end: a post costs a tenth of reading it. Of a file of many each one
 * is posted at once, so that it stays when the next one hangs the parser.
 */
function gather(message: IngestMessage): void {
  gathered.push(message);
  if (message.kind === 'opened' || message.part.part === null) return;
  post({ kind: 'messages', messages: gathered });
  gathered = [];
}

function work(task: IngestTask): Promise<Result<unknown>> {
  switch (task.kind) {
    case 'find':
      return ingestHere.find(task.paths, task.options, (found) => post({ kind: 'found', found }));
    case 'read':
      return ingestHere.read(task.request, gather);
    case 'table':
      return ingestHere.readTable(task.path);
  }
}

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (task: IngestTask) => {
  gathered = [];
  const end = await work(task);
  post({ kind: 'end', end, messages: gathered });
});
