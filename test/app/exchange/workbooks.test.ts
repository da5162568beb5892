import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { writeWorkbook } from '../../../app/exchange/table/write-workbook.ts';
import { openWorkbook } from '../../../app/exchange/workbook/open-workbook.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { importFile, readDrafts } from './exchange-io.ts';
import { type ForeignWorkbook, foreignWorkbook, textRow } from './foreign-workbook.ts';

async function read(content: Uint8Array) {
  const reader = exchangeReaders.find(({ id }) => id === 'workbook');
  if (reader === undefined) throw new Error('There is no reader of workbooks.');
  const { drafts, report } = await readDrafts(reader, content, recordSourceOf([]), 'a.xlsx');
  const of = <Kind extends ImportDraft['kind']>(kind: Kind) =>
    drafts.filter((one): one is Extract<ImportDraft, { kind: Kind }> => one.kind === kind);
  return { of, report };
}

/** The cells of the only sheet, and what stood there that is no value. */
async function cellsOf(rows: string, more: Omit<ForeignWorkbook, 'sheets'> = {}) {
  const file = importFile('a.xlsx', foreignWorkbook({ sheets: [{ name: 'A', rows }], ...more }));
  const [sheet] = await openWorkbook(file, unpackFile);
  const cells: (readonly string[])[] = [];
  const empty: string[] = [];
  const onEmpty = (what: string, place: string): unknown => empty.push(`${what} ${place}`);
  for await (const row of sheet?.rows(onEmpty, () => undefined) ?? []) cells.push(row.cells);
  return { cells, empty };
}

const cell = (attributes: string, content: string): string => `<c ${attributes}>${content}</c>`;
const value = (style: number, number: number | string): string =>
  cell(`s="${style}"`, `<v>${number}</v>`);

describe('J21 cells of workbooks', () => {
  test('texts: shared, rich, with readings, in the cell, of a formula, with signs that XML has not', async () => {
    const { cells } = await cellsOf(
      `<row r="3"><c r="B3" t="s"><v>0</v></c>${cell('t="s"', '<v>1</v>')}${cell('r="E3" t="inlineStr"', '<is><r><t>on</t></r><r><rPr/><t xml:space="preserve">e </t></r></is>')}${cell('t="str"', '<f>A1</f><v>=two</v>')}${cell('t="inlineStr"', '<is><t>a_x000C_b_x005F_x000D_ &lt; <![CDATA[<c>]]></t></is>')}</row>`,
      {
        strings: [
          '<si><r><t>Five </t></r><r><rPr><b/></rPr><t>died</t></r></si>',
          '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
        ],
      },
    );
    expect(cells).toEqual([['', 'Five died', '東京', '', 'one ', '=two', 'a\fb_x000D_ < <c>']]);
  });

  test('numbers as they were meant, dates of the precision that is shown, shares, truth', async () => {
    const formats = [
      14,
      'yyyy\\-mm',
      'mmm yy',
      'yyyy',
      'd.m.yyyy hh:mm',
      9,
      '[h]:mm',
      '0.00 &quot;d&quot;',
      '[$-409]d mmm yyyy;@',
      22,
    ];
    const { cells } = await cellsOf(
      `<row>${[
        ...[value(0, '4.2000000000000002'), value(0, '1E3'), value(0, '-7'), value(1, 47980)],
        ...[
          value(2, 47980),
          value(3, 47980),
          value(4, 47980),
          value(5, '47980.385'),
          value(6, 0.7),
        ],
        ...[
          value(7, 0.5),
          value(8, 3),
          value(9, 47980),
          value(10, 47980),
          value(1, 1),
          value(1, 61),
        ],
        ...[
          cell('t="b"', '<v>1</v>'),
          cell('t="b"', '<v>0</v>'),
          cell('t="d"', '<v>2031-05-12</v>'),
        ],
      ].join('')}</row>`,
      { formats },
    );
    expect(cells[0]).toEqual([
      ...['4.2', '1000', '-7', '2031-05-12', '2031-05', '2031-05', '2031', '2031-05-12T09:14:24'],
      ...['70%', '12:00:00', '3', '2031-05-12', '2031-05-12', '1900-01-01', '1900-03-01'],
      ...['TRUE', 'FALSE', '2031-05-12'],
    ]);
    const old = await cellsOf(`<row>${value(1, 46518)}</row>`, { formats: [14], is1904: true });
    expect(old.cells).toEqual([['2031-05-12']]);
  });

  test('powers of ten are no years, minutes that go on over the hour no months', async () => {
    const formats = ['0.00E+00', '##0.0e-0', '[mm]', '[Red]0.0E+0;-0.0E+0', 'e'];
    const { cells } = await cellsOf(
      `<row>${formats.map((_, index) => value(index + 1, index === 2 ? 0.5 : 47980)).join('')}</row>`,
      { formats },
    );
    expect(cells).toEqual([['47980', '47980', '12:00:00', '47980', '2031']]);
  });

  test('errors and formulas that nobody worked out are empty, and are told with their place', async () => {
    const { cells, empty } = await cellsOf(
      `<row r="2">${cell('r="AA2" t="e"', '<f>1/0</f><v>#DIV/0!</v>')}${cell('', '<f>A1+1</f>')}${value(0, 5)}</row>`,
    );
    expect(cells[0]?.slice(26)).toEqual(['', '', '5']);
    expect(empty).toEqual(['error AA2', 'formula AB2']);
  });

  test('a formula with a value that is empty is told, but not one that says an empty text', async () => {
    const { cells, empty } = await cellsOf(
      `<row r="2">${['<f>A1+1</f><v></v>', '<f>A1+1</f><v/>'].map((one) => cell('', one)).join('')}${cell('t="str"', '<f>""</f><v></v>')}${cell('t="str"', '<f>""</f>')}${value(0, 5)}</row>`,
    );
    expect(cells).toEqual([['', '', '', '', '5']]);
    expect(empty).toEqual(['formula A2', 'formula B2', 'formula D2']);
  });
});

