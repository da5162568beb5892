import { SuggestionFinder } from '../../../main/services/suggestions/suggestion-finder.ts';
import { SuggestionReader } from '../../../main/services/suggestions/suggestion-reader.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import type { SuggestionTimes } from '../../../main/services/suggestions/suggestion-times.ts';
import { suggestionsInWorkers } from '../../../main/workers/suggestions-in-workers.ts';
import { threadHere } from './catalogue-threads.ts';

/** The threads without threads: quick to start, and nothing in them can be ended. */
export const suggestionsHere: SuggestionThreads = {
  startFinder: () =>
    threadHere((tell) => {
      const finder = new SuggestionFinder(tell);
      return { handle: (request) => finder.handle(request), close: () => undefined };
    }),
  startReader: () =>
    threadHere((tell) => {
      const reader = new SuggestionReader(tell);
      return { handle: (request) => void reader.handle(request), close: () => reader.close() };
    }),
};

/** The threads as the program has them, from the sources. */
export const suggestionsInThreads: SuggestionThreads = suggestionsInWorkers({
  finder: new URL('../../../main/workers/suggestions-finder-worker.ts', import.meta.url),
  reader: new URL('../../../main/workers/suggestions-reader-worker.ts', import.meta.url),
});

/** Questions may begin the work at once. */
export const atOnce: Partial<SuggestionTimes> = { notBefore: 0 };
