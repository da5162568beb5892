import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../app/record/change.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { HeldEntries } from '../../../renderer/store/held-entries.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

const maker = countingMaker();

function entry(sequence: number, tags: readonly TagRecord[]): JournalEntry {
  return {
    sequence,
    change: newChange(maker, 'Import', { added: tags, updated: [], removed: [] }),
  };
}

function tags(count: number): TagRecord[] {
  return Array.from({ length: count }, (_, index) => sampleTag(maker, `Tag ${index}`));
}

/** Writing ends when `finish` is called; time passes when `ring` is. */
function heldEntries() {
  const written: number[][] = [];
  /** The names that were put. */
  const states: string[] = [];
  let end: () => void = () => undefined;
  let timer: (() => void) | null = null;
  const held = new HeldEntries({
    write: (entries) => {
      written.push(entries.map(({ sequence }) => sequence));
      for (const { added, updated } of entries.map(({ change }) => change.diff)) {
        const put = [...added, ...updated.map(([, after]) => after)] as readonly TagRecord[];
        states.push(...put.map(({ name }) => name));
      }
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    startTimer: (run) => {
      timer = run;
      return () => {
        timer = null;
      };
    },
  });
  const finish = async () => {
    end();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { held, written, states, finish, ring: () => timer?.() };
}

test('nothing is written while more comes; then a part at a time', async () => {
  const { held, written, finish, ring } = heldEntries();
  for (const sequence of [1, 2, 3]) held.hold([entry(sequence, tags(1_500))]);
  expect(written).toEqual([]);
  ring();
  expect(written).toEqual([[1, 2]]);
  await finish();
  expect(written).toEqual([[1, 2], [3]]);
});

test('what comes while it is written lets it stand still again', async () => {
  const { held, written, finish, ring } = heldEntries();
  held.hold([entry(1, tags(2_000)), entry(2, tags(10))]);
  ring();
  held.hold([entry(3, tags(1))]);
  await finish();
  expect(written).toEqual([[1]]);
  ring();
  await finish();
  expect(written).toEqual([[1], [2, 3]]);
});

test('of very many the oldest are written at once', async () => {
  const { held, written, finish } = heldEntries();
  held.hold([entry(1, tags(25_000)), entry(2, tags(25_000))]);
  expect(written).toEqual([]);
  held.hold([entry(3, tags(10))]);
  expect(written).toEqual([[1]]);
  await finish();
  expect(written).toEqual([[1]]);
});

test('what somebody makes of a record that is held is not written over, what a job makes of it later is', () => {
  const { held, written, states } = heldEntries();
  const [one, two, three] = [
    sampleTag(maker, 'One'),
    sampleTag(maker, 'Two'),
    sampleTag(maker, 'Three'),
  ];
  const rename = (tag: TagRecord, name: string) => ({
    added: [],
    updated: [[tag, nextRecord(maker, tag, { name })]] as const,
    removed: [],
  });
  held.hold([entry(1, [one, two, three])]);
  held.hold([{ sequence: 2, change: newChange(maker, 'Rename', rename(one, 'One of the job')) }]);
  held.passBy(rename(one, 'One of somebody'));
  held.passBy({ added: [], updated: [], removed: [two] });
  held.hold([{ sequence: 5, change: newChange(maker, 'Rename', rename(one, 'One, later')) }]);
  held.release();
  expect(written).toEqual([[1, 2, 5]]);
  expect(states).toEqual(['Three', 'One, later']);
});

test('what was written says nothing of what is held afterwards', () => {
  const { held, states } = heldEntries();
  const tag = sampleTag(maker, 'One');
  held.passBy({ added: [tag], updated: [], removed: [] });
  held.hold([entry(1, [tag])]);
  held.release();
  held.hold([entry(2, [tag])]);
  held.release();
  expect(states).toEqual(['One', 'One']);
});
