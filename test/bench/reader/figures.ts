import type { CDPSession, Page } from '@playwright/test';

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share = 0.95): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** To a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Milliseconds that the page's main thread has spent since it began: `script` in JavaScript, `drawing` in finding styles and
 * laying out. Chromium's own count, through the debugging protocol.
 */
export async function spent(protocol: CDPSession): Promise<{ script: number; drawing: number }> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  const of = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1_000;
  return {
    script: of('ScriptDuration'),
    drawing: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}

/** In megabytes, what the page's JavaScript holds once what it let go of was collected. */
export async function heapOf(protocol: CDPSession): Promise<number> {
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize } = await protocol.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

/** Scrolls the page's reader down, half its height a frame, and gives the time from each frame to the next. */
export function scrollThrough(window: Page): Promise<number[]> {
  return window
    .locator('.reader')
    .last()
    .evaluate(async (scroller) => {
      const times: number[] = [];
      scroller.scrollTop = 0;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let before = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < 150; frame += 1) {
        scroller.scrollTop += scroller.clientHeight / 2;
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      scroller.scrollTop = 0;
      return times;
    });
}
