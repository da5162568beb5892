import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPlain } from '../../../app/search/fold-words.ts';
import { matchWords, typedWords } from '../../../app/search/match-words.ts';

function match(text: string, typed: string): number {
  return matchWords(foldPlain(text), typedWords(typed));
}

describe('N2 how well a name goes with what was typed', () => {
  test('the whole name, its beginning, a phrase, beginnings of words, parts of words, in this order', () => {
    const name = 'Tunnel cost rises';
    const scores = ['tunnel cost rises', 'tunnel c', 'cost ri', 'ris tun', 'unnel', 'bridge'].map(
      (typed) => match(name, typed),
    );
    expect(scores).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('case and accents count for nothing, other scripts are compared too', () => {
    expect(match('Grèvemont', 'GREVE')).toBe(4);
    expect(match('Die Größe', 'grosse')).toBe(3);
    expect(match('東京の港', '京')).toBe(1);
    expect(match('ميناء القاهرة', 'القاهرة')).toBe(3);
  });

  test('nothing typed goes with nothing', () => {
    expect(match('Tunnel', '')).toBe(0);
    expect(match('Tunnel', '   ')).toBe(0);
  });

  test('it is nought exactly where a word is missing, and above one exactly where words begin so', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'á'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (text, typed) => {
        const folded = foldPlain(text);
        const { words } = typedWords(typed);
        const score = match(text, typed);
        const inside = words.length > 0 && words.every((word) => folded.includes(word));
        expect(score > 0).toBe(inside);
        const begins = (word: string): boolean =>
          new RegExp(`(?:^|[^\\p{L}\\p{N}])${word}`, 'u').test(folded);
        expect(score > 1).toBe(inside && words.every(begins));
      }),
      { seed: 43, numRuns: 2_000 },
    );
  });
});
