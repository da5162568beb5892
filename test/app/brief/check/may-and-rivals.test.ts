import { describe, expect, it } from 'vitest';
import type { ClaimRecord } from '../../../../app/record/records.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { findings } from './checked.ts';

const words = 'The cost rose to 4.2 billion crowns in May, the ministry found.';

function project(other: ClaimRecord['status'] = 'corroborated') {
  const fixture = new BriefFixture();
  const article = fixture.article(words);
  const cost = annotateWords(fixture, article, words);
  fixture.claim('The tunnel will cost 4.2 billion crowns.', [[cost, 'asserts']]);
  const rival = fixture.claim('The ministry found a higher bill in May.', [[cost, 'asserts']]);
  fixture.claims[1] = { ...rival, status: other };
  return { fixture, cited: inlineCitation(cost) };
}

function stated(sentence: string, other?: ClaimRecord['status']): readonly (string | undefined)[] {
  const { fixture, cited } = project(other);
  return findings('stated-as-fact', fixture, [paragraph(`${sentence} `, cited, '.')]).map(
    ({ about }) => about?.id,
  );
}

describe('“may”', () => {
  it.each([
    'In May the tunnel will cost 4.2 billion crowns',
    'The tunnel cost 4.2 billion crowns in May',
    'Since May 2024 the tunnel costs 4.2 billion crowns',
    'May 2024 saw the tunnel cost 4.2 billion crowns',
    'The military might built a tunnel for 4.2 billion crowns',
  ])('Y13 the month is no word of doubt: %s', (sentence) => {
    expect(stated(sentence)).toEqual(['claim-1']);
  });

  it.each([
    'The tunnel may cost 4.2 billion crowns',
    'In May it seemed that the tunnel may cost 4.2 billion crowns',
    'May it be that the tunnel costs 4.2 billion crowns',
    'The tunnel might cost 4.2 billion crowns',
  ])('Y13 the verb is one: %s', (sentence) => {
    expect(stated(sentence)).toEqual([]);
  });
});

describe('a passage that is evidence for several claims', () => {
  it('Y13 is cited for the one that its sentence has most of', () => {
    expect(stated('The ministry found a higher bill')).toEqual([]);
    expect(stated('A higher bill shocked the ministry')).toEqual([]);
    expect(stated('The ministry found a higher bill', 'open')).toEqual([]);
    expect(stated('The tunnel will cost 4.2 billion crowns')).toEqual(['claim-1']);
    expect(stated('The ministry found a higher bill', 'refuted')).toEqual(['claim-2']);
    expect(stated('The cost of the tunnel rose to 4.2 billion crowns')).toEqual(['claim-1']);
  });
});

it('Y13 the name of the source before its words is no statement', () => {
  const fixture = new BriefFixture();
  const article = fixture.article(words, { outlet: 'The Evening Lantern' });
  const cost = annotateWords(fixture, article, words);
  fixture.claim('The tunnel will cost 4.2 billion crowns.', [[cost, 'asserts']]);
  const told = (said: string) =>
    findings('stated-as-fact', fixture, [paragraph(`${said}: `, inlineCitation(cost), '.')]);
  expect(told('The Evening Lantern')).toEqual([]);
  expect(told('The Evening Lantern was right about the cost')).toHaveLength(1);
});
