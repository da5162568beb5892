import { pathToFileURL } from 'node:url';
import { failure, type Result } from '../../app/base/result.ts';
import type {
  ExchangeProgress,
  ExchangeTask,
  ExchangeThread,
  ExportAnswer,
  ImportAnswer,
} from '../services/exchange/exchange-tasks.ts';
import type { ExchangeMessage } from './exchange-worker.ts';
import { WorkerPool } from './worker-pool.ts';

/**
 * Megabytes. Below 2,048 the engine lets garbage grow to twice of what is used, above to four times
 * (`MemoryController::MaxGrowingFactor` of V8).
 */
const memoryLimit = 2_000;
/** What is made here lives short: with more room it would only lie there longer. */
const youngMemoryLimit = 32;

/** Exports and imports in a worker thread that lives for one; cancelling ends it at once. */
export function exchangeInWorker(script: string): ExchangeThread {
  return {
    export: (task, tell, signal) => run(script, task, tell, signal) as Promise<ExportAnswer>,
    import: (task, tell, signal) => run(script, task, tell, signal) as Promise<ImportAnswer>,
  };
}

async function run(
  script: string,
  task: ExchangeTask,
  tell: (progress: ExchangeProgress) => void,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const pool = new WorkerPool<ExchangeTask, ExchangeMessage>({
    script: pathToFileURL(script),
    size: 1,
    timeLimit: null,
    memoryLimit,
    youngMemoryLimit,
    isLast: ({ kind }) => kind === 'end',
  });
  const end = (): void => void pool.close();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    const answer = await pool.run(task, (message) => {
      if (message.kind === 'progress') tell(message.progress);
    });
    if (signal.aborted) return failure('cancelled', 'It was cancelled.');
    if (!answer.ok) throw new Error(answer.error.message);
    if (answer.value.kind === 'end') return answer.value.answer;
    throw new Error('The thread ended without an answer.');
  } finally {
    signal.removeEventListener('abort', end);
    await pool.close();
  }
}
