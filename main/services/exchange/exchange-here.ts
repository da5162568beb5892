import { failure } from '../../../app/base/result.ts';
import type { ExchangeThread } from './exchange-tasks.ts';
import { runExport } from './run-export.ts';
import { runImport } from './run-import.ts';

const cancelled = failure('cancelled', 'It was cancelled.');

/** Exports and imports on the calling thread: what the worker does. What is cancelled goes on to its end first. */
export const exchangeHere: ExchangeThread = {
  async export(task, tell, signal) {
    const answer = await runExport(task, tell);
    return signal.aborted ? cancelled : answer;
  },
  async import(task, tell, signal) {
    const answer = await runImport(task, tell);
    return signal.aborted ? cancelled : answer;
  },
};
