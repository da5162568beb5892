import { parentPort } from 'node:worker_threads';
import { watchPath } from '../services/corpus/watch-path.ts';

/** What the watch worker is asked. Ids are the asker's. */
export type WatchRequest =
  | { readonly kind: 'watch'; readonly id: number; readonly path: string }
  | { readonly kind: 'end'; readonly id: number };

/** What it tells. */
export interface WatchAnswer {
  readonly kind: 'changed' | 'failed';
  readonly id: number;
}

/** Events come by the thousand; that something changed is told so often at most, in milliseconds. */
const restraint = 100;
/** Each event by itself wakes the thread, which costs more than the event: so long the next ones gather, in milliseconds. */
const rest = 50;
const nobody = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
let isToRest = false;

const ends = new Map<number, () => void>();
const due = new Set<number>();

function tell(answer: WatchAnswer): void {
  parentPort?.postMessage(answer);
}

/** Once all that is known is taken in. The system keeps what happens meanwhile. */
function restSoon(): void {
  if (isToRest) return;
  isToRest = true;
  setImmediate(() => {
    isToRest = false;
    Atomics.wait(nobody, 0, 0, rest);
  });
}

function begin(id: number, path: string): void {
  const onChange = () => {
    restSoon();
    if (due.has(id)) return;
    due.add(id);
    setTimeout(() => {
      due.delete(id);
      if (ends.has(id)) tell({ kind: 'changed', id });
    }, restraint);
  };
  ends.set(
    id,
    watchPath(path, onChange, () => {
      if (ends.delete(id)) tell({ kind: 'failed', id });
    }),
  );
}

parentPort?.on('message', (request: WatchRequest) => {
  if (request.kind === 'watch') return begin(request.id, request.path);
  ends.get(request.id)?.();
  ends.delete(request.id);
});
