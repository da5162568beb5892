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
  let end: () => void = () => undefined;
  let timer: (() => void) | null = null;
  const held = new HeldEntries({
    write: (entries) => {
      written.push(entries.map(({ sequence }) => sequence));
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
  return { held, written, finish, ring: () => timer?.() };
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

test('knows which records it holds, until they are on their way', () => {
  const { held, written } = heldEntries();
  const [tag = sampleTag(maker, 'Tag')] = tags(1);
  const renaming = {
    added: [],
    updated: [[tag, nextRecord(maker, tag, { name: 'Renamed' })]],
    removed: [],
  } as const;
  held.hold([entry(1, [tag]), { ...entry(2, []), change: newChange(maker, 'Rename', renaming) }]);
  expect(held.isTouchedBy(renaming)).toBe(true);
  expect(held.isTouchedBy({ added: [], updated: [], removed: [tag] })).toBe(true);
  expect(held.isTouchedBy({ added: tags(1), updated: [], removed: [] })).toBe(false);
  held.release();
  expect(written).toEqual([[1, 2]]);
  expect(held.isTouchedBy(renaming)).toBe(false);
});