describe('J21 workbooks of others', () => {
  test('sheets are told by their columns, in whatever order; what is none is passed over and named', async () => {
    const { of, report } = await read(
      foreignWorkbook({
        sheets: [
          { name: 'Tabelle1', rows: textRow('My notes') },
          {
            name: 'Tabelle2',
            rows: textRow('From words', 'Type', 'To words') + textRow('one', 'repeats', 'two'),
          },
          { name: 'Leer', rows: '' },
          {
            name: 'Tabelle3',
            rows: textRow('Stance', 'Statement', 'Quote') + textRow('against', 'Five died', 'one'),
          },
          {
            name: 'Tabelle4',
            rows: textRow('A title above') + textRow('Codes', 'Quote') + textRow('Place', 'one'),
          },
          {
            name: 'Matrix',
            rows: textRow('Claim', 'Report 1') + textRow('C1 Five died', 'asserts'),
          },
        ],
      }),
    );
    const [highlight, two] = of('annotation');
    expect(highlight).toMatchObject({
      where: 'sheet “Tabelle4”, row 3: “one”',
      tags: [{ path: ['Place'] }],
    });
    expect(of('evidence')).toMatchObject([{ annotationKey: highlight?.key, stance: 'denies' }]);
    expect(of('link')).toMatchObject([{ from: { key: highlight?.key }, to: { key: two?.key } }]);
    expect(report.remarks).toEqual([
      expect.stringMatching(/“Tabelle1” was passed over: its first rows name no columns/),
      expect.stringMatching(/“Matrix” was passed over\. A matrix .* goes out only/),
      expect.stringMatching(/Rows above/),
    ]);
  });

  test('a claim that a second sheet says again with the same facts has lost none', async () => {
    const rows = textRow('Statement', 'Status', 'Place') + textRow('Five died', 'disputed', 'Hesk');
    const other = textRow('Status', 'Statement') + textRow('refuted', 'Five died');
    const { of, report } = await read(
      foreignWorkbook({
        sheets: [
          { name: 'A', rows },
          { name: 'B', rows },
          { name: 'C', rows: other },
        ],
      }),
    );
    expect(of('claim')).toMatchObject([{ status: 'disputed' }]);
    expect(report.lost).toMatchObject([{ examples: ['sheet “C”, row 2: refuted'] }]);
  });

  test('words over several cells are one; apostrophes are words', async () => {
    const rows = [
      ['Quotation', 'Tags', 'Quotation, part 3', 'Quotation, part 2'],
      ["'=one ", 'Place', 'three', 'two '],
    ];
    const { of } = await read(
      await writeWorkbook([{ name: 'A', rows, widths: [9, 9, 9, 9], stickyColumns: 1 }]),
    );
    expect(of('annotation')[0]?.selector?.quote).toBe("'=one two three");
  });

  test('a matrix alone, and a workbook without any such table, are refused with the reason', async () => {
    const only = (rows: string): Uint8Array => foreignWorkbook({ sheets: [{ name: 'A', rows }] });
    await expect(read(only(textRow('Claim', 'Report 1')))).rejects.toThrow('goes out only');
    await expect(read(only(textRow('Name', 'Colour')))).rejects.toThrow(
      'No sheet of this workbook',
    );
    await expect(read(only(''))).rejects.toThrow('No sheet of this workbook');
  });
});

