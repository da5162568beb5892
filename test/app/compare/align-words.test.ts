import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignWords } from '../../../app/compare/align-words.ts';

const quote = 'We have waited thirty years for this tunnel, and we will not wait thirty more';

function found(text: string, wanted = quote): string | null {
  const place = alignWords(wanted, text);
  return place === null ? null : text.slice(place.start, place.end);
}

describe('words alike in another text', () => {
  test('finds the same words whatever the case, marks and spaces', () => {
    const text = `Before. “We have waited  thirty years for this tunnel – and WE will not wait thirty more”, she said.`;
    expect(found(text)).toBe(
      'We have waited  thirty years for this tunnel – and WE will not wait thirty more',
    );
    expect(alignWords(quote, text)?.score).toBe(1);
  });

  test('finds a cut and an insertion, with a lower score the more is changed', () => {
    const cut = 'He said: We have waited thirty years and will not wait thirty more.';
    const little =
      'We have waited thirty long years for this tunnel, and we will not wait thirty more';
    expect(found(cut)).toBe('We have waited thirty years and will not wait thirty more');
    const scores = [quote, little, cut].map((text) => alignWords(quote, text)?.score ?? 0);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(new Set(scores).size).toBe(3);
  });

  test('takes in the marks around the words where both sides have them', () => {
    const text = 'She said: “We have waited thirty years.” Then she left.';
    expect(found(text, '“We have waited thirty years.”')).toBe('“We have waited thirty years.”');
    expect(found(text, 'We have waited thirty years.')).toBe('We have waited thirty years.');
    expect(found(text, '«We have waited thirty years!»')).toBe('We have waited thirty years');
  });

  test('says nothing of texts that share fewer than three words in order', () => {
    expect(found('The fishing fleet left the harbour at dawn.')).toBeNull();
    expect(found('')).toBeNull();
    expect(found('anything', '')).toBeNull();
  });

  test('finds any run of four words or more planted in unlike words, at its place', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta');
    const other = fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 4, maxLength: 12 }),
        fc.array(other, { maxLength: 30 }),
        fc.array(other, { maxLength: 30 }),
        (planted, before, after) => {
          const text = [...before, ...planted, ...after].join(' ');
          const place = alignWords(planted.join(' '), text);
          expect(place?.score).toBe(1);
          expect(text.slice(place?.start, place?.end)).toBe(planted.join(' '));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
