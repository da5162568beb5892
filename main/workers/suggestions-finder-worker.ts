import { parentPort } from 'node:worker_threads';
import { SuggestionFinder } from '../services/suggestions/suggestion-finder.ts';
import type { FinderRequest } from '../services/suggestions/suggestion-messages.ts';
import { runInBackground } from './run-in-background.ts';
import { endable, takeRequests } from './standing-still.ts';

// It looks through all texts, for minutes where they are many, and nobody waits for the last of it.
runInBackground();
const finder = new SuggestionFinder((answer) => parentPort?.postMessage(answer), endable);
takeRequests((request: FinderRequest) => finder.handle(request));