describe('J4 workbooks that are damaged, or made to do harm', () => {
  const sound = { name: 'A', rows: textRow('Quote') + textRow('one') };
  const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 60);
  const compound = (words: string): Uint8Array =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...new Uint8Array(600),
      ...Buffer.from(words, 'utf16le'),
    ]);

  test.each<[string, Uint8Array, string]>([
    ['a password', compound('EncryptedPackage'), 'password'],
    ['the old form', compound('Workbook'), 'XLS'],
    ['the binary form', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'XLSB'],
    ['no workbook at all', strToU8('Quote,Tags\n'), 'is no workbook'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'damaged'],
    ['an archive that ends in the middle', cut(foreignWorkbook({ sheets: [sound] })), 'damaged'],
    [
      'a sheet that is missing',
      foreignWorkbook({ sheets: [sound], parts: { 'xl/_rels/book.xml.rels': '<Relationships/>' } }),
      '“A” is missing',
    ],
    [
      'a sheet that ends in the middle',
      foreignWorkbook({ sheets: [sound], parts: { 'xl/tables/t0.xml': '<a><sheetData><row><c>' } }),
      'damaged',
    ],
    [
      'a sheet that is no XML',
      foreignWorkbook({ sheets: [sound], parts: { 'xl/tables/t0.xml': 'no' } }),
      'damaged',
    ],
    [
      'words that are not there',
      foreignWorkbook({ sheets: [{ name: 'A', rows: '<row><c t="s"><v>9</v></c></row>' }] }),
      'damaged',
    ],
    [
      'a cell outside',
      foreignWorkbook({ sheets: [{ name: 'A', rows: '<row><c r="ZZZ1"><v>9</v></c></row>' }] }),
      'outside',
    ],
    [
      'a row outside',
      foreignWorkbook({ sheets: [{ name: 'A', rows: '<row r="9999999"><c><v>9</v></c></row>' }] }),
      'outside',
    ],
    [
      'cells far behind empty ones, in row after row',
      foreignWorkbook({
        sheets: [
          { name: 'A', rows: sound.rows + '<row><c r="XFD1"><v>9</v></c></row>'.repeat(40_000) },
        ],
      }),
      'empty cells',
    ],
    [
      'nesting',
      foreignWorkbook({ sheets: [{ name: 'A', rows: '<a>'.repeat(500) }] }),
      'too deeply',
    ],
    [
      'entities of its own',
      foreignWorkbook({
        sheets: [sound],
        parts: {
          'xl/tables/t0.xml':
            '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a><sheetData><row><c t="str"><v>&d;</v></c></row></sheetData></a>',
        },
      }),
      'damaged',
    ],
    [
      'what unpacks to a thousand times its size',
      foreignWorkbook({
        sheets: [sound],
        parts: { 'xl/tables/t0.xml': new Uint8Array(64 * 1024 * 1024).fill(32) },
      }),
      'unpack',
    ],
  ])('%s is refused with the reason', async (_, content, reason) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'ExchangeFault',
      message: expect.stringContaining(reason),
    });
  });
});
