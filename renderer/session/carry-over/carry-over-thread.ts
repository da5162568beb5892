import type { CarryLook } from '../../../app/reanchor/carry-look.ts';
import type { CarryTarget } from '../../../app/reanchor/carry-over.ts';
import type { Passage } from '../../../app/record/records.ts';

/** What the thread is asked: the texts and passages of one article. */
export interface CarryRequest {
  /** Empty: it is gone, and passages are looked for by the words they keep. */
  readonly oldText: string;
  readonly target: CarryTarget;
  readonly passages: readonly Passage[];
}

/** A thread that carries passages over, one request at a time. It begins with the first one. */
export interface CarryThread {
  /** What became of each passage, in their order. Rejects when the thread fails, or with the reason when it is ended. */
  carry(request: CarryRequest): Promise<readonly CarryLook[]>;
  /** Ends the thread, whatever it is doing. */
  end(reason: unknown): void;
}

export function startCarryThread(): CarryThread {
  let worker: Worker | null = null;
  let reject: ((reason: unknown) => void) | null = null;
  function end(reason: unknown): void {
    worker?.terminate();
    worker = null;
    reject?.(reason);
    reject = null;
  }
  return {
    carry(request) {
      worker ??= new Worker(new URL('./carry-over-worker.ts', import.meta.url), { type: 'module' });
      const running = worker;
      return new Promise((resolve, fail) => {
        reject = fail;
        running.onmessage = ({ data }: MessageEvent<readonly CarryLook[]>) => {
          reject = null;
          resolve(data);
        };
        running.onerror = ({ message }) => {
          end(new Error(`The passages could not be looked for: ${message || 'no reason given'}`));
        };
        running.postMessage(request);
      });
    },
    end,
  };
}
