import { describe, expect, test } from 'vitest';
import { readTableHead } from '../../../main/services/parse/table/read-table-head.ts';
import { describeBlocks } from './parse-text.ts';
import { articleOf, codeOf, onlyPart, partsOf } from './parts-of.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const csv = [
  'Title,Source,Author,Date,URL,Body',
  '"The tunnel, a date",Hesk News Agency,By O. Lindemar,2026-05-12T06:48:00+01:00,https://hna.example/a,"They spoke.',
  '',
  'On ""Monday""."',
  ',Evening Lantern,,12 May 2026,,<p>They <b>spoke</b>.</p><ul><li>One</li></ul>',
  'Empty,HNA,,,,  ',
].join('\r\n');

describe('T20 tables', () => {
  test('T20 each row is an article by the names of its columns', async () => {
    const parts = await partsOf('calls.csv', csv);
    expect(parts.map(({ part }) => part)).toEqual(['row 1', 'row 2', 'row 3']);
    expect(parts.map(codeOf)).toEqual([null, null, 'empty-row']);
    const [first, second] = parts.slice(0, 2).map(articleOf);
    expect(first?.metadata).toMatchObject({
      title: 'The tunnel, a date',
      outlet: 'Hesk News Agency',
      byline: 'O. Lindemar',
      published: '2026-05-12T06:48:00+01:00',
      url: 'https://hna.example/a',
    });
    expect(first?.provenance.outlet).toEqual({ source: 'column', confidence: 'stated' });
    expect(first && describeBlocks(first)).toEqual([
      'heading 1: The tunnel, a date',
      'paragraph: They spoke.',
      'paragraph: On "Monday".',
    ]);
    expect(second && describeBlocks(second)).toEqual(['paragraph: They spoke.', 'list-item: One']);
    expect(second?.metadata).toMatchObject({ title: 'calls', published: '2026-05-12' });
  });

  test.each([
    ['semicolons', csv.replaceAll('","', '";"').replaceAll(/,(?=\S)(?! a date)/g, ';')],
    ['a tab', 'title\ttext\nOne\tThey spoke, at length; in vain.\nTwo\tThey spoke again, too.'],
    ['what Excel says', 'sep=;\ntitle;text\nOne;They spoke, at length, in vain.'],
  ])('T20 the separator is found: %s', async (_name, text) => {
    const [part] = await partsOf('a.csv', text);
    expect(part && articleOf(part).text).toContain('They spoke');
  });

  test.each([
    ['Titel;Inhalt;Quelle;Datum', 'Der Tunnel;Sie sprachen.;HNA;2026-05-12'],
    ['titre;texte;journal;date_publication', 'Le tunnel;Ils parlèrent.;HNA;2026-05-12'],
    ['Заголовок;Текст;Источник;Дата', 'Туннель;Они говорили.;HNA;2026-05-12'],
    ['标题;正文;来源;日期', '隧道;他们通了电话。;HNA;2026-05-12'],
    ['headline;article_text;publication;pub_date', 'Tunnel;They spoke.;HNA;2026-05-12'],
    ['news.title;news.content;source.name;publishedAt', 'Tunnel;They spoke.;HNA;2026-05-12'],
  ])('T20 columns are known by their names in several languages: %s', async (head, row) => {
    const [part] = await partsOf('a.csv', `${head}\n${row}`);
    expect(part && articleOf(part).metadata).toMatchObject({
      title: row.split(';')[0],
      outlet: 'HNA',
      published: '2026-05-12',
    });
  });

  test('T20 the longest column by far is the text, if no name tells', async () => {
    const long = 'They spoke for a long time. '.repeat(20);
    const [part] = await partsOf('a.csv', `a,b\n1,"${long}"\n2,"${long}"`);
    expect(part && articleOf(part).text.startsWith('They spoke')).toBe(true);
  });

  test('T20 a table of which it can’t be told asks, and takes what is named', async () => {
    const table = 'x,y\nThe tunnel,They spoke.\nA date,They met.';
    const part = await onlyPart('a.csv', table);
    expect([part.part, codeOf(part)]).toEqual([null, 'columns']);
    const columns = { text: 'y', title: 'x' };
    const parts = await partsOf('a.csv', table, { columns });
    expect(parts.map((one) => articleOf(one).metadata.title)).toEqual(['The tunnel', 'A date']);
    expect(codeOf(await onlyPart('a.csv', table, { columns: { text: 'z' } }))).toBe('columns');
  });

  test('T20 a table without a head has numbered columns', async () => {
    const table = '1,"They spoke at length, and parted late."\n2,"They met at noon, and left."';
    expect(readTableHead(bytes(table), 'a.csv')).toMatchObject({
      ok: true,
      value: { columns: ['Column 1', 'Column 2'] },
    });
    const parts = await partsOf('a.csv', table, { columns: { text: 'Column 2' } });
    expect(parts).toHaveLength(2);
  });

  test('T20 a row whose quotation mark is never closed is refused, the others are read', async () => {
    const parts = await partsOf('a.csv', 'title,text\nOne,They spoke.\nTwo,"They met');
    expect(parts.map(codeOf)).toEqual([null, 'broken-row']);
  });

  test.each([
    ['a.jsonl', '{"title":"One","text":"They spoke."}\nno json\n\n{"title":"Two","body":1}'],
    ['a.ndjson', '{"title":"One","text":"They spoke."}\r\n[1]\r\n{"text":null}'],
    ['a.json', '[{"title":"One","text":"They spoke."}, 7, {"title":"Two"}]'],
    ['a.json', '{"n":3,"articles":[{"title":"One","text":"They spoke."},{"x":1},{"x":2}]}'],
  ])('T20 JSON in its usual forms, row by row: %s %s', async (name, text) => {
    const parts = await partsOf(name, text);
    expect(parts).toHaveLength(3);
    const [first] = parts;
    expect(first && articleOf(first).text).toBe('One\nThey spoke.');
    expect(parts.slice(1).every((part) => codeOf(part) !== null)).toBe(true);
  });

  test('T20 names of nested values have dots, lists are joined', async () => {
    const row = {
      article: { title: 'One', content: 'They spoke.' },
      authors: [{ name: 'A. One' }, 'B. Two'],
      source: { id: 3, name: 'HNA' },
      timestamp: 1_778_564_880,
    };
    const part = await onlyPart('a.jsonl', JSON.stringify(row));
    expect(articleOf(part).metadata).toMatchObject({
      title: 'One',
      byline: 'A. One, B. Two',
      outlet: 'HNA',
      published: '2026-05-12T05:48:00Z',
    });
  });

  test.each([
    ['a.csv', 'title,text', 'no-rows'],
    ['a.json', '[]', 'no-rows'],
    ['a.json', 'They spoke.', 'broken-json'],
    ['a.csv', ' ', 'empty'],
  ])('T20 what holds no rows is refused: %s “%s”', async (name, text, code) => {
    expect(codeOf(await onlyPart(name, text))).toBe(code);
  });

  test('the head of a table is shown with what it suggests', () => {
    const table = `title,text\nOne,"${'x'.repeat(300)}"\nTwo,y`;
    expect(readTableHead(bytes(table), 'a.csv')).toEqual({
      ok: true,
      value: {
        fileName: 'a.csv',
        columns: ['title', 'text'],
        rows: [
          ['One', `${'x'.repeat(199)}…`],
          ['Two', 'y'],
        ],
        guess: { title: 'title', text: 'text' },
      },
    });
    expect(readTableHead(bytes('{"body":"They spoke."}'), 'a')).toMatchObject({
      ok: true,
      value: { columns: ['body'], guess: { text: 'body' } },
    });
  });

  test('a hundred thousand rows take time in proportion', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `T${index},They spoke.`);
    expect(await partsOf('a.csv', `title,text\n${rows.join('\n')}`)).toHaveLength(100_000);
  }, 60_000);
});
