import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { textOf } from '../../bench/figures/text-of.ts';

function read(words: string, published: string | null, language = 'en'): readonly string[] {
  const text = textOf([words]);
  return findFacts(text, { published, language }).dates.map(({ start, end, earliest, latest }) =>
    earliest === null
      ? `? ${text.text.slice(start, end)}`
      : earliest === latest
        ? earliest
        : `${earliest}..${latest}`,
  );
}

describe('dates', () => {
  test('B7: a day reads the same in every form that means one day', () => {
    const forms: readonly (readonly [language: string, write: (date: Date) => string])[] = [
      ['en', (date) => date.toISOString().slice(0, 10)],
      ...(['en-US', 'en-GB', 'de', 'fr', 'es', 'pt', 'it', 'zh'] as const).map(
        (language) =>
          [
            language.slice(0, 2),
            (date: Date) =>
              new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
                date,
              ),
          ] as const,
      ),
      [
        'en',
        (date) =>
          new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(date),
      ],
      [
        'en',
        (date) =>
          new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(date),
      ],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: -20_000, max: 30_000 }),
        ([language, write], day) => {
          const date = new Date(day * 86_400_000);
          const written = write(date);
          expect([written, ...read(`+ ${written}.`, null, language)]).toEqual([
            written,
            date.toISOString().slice(0, 10),
          ]);
        },
      ),
      { seed: 4, numRuns: 600 },
    );
  });

  test.each([
    [
      'It began in mid-2023 and ended late in March 2024.',
      ['2023-05-01..2023-08-31', '2024-03-21..2024-03-31'],
    ],
    [
      'The 1990s, the summer of 1968, the third quarter of 2023',
      ['1990-01-01..1999-12-31', '1968-06-01..1968-08-31', '2023-07-01..2023-09-30'],
    ],
    ['from 5 to 9 May 2019, May 5–7, 2020', ['2019-05-05..2019-05-09', '2020-05-05..2020-05-07']],
    ['between 2010 and 2014, in 2008-2009', ['2010-01-01..2014-12-31', '2008-01-01..2009-12-31']],
    [
      'between January and September 2023, by the end of the third quarter of 2023',
      ['2023-01-01..2023-09-30', '2023-09-01..2023-09-30'],
    ],
    ['On 05/06/2024 and on 25/06/2024', ['2024-06-25']],
    ['He may go, the march of 2000 people, will May come, 2019 soldiers', []],
  ])('B7: %s', (words, expected) => {
    expect(read(words, null)).toEqual(expected);
  });

  test.each([
    ['He said so on Thursday.', ['2024-02-08']],
    ['He said so on Friday.', ['2024-02-09']],
    ['He will come on Thursday.', ['2024-02-15']],
    [
      'last month, two years ago, last week',
      ['2024-01-01..2024-01-31', '2022-01-01..2022-12-31', '2024-01-29..2024-02-04'],
    ],
    ['the attack of Oct. 7', ['2023-10-07']],
    ['earlier this year, next year', ['2024-01-01..2024-12-31', '2025-01-01..2025-12-31']],
    ['the first 11 months of last year', ['2023-01-01..2023-11-30']],
    ['The vote is due on March 17.', ['2024-03-17']],
    ['over the past year', ['2023-02-09..2024-02-09']],
    ['The ministers are to meet in Oslo on 18 May.', ['2024-05-18']],
    ['The ministers agreed in a call to publish a list by 30 June.', ['2024-06-30']],
    ['to meet in Oslo on 18 May', ['2024-05-18']],
    ['The ministers returned to Oslo on 18 May.', ['2023-05-18']],
    ['The vote was moved from 2 March to 9 June.', ['2024-03-02', '2024-06-09']],
    ['The fair runs from 2 March to 9 March.', ['2024-03-02..2024-03-09']],
  ])('B8: %s', (words, expected) => {
    expect(read(words, '2024-02-09T10:00:00+08:00')).toEqual(expected);
  });

  test('B8: as far as the published date is known', () => {
    expect(read('last year, last month, on Thursday', '2024')).toEqual([
      '2023-01-01..2023-12-31',
      '? last month',
      '? Thursday',
    ]);
    expect(read('last year, last month, on Thursday', '2024-02')).toEqual([
      '2023-01-01..2023-12-31',
      '2024-01-01..2024-01-31',
      '? Thursday',
    ]);
    expect(read('last year, on Thursday, in 2022, since Oct. 7', null)).toEqual([
      '? last year',
      '? Thursday',
      '2022-01-01..2022-12-31',
      '? Oct. 7',
    ]);
  });

  test('B9: that year is the one stated before', () => {
    expect(read('It began in 2022. In that year alone it grew.', null)).toEqual([
      '2022-01-01..2022-12-31',
      '2022-01-01..2022-12-31',
    ]);
  });
});
