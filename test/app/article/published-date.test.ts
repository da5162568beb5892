import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePublished,
  formatPublished,
  normalisePublished,
  zoneWords,
} from '../../../app/article/published-date.ts';
import { readPublished } from '../../../app/article/read-published.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** Dates of every precision that are in the calendar. */
const published = fc
  .record({
    day: fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }),
    length: fc.constantFrom(4, 7, 10, 16, 19),
    zone: fc.oneof(
      fc.constantFrom('', 'Z'),
      fc
        .tuple(
          fc.constantFrom('+', '-'),
          fc.integer({ min: 1, max: 14 }),
          fc.constantFrom(0, 30, 45),
        )
        .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
    ),
  })
  .map(({ day, length, zone }) => day.toISOString().slice(0, length) + (length > 10 ? zone : ''));

describe('normalisePublished', () => {
  test.each(['2024', '2024-02', '2024-02-29', '2024-02-08T09:14Z', '2024-02-08T09:14:00+01:00'])(
    'T12 keeps %s as it is written',
    (text) => expect(normalisePublished(text)).toBe(text),
  );

  test('T12 keeps every date of the calendar', () => {
    fc.assert(
      fc.property(published, (text) => {
        expect(normalisePublished(text)).toBe(text);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  test.each([
    ['2023-02-29', 'a day that is in no calendar'],
    ['2024-00', 'a month 0'],
    ['2024-13', 'a month 13'],
    ['2024-02-08T24:00Z', 'an hour 24'],
    ['2024-02-08T09:60Z', 'a minute 60'],
    ['2024-02-08T09:14+19:00', 'a zone beyond any'],
    ['0001-01-01T00:00:00Z', 'what programs write for "not set"'],
    ['2024-2-8', 'short numbers'],
    [' 2024', 'white space'],
    ['', 'nothing'],
  ])('T12 refuses %s: %s', (text) => expect(normalisePublished(text)).toBeNull());

  test('T12 drops fractions of a second and an unknown zone', () => {
    expect(normalisePublished('2019-01-03T07:00:02.123Z')).toBe('2019-01-03T07:00:02Z');
    expect(normalisePublished('2019-01-03T07:00-00:00')).toBe('2019-01-03T07:00Z');
  });
});

describe('readPublished', () => {
  test.each([
    ['2024-02-08T09:14:00+0100', '2024-02-08T09:14:00+01:00'],
    ['2024-02-08T09:14:00.5-08', '2024-02-08T09:14:00-08:00'],
    ['2019-04-28 06:01:07', '2019-04-28T06:01:07'],
    ['2015/7/4', '2015-07-04'],
    ['20170113', '2017-01-13'],
    ['20150724T053609Z', '2015-07-24T05:36:09Z'],
    ['Fri, 24 Jul 2015 05:36:09 +0100', '2015-07-24T05:36:09+01:00'],
    ['Fri, 24 Jul 2015 05:36:09 GMT', '2015-07-24T05:36:09Z'],
    ['Fri Jul 24 2015 05:36:09 GMT+0100 (BST)', '2015-07-24T05:36:09+01:00'],
    ['July 24, 2015', '2015-07-24'],
    ['24th July 2015', '2015-07-24'],
    ['Sept. 3, 2020', '2020-09-03'],
    ['May 2031', '2031-05'],
    [' 2024 ', '2024'],
  ])('T12 reads %s as %s', (stated, date) => expect(readPublished(stated)).toBe(date));

  test.each([
    ['Dec 6, 2024, 5:00 PM EST', '2024-12-06T17:00-05:00'],
    ['2024-03-05 08:00:00 EST', '2024-03-05T08:00:00-05:00'],
    ['24 July 2015 05.36 BST', '2015-07-24T05:36'],
  ])('T12 a zone by letters counts where it means one offset: %s', (stated, date) =>
    expect(readPublished(stated)).toBe(date),
  );

  test.each([
    ['05.03.2024', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['05.03.2024 14:30 Uhr', '2024-03-05T14:30'],
    ['Di., 05.03.2024, 14:30', '2024-03-05T14:30'],
    ['24/12/2024', '2024-12-24'],
    ['12/24/2024', '2024-12-24'],
    ['3/25/2024 2:30 PM', '2024-03-25T14:30'],
    ['5/5/2024', '2024-05-05'],
    ['5. März 2024', '2024-03-05'],
    ['5 mars 2024 à 8h30', '2024-03-05T08:30'],
    ['12 mei 2024', '2024-05-12'],
    ['5 марта 2024', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
  ])('T12 %s can mean one day only: %s', (stated, date) =>
    expect(readPublished(stated)).toBe(date),
  );

  test.each([
    '05/06/2024',
    '05-06-2024',
    '31.02.2024',
    '25/13/2024',
    '5 or 6 March 2024',
    'on page 5, March 3, 2020',
    '2024-03-05 to 2024-03-09',
    '5.3.2024, 6.3.2024',
    '1421142600',
    'yesterday',
    '2024-02-08 or so',
  ])('T12 does not guess at %s', (stated) => expect(readPublished(stated)).toBeNull());

  test('T12 what it reads has the promised form, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(published, fc.string(), fc.stringMatching(/^[\d:TZ+/ -]{0,30}$/)),
        (text) => {
          const read = readPublished(text);
          if (read !== null) expect(normalisePublished(read)).toBe(read);
        },
      ),
      { seed: 11, numRuns: 2_000 },
    );
  });
});

describe('comparePublished', () => {
  test('orders by the moment, the less precise first, the unknown last', () => {
    const sorted = [
      '2026-05',
      '2026-05-12',
      '2026-05-12T00:00Z',
      '2026-05-12T06:30:00+02:00',
      '2026-05-12T06:48:00+01:00',
      '2026-05-12T09:00',
      '2027',
      null,
    ];
    expect([...sorted].reverse().sort(comparePublished)).toEqual(sorted);
    expect(comparePublished('2026-05-12T00:25:00+01:00', '2026-05-11T23:30Z')).toBeLessThan(0);
  });

  test('is a total order', () => {
    const any = fc.oneof(published, fc.constantFrom(null, 'soon', ''));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(comparePublished(a, b)) + Math.sign(comparePublished(b, a))).toBe(0);
        if (comparePublished(a, b) <= 0 && comparePublished(b, c) <= 0) {
          expect(comparePublished(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });
});

describe('zoneWords', () => {
  test.each([
    ['2031-05-12T09:14Z', 'UTC'],
    ['2031-05-12T09:14+00:00', 'UTC'],
    ['2031-05-12T09:14:30+01:00', 'UTC+1'],
    ['2031-05-12T09:14-03:30', 'UTC-3:30'],
    ['2031-05-12T09:14+14:00', 'UTC+14'],
    ['2031-05-12T09:14', 'zone not stated'],
    ['2031-05-12', null],
    ['2031', null],
    ['some day', null],
    [null, null],
  ])('%s', (date, words) => expect(zoneWords(date)).toBe(words));
});

describe('formatPublished', () => {
  test.each([
    ['2031-05-12T09:14:00+01:00', '12 May 2031, 09:14'],
    ['2031-05-12T23:59Z', '12 May 2031, 23:59'],
    ['2031-05-12T00:05:00-08:00', '12 May 2031, 00:05'],
    ['2031-05-12', '12 May 2031'],
    ['2031-05', 'May 2031'],
    ['2031', '2031'],
  ])('prints %s as %s, in the stated zone', (date, printed) =>
    expect(formatPublished(date, 'en-GB')).toBe(printed),
  );

  test('prints in the language of the locale', () => {
    expect(formatPublished('2031-05-12', 'fr')).toBe('12 mai 2031');
    expect(formatPublished('2031-05-12', 'en-US')).toBe('May 12, 2031');
  });

  test('gives back what is unknown or no date', () => {
    expect(formatPublished(null, 'en-GB')).toBeNull();
    expect(formatPublished('last Tuesday', 'en-GB')).toBe('last Tuesday');
  });
});
