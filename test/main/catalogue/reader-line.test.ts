import { expect, test } from 'vitest';
import type {
  ReaderAnswer,
  ReaderRequest,
} from '../../../main/services/catalogue/catalogue-messages.ts';
import type { CatalogueThread } from '../../../main/services/catalogue/catalogue-thread.ts';
import { ReaderLine } from '../../../main/services/catalogue/reader-line.ts';

const patience = 3_000;
const limit = 60_000;

/** A line to threads that do nothing by themselves, and the times that it waits for. */
function lineToThreads() {
  const answers: ((answer: ReaderAnswer) => void)[] = [];
  const waits = new Set<{ readonly milliseconds: number; readonly run: () => void }>();
  const start = (): CatalogueThread<ReaderRequest, ReaderAnswer> => ({
    post: () => undefined,
    onAnswer: (listener) => void answers.push(listener),
    onCrash: () => undefined,
    end: async () => undefined,
  });
  const line = new ReaderLine({
    file: 'catalogue.db',
    start,
    patience,
    limit,
    startTimer: (run, milliseconds) => {
      const wait = { milliseconds, run };
      waits.add(wait);
      return () => void waits.delete(wait);
    },
  });
  return {
    line,
    tell: (answer: ReaderAnswer) => answers.at(-1)?.(answer),
    waits: () =>
      [...waits].map(({ milliseconds }) => milliseconds).sort((one, other) => one - other),
    runOut: (milliseconds: number) => {
      for (const wait of [...waits]) if (wait.milliseconds === milliseconds) wait.run();
    },
  };
}

test('S10: the patience with a question begins when its thread is there, however long that takes', async () => {
  const { line, tell, waits, runOut } = lineToThreads();
  const asked = line.ask({ kind: 'clusters' });
  expect(waits()).toEqual([limit]);
  tell({ id: 1, kind: 'working' });
  expect(waits()).toEqual([patience, limit]);
  runOut(patience);
  expect(await asked).toEqual({ kind: 'stopped' });
  expect(waits()).toEqual([]);
  // The next thread has to start as well.
  const next = line.ask({ kind: 'clusters' });
  expect(waits()).toEqual([limit]);
  runOut(limit);
  expect(await next).toEqual({ kind: 'stopped' });
});

test('S10: a thread that is there is asked without waiting for another sign of it', async () => {
  const { line, tell, waits } = lineToThreads();
  const first = line.ask({ kind: 'clusters' });
  tell({ id: 1, kind: 'value', value: [] });
  await first;
  void line.ask({ kind: 'clusters' });
  expect(waits()).toEqual([patience, limit]);
});
