import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from '../../../app/anchor/graphemes.ts';
import { trimSelection } from '../../../app/anchor/trim-selection.ts';

/** What letters are made of: marks, joiners, flags, syllables in pieces, signs that go before a digit. */
const pieces = [
  ...['a', 'Z', '1', ' ', '\n', '.', '’', 'é', 'e\u0301', '\u0301', '\u0308', '©', '\u00ad'],
  ...[
    '😀',
    '👩‍👩‍👧',
    '\u200d',
    '\ufe0f',
    '❤️',
    '🇩',
    '🇪',
    '👍🏽',
    '習',
    'か\u3099',
    'カ',
    '한',
    '\u1112\u1161\u11ab',
  ],
  ...['ש', '\u05b8', 'م', '\u0600', 'क्', 'ष', 'ि', 'ำ', 'ก'],
];

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join(''));

/** Slow: asks for the whole text. */
function boundariesOf(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return new Set([0, text.length, ...[...segments].map(({ index }) => index)]);
}

describe('Letters as people count them', () => {
  test('A11 a boundary is one of the whole text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const boundaries = boundariesOf(text);
        for (let at = 0; at <= text.length; at += 1) {
          expect(isGraphemeBoundary(text, at), `${at}`).toBe(boundaries.has(at));
        }
      }),
      { seed: 41, numRuns: 2_000 },
    );
  });

  test('A11 next and previous go from letter to letter', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        const all = [...boundariesOf(text)].sort((left, right) => left - right);
        expect(nextGrapheme(text, at)).toBe(all.find((other) => other > at) ?? text.length);
        expect(previousGrapheme(text, at)).toBe(all.findLast((other) => other < at) ?? 0);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  test('A11 snapping moves outwards, and only from inside a letter', () => {
    expect(snapToGraphemes('a😀b', 2, 2)).toEqual({ start: 1, end: 3 });
    expect(snapToGraphemes('xe\u0301y', 2, 2)).toEqual({ start: 1, end: 3 });
    expect(snapToGraphemes('🇩🇪🇩🇪', 2, 6)).toEqual({ start: 0, end: 8 });
    expect(snapToGraphemes('abc', 1, 2)).toEqual({ start: 1, end: 2 });
  });

  test('A11 no selection means half a letter', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, first, second) => {
        const anchor = first % (text.length + 1);
        const head = second % (text.length + 1);
        const range = trimSelection(text, anchor, head);
        if (range === null) return;
        const boundaries = boundariesOf(text);
        expect(boundaries.has(range.start)).toBe(true);
        expect(boundaries.has(range.end)).toBe(true);
      }),
      { seed: 43, numRuns: 1_000 },
    );
  });
});
