import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recogniseImport } from '../../../main/services/exchange/recognise-import.ts';
import { importFile } from '../../app/exchange/exchange-io.ts';

const files: readonly [string, string, string][] = [
  ['bibtex', 'a.bib', '@misc{a, title={T}}\n'],
  ['ris', 'a.ris', 'TY  - NEWS\r\nTI  - T\r\nER  - \r\n'],
  ['annotations-csv', 'a.csv', 'Quote;Tags\r\noff the pier;Place\r\n'],
  ['annotations-csv', 'b.csv', 'sep=;\r\nQuote;Tags\r\noff the pier;Place\r\n'],
  ['claims-csv', 'c.csv', 'Claim;Speaker;Quote\r\nFive died;Lind;off the pier\r\n'],
  ['claims-csv', 'matrix.csv', 'Claim,The Harbour Times,The Lantern\r\nC1 Five died,asserts,\r\n'],
  ['links-csv', 'd.csv', 'From;Type;To\r\noff the pier;repeats;from the pier\r\n'],
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

  test('a workbook goes to the reader of workbooks, one of old or with a password too', async () => {
    const packed = zipSync({ 'xl/workbook.xml': strToU8('<a/>') });
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    for (const content of [packed, old]) {
      const input = { name: 'a.xlsx', files: [importFile('a.xlsx', content)] };
      expect((await recogniseImport(input, null)).id).toBe('workbook');
    }
  });
});
