import { parentPort } from 'node:worker_threads';
import type { WriterRequest } from '../services/catalogue/catalogue-messages.ts';
import { CatalogueWriter } from '../services/catalogue/catalogue-writer.ts';
import { takeRequests } from './standing-still.ts';

const writer = new CatalogueWriter((answer) => parentPort?.postMessage(answer));
takeRequests((request: WriterRequest) => writer.handle(request));
