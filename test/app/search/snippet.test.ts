import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHits } from '../../../app/search/find-hits.ts';
import { makeSnippet } from '../../../app/search/snippet.ts';

const group = {
  kind: 'phrase',
  field: 'any',
  phrase: { words: ['word'], isPrefix: false },
} as const;
const snippet = (text: string) =>
  makeSnippet(text, findHits([group], text))
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test('a short text is its own snippet', () => {
  expect(snippet('One word\nof it.')).toBe('One [word] of it.');
  expect(snippet('')).toBe('');
});

test('the part with the most hits is shown, cut between words', () => {
  const filler = 'something else is said here and there. '.repeat(20);
  const shown = snippet(`A word. ${filler}Now word and word again. ${filler}`);
  expect(shown).toMatch(/^…\w.*Now \[word\] and \[word\] again.*…$/);
  expect(shown.length).toBeLessThan(300);
  expect(snippet(filler)).toMatch(/^something else .*…$/);
});

test('a snippet is a stretch of the text with its hits, whatever the text', () => {
  const piece = fc.constantFrom('word ', 'words ', '😀', 'x'.repeat(100), '\n', ' and ', 'é');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const parts = makeSnippet(text, findHits([group], text));
      const shown = parts.filter(({ text: part }) => part !== '…');
      const joined = shown.map((part) => part.text).join('');
      expect(text.replaceAll('\n', ' ')).toContain(joined);
      expect(/\p{Surrogate}/u.test(joined)).toBe(false);
      expect(joined.length).toBeLessThanOrEqual(261);
      for (const part of shown) if (part.isHit) expect(part.text).toBe('word');
      if (findHits([group], text).length > 0) expect(shown.some(({ isHit }) => isHit)).toBe(true);
    }),
    { seed: 3, numRuns: 1_000 },
  );
});
