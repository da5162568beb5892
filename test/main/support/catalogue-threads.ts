import { CatalogueReader } from '../../../main/services/catalogue/catalogue-reader.ts';
import type {
  CatalogueThread,
  CatalogueThreads,
} from '../../../main/services/catalogue/catalogue-thread.ts';
import { CatalogueWriter } from '../../../main/services/catalogue/catalogue-writer.ts';
import { catalogueInWorkers } from '../../../main/workers/catalogue-in-workers.ts';

/** The threads of a catalogue without threads: quick to start, and nothing in them can be ended. */
export const catalogueHere: CatalogueThreads = {
  startWriter: () =>
    threadHere((tell) => {
      const writer = new CatalogueWriter(tell);
      return { handle: (request) => writer.handle(request), close: () => undefined };
    }),
  startReader: () =>
    threadHere((tell) => {
      const reader = new CatalogueReader(tell);
      return { handle: (request) => void reader.handle(request), close: () => reader.close() };
    }),
};

/** The threads as the program has them, from the sources. */
export const catalogueInThreads: CatalogueThreads = catalogueInWorkers({
  writer: new URL('../../../main/workers/catalogue-writer-worker.ts', import.meta.url),
  reader: new URL('../../../main/workers/catalogue-reader-worker.ts', import.meta.url),
});

/** A thread without a thread: what is posted is taken one turn later, as a copy. */
export function threadHere<Request, Answer>(
  start: (tell: (answer: Answer) => void) => { handle(request: Request): void; close(): void },
): CatalogueThread<Request, Answer> {
  const listeners: ((answer: Answer) => void)[] = [];
  let isOver = false;
  const worker = start((answer) => {
    const copy = structuredClone(answer);
    setImmediate(() => {
      if (!isOver) for (const listener of listeners) listener(copy);
    });
  });
  return {
    post: (request) => {
      const copy = structuredClone(request);
      setImmediate(() => {
        if (!isOver) worker.handle(copy);
      });
    },
    onAnswer: (listener) => void listeners.push(listener),
    onCrash: () => undefined,
    end: async () => {
      isOver = true;
      worker.close();
    },
  };
}
