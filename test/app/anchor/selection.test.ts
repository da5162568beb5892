import { describe, expect, test } from 'vitest';
import { sentenceAt } from '../../../app/anchor/sentence-at.ts';
import type { TextRange } from '../../../app/anchor/text-range.ts';
import { trimSelection } from '../../../app/anchor/trim-selection.ts';
import { wordAt } from '../../../app/anchor/word-at.ts';
import type { TextOffset } from '../../../app/base/brand.ts';

function words(text: string, range: TextRange | null): string | null {
  return range === null ? null : text.slice(range.start, range.end);
}

describe('trimSelection', () => {
  test('T3 drops white space at both ends, line feeds and no-break spaces included', () => {
    const text = 'one \n\u00a0two\u202f\nthree';
    expect(words(text, trimSelection(text, 3, text.indexOf('three')))).toBe('two');
  });

  test('T3 takes either direction, and whole code points', () => {
    expect(trimSelection('a 😀 b', 5, 3)).toEqual({ start: 2, end: 4 });
  });

  test.each([
    ['nothing', 3, 3],
    ['only white space', 3, 5],
    ['what lies outside the text', 40, 50],
  ])('%s means nothing', (_name, anchor, head) => {
    expect(trimSelection('one  two', anchor, head)).toBeNull();
  });

  test('an empty caret inside a surrogate pair means nothing', () => {
    expect(trimSelection('😀', 1, 1)).toBeNull();
  });

  test('ends outside the text count as its ends', () => {
    expect(trimSelection('one', -4, 40)).toEqual({ start: 0, end: 3 });
  });
});

describe('wordAt', () => {
  const text = 'Two premiers\n“don’t wait”, said 王毅外长 — café';

  test.each([
    ['at its start', 0, 'Two'],
    ['inside', 1, 'Two'],
    ['at its end', 3, 'Two'],
    ['between a word and the next block', 12, 'premiers'],
    ['with an apostrophe', text.indexOf('don') + 4, 'don’t'],
    ['before a closing quotation mark', text.indexOf('wait') + 4, 'wait'],
    ['at the end of the text', text.length, 'café'],
  ])('finds the word %s', (_name, offset, word) => {
    expect(words(text, wordAt(text, offset))).toBe(word);
  });

  test.each([
    ['in white space beside punctuation', text.indexOf('—')],
    ['before an opening quotation mark', text.indexOf('“')],
  ])('finds none %s', (_name, offset) => {
    expect(wordAt(text, offset)).toBeNull();
  });

  test('divides Chinese by its dictionary', () => {
    expect(words(text, wordAt(text, text.indexOf('外'), 'zh'))).toBe('外长');
  });

  test('never leaves the block', () => {
    expect(words('ab\ncd', wordAt('ab\ncd', 3))).toBe('cd');
    expect(words('ab\ncd', wordAt('ab\ncd', 2))).toBe('ab');
    expect(wordAt('', 0)).toBeNull();
  });

  test('takes a decomposed letter with its marks', () => {
    expect(words('un cafe\u0301 noir', wordAt('un cafe\u0301 noir', 5, 'fr'))).toBe('cafe\u0301');
  });

  test.each(['not a language', 'xx-qq', '', null])('makes do with the language %j', (language) => {
    expect(words('one two', wordAt('one two', 0, language))).toBe('one');
  });
});

describe('sentenceAt', () => {
  const heading = 'Summary. Of it';
  const body =
    'Mr. Xi spoke first. “Did he?” asked J. R. Smith of the U.S. Senate. Nobody knew.  Then it ended.';
  const text = `${heading}\n${body}`;
  const block = {
    start: (heading.length + 1) as TextOffset,
    end: text.length as TextOffset,
  };

  test.each([
    ['the first', 'Xi', 'Mr. Xi spoke first.'],
    ['one with a title and initials', 'Smith', 'asked J. R. Smith of the U.S. Senate.'],
    ['one in the middle', 'knew', 'Nobody knew.'],
    ['the last', 'ended', 'Then it ended.'],
  ])('finds %s', (_name, at, sentence) => {
    const found = words(text, sentenceAt(text, block, text.indexOf(at)));
    expect(found?.endsWith(sentence)).toBe(true);
  });

  test('at the block’s ends and beyond gives the nearer sentence', () => {
    expect(words(text, sentenceAt(text, block, 0))).toBe('Mr. Xi spoke first.');
    expect(words(text, sentenceAt(text, block, text.length))).toBe('Then it ended.');
    expect(words(text, sentenceAt(text, block, text.length + 9))).toBe('Then it ended.');
  });

  test('a block that ends with an initial is still a sentence', () => {
    const end = 4 as TextOffset;
    expect(
      words(
        'To W.\nx',
        sentenceAt('To W.\nx', { start: 0 as TextOffset, end: (end + 1) as TextOffset }, 1),
      ),
    ).toBe('To W.');
  });

  test('sentences cover the block: each offset’s sentence holds it or the white space after it', () => {
    for (let offset: number = block.start; offset < block.end; offset += 1) {
      const range = sentenceAt(text, block, offset);
      expect(range).not.toBeNull();
      if (range !== null && !/\s/.test(text.charAt(offset))) {
        expect(range.start <= offset && offset < range.end).toBe(true);
      }
    }
  });

  test('knows the full stop of Chinese', () => {
    const chinese = '王毅会见外长。双方同意合作。';
    const whole = { start: 0 as TextOffset, end: chinese.length as TextOffset };
    expect(words(chinese, sentenceAt(chinese, whole, 9, 'zh'))).toBe('双方同意合作。');
  });
});
