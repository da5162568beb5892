import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../app/record/ids.ts';
import { clusterKey, type KeyPart, suggestionKey } from '../../../app/suggestion/suggestion-key.ts';

const one: KeyPart = { articleId: 'a' as ArticleId, quote: 'The ferry sank at “noon”.' };
const other: KeyPart = { articleId: 'b' as ArticleId, quote: 'The ferry sank at dawn.' };

test('the order of the passages, case, accents and marks do not count', () => {
  const key = suggestionKey('parallel', [one, other]);
  expect(key).toMatch(/^parallel:[0-9a-f]{24}$/);
  expect(suggestionKey('parallel', [other, one])).toBe(key);
  const shouted = { ...one, quote: 'THE FERRY\nSANK AT "nóon"' };
  expect(suggestionKey('parallel', [shouted, other])).toBe(key);
});

test('kind, articles, words and the second place of the same words count', () => {
  const keys = [
    suggestionKey('parallel', [one, other]),
    suggestionKey('conflict', [one, other]),
    suggestionKey('parallel', [one, { ...other, quote: 'The ferry sank at dusk.' }]),
    suggestionKey('parallel', [one, { ...other, articleId: 'c' as ArticleId }]),
    suggestionKey('parallel', [one, { ...other, occurrence: 1 }]),
    suggestionKey('parallel', [
      { ...one, quote: other.quote },
      { ...other, quote: one.quote },
    ]),
    suggestionKey('parallel', [one]),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('Z1: a cluster is known by its wordings, however many articles have them', () => {
  const wordings = ['The ferry sank at noon', 'The ferry sank at dawn'];
  const key = clusterKey(wordings);
  expect(key).toMatch(/^cluster:[0-9a-f]{24}$/);
  expect(clusterKey(['the ferry sank at DAWN', ...wordings])).toBe(key);
  expect(clusterKey([...wordings, 'The ferry sank at dusk'])).not.toBe(key);
  expect(clusterKey(wordings, 1)).not.toBe(key);
});

test('different words have different keys', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, words, (left, right) => {
      const keys = [left, right].map((quote) =>
        suggestionKey('quotation', [{ ...one, quote: quote.join(' ') }]),
      );
      expect(keys[0] === keys[1]).toBe(left.join(' ') === right.join(' '));
    }),
    { seed: 6, numRuns: 500 },
  );
});
