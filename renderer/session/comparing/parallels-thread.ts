import type { SharedPassage } from '../../../app/compare/shared-passages.ts';
import type { RevisionText } from '../../../app/record/text.ts';

/** Texts, and which two of them to compare, by index. */
export interface ParallelsRequest {
  readonly texts: readonly RevisionText[];
  readonly wanted: readonly (readonly [left: number, right: number])[];
  readonly leastWords: number;
}

/**
 * The passages that texts share, looked for in a thread of their own, so that the window answers meanwhile. Rejects with
 * the signal's reason when it is aborted; the thread is ended in any case.
 */
export function findShared(
  request: ParallelsRequest,
  signal: AbortSignal,
): Promise<readonly (readonly SharedPassage[])[]> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./parallels-worker.ts', import.meta.url), { type: 'module' });
  const found = new Promise<readonly (readonly SharedPassage[])[]>((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<readonly (readonly SharedPassage[])[]>) => resolve(data),
    );
    worker.addEventListener('error', ({ message }) => {
      reject(
        new Error(`Parallel passages could not be looked for: ${message || 'no reason given'}`),
      );
    });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage(request);
  return found.finally(() => worker.terminate());
}
