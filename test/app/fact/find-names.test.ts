import { describe, expect, test } from 'vitest';
import { findNames } from '../../../app/fact/find-names.ts';
import { textOf } from '../../bench/figures/text-of.ts';

const read = (...paragraphs: readonly string[]): readonly string[] =>
  findNames(textOf(paragraphs), { language: 'en' }).map(
    ({ name, kind, sure }) => `${name}${kind === null ? '' : ` (${kind})`}${sure ? '' : ' ?'}`,
  );

describe('names (B10)', () => {
  test('mentions have the fullest form, titles set aside', () => {
    expect(
      read('Chinese President Xi Jinping met Mr. Vladimir Putin.', 'Xi told Putin so.'),
    ).toEqual([
      'Xi Jinping (person)',
      'Vladimir Putin (person)',
      'Xi Jinping (person)',
      'Vladimir Putin (person)',
    ]);
  });

  test('of two that fit, the one mentioned last is taken, and the mention is not sure', () => {
    expect(read('President Joe Biden and his son Hunter Biden came.', 'Then Biden spoke.')).toEqual(
      ['Joe Biden (person)', 'Hunter Biden (person)', 'Hunter Biden (person) ?'],
    );
  });

  test('letters in brackets stand for the name before them', () => {
    expect(read('The Shanghai Cooperation Organization (SCO) met.', 'They left the SCO.')).toEqual([
      'Shanghai Cooperation Organization (organisation)',
      'Shanghai Cooperation Organization (organisation)',
      'Shanghai Cooperation Organization (organisation)',
    ]);
  });

  test('the first word of a sentence and the words of a headline are names only where the text has them elsewhere', () => {
    expect(
      read(
        'Markets Fall After Marsh Warns of Crisis',
        'Trading was thin. Elena Marsh, 47, said so.',
        'Marsh left.',
      ),
    ).toEqual(['Elena Marsh (person)', 'Elena Marsh (person)', 'Elena Marsh (person)']);
  });

  test('what a hyphen joins, of, and particles', () => {
    expect(
      read('The Bank of England and Ursula von der Leyen spoke of China-Russia ties.'),
    ).toEqual([
      'Bank of England (organisation)',
      'Ursula von der Leyen (person)',
      'China (place)',
      'Russia (place)',
    ]);
  });
});
