/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What of `dur` the thread had a processor for. */
  readonly tdur?: number;
}

/** Where JavaScript is run from. */
const scripts = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
]);
/** What a script asks for that is none. */
const drawings = new Set(['Layout', 'UpdateLayoutTree', 'HitTest']);

/**
 * For each mark of `performance.mark` of that name, the processor time that JavaScript took from there until the next frame
 * with an animation callback was painted, in milliseconds, on the thread that set the mark, without the styles and the layout
 * within it. Throws if the trace has no such mark, no frame after one, or does not say the time of threads.
 */
export function scriptsUntilFrame(events: readonly TraceEvent[], mark: string): readonly number[] {
  const marks = events.filter(({ name }) => name === mark);
  if (marks.length === 0) throw new Error(`The trace has no mark ${mark}.`);
  return marks.map((begin) => {
    const after = events
      .filter(({ pid, tid, ph, ts }) => {
        return pid === begin.pid && tid === begin.tid && ph === 'X' && ts >= begin.ts;
      })
      .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
    const frame = after.find(({ name }) => name === 'FireAnimationFrame')?.ts ?? Infinity;
    const painted = after.find(({ name, ts }) => name === 'Paint' && ts > frame)?.ts;
    if (painted === undefined) throw new Error('The trace has no frame after a mark.');
    let sum = 0;
    let scriptUntil = 0;
    let drawingUntil = 0;
    for (const { name, ts, dur = 0, tdur } of after) {
      if (ts >= painted) break;
      if (scripts.has(name) && ts >= scriptUntil) {
        sum += processorTime(name, tdur);
        scriptUntil = ts + dur;
      } else if (drawings.has(name) && ts < scriptUntil && ts >= drawingUntil) {
        sum -= processorTime(name, tdur);
        drawingUntil = ts + dur;
      }
    }
    return sum / 1_000;
  });
}

function processorTime(name: string, tdur: number | undefined): number {
  if (tdur === undefined) {
    throw new Error(`The trace does not say how long ${name} had a processor.`);
  }
  return tdur;
}
