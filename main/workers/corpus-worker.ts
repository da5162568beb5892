import { parentPort } from 'node:worker_threads';
import type { CorpusRequest } from '../services/corpus/read-corpus.ts';
import { readCorpus } from '../services/corpus/read-corpus.ts';

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (request: CorpusRequest) => {
  const read = await readCorpus(request, (part) => parentPort?.postMessage(part));
  parentPort?.postMessage({ kind: 'read', read });
});
