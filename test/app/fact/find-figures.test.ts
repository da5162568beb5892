import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../app/fact/facts.ts';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { textOf } from '../../bench/figures/text-of.ts';

function figuresOf(words: string, language = 'en'): readonly Figure[] {
  return findFacts(textOf([words]), { published: '2024-02-09', language }).figures;
}

/** Each figure in short: bound, value, unit, noun, fate. */
function read(words: string, language = 'en'): readonly string[] {
  return figuresOf(words, language).map(({ least, most, bound, unit, noun, state }) =>
    [
      bound === 'exact' ? '' : bound,
      most === least || bound === 'vague' ? String(least) : `${least}..${most}`,
      unit.code,
      noun ?? '',
      state ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('figures', () => {
  test('B1: the value of digits does not depend on how a language writes them', () => {
    const locales = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'pl', 'sv', 'de-CH', 'en-IN'];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: 3000, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 2 }),
        (locale, whole, decimals) => {
          const value = whole / 10 ** decimals;
          const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
          const [figure, ...others] = figuresOf(`+ ${written} €.`, locale);
          expect(others).toEqual([]);
          expect([written, figure?.least, figure?.unit.code]).toEqual([written, value, 'EUR']);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test('B1: a single sign before three digits is the one of the language', () => {
    expect(read('It costs €1.250 today.')).toEqual(['1.25 EUR']);
    expect(read('Es kostet 1.250 € heute.', 'de')).toEqual(['1250 EUR']);
    expect(read('It costs €1,250 today.')).toEqual(['1250 EUR']);
    expect(read('Il coûte 1,250 million d’euros.', 'fr')).toEqual(['1250000 EUR']);
  });

  test('B2: numbers in words are those in digits', () => {
    const ones =
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
        ' ',
      );
    const tens = ' . twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
    const below100 = (n: number): string =>
      n < 20
        ? (ones[n] ?? '')
        : `${tens[Math.floor(n / 10)]}${n % 10 === 0 ? '' : `-${ones[n % 10]}`}`;
    const below1000 = (n: number): string =>
      n < 100
        ? below100(n)
        : `${ones[Math.floor(n / 100)]} hundred${n % 100 === 0 ? '' : ` and ${below100(n % 100)}`}`;
    const inWords = (n: number): string =>
      n < 1000
        ? below1000(n)
        : `${below1000(Math.floor(n / 1000))} thousand${n % 1000 === 0 ? '' : n % 1000 < 100 ? ` and ${below100(n % 1000)}` : ` ${below1000(n % 1000)}`}`;
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), (value) => {
        expect(figuresOf(`They sold ${inWords(value)} ships.`).map(({ least }) => least)).toEqual([
          value,
        ]);
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  test.each([
    ['trade of $200bn', ['200000000000 USD']],
    ['trade of US$190 billion', ['190000000000 USD']],
    ['200 billion U.S. dollars', ['200000000000 USD']],
    ['RMB 1.3 trillion, RMB1.3tn', ['1300000000000 CNY', '1300000000000 CNY']],
    ['half a million euros', ['500000 EUR']],
    ['two and a half million tonnes', ['2500000000 kg']],
    ['a quarter of a million pounds', ['250000 GBP']],
    ['a village 15 miles north', ['24140.16 m']],
    ['it was -4°C, or 25°F', ['-4 degC', '-3.88888888889 degC']],
    ['a cut of 25 basis points', ['0.25 pp']],
  ])('B2, B3: %s', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  test.each([
    ['12 people were killed and three wounded', ['12 person killed', '3 injured']],
    ['killing at least 12', ['least 12 killed']],
    ['the death toll rose to 1,136', ['1136 killed']],
    ['three Russian ships', ['3 ship']],
    ['a three-ship convoy', ['3 ship']],
    ['the number of bodies found is 93', ['93 body']],
    ['Olga Reshko, 61, a 22-year-old', ['732 month', '264 month']],
    ['eleven suspects aged 19 to 54', ['11 suspect', '228..648 month']],
    ['12 people, including three children, were killed', ['12 person killed', '3 child']],
    ['27 of the 30 miners were rescued; three remain', ['27 miner', '30 miner rescued', '3']],
    ['killed 12 people in Texas and four in Oklahoma', ['12 person killed', '4 person killed']],
    ['a 7.8-magnitude quake, one of magnitude 7.5', ['7.8 magnitude', '7.5 magnitude']],
    ['all five Kh-101 cruise missiles', ['5 missile']],
  ])('B4: %s', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  test.each([
    ['about 200 ships', ['about 200 ship']],
    ['exceeded a target of $200 billion', ['over 200000000000 USD']],
    ['nearly two-thirds of them', ['under 66.6666666667 %']],
    ['200 or more ships', ['least 200 ship']],
    ['dozens of ships', ['vague 24 ship']],
    ['hundreds of thousands of people', ['vague 200000 person']],
    ['between 5 and 7 million euros', ['5000000..7000000 EUR']],
    ['5–7 tonnes; $4-5bn', ['5000..7000 kg', '4000000000..5000000000 USD']],
    ['rose from 5% to 7%', ['5 %', '7 %']],
    ['one in five of them, a third of us', ['20 %', 'about 33.3333333333 %']],
    ['a little over half an hour', ['over 1800 s']],
    ['exports more than doubled', ['over 2 x']],
  ])('B5: %s', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  test.each([
    'In 2022, on 8 February 2024 and at 6:40 a.m. or 17:30.',
    'Call 0800 123 456 or see Section 4 [12], page 7.',
    'Boeing 737, G20, Covid-19, F-16, MH370, Route 66, the S&P 500.',
    'The 3rd time, the 21st century, the second one.',
    'United beat City 3-1 and lost 2–0; odds of 5-1.',
    'The two leaders; one of them; no one; two-way trade, a two-state solution.',
    '1. A point of a list',
    '9/11 and 24/7, on 3/4/2024, in \u201998',
    'Resolution 1701, 1010data, 0x08, the 112-104 win, in their 20s',
    'They stood on Ninety Mile Beach.',
  ])('B6: no figures in “%s”', (words) => {
    expect(read(words)).toEqual([]);
  });

  test.each([
    [
      'de',
      'Rund 2,5 Milliarden Euro, zweihundertfünfzig Schiffe',
      ['about 2500000000 EUR', '250 schiffe'],
    ],
    [
      'fr',
      'près de quatre-vingt-dix-sept navires et 3 000 kilomètres',
      ['about 97 navire', '3000000 m'],
    ],
    [
      'es',
      'más de 190.000 millones de dólares, treinta y dos barcos',
      ['over 190000000000 $', '32 barco'],
    ],
    ['zh', '贸易额达1.3万亿元', ['1300000000000 CNY']],
    ['ru', 'более 200 млрд долларов', ['over 200000000000 $']],
  ])('B1 to B5 in %s: %s', (language, words, expected) => {
    const found = read(words, language);
    expect(found.map((one) => one.replace(/ schiffe$/u, ''))).toEqual(
      expected.map((one) => one.replace(/ schiffe$/u, '')),
    );
  });

  test('ranges lie inside the text and hold a number or a number word', () => {
    const piece = fc.constantFrom(
      ...'about over between and from to the $ € % £ - – . , ( ) 5 12 2022 1.2.3 1,000 0,5 ½ one two hundred thousand million dozens half a third of in percent km years May March Thursday last ago twice doubled people killed X’s \u{1f600} 万 元'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }),
        fc.constantFrom('en', 'de', 'fr', 'es', 'zh', null),
        (pieces, language) => {
          const paragraph = pieces.join(' ').replace(/\n/gu, ' ');
          if (paragraph === '') return;
          const text = textOf([paragraph]);
          const { figures, dates, names } = findFacts(text, { published: '2024-02-09', language });
          for (const list of [figures, dates, names]) {
            let end = 0;
            for (const fact of list) {
              expect(fact.start).toBeGreaterThanOrEqual(end);
              expect(fact.end).toBeGreaterThan(fact.start);
              end = fact.end;
            }
            expect(end).toBeLessThanOrEqual(paragraph.length);
          }
          for (const { least, most, step } of figures) {
            expect(
              Number.isFinite(least) && Number.isFinite(most) && least <= most && step > 0,
            ).toBe(true);
          }
        },
      ),
      { seed: 3, numRuns: 1500 },
    );
  });
});
