import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctHashes, shinglesOf } from '../../../app/compare/shingles.ts';
import { limitOf, sketchOf } from '../../../app/compare/sketch.ts';

/** The same, word by word, as catalogues that are kept hold it. */
function slowShingles(text: string): number[] {
  const words = (text.match(/[0-9A-Za-z\u0080-\uffff]+/g) ?? []).map((word) => {
    let hash = 0x811c9dc5;
    for (const unit of word.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).split('')) {
      hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ unit.charCodeAt(0), 0x01000193) || 1;
    }
    return hash | 0;
  });
  return words.slice(3).map((_, at) => {
    let hash = 0;
    for (const word of words.slice(at, at + 4)) {
      hash = Math.imul(hash, 0x5bd1e995) + word;
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  });
}

const texts = fc
  .array(fc.constantFrom('a', 'Zb', '19', ' ', ', ', '\n', 'é', '中', '😀', '-', '’', 'ferry '), {
    maxLength: 200,
  })
  .map((parts) => parts.join(''));

test('S12: shingles are those of every four words, in order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect([...shinglesOf(text)]).toEqual(slowShingles(text));
    }),
  );
});

test('S12: shingles stay what they were, since catalogues keep them', () => {
  expect([...shinglesOf('The ferry waits on day 17, at night.')]).toEqual(
    slowShingles('the ferry waits on day 17 at night'),
  );
  expect([...shinglesOf('the ferry waits on day 17')]).toEqual([
    3599077238, 4144094073, 3063956348,
  ]);
});

test('S12: a sketch is every hash below the limit, once, ascending', () => {
  const hashes = fc.uint32Array({ maxLength: 600 });
  fc.assert(
    fc.property(hashes, (shingles) => {
      const before = [...shingles];
      const below = before.filter((hash) => hash < limitOf(shingles.length));
      const expected = [...new Set(below)].sort((one, other) => one - other);
      expect([...sketchOf(shingles).hashes]).toEqual(expected);
      expect([...distinctHashes(shingles)]).toEqual(
        [...new Set(before)].sort((one, other) => one - other),
      );
      expect([...shingles]).toEqual(before);
    }),
  );
});
