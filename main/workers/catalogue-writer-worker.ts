import { parentPort } from 'node:worker_threads';
import type { WriterRequest } from '../services/catalogue/catalogue-messages.ts';
import { CatalogueWriter } from '../services/catalogue/catalogue-writer.ts';

const writer = new CatalogueWriter((answer) => parentPort?.postMessage(answer));
parentPort?.on('message', (request: WriterRequest) => writer.handle(request));
