import { parentPort } from 'node:worker_threads';
import type { ReaderRequest } from '../services/catalogue/catalogue-messages.ts';
import { CatalogueReader } from '../services/catalogue/catalogue-reader.ts';

const reader = new CatalogueReader((answer) => parentPort?.postMessage(answer));
parentPort?.on('message', (request: ReaderRequest) => void reader.handle(request));
