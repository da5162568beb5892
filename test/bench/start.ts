// `npm run bench -- start [runs]`: how long from starting the process to a window in which one can read the sample.
// Prints one line of JSON with medians in milliseconds: `ms`, a cold start (no process of it runs, the sample is there);
// `first_ms`, the very first start, which also makes the sample project, imports its articles and has no compiled code
// to go by; `electron_floor_ms`, an empty window of the same Electron in the same run, over kept user data as `ms` is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { readyToRead } from './ready-to-read.ts';
import { measureStart } from './start-process.ts';

const floorApplication = fileURLToPath(new URL('start-floor', import.meta.url));
const runs = Number(process.argv[2] ?? 7);
// Starts before the first that counts: they fill the disk cache and let V8 keep its compiled code.
const warmUps = 2;

const starts: number[] = [];
const firsts: number[] = [];
const floors: number[] = [];
const kept = await mkdtemp(join(tmpdir(), 'variorum-start-kept-'));
try {
  const sample = join(kept, 'sample');
  const floorData = join(kept, 'floor');
  // Taken in turns, so that a machine that slows down meanwhile slows all.
  for (let run = 1 - warmUps; run <= runs; run += 1) {
    const floor = await measureStart(floorApplication, [], pageLoaded, floorData);
    const start = await measureStart(repositoryRoot, ['--sample'], readyToRead, sample);
    const first = await measureStart(repositoryRoot, ['--sample'], readyToRead);
    if (run < 1) continue;
    floors.push(floor);
    starts.push(start);
    firsts.push(first);
  }
} finally {
  await rm(kept, { recursive: true, force: true, maxRetries: 5 });
}
const result = {
  name: 'start',
  ms: median(starts),
  electron_floor_ms: median(floors),
  first_ms: median(firsts),
  runs,
};
console.log(JSON.stringify(result));

/** Runs in the window, as text. By the window's own record, as it may have loaded before anyone could look. */
async function pageLoaded(): Promise<number> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  const [navigation] = performance.getEntriesByType('navigation');
  return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventStart;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
