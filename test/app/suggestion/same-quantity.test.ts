import { describe, expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { type ConflictText, findConflicts } from '../../../app/suggestion/find-conflicts.ts';
import {
  shareTopics,
  statedQuantities,
  topicsOf,
} from '../../../app/suggestion/stated-quantities.ts';
import { textOf } from '../../bench/figures/text-of.ts';

function articleOf(published: string | null, ...paragraphs: readonly string[]): ConflictText {
  const text = textOf(paragraphs);
  const facts = findFacts(text, { published, language: 'en' });
  return { text, language: 'en', published, facts, statements: [] };
}

/** What two articles about the same contradict each other in, by nothing but what they state. */
function across(one: ConflictText, other: ConflictText): readonly string[] {
  const found = new Set<string>();
  for (const first of statedQuantities(one)) {
    for (const second of statedQuantities(other)) {
      if (!first.keys.some((key) => second.keys.includes(key))) continue;
      for (const conflict of findConflicts(
        { of: one, ...first },
        { of: other, ...second },
        'quantity',
      ))
        found.add(`${conflict.one.value} / ${conflict.other.value}`);
    }
  }
  return [...found];
}

const day = '2026-02-10';
/** Both ways round: which article comes first makes no difference. */
function expectAcross(
  one: string,
  other: string,
  expected: readonly string[],
  published: readonly [string | null, string | null] = [day, day],
): void {
  const [first, second] = [articleOf(published[0], one), articleOf(published[1], other)];
  expect(across(first, second)).toEqual(expected);
  expect(across(second, first)).toEqual(
    expected.map((values) => values.split(' / ').reverse().join(' / ')),
  );
}

describe('lengths of one thing', () => {
  test.each([
    ['The bridge would span 2.4 kilometres across the bay.', 'Plans for a 3.1-kilometre bridge.'],
    ['The bridge is 2.4 kilometres long.', 'Engineers put the bridge at 3.1 kilometres.'],
    ['A bridge of 2.4 kilometres is planned.', 'The bridge will run 3.1 km over the bay.'],
  ])('B14: “%s” and “%s” conflict', (one, other) => {
    expectAcross(one, other, ['2.4 km / 3.1 km']);
  });

  test.each([
    ['The camp lies 5 kilometres from the border.', 'Shells fell 12 kilometres from the border.'],
    ['The bridge would span 2.4 kilometres.', 'The road to the bridge would run 14 kilometres.'],
    ['The bridge is 2.4 kilometres long.', 'The bridge is 30 metres high.'],
    ['Of the bridge, 2 kilometres stand in water.', 'The bridge would span 2.4 kilometres.'],
  ])('B14: “%s” and “%s” measure different things', (one, other) => {
    expectAcross(one, other, []);
  });
});

describe('what a sentence sets against another account', () => {
  const announced = 'The plant will create 900 jobs, the company said.';

  test('B18: the value of its own conflicts with the one that agrees', () => {
    expectAcross(
      announced,
      'The union counts 640 jobs at the plant, against the 900 jobs in the announcement.',
      ['900 jobs / 640 jobs'],
    );
    expectAcross(
      'The bridge would span 2.4 kilometres.',
      'The surveyors measure the bridge at 3.1 kilometres, where the report has 2.4 kilometres.',
      ['2.4 km / 3.1 km'],
    );
  });

  test('B18: two articles that state both values do not conflict, nor does one with itself', () => {
    const both =
      'The union counts 640 jobs at the plant, against the 900 jobs in the announcement.';
    expectAcross(both, `According to the union, ${both}`, []);
    expectAcross(both, both, []);
  });

  test.each([
    'The plant has 640 jobs, against 900 jobs a year earlier.',
    'The plant has 640 jobs, but had 900 jobs before the fire.',
    'The plant has 900 jobs, while the mine has 640 jobs.',
  ])('B18: another time or another thing is no other account: %s', (sentence) => {
    expectAcross(announced, sentence, []);
  });
});

describe('dates of one event', () => {
  test.each([
    [
      'The airline is working towards first flights in 2031.',
      'The regulator expects no flight from the island before 2033.',
      '2031 / 2033',
    ],
    [
      'The new bridge will open in 2031, the ministry said.',
      'The bridge would not open before 2033, the auditors wrote.',
      '2031 / 2033',
    ],
    [
      'The ministers will meet in Oslo on 4 March.',
      'The two ministers will see each other on 5 March in the town hall of Oslo.',
      '2026-03-04 / 2026-03-05',
    ],
    [
      'The ministers are to meet in Oslo on 4 March.',
      'The meeting of the two ministers in Oslo has been moved from 4 March to 11 March.',
      '2026-03-04 / 2026-03-11',
    ],
    [
      'The paper is quiet about Monday’s call between Ana Ruiz and Tom Berg.',
      'The call was made late on Tuesday, when Ana Ruiz and Tom Berg had returned.',
      '2026-02-09 / 2026-02-10',
    ],
  ])('B19: “%s” and “%s”', (one, other, expected) => {
    expectAcross(one, other, [expected]);
  });

  test('B19: days without a year are compared by month and day', () => {
    expectAcross(
      'The ministers will meet in Oslo on 4 March.',
      'The two ministers will meet on 5 March in Oslo.',
      ['2026-03-04 / 5 March'],
      [day, null],
    );
  });

  test.each([
    ['The list will be published by 30 March.', 'The list will be published on 12 March.'],
    ['The bridge will open before 2033.', 'The bridge will open in 2031.'],
    ['The ministers met in Oslo on 4 January.', 'The ministers met in Oslo on 28 January.'],
    ['The bridge opened in 1991.', 'The bridge opened in 2009.'],
    ['The ministers will meet in Oslo on Monday.', 'The bridge will open in Oslo on Tuesday.'],
    ['The ministers met, Ana Ruiz said on Monday.', 'The ministers met, Ana Ruiz said on Tuesday.'],
    [
      'The meeting of Ana Ruiz and Tom Berg took place on Monday.',
      'Correction: an earlier version of this article said that the meeting of Ana Ruiz and Tom Berg took place on Tuesday.',
    ],
  ])('B19: “%s” and “%s” do not conflict', (one, other) => {
    expectAcross(one, other, []);
  });
});

describe('articles about the same', () => {
  const names = (list: string) => list.split(' ');

  test('B14: three names and half of the shorter list, or a third and three words', () => {
    const one = names('a b c d e f g h i');
    expect(shareTopics(one, names('a b c x y z'))).toBe(true);
    expect(shareTopics(one, names('a b c p q r x y z'))).toBe(false);
    expect(
      shareTopics(
        [...one, '#bridge', '#job', '#cost'],
        names('a b c p q r x y z #bridge #job #cost'),
      ),
    ).toBe(true);
    expect(
      shareTopics([...one, '#bridge', '#job'], names('a b c p q r x y z #bridge #job #cost')),
    ).toBe(false);
    expect(shareTopics(names('a b #bridge #job #cost'), names('a b #bridge #job #cost'))).toBe(
      false,
    );
  });

  test('B14: words that a text uses once are no topics, and names are no words', () => {
    const article = articleOf(
      day,
      'Ana Ruiz saw the bridge. The bridge was closed. A boat passed.',
    );
    expect(topicsOf(article)).toEqual(['ana ruiz', '#bridg']);
  });
});
