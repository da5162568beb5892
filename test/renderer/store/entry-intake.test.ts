import { afterEach, expect, test } from 'vitest';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { ChangeId } from '../../../app/record/ids.ts';
import { EntryIntake } from '../../../renderer/store/entry-intake.ts';

let now = 0;
let taken: number[][] = [];
let intake = newIntake();

function newIntake(): EntryIntake {
  now = 0;
  taken = [];
  return new EntryIntake({
    takeUp: (entries) => taken.push(entries.map(({ sequence }) => sequence)),
    clock: () => now,
  });
}

afterEach(() => {
  intake.stop();
  intake = newIntake();
});

function entry(sequence: number, jobId?: string): JournalEntry {
  const diff = { added: [], updated: [], removed: [] };
  const change = {
    id: `change-${sequence}` as ChangeId,
    at: '' as never,
    name: '',
    author: null,
    diff,
  };
  return {
    sequence,
    change: (jobId === undefined ? change : { ...change, jobId }) as never,
  };
}

test('the first change of a job is taken up at once, those that follow in one go', async () => {
  for (const sequence of [1, 2, 3, 4]) intake.add(entry(sequence, 'job'));
  expect(taken).toEqual([[1]]);
  await expect.poll(() => taken).toEqual([[1], [2, 3, 4]]);
});

test('after a while the next one is taken up at once again', () => {
  intake.add(entry(1, 'job'));
  now = 10_000;
  intake.add(entry(2, 'job'));
  expect(taken).toEqual([[1], [2]]);
});

test('the longer an import goes on, the rarer it is taken up, until nothing came for a while', () => {
  const waits: number[] = [];
  let ring: () => void = () => undefined;
  const long = new EntryIntake({
    takeUp: () => undefined,
    clock: () => now,
    startTimer: (run, milliseconds) => {
      waits.push(milliseconds);
      ring = run;
      return () => undefined;
    },
  });
  const goOn = (times: number) => {
    for (let time = 0; time < times; time += 1) {
      long.add(entry(1, 'job'));
      now += waits.at(-1) ?? 0;
      ring();
    }
  };
  long.add(entry(1, 'job'));
  goOn(6);
  expect(waits).toEqual([600, 900, 1_350, 2_025, 2_400, 2_400]);
  now += 10_000;
  long.add(entry(1, 'job'));
  goOn(1);
  expect(waits.at(-1)).toBe(600);
});

test('what no job made is taken up at once, in order behind what was gathered', () => {
  for (const sequence of [1, 2, 3]) intake.add(entry(sequence, 'job'));
  intake.add(entry(4));
  expect(taken).toEqual([[1], [2, 3, 4]]);
});

test('what was gathered can be had before its time, and is forgotten at the end', async () => {
  intake.add(entry(1, 'job'));
  intake.add(entry(2, 'job'));
  intake.flush();
  expect(taken).toEqual([[1], [2]]);
  intake.add(entry(3, 'job'));
  intake.stop();
  intake.flush();
  expect(taken).toEqual([[1], [2]]);
});
