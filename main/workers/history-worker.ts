import { parentPort } from 'node:worker_threads';
import type { HistoryQuery } from '../services/history/history-query.ts';
import { HistoryReader } from '../services/history/history-reader.ts';

const reader = new HistoryReader(() => performance.now());

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (query: HistoryQuery) => {
  parentPort?.postMessage(await reader.answer(query));
});
