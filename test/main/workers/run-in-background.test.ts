import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** How nice each thread of this process is, by its number: 19 at most (proc(5), field 19 of `stat`). */
function niceOfThreads(): Map<string, number> {
  return new Map(
    readdirSync('/proc/self/task').map((thread) => {
      const line = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
      return [thread, Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16])];
    }),
  );
}

test.runIf(process.platform === 'linux')('one thread steps back, no other does', async () => {
  const before = niceOfThreads();
  const path = fileURLToPath(
    new URL('../../../main/workers/run-in-background.ts', import.meta.url),
  );
  const worker = new Worker(
    `import(${JSON.stringify(path)}).then(({ runInBackground }) => {
      runInBackground();
      require('node:worker_threads').parentPort.postMessage('done');
      setInterval(() => undefined, 1_000);
    })`,
    { eval: true },
  );
  await new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
  const after = niceOfThreads();
  await worker.terminate();
  expect([...after].filter(([thread]) => !before.has(thread)).map(([, nice]) => nice)).toContain(
    19,
  );
  for (const [thread, nice] of before) expect(after.get(thread) ?? nice).toBe(nice);
});
