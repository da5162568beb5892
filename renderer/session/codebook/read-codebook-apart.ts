import type { Result } from '../../../app/base/result.ts';
import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';

/** What reading a codebook's file came to. */
export type CodebookRead = Result<CodebookDraft, 'unreadable'>;

/**
 * Reads a codebook of either kind in a thread of its own, so that the window answers meanwhile: a file of 10 MB takes some
 * seconds. The thread is ended with the answer; rejects if it could not be had.
 */
export function readCodebookApart(content: string): Promise<CodebookRead> {
  const worker = new Worker(new URL('./codebook-worker.ts', import.meta.url), { type: 'module' });
  const read = new Promise<CodebookRead>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CodebookRead>) => resolve(data));
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The file could not be read: ${message || 'no reason given'}`));
    });
  });
  worker.postMessage(content);
  return read.finally(() => worker.terminate());
}
