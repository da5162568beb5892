import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSegments, countWords } from '../../../app/article/count-words.ts';

const pieces = [
  ...['Ferry', 'a', 'Z', 'didn', 't', 'U', 'S', '3', '14', '000', 'e', 'co', 'op', '2nd'],
  ...[' ', ' ', ' ', '.', '.', ',', ';', ':', "'", '’', '‘', '“', '”', '"', '-', '–', '—', '…'],
  ...['\n', '\u00a0', '!', '?', '(', ')', '/', '%', '$', '&', '@', '#', '*', '_', '`', '~', '|'],
  ...[
    'é',
    'É',
    'ø',
    'ž',
    'ſ',
    'ß',
    '×',
    '÷',
    '«',
    '»',
    '„',
    '°',
    '²',
    '½',
    '©',
    '§',
    '¿',
    '·',
    'ª',
    'µ',
    'º',
  ],
  ...['漢字', '🦊', 'e\u0301', 'ж', 'α'],
];

test('words of Latin letters are counted as the segmenter counts them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      expect(countWords(text)).toBe(countSegments(text));
    }),
    { seed: 20_310_512, numRuns: 20_000 },
  );
});

test('words are counted in scripts with and without spaces', () => {
  expect(countWords('It didn’t cost $3,000.50 — not a cent.')).toBe(7);
  expect(countWords('one-two\nthree  four_five')).toBe(4);
  expect(countWords('')).toBe(0);
  expect(countWords('海港时报')).toBeGreaterThan(0);
});
