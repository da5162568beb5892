import type { TextDifferences } from '../../../app/compare/text-differences.ts';
import type { RevisionText } from '../../../app/record/text.ts';

/**
 * The differences of two texts, found in a thread of their own, so that the window answers meanwhile. Rejects with the
 * signal's reason when it is aborted; the thread is ended in any case.
 */
export function compareTexts(
  left: RevisionText,
  right: RevisionText,
  signal: AbortSignal,
): Promise<TextDifferences> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./differences-worker.ts', import.meta.url), {
    type: 'module',
  });
  const found = new Promise<TextDifferences>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TextDifferences>) => resolve(data));
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The texts could not be compared: ${message || 'no reason given'}`));
    });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage({ left, right });
  return found.finally(() => worker.terminate());
}
