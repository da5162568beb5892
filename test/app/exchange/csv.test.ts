import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeCsv } from '../../../app/exchange/csv.ts';

test('rows end with CR LF, and only cells that need it stand in quotation marks', () => {
  expect(
    writeCsv([
      ['number', 'quote'],
      ['3:10', 'said “no”, and left'],
      ['3:11', 'two\nlines'],
      ['3:12', 'a "plain" mark'],
    ]),
  ).toBe(
    'number,quote\r\n3:10,"said “no”, and left"\r\n3:11,"two\nlines"\r\n3:12,"a ""plain"" mark"\r\n',
  );
  expect(writeCsv([])).toBe('');
});

test('what a spreadsheet would take for a formula is made harmless', () => {
  const cells = ['=1+1', '+49', '-3', '@sum', '\ttab', 'plain', '3-4', '', "'=1", "'so'"];
  const read = Papa.parse<string[]>(writeCsv([cells])).data[0];
  expect(read).toEqual([
    "'=1+1",
    "'+49",
    "'-3",
    "'@sum",
    "'\ttab",
    'plain',
    '3-4',
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
      const harmless = table.map((row) =>
        row.map((text) => text.replace(/^(?='*[=+\-@\t\r\n])/, "'")),
      );
      expect(read).toEqual(harmless);
    }),
    { seed: 20240512, numRuns: 300 },
  );
});
