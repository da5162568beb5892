import { parentPort } from 'node:worker_threads';
import { SuggestionFinder } from '../services/suggestions/suggestion-finder.ts';
import type { FinderRequest } from '../services/suggestions/suggestion-messages.ts';
import { endable, takeRequests } from './standing-still.ts';

const finder = new SuggestionFinder((answer) => parentPort?.postMessage(answer), endable);
takeRequests((request: FinderRequest) => finder.handle(request));
