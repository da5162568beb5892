import { expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { describeFigure } from '../../../app/suggestion/fact-words.ts';
import { textOf } from '../../bench/figures/text-of.ts';

test.each([
  ['It cost 3.9 billion crowns.', '3.9 billion crowns'],
  ['It cost over $200 billion.', 'over 200 billion USD'],
  ['It cost €1.3 trillion.', '1.3 trillion EUR'],
  ['It cost between $4 billion and $5.25 billion.', '4 to 5.25 billion USD'],
  ['It cost between $900 million and $1.2 billion.', '900 million to 1.2 billion USD'],
  ['There were 999,999 passengers.', '999,999 passengers'],
  ['There were 2,100,000 passengers.', '2.1 million passengers'],
  ['There were 1,234,567 passengers.', '1,234,567 passengers'],
  ['There were 1,234,000 passengers.', '1.234 million passengers'],
  ['There were 15,000 passengers.', '15,000 passengers'],
  ['A line of 33.5 kilometres.', '33.5 km'],
  ['A pilot tunnel of 400 metres.', '400 m'],
  ['Two miles of fence.', '3.2187 km'],
])('B17: “%s” is shown as “%s”', (sentence, expected) => {
  const [figure] = findFacts(textOf([sentence]), { published: null, language: 'en' }).figures;
  expect(figure && describeFigure(figure)).toBe(expected);
});

test('B17: dollars that nothing tells whose they are have no code', () => {
  const { figures } = findFacts(textOf(['It cost A$5 million, then $3.5 million.']), {
    published: null,
    language: 'en',
  });
  expect(figures.map(describeFigure)).toEqual(['5 million AUD', '3.5 million dollars']);
});
