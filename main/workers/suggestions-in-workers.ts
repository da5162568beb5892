import type { SuggestionThreads } from '../services/suggestions/suggestion-threads.ts';
import { startWorker } from './catalogue-in-workers.ts';

/** The threads of suggestions as workers, by the scripts that they run. */
export function suggestionsInWorkers(scripts: {
  readonly finder: URL;
  readonly reader: URL;
}): SuggestionThreads {
  return {
    startFinder: () => startWorker(scripts.finder),
    startReader: () => startWorker(scripts.reader),
  };
}
