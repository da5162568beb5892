import type { PatternFound, PatternRequest } from './find-worker.ts';

/** How long a regular expression may take over one text, in milliseconds. */
const patience = 1_500;

/** The find bar's. */
export const findPatternApart = patternFinder();

/**
 * Runs a regular expression over a text in a thread of its own, because one that runs away can only be ended with its
 * thread. One at a time: a new request to the same finder ends the one under way, which then never answers.
 */
export function patternFinder(): (request: PatternRequest) => Promise<PatternFound> {
  let worker: Worker | null = null;
  let giveUp: (() => void) | null = null;
  return (request) => {
    giveUp?.();
    worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    const asked = worker;
    return new Promise((resolve, reject) => {
      const abort = new AbortController();
      const { signal } = abort;
      const leave = (): void => {
        clearTimeout(timer);
        abort.abort();
        giveUp = null;
      };
      const end = (): void => {
        leave();
        asked.terminate();
        worker = null;
      };
      const timer = setTimeout(() => {
        end();
        resolve({
          hits: [],
          problem: 'This regular expression takes too long on this text. Make it simpler.',
        });
      }, patience);
      giveUp = end;
      asked.addEventListener(
        'message',
        ({ data }: MessageEvent<PatternFound>) => {
          leave();
          resolve(data);
        },
        { signal },
      );
      asked.addEventListener(
        'error',
        (event) => {
          end();
          reject(new Error(event.message || 'The search thread could not be started.'));
        },
        { signal },
      );
      asked.postMessage(request);
    });
  };
}
