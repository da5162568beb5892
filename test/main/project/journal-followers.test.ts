import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../app/record/change.ts';
import { JournalFollowers } from '../../../main/services/project/journal-followers.ts';

function entry(sequence: number): JournalEntry {
  return { sequence } as JournalEntry;
}

function followers() {
  const told: string[] = [];
  const timers: (() => void)[] = [];
  const follower = (name: string) => ({
    apply: ({ sequence }: JournalEntry) => told.push(`${name} ${sequence}`),
  });
  const all = new JournalFollowers([follower('one'), follower('other')], (run) => {
    timers.push(run);
    return () => {
      timers.splice(timers.indexOf(run), 1);
    };
  });
  return { all, told, timers };
}

test('entries are passed on together, in their order, some time later', () => {
  const { all, told, timers } = followers();
  all.tell(entry(1));
  all.tell(entry(2));
  expect(told).toEqual([]);
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(told).toEqual(['one 1', 'other 1', 'one 2', 'other 2']);
});

test('who asks has them passed on at once, and not again', () => {
  const { all, told, timers } = followers();
  all.tell(entry(1));
  all.flush();
  expect(told).toEqual(['one 1', 'other 1']);
  expect(timers).toEqual([]);
  all.tell(entry(2));
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(told).toEqual(['one 1', 'other 1', 'one 2', 'other 2']);
});
