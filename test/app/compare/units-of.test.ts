import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitFlags, unitKinds } from '../../../app/compare/text-units.ts';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { textOf } from '../parallel/text-of.ts';

const hashesOf = (text: string): readonly number[] => [...unitsOf(textOf(text)).hashes];
const wordsOf = (text: string): readonly string[] => {
  const { starts, lengths } = unitsOf(textOf(text));
  return [...starts].map((start, at) => text.slice(start, start + (lengths[at] ?? 0)));
};

describe('U1: the units that texts are compared by', () => {
  test('U1 words are apart at every sign between letters; signs of scripts without spaces stand alone', () => {
    expect(wordsOf('China’s “no-limits” partnership (U.S.-led), 2.5 °C')).toEqual(
      'China s no limits partnership U S led 2 5 C'.split(' '),
    );
    expect(wordsOf('中俄关系 ok')).toEqual(['中', '俄', '关', '系', 'ok']);
  });

  test.each([
    ['ÉLYSÉE', 'elysee'],
    ['hot-spot', 'hot spot'],
    ['China’s', "CHINA'S"],
    ['200 billion', 'two hundred billion'],
    ['200bn', 'two hundred billion'],
    ['30,000', 'thirty thousand'],
    ['25', 'twenty-five'],
    ['7%', 'seven percent'],
    ['7 percent', '7 per cent'],
    ['ﬁve', 'five'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('U1 %s is compared as %s', (one, other) => {
    expect(hashesOf(one)).toEqual(hashesOf(other));
  });

  test.each([
    ['2024', 'two thousand twenty four'],
    ['200', '201'],
    ['2.5', '25'],
    ['8.000', '8,000'],
    ['grain', 'grains'],
  ])('U1 %s is not compared as %s', (one, other) => {
    expect(hashesOf(one)).not.toEqual(hashesOf(other));
  });

  test('U1 units ascend, lie in their blocks, and say the same wherever they stand', () => {
    const parts = fc.constantFrom(
      'a',
      'B',
      'é',
      '7',
      '2,000',
      '中',
      '“',
      '"',
      "'",
      '-',
      ' ',
      '%',
      '𠀀',
      '\u00ad',
      'bn',
      '.',
    );
    const paragraph = fc
      .array(parts, { minLength: 1, maxLength: 30 })
      .map((list) => `x${list.join('')}`);
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const text = textOf(...paragraphs);
        const units = unitsOf(text);
        let before = 0;
        for (let at = 0; at < units.count; at += 1) {
          const start = units.starts[at] ?? 0;
          const end = start + (units.lengths[at] ?? 0);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          before = start;
        }
        const separate = paragraphs.flatMap((one) => hashesOf(one));
        expect([...units.hashes]).toEqual(separate);
        const begun = [...units.flags].filter((flag) => flag & unitFlags.startsBlock).length;
        expect(begun).toBe(paragraphs.length);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('U1 what stands in quotation marks is known, over paragraphs and where nobody closed it', () => {
    const quoted = (...paragraphs: string[]): string => {
      const text = textOf(...paragraphs);
      const { starts, lengths, flags } = unitsOf(text);
      return [...starts]
        .filter((_, at) => (flags[at] ?? 0) & unitFlags.quoted)
        .map((start, at, all) =>
          text.text.slice(start, start + (lengths[[...starts].indexOf(all[at] ?? 0)] ?? 0)),
        )
        .join(' ');
    };
    expect(quoted('He “said so”, "did it" and «went».')).toBe('said so did it went');
    expect(quoted('It’s ‘what the minister’s office said’, or ‘so’ they say.')).toBe(
      'what the minister s office said so',
    );
    expect(quoted('In the ‘90s nothing was said’s all')).toBe('');
    expect(quoted('„Ja“, sagte er, „nein“ sie.')).toBe('Ja nein');
    expect(quoted('“One.', '“Two.” He left.')).toBe('One Two');
    expect(quoted('“One', 'a', 'b', 'c', 'd', 'e f')).toBe('One a b c d');
  });

  test('U1 a number has one unit that weighs, and a capital is one before small letters', () => {
    const { flags } = unitsOf(textOf('Xi paid 250 NATO dollars'));
    expect([...flags].map((flag) => flag & unitFlags.kind)).toEqual([
      unitKinds.word,
      unitKinds.word,
      unitKinds.word,
      unitKinds.more,
      unitKinds.more,
      unitKinds.word,
      unitKinds.word,
    ]);
    expect([...flags].map((flag) => (flag & unitFlags.capital) !== 0).indexOf(true)).toBe(0);
    expect([...flags].filter((flag) => flag & unitFlags.capital).length).toBe(1);
  });
});
