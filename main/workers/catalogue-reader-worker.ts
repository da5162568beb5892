import { parentPort } from 'node:worker_threads';
import type { ReaderRequest } from '../services/catalogue/catalogue-messages.ts';
import { CatalogueReader } from '../services/catalogue/catalogue-reader.ts';
import { endable, takeRequests } from './standing-still.ts';

const reader = new CatalogueReader((answer) => parentPort?.postMessage(answer), endable);
takeRequests((request: ReaderRequest) => void reader.handle(request));
