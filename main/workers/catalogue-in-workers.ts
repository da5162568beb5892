import { Worker } from 'node:worker_threads';
import type { CatalogueThread, CatalogueThreads } from '../services/catalogue/catalogue-thread.ts';
import { StandingStill } from './standing-still.ts';

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

/** Starts a thread that uses a database: it is ended only where it stands still (`standing-still.ts`). */
export function startWorker<Request, Answer>(script: URL): CatalogueThread<Request, Answer> {
  const standingStill = new StandingStill();
  const worker = new Worker(script, {
    workerData: standingStill.workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  // A worker must not keep the program alive.
  worker.unref();
  let isOver = false;
  let isGone = false;
  const crashes: ((error: unknown) => void)[] = [];
  const crash = (error: unknown) => {
    if (isOver) return;
    isOver = true;
    for (const listener of crashes) listener(error);
  };
  worker.on('error', crash);
  worker.on('exit', () => {
    isGone = true;
    crash(new Error('The worker ended.'));
  });
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => void worker.on('message', listener),
    onCrash: (listener) => void crashes.push(listener),
    end: async () => {
      isOver = true;
      await standingStill.of(
        (message) => worker.postMessage(message),
        () => isGone,
      );
      await worker.terminate();
    },
  };
}
