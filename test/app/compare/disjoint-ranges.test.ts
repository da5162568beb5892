import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { disjointRanges } from '../../../app/compare/disjoint-ranges.ts';
import type { SharedRange } from '../../../app/compare/shared-passages.ts';

const range = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 })).map(
  ([start, length]): SharedRange => ({
    start: start as TextOffset,
    end: (start + length) as TextOffset,
  }),
);

function covered(ranges: readonly SharedRange[]): number[] {
  const units = new Set<number>();
  for (const { start, end } of ranges)
    for (let at = start as number; at < end; at += 1) units.add(at);
  return [...units].sort((one, other) => one - other);
}

test('W8 the ranges that are drawn are apart, cover the same, and keep the chosen one whole', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), fc.option(range), (ranges, current) => {
      const drawn = disjointRanges(ranges, current);
      for (const [index, { start, end }] of drawn.ranges.entries()) {
        expect(end).toBeGreaterThan(start);
        const before = drawn.ranges[index - 1];
        if (before !== undefined) expect(start).toBeGreaterThanOrEqual(before.end);
      }
      expect(covered(drawn.ranges)).toEqual(
        covered(current === null ? ranges : [...ranges, current]),
      );
      expect(drawn.ranges[drawn.current] ?? null).toEqual(current);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
