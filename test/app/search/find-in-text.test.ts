import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FindOptions,
  findableText,
  findInText,
  hitFrom,
  wholeWordsOf,
} from '../../../app/search/find-in-text.ts';
import { foldText } from '../../../app/search/fold-words.ts';

const loose: FindOptions = { matchCase: false, wholeWords: false };

/** The words that are found, each as the text has them. */
function found(text: string, wanted: string, options: Partial<FindOptions> = {}): string[] {
  return findInText(findableText(text), wanted, { ...loose, ...options }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('F1 what is the same in finding', () => {
  test.each([
    ['upper and lower case', 'The HARBOUR times', 'harbour', ['HARBOUR']],
    ['accents in the letter', 'un café, deux CAFÉS', 'cafe', ['café', 'CAFÉ']],
    ['accents as marks', 'un cafe\u0301 noir', 'café', ['cafe\u0301']],
    ['accents that were typed', 'a cafe', 'café', ['cafe']],
    ['capital I with a dot', 'İstanbul', 'istanbul', ['İstanbul']],
    ['sharp s', 'Die Straße, die STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['sharp s typed', 'Die Strasse', 'straße', ['Strasse']],
    ['final sigma', 'ΟΔΟΣ οδος', 'οδος', ['ΟΔΟΣ', 'οδος']],
    ['Greek accents', 'Αθήνα', 'αθηνα', ['Αθήνα']],
    ['Vietnamese', 'Việt Nam', 'viet nam', ['Việt Nam']],
    [
      'apostrophes and quotation marks',
      'She didn’t say “no”',
      'didn\'t say "no"',
      ['didn’t say “no”'],
    ],
    [
      'fixed spaces and hyphens',
      '12\u202f000 non\u2011stop',
      '12 000 non-stop',
      ['12\u202f000 non\u2011stop'],
    ],
    ['signs beyond the first plane', 'a 😀😀 b', '😀', ['😀', '😀']],
    ['Chinese', '习近平同普京通电话', '普京', ['普京']],
  ])('%s', (_name, text, wanted, expected) => {
    expect(found(text, wanted)).toEqual(expected);
  });

  test.each([
    ['half of a sharp s', 'Maß', 'as'],
    ['a Cyrillic letter that a mark makes another', 'мой', 'мои'],
    ['the same with the mark apart', 'мои\u0306', 'мои'],
    ['a voiced kana', 'が', 'か'],
    ['nothing but space', 'a  b', '  '],
    ['nothing but a mark', 'cafe\u0301', '\u0301'],
    ['words of two blocks', 'one\ntwo', 'one two'],
  ])('not %s', (_name, text, wanted) => {
    expect(found(text, wanted)).toEqual([]);
  });

  test('case and accents count when they are to', () => {
    expect(found('Café cafe CAFÉ', 'Café', { matchCase: true })).toEqual(['Café']);
    expect(found('“No” "No"', '"No"', { matchCase: true })).toEqual(['“No”', '"No"']);
  });

  test('whole words', () => {
    expect(found('tunnel tunnels tunnel', 'tunnel', { wholeWords: true })).toHaveLength(2);
    expect(found('cafe\u0301s cafe\u0301', 'café', { wholeWords: true })).toEqual(['cafe\u0301']);
    expect(found('普京总统', '普京', { wholeWords: true })).toEqual(['普京']);
    expect(found('𝒳tunnel tunnel', 'tunnel', { wholeWords: true })).toHaveLength(1);
  });
});

const signs = [
  'a',
  'A',
  'á',
  'a\u0301',
  '\u0301',
  's',
  'ß',
  'İ',
  'i',
  'I',
  ' ',
  '\u00a0',
  '\n',
  '😀',
  'и',
  'й',
  '’',
  "'",
];
const piece = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));

/** Folded as the catalogue does, quotation marks and spaces as typed. */
function folded(text: string): string {
  return foldText(text).text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
}

/** With the signs that a keyboard has. */
function asTyped(text: string): string {
  return text
    .replaceAll(/[‘’‚‛′ʼ]/gu, "'")
    .replaceAll(/[“”„‟″]/gu, '"')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .replaceAll(/[\p{Zs}\t]/gu, ' ');
}

/** Every place by trying each pair of ends, folding each slice by itself. */
function oracle(text: string, wanted: string): string[] {
  const needle = folded(wanted);
  const ends = [0];
  for (const point of text) ends.push((ends.at(-1) ?? 0) + point.length);
  const fold = (start: number, end: number): string =>
    folded(text.slice(0, end)).slice(folded(text.slice(0, start)).length);
  const hits: string[] = [];
  let free = 0;
  for (const [index, start] of ends.entries()) {
    const next = ends[index + 1];
    // Marks that fold to nothing belong to the letter before them.
    if (start < free || next === undefined || fold(start, next) === '') continue;
    const end = ends.filter((at) => at > start && fold(start, at) === needle).at(-1);
    if (end === undefined || /^[\u0300-\u036f]/u.test(text.slice(end))) continue;
    hits.push(`${start}-${end}`);
    free = end;
  }
  return hits;
}

test('F1 property: what is found is what trying every range finds', () => {
  fc.assert(
    fc.property(piece, piece, (text, wanted) => {
      fc.pre(folded(wanted).trim() !== '');
      const hits = findInText(findableText(text), wanted, loose);
      expect(hits.map(({ start, end }) => `${start}-${end}`)).toEqual(oracle(text, wanted));
    }),
    { seed: 20310512, numRuns: 3000 },
  );
});

test('F1 property: every part of any text is found where it stands, in ranges of whole code points', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      (text, one, other) => {
        const points = [...text];
        const from = one % (points.length + 1);
        const start = points.slice(0, from).join('').length;
        const wanted = points.slice(from, from + 1 + (other % 5)).join('');
        const hits = findInText(findableText(text), wanted, { ...loose, matchCase: true });
        for (const hit of hits) {
          expect(asTyped(text.slice(hit.start, hit.end))).toBe(asTyped(wanted));
        }
        if (wanted.trim() === '' || /^\p{M}/u.test(text.slice(start + wanted.length))) return;
        expect(hits.some((hit) => hit.start <= start && start < hit.end)).toBe(true);
      },
    ),
    { seed: 20310512, numRuns: 2000 },
  );
});

test('whole words of ranges that something else found', () => {
  const text = 'line lines';
  const ranges = findInText(findableText(text), 'line', loose);
  expect([ranges.length, wholeWordsOf(text, ranges).length]).toEqual([2, 1]);
});

test('the hit from an offset on begins again at the top', () => {
  const hits = findInText(findableText('a b a b a'), 'a', loose);
  expect([0, 1, 4, 5, 8, 9].map((offset) => hitFrom(hits, offset))).toEqual([0, 1, 1, 2, 2, 0]);
  expect(hitFrom([], 0)).toBe(-1);
});
