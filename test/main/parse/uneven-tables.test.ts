import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { separatedRecords } from '../../../main/services/parse/table/separated-records.ts';
import { articleOf, codeOf, onlyArticle, partsOf } from './parts-of.ts';

/** Of each row, its text or why there is none. */
async function rowsOf(table: string): Promise<readonly string[]> {
  const parts = await partsOf('a.csv', table);
  return parts.map((part) => codeOf(part) ?? articleOf(part).text.replace('\n', ': '));
}

const sentence = 'The bridge, built in 1974, is closed for weeks, the governor said.';

describe('T20 rows that are wider than the table', () => {
  test('T20 a text with the separator in it is put together again where it stands last', async () => {
    const table = `title,date,text\nBridge,2024-03-05,${sentence}\nFerry,2024-03-06,It is aground.`;
    expect(await rowsOf(table)).toEqual([`Bridge: ${sentence}`, 'Ferry: It is aground.']);
    expect(await rowsOf(`title,text\nBridge,${sentence}`)).toEqual([`Bridge: ${sentence}`]);
    const semicolons = `titel;datum;inhoud\nBrug;2024-03-05;Gesloten; voor weken; zegt men`;
    expect(await rowsOf(semicolons)).toEqual(['Brug: Gesloten; voor weken; zegt men']);
  });

  test.each([
    [
      'the text is not last',
      `title,text,date\nBridge,${sentence},2024-03-05\nFerry,Free.,2024-03-06`,
    ],
    [
      'no date stands in its column',
      `title,date,text\nBridge, closed,2024-03-05,It is.\nFerry,2024-03-06,Free.`,
    ],
    ['the text was quoted', 'title,text\nBridge,"It is, they say",extra,more\nFerry,Free.'],
  ])('T20 a wide row is refused by its number: %s', async (_why, table) => {
    expect(await rowsOf(table)).toEqual(['long-row', 'Ferry: Free.']);
  });

  test('T20 empty cells at the end are nothing', async () => {
    expect(await rowsOf('title,text\nBridge,Closed.,,\nFerry,Free.,,')).toEqual([
      'Bridge: Closed.',
      'Ferry: Free.',
    ]);
  });

  test('T20 columns that the head does not name are columns, and told', async () => {
    const parts = await partsOf('a.csv', 'title,text\nBridge,Closed.,seen\nFerry,Free.,heard');
    expect(parts.map((part) => articleOf(part).text)).toEqual(['Bridge\nClosed.', 'Ferry\nFree.']);
    const [first] = parts;
    expect(first && articleOf(first).remarks.join(' ')).toContain('“Column 3”');
  });

  test('T20 numbers of rows in front of a head that does not count them', async () => {
    expect(await rowsOf('"title","text"\n"1","Bridge","Closed."\n"2","Ferry","Free."')).toEqual([
      'Bridge: Closed.',
      'Ferry: Free.',
    ]);
  });
});

describe('T20 quotation marks', () => {
  test('T20 one that is never closed costs one row', async () => {
    expect(
      await rowsOf(
        'title,text\nA,"unclosed text goes on\nB,next row\nC,third row\nD,"fourth, row"',
      ),
    ).toEqual(['broken-row', 'B: next row', 'C: third row', 'D: fourth, row']);
    expect(await rowsOf('title,text\nA,"unclosed\nB,"next row"\nC,third row')).toEqual([
      'broken-row',
      'B: next row',
      'C: third row',
    ]);
  });

  test('T20 lines behind it that are no rows belong to the broken one', async () => {
    const table = 'title,text\nA,"unclosed\n\nOn Monday, they spoke.\nAt length.\nB,next row';
    expect(await rowsOf(table)).toEqual(['broken-row', 'B: next row']);
  });

  test('T20 marks that nobody doubled are letters', async () => {
    expect(await rowsOf('title,text\nA,"He said "no" to it."\n"B" and C,Free.')).toEqual([
      'A: He said "no" to it.',
      '"B" and C: Free.',
    ]);
    expect(await rowsOf('title\ttext\n"Peace" talks begin\tThe "peace" talks\nB\tFree.')).toEqual([
      '"Peace" talks begin: The "peace" talks',
      'B: Free.',
    ]);
  });

  test('T20 a backslash before a mark says that it is a letter, where no mark is doubled', async () => {
    const table = 'title,text\nA,"He said \\"no\\", and left."\nB,"C:\\\\temp"\n"","D \\"e\\""';
    expect(await rowsOf(table)).toEqual(['A: He said "no", and left.', 'B: C:\\temp', 'D "e"']);
    expect(await rowsOf('title,text\nA,"One ""two"" \\"')).toEqual(['A: One "two" \\']);
  });

  test('T20 spaces in front of a mark change nothing', async () => {
    expect(await rowsOf('title, text\nA, "One, two."\nB, "Three, four."')).toEqual([
      'A: One, two.',
      'B: Three, four.',
    ]);
  });

  test('T20 what is written by the rules is read as papaparse reads it', () => {
    const cell = fc
      .stringMatching(/^[a-c",;\n\r éß]{0,8}$/)
      .map((text) => text.replaceAll('\r', ''));
    const width = fc.integer({ min: 1, max: 4 });
    const rows = width.chain((count) =>
      fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(',', ';', '\t'),
        (data, newline, delimiter) => {
          const text = Papa.unparse(data, { newline, delimiter, quotes: true });
          const expected = data.filter((cells) => cells.some((one) => one.trim() !== ''));
          expect(separatedRecords(text, delimiter).map(({ cells }) => cells)).toEqual(expected);
        },
      ),
      { seed: 20, numRuns: 500 },
    );
  });

  test('T20 each row with such a mark is refused by itself, in time in proportion', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `A${index},"open ${index}`);
    const records = separatedRecords(['title,text', ...lines, 'B,closed'].join('\n'), ',');
    expect(records.filter(({ isWhole }) => !isWhole)).toHaveLength(20_000);
    expect(records.at(-1)?.cells).toEqual(['B', 'closed']);
    expect(separatedRecords('x\n'.repeat(200_000), ';')).toHaveLength(200_000);
  });
});

describe('T20 cells with signs that look like tags', () => {
  test.each([
    '5 < 6 and a<b is true > c',
    'if x <a and y> b',
    'They <3 it, and <b> is a letter',
    '<p.m.> 3',
  ])('T20 is plain text: %s', async (cell) => {
    const article = await onlyArticle('a.jsonl', JSON.stringify({ title: 'T', text: cell }));
    expect(article.text).toBe(`T\n${cell}`);
  });

  test.each([
    ['<p>One</p><p>Two', 'T\nOne\nTwo'],
    ['One<br>two', 'T\nOne two'],
    ['One <b>two</b> &amp; three', 'T\nOne two & three'],
    ['<a href="https://a.example">One</a> two', 'T\nOne two'],
  ])('T20 is a web page’s: %s', async (cell, text) => {
    const article = await onlyArticle('a.jsonl', JSON.stringify({ title: 'T', text: cell }));
    expect(article.text).toBe(text);
  });
});
