import { parentPort } from 'node:worker_threads';
import type {
  ExchangeProgress,
  ExchangeTask,
  ExportAnswer,
  ImportAnswer,
} from '../services/exchange/exchange-tasks.ts';
import { runExport } from '../services/exchange/run-export.ts';
import { runImport } from '../services/exchange/run-import.ts';

/** What the thread tells: how far it is, any number of times, then what came of it. */
export type ExchangeMessage =
  | { readonly kind: 'progress'; readonly progress: ExchangeProgress }
  | { readonly kind: 'end'; readonly answer: ExportAnswer | ImportAnswer };

const millisecondsPerReport = 200;
let told = Number.NEGATIVE_INFINITY;

function post(message: ExchangeMessage): void {
  parentPort?.postMessage(message);
}

function tell(progress: ExchangeProgress): void {
  const now = performance.now();
  if (now - told < millisecondsPerReport) return;
  told = now;
  post({ kind: 'progress', progress });
}

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (task: ExchangeTask) => {
  const answer = task.kind === 'export' ? await runExport(task, tell) : await runImport(task, tell);
  post({ kind: 'end', answer });
});
