import { pathToFileURL } from 'node:url';
import type {
  HistoryAnswer,
  HistoryQuery,
  HistoryThread,
} from '../services/history/history-query.ts';
import { WorkerPool } from './worker-pool.ts';

const memoryLimit = 2_048;

/** Reads a project's history in a worker thread of its own, started by the first question. */
export function historyInWorker(script: string): () => HistoryThread {
  return () => {
    const pool = new WorkerPool<HistoryQuery, HistoryAnswer>({
      script: pathToFileURL(script),
      size: 1,
      timeLimit: null,
      memoryLimit,
    });
    return {
      async ask(query) {
        const answer = await pool.run(query);
        if (answer.ok) return answer.value;
        throw new Error(answer.error.message);
      },
      close: () => pool.close(),
    };
  };
}
