import { parentPort } from 'node:worker_threads';
import { answerCompose, type ComposeRequest } from '../services/brief/brief-thread.ts';

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (request: ComposeRequest) => {
  parentPort?.postMessage(await answerCompose(request));
});
