import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recogniseImport } from '../../../main/services/exchange/recognise-import.ts';
import { importFile } from '../../app/exchange/exchange-io.ts';

const files: readonly [string, string, string][] = [
  ['bibtex', 'a.bib', '@misc{a, title={T}}\n'],
  ['ris', 'a.ris', 'TY  - NEWS\r\nTI  - T\r\nER  - \r\n'],
  ['annotations-csv', 'a.csv', 'Quote;Tags\r\noff the pier;Place\r\n'],
  ['annotations-csv', 'b.csv', 'sep=;\r\nQuote;Tags\r\noff the pier;Place\r\n'],
];

describe('J1 the format of a file is told', () => {
  for (const [id, name, text] of files) {
    test(`${name}, in UTF-8 and in UTF-16 of either order, with a mark or without`, async () => {
      const wide = (written: string): Buffer => Buffer.from(written, 'utf16le');
      const forms = [
        strToU8(text),
        strToU8(`\ufeff${text}`),
        wide(text),
        wide(text).swap16(),
        wide(`\ufeff${text}`),
        wide(`\ufeff${text}`).swap16(),
      ];
      for (const form of forms) {
        const file = importFile(name, new Uint8Array(form));
        expect((await recogniseImport({ name, files: [file] }, null)).id).toBe(id);
      }
    });
  }

  test('a workbook goes to the reader that says what to do with it', async () => {
    const packed = zipSync({ 'xl/workbook.xml': strToU8('<a/>') });
    const input = { name: 'a.xlsx', files: [importFile('a.xlsx', packed)] };
    expect((await recogniseImport(input, null)).id).toBe('annotations-csv');
  });
});
