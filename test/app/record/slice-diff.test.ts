import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diff } from '../../../app/record/diff.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import {
  isLarge,
  joinSlices,
  partsOf,
  slicesOf,
  statesIn,
} from '../../../app/record/slice-diff.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

const maker = countingMaker();
const tags = Array.from({ length: 3_000 }, (_, index) => sampleTag(maker, `tag ${index}`));

function diffOf(added: number, updated: number, removed: number): Diff {
  return {
    added: tags.slice(0, added),
    updated: tags
      .slice(1_000, 1_000 + updated)
      .map((tag) => [tag, nextRecord(maker, tag, { key: 1 })] as const),
    removed: tags.slice(2_000, 2_000 + removed),
  };
}

test('slices of a diff say the same together, and none of them is large', () => {
  const size = fc.oneof(fc.nat(3), fc.nat(1_000), fc.constantFrom(199, 200, 201, 399, 400, 401));
  fc.assert(
    fc.property(size, size, size, (added, updated, removed) => {
      const diff = diffOf(added, updated, removed);
      const slices = [...slicesOf(diff)];
      expect(joinSlices(slices)).toEqual(diff);
      for (const slice of slices) {
        expect(isLarge(slice)).toBe(false);
        expect(statesIn(slice)).toBeGreaterThan(0);
      }
      expect(isLarge(diff)).toBe(added + 2 * updated + removed > 400);
    }),
    { seed: 8, numRuns: 60 },
  );
});

test('parts of a list are the list', () => {
  expect([...partsOf([], 2)]).toEqual([]);
  expect([...partsOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  const short = [1, 2];
  expect([...partsOf(short, 2)][0]).toBe(short);
});
