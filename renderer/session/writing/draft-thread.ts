import { failure } from '../../../app/base/result.ts';
import type { DraftAnswer, DraftRequest } from './draft-worker.ts';

/**
 * How long a draft may take, in milliseconds. Liquid ends a template by itself after a second and a half; reading the
 * Markdown that it wrote has no such limit, and some takes minutes.
 */
const patience = 4_000;

/**
 * Drafts in a thread of its own, so that the window answers whatever a template does; the thread is ended with the answer,
 * and when it takes over four seconds. Rejects with the signal's reason when it is aborted.
 */
export function draftApart(request: DraftRequest, signal: AbortSignal): Promise<DraftAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./draft-worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drafted = new Promise<DraftAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<DraftAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The brief could not be drafted: ${message || 'no reason given'}`));
    });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    timer = setTimeout(() => {
      const { fileName } = request.template;
      resolve(
        failure('limit', `“${fileName}” takes too long, and was ended. Let it write less at once.`),
      );
    }, patience);
  });
  worker.postMessage(request);
  return drafted.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
