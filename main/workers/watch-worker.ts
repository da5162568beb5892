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

const ends = new Map<number, () => void>();
const due = new Set<number>();

function tell(answer: WatchAnswer): void {
  parentPort?.postMessage(answer);
}

function begin(id: number, path: string): void {
  const onChange = () => {
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
