import { Worker } from 'node:worker_threads';
import type { CatalogueThread, CatalogueThreads } from '../services/catalogue/catalogue-thread.ts';

/** Most memory of one thread's JavaScript objects, in megabytes. */
const memoryLimit = 1_024;

/** The threads of a catalogue as workers, by the scripts that they run. */
export function catalogueInWorkers(scripts: {
  readonly writer: URL;
  readonly reader: URL;
}): CatalogueThreads {
  return {
    startWriter: () => startWorker(scripts.writer),
    startReader: () => startWorker(scripts.reader),
  };
}

function startWorker<Request, Answer>(script: URL): CatalogueThread<Request, Answer> {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryLimit } });
  // A worker must not keep the program alive.
  worker.unref();
  let isOver = false;
  const crashes: ((error: unknown) => void)[] = [];
  const crash = (error: unknown) => {
    if (isOver) return;
    isOver = true;
    for (const listener of crashes) listener(error);
  };
  worker.on('error', crash);
  worker.on('exit', () => crash(new Error('The worker ended.')));
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => void worker.on('message', listener),
    onCrash: (listener) => void crashes.push(listener),
    end: async () => {
      isOver = true;
      await worker.terminate();
    },
  };
}
