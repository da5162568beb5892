import { describe, expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { textOf } from '../../bench/figures/text-of.ts';

const codes = (paragraphs: readonly string[], language = 'en') =>
  findFacts(textOf(paragraphs), { published: '2024-02-09', language }).figures.map(
    ({ unit }) => unit.code,
  );

describe('whose dollars', () => {
  test('B3: in English a bare sign is the same as “US$” and “U.S. dollars”', () => {
    expect(codes(['It cost $5 million, US$6 million or 7 million U.S. dollars.'])).toEqual([
      'USD',
      'USD',
      'USD',
    ]);
    expect(codes(['It cost 5 million dollars.'])).toEqual(['USD']);
  });

  test.each([
    [
      ['It cost A$5 million.', 'The rest was $3 million.'],
      ['AUD', '$'],
    ],
    [
      ['It cost 5 million Canadian dollars.', 'The rest was $3 million.'],
      ['CAD', '$'],
    ],
    [['The Jamaican dollar fell.', 'The rest was $3 million.'], ['$']],
  ])('B3: not where the text names dollars of another country: %j', (paragraphs, expected) => {
    expect(codes(paragraphs)).toEqual(expected);
  });

  test('B3: the American dollar is none of another country', () => {
    expect(codes(['The American dollar fell.', 'The rest was $3 million.'])).toEqual(['USD']);
  });

  test('B3: in other languages the sign stays as it is', () => {
    expect(codes(['Costó $5 millones.'], 'es')).toEqual(['$']);
  });
});
