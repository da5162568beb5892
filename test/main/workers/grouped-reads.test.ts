import { expect, test } from 'vitest';
import { success } from '../../../app/base/result.ts';
import type { IngestRequest } from '../../../main/services/corpus/ingest.ts';
import { GroupedReads } from '../../../main/workers/grouped-reads.ts';
import type { IngestAnswer, IngestTask } from '../../../main/workers/ingest-worker.ts';

/** Threads that read when the test says so, and timers that ring when it says so. */
class FakeThreads {
  /** Ends what was begun first. */
  readonly groups: (() => void)[] = [];
  begun = 0;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  #now = 0;

  readonly pool = {
    run: (task: IngestTask) =>
      new Promise<ReturnType<typeof success<IngestAnswer>>>((resolve) => {
        if (task.kind !== 'read') throw new Error('Nothing else was asked.');
        this.begun += 1;
        const reads = task.requests.map((_, index) => ({
          index,
          messages: [],
          end: success('read' as const),
        }));
        this.groups.push(() => resolve(success({ kind: 'read', reads, isLast: true })));
      }),
  };

  readonly startTimer = (run: () => void, milliseconds: number) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  pass(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#now = next.at;
      this.#timers = this.#timers.filter((other) => other !== next);
      next.run();
    }
    this.#now = until;
  }

  async end(): Promise<void> {
    this.groups.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Has files read that fill so many groups. */
  read(count: number, quick: number): Promise<unknown> {
    const reads = new GroupedReads(
      this.pool,
      { most: 2, quick },
      (code) => ({ code, message: '' }),
      this.startTimer,
    );
    const request = { size: 200_000 } as IngestRequest;
    const ends = Array.from({ length: count }, () => reads.read(request, () => undefined, null));
    return Promise.all(ends);
  }
}

test('files that are read quickly are read by one thread', async () => {
  const threads = new FakeThreads();
  const all = threads.read(10, 1);
  for (let done = 0; done < 10; done += 1) {
    expect(threads.groups).toHaveLength(1);
    threads.pass(40);
    await threads.end();
  }
  expect(threads.begun).toBe(10);
  await expect(all).resolves.toEqual(Array.from({ length: 10 }, () => success('read')));
});

test('all threads read where there are processors for them', () => {
  const threads = new FakeThreads();
  void threads.read(10, 2);
  expect(threads.groups).toHaveLength(2);
});

test('what takes long several times in a row is read by all threads, until it is quick again', async () => {
  const threads = new FakeThreads();
  void threads.read(10, 1);
  for (let long = 0; long < 3; long += 1) {
    expect(threads.groups).toHaveLength(1);
    threads.pass(100);
    await threads.end();
  }
  expect(threads.groups).toHaveLength(2);
  threads.pass(100);
  await threads.end();
  expect(threads.groups).toHaveLength(2);
  await threads.end();
  await threads.end();
  expect(threads.groups).toHaveLength(1);
});

test('others are read beside a file that hangs, one after the other', async () => {
  const threads = new FakeThreads();
  void threads.read(4, 1);
  threads.pass(249);
  expect(threads.groups).toHaveLength(1);
  threads.pass(1);
  expect(threads.groups).toHaveLength(2);
  const hanging = threads.groups.shift();
  await threads.end();
  await threads.end();
  await threads.end();
  expect(threads.begun).toBe(4);
  expect(threads.groups).toHaveLength(0);
  hanging?.();
});
