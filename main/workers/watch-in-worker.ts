import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WatchPath } from '../services/corpus/folder-watch.ts';
import type { WatchAnswer, WatchRequest } from './watch-worker.ts';

interface Watched {
  readonly onChange: () => void;
  readonly onFailure: () => void;
}

/**
 * Watches folders in a thread of their own: an import alone makes tens of thousands of events. The thread starts with
 * the first folder. Should it end, all folders fail, and the next one starts another.
 */
export function watchInWorker(script: string): WatchPath {
  let worker: Worker | null = null;
  let count = 0;
  const watched = new Map<number, Watched>();
  const start = (): Worker => {
    // It holds hardly anything.
    const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 2 };
    const started = new Worker(pathToFileURL(script), { resourceLimits });
    // A worker must not keep the program alive.
    started.unref();
    started.on('message', ({ kind, id }: WatchAnswer) => {
      const one = watched.get(id);
      if (kind === 'changed') return one?.onChange();
      watched.delete(id);
      one?.onFailure();
    });
    const fail = () => {
      if (worker !== started) return;
      worker = null;
      const all = [...watched.values()];
      watched.clear();
      for (const { onFailure } of all) onFailure();
    };
    started.on('error', fail);
    started.on('exit', fail);
    return started;
  };
  return (path, onChange, onFailure) => {
    worker ??= start();
    count += 1;
    const id = count;
    watched.set(id, { onChange, onFailure });
    worker.postMessage({ kind: 'watch', id, path } satisfies WatchRequest);
    return () => {
      if (watched.delete(id)) worker?.postMessage({ kind: 'end', id } satisfies WatchRequest);
    };
  };
}
