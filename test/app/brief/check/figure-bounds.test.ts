import { describe, expect, it } from 'vitest';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { sentences } from './checked.ts';

/** What the check says of the figures of a sentence that cites a passage. */
function told(sentence: string, passage: string): readonly string[] {
  const fixture = new BriefFixture();
  const article = fixture.article(passage);
  const cited = inlineCitation(annotateWords(fixture, article, passage));
  return sentences('figure', fixture, [paragraph(`${sentence} `, cited, '.')]);
}

describe('bounds of figures', () => {
  it.each([
    ['At least 200 people came', 'Up to 200 people came.', 'at least', 'up to'],
    ['Up to 200 people came', 'At least 200 people came.', 'up to', 'at least'],
    ['More than 200 people came', 'Fewer than 200 people came.', 'more than', 'less than'],
    ['Less than 200 people came', 'More than 200 people came.', 'less than', 'more than'],
    ['No more than 200 people came', 'No fewer than 200 people came.', 'up to', 'at least'],
    ['At least 2,000 people came', 'As many as 2,000 people came.', 'at least', 'up to'],
    ['At least 2000 people came', 'Up to 2000 people came.', 'at least', 'up to'],
    ['Almost 200 people came', 'Over 200 people came.', 'less than', 'more than'],
    ['It cost over $5 million', 'It cost under $5 million.', 'more than', 'less than'],
  ])('Y12 a bound to the other side is none: %s / %s', (sentence, passage, here, there) => {
    const [says, ...others] = told(sentence, passage);
    expect(says).toContain(`is said with “${here}” here, and with “${there}” in the passage`);
    expect(others).toEqual([]);
  });

  it.each([
    ['At least 100 people came', 'Up to 200 people came.'],
    ['Fewer than 250 people came', 'More than 200 people came.'],
    ['At least 6 per cent were hurt', 'Between 5 and 7 per cent were hurt.'],
    ['Up to 6 per cent were hurt', 'Between 5 and 7 per cent were hurt.'],
    ['More than 250 people came', 'More than 200 people came.'],
  ])('Y12 what the passage does not bear is not in it: %s / %s', (sentence, passage) => {
    expect(told(sentence, passage)).toHaveLength(1);
    expect(told(sentence, passage)[0]).toContain('is not in the passage');
  });

  it.each([
    ['200 people came', 'About 200 people came.'],
    ['200 people came', 'At least 200 people came.'],
    ['200 people came', 'Up to 200 people came.'],
    ['About 200 people came', 'More than 200 people came.'],
    ['At least 200 people came', '200 people came.'],
    ['Up to 200 people came', '200 people came.'],
    ['More than 180 people came', 'Nearly 200 people came.'],
    ['More than 200 people came', 'At least 200 people came.'],
    ['At least 200 people came', 'At least 200 people came.'],
    ['At least 5 per cent were hurt', 'Between 5 and 7 per cent were hurt.'],
    ['Up to 7 per cent were hurt', 'Between 5 and 7 per cent were hurt.'],
    ['Fewer than 250 people came', 'Up to 200 people came.'],
    ['Dozens of people came', 'At least 40 people came.'],
    ['At least 20 people came', 'Dozens of people came.'],
  ])(
    'Y12 a number without a bound tells one with it, and the same bound itself: %s / %s',
    (sentence, passage) => {
      expect(told(sentence, passage)).toEqual([]);
    },
  );
});

describe('directions of figures', () => {
  it.each([
    ['Exports fell by 5 %', 'Exports rose by 5 % in May.', 'a fall here, and a rise in'],
    ['Exports rose by 5 %', 'Exports fell 5 per cent.', 'a rise here, and a fall in'],
    ['A 5 % drop in exports followed', 'Exports grew by 5 %.', 'a fall here'],
    ['Exports were up 5 %', 'There was a decline of 5 %.', 'a rise here'],
    ['Exports increased by $3 billion', 'Exports shrank by $3 billion.', 'a rise here'],
    ['Exports came to 5 % less', 'Exports rose by 5 %.', 'a fall here'],
  ])('Y12 a fall is no rise: %s / %s', (sentence, passage, words) => {
    const [says, ...others] = told(sentence, passage);
    expect(says).toContain(words);
    expect(others).toEqual([]);
  });

  it.each([
    ['Exports changed by 5 %', 'Exports fell by 5 %.'],
    ['Exports fell by 5 %', 'Exports changed by 5 %.'],
    ['Exports fell by 5 %', 'A fall of 5 % was seen.'],
    ['Exports fell by 5 % after they rose by 3 %', 'They rose by 3 %, then fell by 5 %.'],
    ['Exports did not rise by 5 %', 'Exports fell by 5 %.'],
    ['Exports went up to 5 %', 'Exports fell to 5 %.'],
    ['In fall 2024 5 % came', 'They rose by 5 % in fall 2024.'],
    ['More than 5 % were lost', 'Losses rose to more than 5 %.'],
    ['While imports fell, 200 ships came', 'The number of ships rose to 200.'],
  ])('Y12 says nothing where one of the two says no direction: %s / %s', (sentence, passage) => {
    expect(told(sentence, passage)).toEqual([]);
  });
});

it('Y12 a number in the name of the outlet or in the title is no figure of the sentence', () => {
  const fixture = new BriefFixture();
  const article = fixture.article('The ferry sank.', {
    outlet: 'Channel 4',
    title: '12 hours at sea',
  });
  const cited = inlineCitation(annotateWords(fixture, article, 'The ferry sank.'));
  const told = (words: string) => sentences('figure', fixture, [paragraph(words, cited)]);
  expect(told('Channel 4 reports that the ferry sank ')).toEqual([]);
  expect(told('In 12 hours at sea they saw it sink ')).toEqual([]);
  expect(told('Channel 4 and 4 boats saw it sink ')).toHaveLength(1);
  expect(told('It took 12 hours ')).toHaveLength(1);
});
