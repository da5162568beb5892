import type { TraceEvent } from '../reader/trace-script.ts';

/** What the main thread does for a frame, from the key to the picture, as Chromium's trace names it. */
const work = new Set([
  ...['EventDispatch', 'FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'TimerFire'],
  ...['FireAnimationFrame', 'v8.callFunction', 'MajorGC', 'MinorGC'],
  ...['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'HitTest'],
  // What finds out which of the texts out of view came near.
  'IntersectionObserverController::computeIntersections',
]);

/**
 * For each key press of a trace the processor time of the page's main thread from there until the frame after it is
 * handed over to be drawn, in milliseconds: script, styles, layout, painting. Throws if the trace has no key, no frame after
 * one, or does not say the time of threads.
 */
export function keysUntilPainted(events: readonly TraceEvent[]): readonly number[] {
  const keys = events.filter(
    (event) => event.name === 'EventDispatch' && typeOf(event) === 'keydown',
  );
  if (keys.length === 0) throw new Error('The trace has no key.');
  const [{ pid, tid }] = keys as [TraceEvent];
  const all = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  return keys.map((key) => {
    const after = all.filter(({ name, ts }) => ts >= key.ts && work.has(name));
    const painted = after.find(({ name, ts }) => name === 'Paint' && ts > key.ts);
    if (painted === undefined) throw new Error('The trace has no frame after a key.');
    const end = after.find(({ name, ts }) => name === 'Commit' && ts >= painted.ts) ?? painted;
    let sum = 0;
    let until = 0;
    for (const { ts, dur = 0, tdur, name } of after) {
      if (ts > end.ts) break;
      if (ts < until) continue;
      if (tdur === undefined)
        throw new Error(`The trace does not say how long ${name} had a processor.`);
      sum += tdur;
      until = ts + dur;
    }
    return sum / 1_000;
  });
}

function typeOf(event: TraceEvent): unknown {
  const { args } = event as TraceEvent & {
    readonly args?: { readonly data?: { readonly type?: unknown } };
  };
  return args?.data?.type;
}
