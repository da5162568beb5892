import type { GraphLayout, LayoutTask } from '../../../app/link/graph-layout.ts';
import type { LayoutAnswer, LayoutRequest } from './graph-worker.ts';

/** A thread that lays graphs out, so that the window answers meanwhile. It begins with the first task. */
export interface GraphThread {
  /** Lays out; what it was at before is given up. Calls back with each picture on the way and the last one. */
  layOut(task: LayoutTask, onLayout: (layout: GraphLayout, isSettled: boolean) => void): void;
  /** Ends the thread, whatever it is doing. */
  end(): void;
}

/** @param onFailure called with what went wrong in the thread */
export function startGraphThread(onFailure: (message: string) => void): GraphThread {
  let worker: Worker | null = null;
  let number = 0;
  function end(): void {
    number += 1;
    worker?.terminate();
    worker = null;
  }
  return {
    layOut(task, onLayout) {
      worker ??= new Worker(new URL('./graph-worker.ts', import.meta.url), { type: 'module' });
      number += 1;
      const own = number;
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if (data.number === own && own === number) onLayout(data.layout, data.isSettled);
      };
      worker.onerror = ({ message }) => {
        end();
        onFailure(message || 'no reason given');
      };
      const request: LayoutRequest = { number, task };
      worker.postMessage(request);
    },
    end,
  };
}
