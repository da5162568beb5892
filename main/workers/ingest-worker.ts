import { parentPort } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import type { FindOptions, Found } from '../services/corpus/find-files.ts';
import type { IngestMessage, IngestRequest } from '../services/corpus/ingest.ts';
import { ingestHere } from '../services/corpus/ingest-here.ts';

/** What an ingest worker is asked. */
export type IngestTask =
  | { readonly kind: 'find'; readonly paths: readonly string[]; readonly options: FindOptions }
  | { readonly kind: 'read'; readonly request: IngestRequest }
  | { readonly kind: 'table'; readonly path: string }
  | { readonly kind: 'sync'; readonly paths: readonly string[] };

/** What it tells: something in between, any number of times, then the end. */
export type IngestAnswer =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'message'; readonly message: IngestMessage }
  | { readonly kind: 'end'; readonly end: Result<unknown> };

function tell(answer: IngestAnswer): void {
  parentPort?.postMessage(answer);
}

function work(task: IngestTask): Promise<Result<unknown>> {
  switch (task.kind) {
    case 'find':
      return ingestHere.find(task.paths, task.options, (found) => tell({ kind: 'found', found }));
    case 'read':
      return ingestHere.read(task.request, (message) => tell({ kind: 'message', message }));
    case 'table':
      return ingestHere.readTable(task.path);
    case 'sync':
      return ingestHere.sync(task.paths);
  }
}

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (task: IngestTask) => {
  tell({ kind: 'end', end: await work(task) });
});
