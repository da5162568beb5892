import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorState, isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { isPassageRange, makePassage } from '../../../app/anchor/passage.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { RevisionId } from '../../../app/record/ids.ts';

const revisionId = 'revision' as RevisionId;
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 });

function passage(of: string, start: number, end: number) {
  return makePassage(of, revisionId, start as TextOffset, end as TextOffset);
}

describe('makePassage', () => {
  test('A1 keeps the exact quote and up to 32 code units on each side', () => {
    const long = `${'a'.repeat(40)} quote ${'z'.repeat(40)}`;
    expect(passage(long, 41, 46)).toEqual({
      revisionId,
      start: 41,
      end: 46,
      quote: 'quote',
      prefix: `${'a'.repeat(31)} `,
      suffix: ` ${'z'.repeat(31)}`,
    });
  });

  test('A1 has less around it at the ends of the text, and trims nothing', () => {
    expect(passage(' ab ', 0, 4)).toMatchObject({ quote: ' ab ', prefix: '', suffix: '' });
  });

  test('A1 cuts no surrogate pair in the context: one unit less is kept', () => {
    const pairs = '😀'.repeat(20);
    const made = passage(`${pairs}x.${pairs}`, 41, 42);
    expect(made.prefix).toBe(`${'😀'.repeat(15)}x`);
    expect(made.suffix).toBe('😀'.repeat(16));
    expect(passage(`${pairs}x.y${pairs}`, 41, 42).suffix).toBe(`y${'😀'.repeat(15)}`);
  });

  test.each([
    ['empty', 2, 2],
    ['inverted', 3, 2],
    ['before the text', -1, 2],
    ['beyond the text', 0, 6],
    ['fractional', 0.5, 2],
    ['not a number', Number.NaN, 2],
    ['starting inside a pair', 2, 4],
    ['ending inside a pair', 0, 2],
  ])('A1 refuses a range that is %s', (_name, start, end) => {
    expect(() => passage('a😀bc', start, end)).toThrow(RangeError);
  });

  test('A1 A2 any passage that can be made is anchored, whole, and its context is the text around it', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (of, first, second) => {
        const start = first % of.length;
        const end = start + 1 + (second % (of.length - start));
        fc.pre(isPassageRange(of, start, end));
        const made = passage(of, start, end);
        expect(isAnchored(made, of)).toBe(true);
        expect(
          of.startsWith(made.prefix + made.quote + made.suffix, start - made.prefix.length),
        ).toBe(true);
        expect(made.prefix.length).toBeLessThanOrEqual(32);
        expect(made.suffix.length).toBeLessThanOrEqual(32);
        for (const part of [made.prefix, made.quote, made.suffix]) {
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('anchorState', () => {
  const made = passage('one two three', 4, 7);

  test('A2 anchored where the quote stands, to the code unit', () => {
    expect(anchorState(made, 'one two three')).toBe('anchored');
    expect(anchorState(made, '??? two!')).toBe('anchored');
  });

  test.each([
    ['other words stand there', 'one Two three'],
    ['the quote stands elsewhere', 'one, two three'],
    ['the text ends before', 'one tw'],
    ['the text is empty', ''],
  ])('A3 an orphan when %s', (_name, changed) => {
    expect(anchorState(made, changed)).toBe('orphan');
  });

  test('A3 an orphan when the stored range does not fit its quote', () => {
    expect(isAnchored({ ...made, end: 8 as TextOffset }, 'one two three')).toBe(false);
    expect(
      isAnchored({ start: -5 as TextOffset, end: -2 as TextOffset, quote: 'thr' }, 'one two three'),
    ).toBe(false);
    expect(isAnchored({ start: 0 as TextOffset, end: 0 as TextOffset, quote: '' }, 'one')).toBe(
      false,
    );
  });

  test('A3 composed and decomposed letters are not the same quote', () => {
    expect(isAnchored(passage('caf\u00e9', 3, 4), 'cafe\u0301')).toBe(false);
  });
});
