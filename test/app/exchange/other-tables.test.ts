import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { decodeText } from '../../../app/exchange/decode-text.ts';
import { readCodebookCsv } from '../../../app/exchange/read-codebook-csv.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { annotationTableReader } from '../../../app/exchange/table/read-annotation-table.ts';
import { readDrafts } from './exchange-io.ts';

const empty = recordSourceOf([]);

/** The quotation and tags of each row, and what the report says. */
async function table(content: string | Uint8Array) {
  const { drafts, report } = await readDrafts(annotationTableReader, content, empty, 'a.csv');
  const rows = drafts.flatMap((draft) =>
    draft.kind === 'annotation'
      ? [[draft.selector?.quote, ...draft.tags.map(({ path }) => path?.join('/'))]]
      : [],
  );
  return { rows, where: drafts.map((draft) => ('where' in draft ? draft.where : '')), report };
}

describe('J20 tables as programs write them', () => {
  const both = [
    ['off the pier', 'Place'],
    ['was old', 'Age'],
  ];

  test.each<[string, string | Uint8Array]>([
    ['the line sep=;', 'sep=;\r\nQuote;Tags\r\noff the pier;Place\r\nwas old;Age\r\n'],
    ['line ends of old', 'Quote,Tags\roff the pier,Place\rwas old,Age\r'],
    ['mixed line ends', 'Quote,Tags\r\noff the pier,Place\nwas old,Age\r'],
    ['mixed line ends, other way', 'Quote,Tags\noff the pier,Place\rwas old,Age\r\n'],
    ['tabs and capitals', 'QUOTE\tTAGS\noff the pier\tPlace\nwas old\tAge'],
    ['a title above', 'My marks, May\n\nQuote;Tags\noff the pier;Place\nwas old;Age\n'],
    [
      'UTF-16 without its mark',
      new Uint8Array(Buffer.from('Quote,Tags\r\noff the pier,Place\r\nwas old,Age\r\n', 'utf16le')),
    ],
    [
      'UTF-16 without its mark, other order',
      new Uint8Array(
        Buffer.from('Quote,Tags\noff the pier,Place\nwas old,Age\n', 'utf16le').swap16(),
      ),
    ],
  ])('%s', async (_, content) => {
    expect((await table(content)).rows).toEqual(both);
  });

  test('line ends in a cell are line feeds; a column alone is not parted at commas', async () => {
    expect((await table('Quote,Tags\r\n"one\r\ntwo",A\r\n')).rows).toEqual([['one\ntwo', 'A']]);
    expect((await table('Quote\nwas old, said the mayor\n')).rows).toEqual([
      ['was old, said the mayor'],
    ]);
  });

  test('a row that has more cells than columns have names is told', async () => {
    const { report } = await table('Quote,Tags\nwas old, said the mayor,Age\noff the pier\n');
    expect(report.lost).toMatchObject([{ what: 'Cells beyond the last column', count: 1 }]);
  });

  test('a quotation mark that nobody closed costs its row alone', async () => {
    const { rows, where, report } = await table(
      'Quote,Tags\n"off the pier,Place\n\nwas old,Age\n"sank",Sea\n',
    );
    expect(report.refused).toEqual([
      {
        where: 'row 2: “off the pier,Place”',
        reason: 'A quotation mark in this row is never closed.',
      },
    ]);
    expect(rows).toEqual([
      ['was old', 'Age'],
      ['sank', 'Sea'],
    ]);
    // As a spreadsheet counts them, those without words included.
    expect(where[0]).toBe('row 4: “was old”');
  });

  test('a workbook is refused with what to do', async () => {
    const files = { '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') };
    await expect(table(zipSync(files))).rejects.toThrow('Save its sheet as “CSV UTF-8”');
    const head = { name: 'a.xlsx', bytes: new Uint8Array(), text: 'PK', names: Object.keys(files) };
    expect(annotationTableReader.recognise(head)).toBeGreaterThan(0.3);
  });

  test('a codebook with the line sep=; is read', () => {
    const codebook = readCodebookCsv('sep=;\r\nname;description\r\nFire;What burns, or smokes\r\n');
    expect(codebook).toMatchObject({ ok: true, value: { tags: [{ name: 'Fire' }] } });
  });
});

