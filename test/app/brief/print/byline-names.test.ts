import { expect, test } from 'vitest';
import { bylineNames, creditedByline } from '../../../../app/brief/print/byline-names.ts';

const anna = { family: 'Fenn', given: 'Anna' };
const tomas = { family: 'Reyl', given: 'Tomas' };

test.each([
  [null, 'en', []],
  ['', 'en', []],
  ['By Anna Fenn', 'en', [anna]],
  ['Anna Fenn and Tomas Reyl', 'en', [anna, tomas]],
  ['Anna Fenn, Tomas Reyl & Anna Fenn', 'en', [anna, tomas]],
  ['Fenn, Anna', 'en', [anna]],
  ['Fenn, Anna; Reyl, Tomas', 'en', [anna, tomas]],
  ['Anna Fenn, Political Editor', 'en', [anna]],
  ['Anna Fenn in Hesk', 'en', [anna]],
  ['Anna Fenn (Hesk), anna@example.org', 'en', [anna]],
  ['Anna Fenn und Tomas Reyl', 'de', [anna, tomas]],
  ['Par Anna Fenn et Tomas Reyl', 'fr', [anna, tomas]],
  ['Anna Fenn y Tomas Reyl', 'es', [anna, tomas]],
  [
    'Jose Ortega y Gasset',
    'es',
    [{ family: 'Gasset', given: 'Jose Ortega', 'non-dropping-particle': 'y' }],
  ],
  ['Van Morrison', 'en', [{ family: 'Morrison', given: 'Van' }]],
  [
    'Jan van der Berg',
    'nl',
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ],
  ['Martin King, Jr.', 'en', [{ family: 'King', given: 'Martin', suffix: 'Jr.' }]],
  ['LI Wei', 'zh', [{ family: 'LI', given: 'Wei' }]],
  ['Nagy Ilona', 'hu', [{ family: 'Nagy', given: 'Ilona' }]],
  ['Петров Иван Иванович', 'ru', [{ family: 'Петров', given: 'Иван Иванович' }]],
  ['王小明、李伟', 'zh', [{ literal: '王小明' }, { literal: '李伟' }]],
  ['Reuters', 'en', [{ literal: 'Reuters' }]],
  ['AFP', 'en', [{ literal: 'AFP' }]],
  ['Our foreign staff', 'en', [{ literal: 'Our foreign staff' }]],
  ['Plato', 'en', [{ literal: 'Plato' }]],
  ['The Ledger', 'en', []],
  ['By By Larsen', 'en', [{ family: 'Larsen', given: 'By' }]],
  ['By Larsen', 'da', [{ family: 'Larsen', given: 'By' }]],
  ['Af Anna Fenn', 'da', [anna]],
  ['Di Stefano', 'it', [{ family: 'Stefano', given: 'Di' }]],
  ['Di Anna Fenn', 'it', [anna]],
  ['Von der Leyen', 'de', [{ family: 'Leyen', given: 'Von', 'non-dropping-particle': 'der' }]],
  ['By Anna Fenn | Feb 8, 2024', 'en', [anna]],
  ['By Anna Fenn, The Ledger', 'en', [anna]],
] as const)('C13: %s', (byline, language, names) => {
  expect(bylineNames(byline, 'The Ledger', language)).toEqual(names);
});

test.each([
  [null, 'en', null],
  ['  ', 'en', null],
  ['By Anna Fenn', 'en', 'Anna Fenn'],
  ['BY ANNA FENN', 'en', 'ANNA FENN'],
  ['By Anna Fenn and Tomas Reyl', null, 'Anna Fenn and Tomas Reyl'],
  ['By Anna Fenn, Tomas Reyl', 'en', 'Anna Fenn, Tomas Reyl'],
  ['By Plato', 'en', 'Plato'],
  ['By Larsen', 'nb', 'By Larsen'],
  ['Byron Katie', 'en', 'Byron Katie'],
  ['by our staff', 'en', 'by our staff'],
  ['By Anna Fenn, The Ledger', 'en', 'Anna Fenn'],
  ['Anna Fenn - The Ledger', 'en', 'Anna Fenn'],
  ['the ledger', 'en', null],
  ['By The Ledger', 'en', null],
] as const)('C4 the line of sources says of %j (%s): %j', (byline, language, credited) => {
  expect(creditedByline(byline, 'The Ledger', language)).toBe(credited);
});
