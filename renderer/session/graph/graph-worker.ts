import type { GraphLayout, LayoutTask } from '../../../app/link/graph-layout.ts';
import { layoutByForce } from '../../../app/link/layout-by-force.ts';
import { layoutByOutlet } from '../../../app/link/layout-by-outlet.ts';
import { layoutOverTime } from '../../../app/link/layout-over-time.ts';

/** What the thread is asked; `number` comes back with each answer. */
export interface LayoutRequest {
  readonly number: number;
  readonly task: LayoutTask;
}

/** A layout on its way, or at rest. */
export interface LayoutAnswer {
  readonly number: number;
  readonly layout: GraphLayout;
  readonly isSettled: boolean;
}

/** Between one picture on the way and the next, in milliseconds; the first comes sooner. */
const pause = 180;
const firstPause = 200;

let latest = 0;

/** Takes a task, answers with layouts until it is settled. A new task ends the one before. */
globalThis.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  latest = data.number;
  const { kind } = data.task;
  if (kind === 'force') void settle(data);
  else {
    const layout = kind === 'outlet' ? layoutByOutlet(data.task) : layoutOverTime(data.task);
    answer({ number: data.number, layout, isSettled: true });
  }
});

async function settle({ number, task }: LayoutRequest): Promise<void> {
  let told = performance.now() - pause + firstPause;
  let layout: GraphLayout = { points: task.start, guides: [] };
  for (layout of layoutByForce(task)) {
    if (performance.now() - told < pause) continue;
    answer({ number, layout, isSettled: false });
    // A new task may wait.
    await new Promise((resolve) => setTimeout(resolve));
    if (latest !== number) return;
    told = performance.now();
  }
  answer({ number, layout, isSettled: true });
}

function answer(message: LayoutAnswer): void {
  globalThis.postMessage(message);
}
