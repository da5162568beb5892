import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageContext } from '../../../app/brief/passage-context.ts';
import { canonicalText } from './arbitrary-brief.ts';

test('Context is cut at words and says whether more follows', () => {
  const text = 'The transport ministry put the cost at a sum nobody believed then.';
  const start = text.indexOf('the cost');
  expect(passageContext(text, start, start + 8, 12)).toEqual({
    before: 'put ',
    quote: 'the cost',
    after: ' at a sum',
    more: { before: true, after: true },
  });
});

test('A short text is shown whole', () => {
  expect(passageContext('one two three', 4, 7, 200)).toEqual({
    before: 'one ',
    quote: 'two',
    after: ' three',
    more: { before: false, after: false },
  });
});

test('Context is what stands around the quotation, within reach, in whole characters', () => {
  fc.assert(
    fc.property(canonicalText, fc.nat(), fc.nat(), fc.nat(40), (text, one, other, reach) => {
      const edges = [0];
      for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length);
      const [start = 0, end = 0] = [one, other]
        .map((at) => edges[at % edges.length] ?? 0)
        .sort((a, b) => a - b);
      const context = passageContext(text, start, end, reach);
      const { before, quote, after } = context;
      expect(quote).toBe(text.slice(start, end));
      expect(text.slice(start - before.length, end + after.length)).toBe(before + quote + after);
      expect(before.length).toBeLessThanOrEqual(reach);
      expect(after.length).toBeLessThanOrEqual(reach);
      expect((before + quote + after).isWellFormed()).toBe(true);
      expect(context.more.before).toBe(before.length < start);
    }),
    { seed: 20240512 },
  );
});
