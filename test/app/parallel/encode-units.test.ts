import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { decodeUnits, encodeUnits } from '../../../app/parallel/encode-units.ts';
import { textOf } from './text-of.ts';

describe('U4: units as bytes', () => {
  test('U4 come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 4 }),
        (paragraphs) => {
          const units = unitsOf(textOf(...paragraphs.map((text) => `x ${text} 2,000`)));
          expect(decodeUnits(encodeUnits(units))).toEqual(units);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  test('U4 of another version, cut off or with more behind them they are not read', () => {
    const bytes = encodeUnits(unitsOf(textOf('one two three')));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeUnits(bytes.subarray(0, length))).toBeNull();
    }
    expect(decodeUnits(Uint8Array.of(...bytes, 0))).toBeNull();
    expect(decodeUnits(bytes.with(0, 99))).toBeNull();
  });
});
