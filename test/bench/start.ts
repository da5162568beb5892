// `npm run bench -- start [runs]`: how long from starting the process to a window in which one can
// read, over the sample project and user data that did not exist before. Prints one line of JSON with
// medians in milliseconds, beside those of an empty window of the same Electron in the same run.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type LaunchOptions, launchVariorum } from '../support/launch.ts';

const floorApplication = fileURLToPath(new URL('start-floor', import.meta.url));
const runs = Number(process.argv[2] ?? 7);

const starts: number[] = [];
const floors: number[] = [];
// Taken in turns, so that a machine that slows down meanwhile slows both. The first of each fills the
// disk cache and does not count.
for (let run = 0; run <= runs; run += 1) {
  const floor = await measure({ application: floorApplication }, emptyWindowLoaded);
  const start = await measure({ args: ['--sample'] }, readyToRead);
  if (run === 0) continue;
  floors.push(floor);
  starts.push(start);
}
const result = { name: 'start', ms: median(starts), electron_floor_ms: median(floors), runs };
console.log(JSON.stringify(result));

async function measure(options: LaunchOptions, reached: (window: Page) => Promise<number>) {
  const begun = Date.now();
  const { window, close } = await launchVariorum(options);
  const moment = await reached(window);
  await close();
  return moment - begun;
}

/** By the window's own record, as it may have loaded before we could look. */
function emptyWindowLoaded(window: Page): Promise<number> {
  return window.evaluate(async () => {
    if (document.readyState !== 'complete') {
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    }
    const [navigation] = performance.getEntriesByType('navigation');
    const { loadEventStart } = navigation as PerformanceNavigationTiming;
    return performance.timeOrigin + loadEventStart;
  });
}

/**
 * The first frame in which the list of articles has items and an article is shown. The window looks
 * by itself at every frame, so the time that Playwright needs to ask is not measured.
 */
async function readyToRead(window: Page): Promise<number> {
  const handle = await window.waitForFunction(
    () => {
      const nameOf = (element: Element) =>
        element.getAttribute('aria-label') ??
        (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ');
      const lists = [...document.querySelectorAll('[role=listbox], [role=grid], [role=treegrid]')];
      const list = lists.find((element) => nameOf(element).trim() === 'Articles');
      const hasItems = list?.querySelector('[role=option], [role=row]') != null;
      const article = document.querySelector('[role=document]');
      const isShown = article !== null && article.getBoundingClientRect().height > 0;
      return hasItems && isShown ? performance.timeOrigin + performance.now() : null;
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  return (await handle.jsonValue()) as number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
