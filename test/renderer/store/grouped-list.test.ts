import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GroupedList } from '../../../renderer/store/grouped-list.ts';

interface Item {
  readonly id: string;
  readonly rank: number;
}

const byRank = (one: Item, other: Item): number =>
  one.rank - other.rank || Number(one.id > other.id) - Number(one.id < other.id);

/** Adding, replacing, removing and reading, in any order; ranks change as passages do when their edges are moved. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('put'), id: fc.nat(60), rank: fc.nat(9) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('remove'), id: fc.nat(60), rank: fc.constant(0) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('read'), id: fc.constant(0), rank: fc.constant(0) }),
    },
  ),
  { maxLength: 150 },
);

test('a list that was changed after it was read is the one that sorting gives', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const grouped = new GroupedList<Item>(byRank);
      const present = new Map<string, Item>();
      for (const { kind, id, rank } of list) {
        const item = { id: `i${id}`, rank };
        if (kind === 'put') {
          grouped.add('key', item);
          present.set(item.id, item);
        } else if (kind === 'remove') {
          grouped.remove('key', present.get(item.id) ?? item);
          present.delete(item.id);
        } else {
          expect(grouped.get('key')).toEqual([...present.values()].sort(byRank));
        }
        expect(grouped.count('key')).toBe(present.size);
      }
      expect(grouped.get('key')).toEqual([...present.values()].sort(byRank));
    }),
    { seed: 61, numRuns: 400 },
  );
});

test('items that the order does not tell apart are removed each for itself', () => {
  const grouped = new GroupedList<Item>((one, other) => one.rank - other.rank);
  const items = ['a', 'b', 'c'].map((id) => ({ id, rank: 1 }));
  for (const item of items) grouped.add('key', item);
  expect(grouped.get('key')).toHaveLength(3);
  for (const item of items.slice(1)) grouped.remove('key', item);
  expect(grouped.get('key')).toEqual([items[0]]);
});

test('a list keeps its identity until it changes, and a list that was read is never changed', () => {
  const grouped = new GroupedList<Item>();
  grouped.add('key', { id: 'b', rank: 0 });
  grouped.add('other', { id: 'a', rank: 0 });
  const before = grouped.get('key');
  grouped.add('other', { id: 'c', rank: 0 });
  expect(grouped.get('key')).toBe(before);
  grouped.add('key', { id: 'a', rank: 0 });
  expect(before.map(({ id }) => id)).toEqual(['b']);
  expect(grouped.get('key').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(grouped.get('nothing')).toBe(grouped.get('nothing else'));
});