async function reference(id: string, content: string | Uint8Array) {
  const reader = exchangeReaders.find((one) => one.id === id);
  if (reader === undefined) throw new Error(`There is no reader ${id}.`);
  const { drafts, report } = await readDrafts(reader, content, empty);
  const metadata = drafts.map((draft) => (draft.kind === 'article' ? draft.metadata : {}));
  return { metadata, report };
}

describe('J23 references as people write them', () => {
  test.each<[string, string | undefined, string[]]>([
    ['c. 2031', '2031', ['circa']],
    ['ca. 2031', '2031', ['circa']],
    ['circa 2031', '2031', ['circa']],
    ['2031~', '2031', ['circa']],
    ['2031?', '2031', ['uncertain']],
    ['[2031]', '2031', []],
    ['2031--2032', '2031', ['its end']],
    ['2031–2032', '2031', ['its end']],
    ['2031-2032', '2031', ['its end']],
    ['2031-32', '2031', ['its end']],
    ['2031/2032', '2031', ['its end']],
    ['2031-05/2031-06', '2031-05', ['its end']],
    ['2031-05-12/..', '2031-05-12', ['its end']],
    ['2031-21', '2031', ['season']],
    ['Spring 2031', '2031', ['season']],
    ['2031a', '2031', ['“2031a”']],
    ['May 2031', '2031-05', []],
    ['12 May 2031', '2031-05-12', []],
    ['2031-05-12', '2031-05-12', []],
  ])('the date %s is %s, and what is lost is told, in each format', async (date, issued, lost) => {
    const csl = [
      { id: 'a', type: 'book', title: 'T', abstract: 'It sank.', issued: { literal: date } },
    ];
    const forms: readonly [string, string, string][] = [
      ['csl-json', JSON.stringify(csl), 'issued'],
      ['bibtex', `@misc{a, title={T}, date={${date}}, abstract={It sank.}}`, 'date'],
      ['bibtex', `@misc{a, title={T}, year={${date}}, abstract={It sank.}}`, 'date'],
      ['ris', `TY  - NEWS\nTI  - T\nPY  - ${date}\nAB  - It sank.\nER  - \n`, 'PY'],
    ];
    for (const [id, text, field] of forms) {
      const { metadata, report } = await reference(id, text);
      expect(metadata[0]?.published, id).toBe(issued);
      const told = report.lost.map(({ what }) => what);
      expect(told, id).toEqual(lost.map((what) => `The field “${field} (${what})”`));
    }
  });

  test('RIS: what stands behind the day is told', async () => {
    const { metadata, report } = await reference(
      'ris',
      'TY  - NEWS\nTI  - T\nPY  - 2031///Spring\nAB  - It sank.\n',
    );
    expect(metadata[0]?.published).toBe('2031');
    expect(report.lost.map(({ what }) => what)).toEqual(['The field “PY (“Spring”)”']);
  });

  test('BibTeX: keys with spaces and brackets, a path that ends in a backslash, one key twice', async () => {
    const { metadata, report } = await reference(
      'bibtex',
      String.raw`@misc{Smith 2031, title={T}, file={C:\papers\}, abstract={It sank.}}
        @misc{a(b), title={U \{ V}, abstract={It sank off.}}
        @misc{a(b), title={W}, abstract={It sank there.}}`,
    );
    expect(metadata.map(({ title }) => title)).toEqual(['T', 'U { V', 'W']);
    expect(report.refused).toEqual([]);
  });

  test('what Windows writes in its own coding keeps its quotation marks and dashes', async () => {
    const bytes = Buffer.from(
      '@misc{a, title={K\xf6ln \x93quoted\x94 \x96 \x80}, abstract={It sank.}}',
      'latin1',
    );
    const { metadata, report } = await reference('bibtex', new Uint8Array(bytes));
    expect(metadata[0]?.title).toBe('Köln “quoted” – €');
    expect(report.remarks[0]).toContain('not in UTF-8');
  });
});

test('every byte of Windows-1252 is one sign, as its standard has it', () => {
  const all = new Uint8Array(256).map((_, index) => index);
  const { text, isSound } = decodeText(all.subarray(1));
  expect(isSound).toBe(false);
  expect(text).toHaveLength(255);
  expect(text.slice(0x80 - 1, 0x8a - 1)).toBe('€\u0081‚ƒ„…†‡ˆ‰');
  expect(text.slice(0x91 - 1, 0xa1 - 1)).toBe('‘’“”•–—˜™š›œ\u009džŸ\u00a0');
});
