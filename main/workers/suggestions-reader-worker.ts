import { parentPort } from 'node:worker_threads';
import type { SuggestionReaderRequest } from '../services/suggestions/suggestion-messages.ts';
import { SuggestionReader } from '../services/suggestions/suggestion-reader.ts';
import { endable, takeRequests } from './standing-still.ts';

const reader = new SuggestionReader((answer) => parentPort?.postMessage(answer), endable);
takeRequests((request: SuggestionReaderRequest) => void reader.handle(request));
