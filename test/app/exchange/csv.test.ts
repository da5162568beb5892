import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeCsv } from '../../../app/exchange/csv.ts';
import { guardedCell, unguardedCell } from '../../../app/exchange/spreadsheet-cell.ts';

test('rows end with CR LF, and only cells that need it stand in quotation marks', () => {
  expect(
    writeCsv([
      ['number', 'quote'],
      ['3:10', 'said “no”, and left'],
      ['3:11', 'two\nlines'],
      ['3:12', 'a "plain" mark'],
    ]),
  ).toBe(
    `number,quote\r\n'3:10,"said “no”, and left"\r\n'3:11,"two\nlines"\r\n'3:12,"a ""plain"" mark"\r\n`,
  );
  expect(writeCsv([])).toBe('');
});

test('what a spreadsheet would take for a formula is made harmless', () => {
  const cells = ['=1+1', '+49', '-3', '@sum', '\ttab', 'plain', 'a-4', '', "'=1", "'so'"];
  const read = Papa.parse<string[]>(writeCsv([cells])).data[0];
  expect(read).toEqual([
    "'=1+1",
    "'+49",
    "'-3",
    "'@sum",
    "'\ttab",
    'plain',
    'a-4',
    '',
    "''=1",
    "'so'",
  ]);
});

test('what is written is read back, whatever it is', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      const read = Papa.parse<string[]>(writeCsv(table), { newline: '\r\n' }).data.slice(0, -1);
      expect(read.map((row) => row.map(unguardedCell))).toEqual(table);
    }),
    { seed: 20240512, numRuns: 300 },
  );
});

/** What LibreOffice, asked to detect special numbers, or Excel makes something else of. */
const taken = [
  ...[
    '1:6',
    '12:30',
    '100:1',
    '1:6:7',
    '12:',
    '10:00 AM',
    '10 AM',
    '5pm',
    '5 p.m.',
    '(1:6)',
    '1:6 ',
  ],
  ...['1/2', '12/31', '1 1/2', '1/2/2024', '31.12.2024', '2024/05/03', '5-3', '1-2', '01/02'],
  ...[
    'Jan 5',
    '5 Jan',
    'May 2024',
    'Mar-24',
    '03-May-24',
    'May 5, 2024',
    'Sept 5',
    '5. Mai 2024',
    '2024-05',
  ],
  ...[
    '007',
    '00',
    '1.50',
    '1.',
    '.5',
    '1,234',
    '1,5',
    '1.000,5',
    '1 234',
    '1e5',
    '2E-3',
    '(5)',
    ' 5',
    '5 ',
  ],
  ...['5%', '$5', '5 €', '1234567890123456', 'TRUE', 'false', '2024-05-03 10:00'],
];
/** Numbers, days and moments that are what they say, and words. */
const left = [
  ...['0', '5', '1997', '123456789012345', '0.25', '1.6', '2024-05-03', '2024-05-03T10:00:00.000Z'],
  ...[
    '',
    'C4 asserts',
    'Covid-19',
    '12 people',
    'the 5th',
    'May',
    '9/11 attacks',
    '3.10, 4.2 and so on',
  ],
  ...["'so'", "'90s", 'F16', 'truth', '2024-05-03 (guess)'],
];

test('E9 what a spreadsheet would make a time, a day or another number of has an apostrophe in front', () => {
  expect(taken.filter((cell) => guardedCell(cell) !== `'${cell}`)).toEqual([]);
  expect(left.filter((cell) => guardedCell(cell) !== cell)).toEqual([]);
  for (const cell of [...taken, ...left]) expect(unguardedCell(guardedCell(cell))).toBe(cell);
});
