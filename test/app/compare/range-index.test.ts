import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { RangeIndex } from '../../../app/compare/range-index.ts';

describe('Ranges by place', () => {
  test('finds what looking at each range finds, in order of their starts', () => {
    const range = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({
      start: start as TextOffset,
      end: (start + length) as TextOffset,
    }));
    const asked = fc.tuple(fc.nat(220), fc.nat(60));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 60 }), asked, (ranges, [from, length]) => {
        const to = from + length;
        const index = new RangeIndex(ranges, (one) => one);
        const slow = ranges
          .filter(({ start, end }) => start < to && end > from)
          .sort((one, other) => one.start - other.start);
        expect(index.meeting(from, to)).toEqual(slow);
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});
