import { describe, expect, test } from 'vitest';
import { articleOf, codeOf, onlyPart, partsOf } from './parts-of.ts';

/** The articles of a table whose rows are arrays. */
async function articlesOf(rows: readonly (readonly string[])[]) {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = rows.map((row) => row.map(cell).join(',')).join('\n');
  return (await partsOf('clippings.csv', table)).map(articleOf);
}

const paragraph = (name: string) =>
  `The council of ${name} voted on Thursday to approve the harbour plan, and the count was wrong.`;

describe('T20 what columns hold', () => {
  test.each([
    ['kop', 'blad', 'wie', 'wanneer', 'inhoud'],
    ['Überschrift', 'Zeitung', 'Autorin', 'Erschienen am', 'Artikeltext'],
    ['Titre', 'Quotidien', 'Journaliste', 'Date de parution', 'Texte intégral'],
    ['Titular', 'Periódico', 'Periodista', 'Fecha de publicación', 'Cuerpo'],
    ['Titolo', 'Quotidiano', 'Giornalista', 'Data di pubblicazione', 'Testo'],
    ['Manchete', 'Jornal', 'Jornalista', 'Publicado em', 'Conteúdo'],
    ['Заголовок', 'Газета', 'Журналист', 'Дата выхода', 'Текст статьи'],
    ['新闻标题', '报纸', '记者', '发表时间', '新闻内容'],
    ['News Title', 'article_source', 'storyAuthor', 'Published on', 'Full Text'],
  ])('T20 by their names: %s', async (...head) => {
    const row = ['Bridge', 'The Alm Post', 'Jane Doe', '2024-03-05', 'It is closed.'];
    const [article] = await articlesOf([head, row]);
    expect(article?.metadata).toMatchObject({
      title: 'Bridge',
      outlet: 'The Alm Post',
      byline: 'Jane Doe',
      published: '2024-03-05',
    });
    expect(article?.provenance.published).toEqual({ source: 'column', confidence: 'stated' });
    expect(article?.text).toBe('Bridge\nIt is closed.');
    expect(article?.remarks).toEqual([]);
  });

  test('T20 columns that hold something and are not understood are named', async () => {
    const [first, second] = await articlesOf([
      ['nr', 'kop', 'inhoud', 'opm', 'leeg'],
      ['1', 'Brug', 'Gesloten.', '', ''],
      ['2', 'Veer', 'Vrij.', 'x', ''],
    ]);
    const remark = [
      'Columns “nr” and “opm” of the table were left out: it can’t be told what they hold. To read more of them, import the table itself and choose its columns in the report.',
    ];
    expect([first?.remarks, second?.remarks]).toEqual([remark, remark]);
    const columns = { text: 'text' };
    const table = 'text,text2\nOne.,Two.';
    expect(articleOf(await onlyPart('a.csv', table)).remarks.join()).toContain('“text2”');
    expect(articleOf(await onlyPart('a.csv', table, { columns })).remarks).toEqual([]);
  });

  test('T20 many columns that are left out are counted', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `field ${index}`);
    const [article] = await articlesOf([
      ['text', ...names],
      ['It is closed.', ...names],
    ]);
    expect(article?.remarks[0]).toMatch(/“field 7” and 22 more of the table/);
  });

  test('T20 two columns of one name are two', async () => {
    const [article] = await articlesOf([
      ['text', 'text', 'title'],
      ['First text', 'second text', 'T1'],
    ]);
    expect(article?.text).toBe('T1\nFirst text');
    expect(article?.remarks.join()).toContain('“text (2)”');
  });

  test('T20 lines above the head are no rows, and told', async () => {
    const table = 'Export of 5 March 2024,,\n,,\nTitle,Date,Text\nBridge,2024-03-05,It is closed.';
    const article = articleOf(await onlyPart('a.csv', table));
    expect(article.text).toBe('Bridge\nIt is closed.');
    expect(article.remarks).toEqual([
      'What stands above the head of the table was left out: “Export of 5 March 2024”.',
    ]);
  });

  test.each([
    [
      'under any name',
      {
        total: 2,
        found: [
          { title: 'A', text: 'One.' },
          { title: 'B', text: 'Two.' },
        ],
      },
    ],
    ['by keys', { x1: { title: 'A', text: 'One.' }, x2: { title: 'B', text: 'Two.', more: 1 } }],
  ])('T20 objects in an object are rows: %s', async (_how, value) => {
    const parts = await partsOf('a.json', JSON.stringify(value, null, 1));
    expect(parts.map((part) => articleOf(part).text)).toEqual(['A\nOne.', 'B\nTwo.']);
  });

  test('T20 an object that is an article itself is one row', async () => {
    const images = [{ url: 'https://a.example/1.png' }, { url: 'https://a.example/2.png' }];
    const value = { title: 'A', text: 'One.', images, meta: { x: { y: 1 }, z: { y: 2 } } };
    expect(articleOf(await onlyPart('a.json', JSON.stringify(value, null, 1))).text).toBe(
      'A\nOne.',
    );
  });

  test('T20 the paragraphs of a list of objects are the text', async () => {
    const body = [
      { type: 'p', text: 'One.' },
      { type: 'p', text: 'Two.' },
    ];
    const part = await onlyPart('a.jsonl', JSON.stringify({ title: 'A', body }));
    expect(articleOf(part).text).toContain('One.');
    expect(articleOf(part).text).toContain('Two.');
  });

  test('T20 a table without a head is read by what its cells hold, as a guess', async () => {
    const articles = await articlesOf([
      ['A0', '2024-01-11', 'Council votes 0 to 3 on plan', paragraph('Hesk')],
      ['A1', '2024-02-11', 'Council votes 1 to 3 on plan', paragraph('Lund')],
    ]);
    expect(articles.map(({ metadata }) => [metadata.title, metadata.published])).toEqual([
      ['Council votes 0 to 3 on plan', '2024-01-11'],
      ['Council votes 1 to 3 on plan', '2024-02-11'],
    ]);
    const [first] = articles;
    expect(first?.provenance).toMatchObject({
      title: { source: 'column', confidence: 'guessed' },
      published: { source: 'column', confidence: 'guessed' },
    });
    expect(first?.remarks.join()).toContain('“Column 1”');
  });

  test.each([
    ['short cells', 'Bridge closed,Alm Post,2024-03-05\nFerry aground,FAZ,2024-03-06'],
    ['sentences', 'Bridge,The bridge is closed.\nFerry,The ferry is aground.'],
    ['long lines', 'Council votes to close the old bridge,Hesk\nCouncil votes for the ferry,Lund'],
  ])('T20 no row is taken for a head that is none: %s', async (_what, table) => {
    const columns = { text: 'Column 1' };
    expect(codeOf(await onlyPart('a.csv', table))).toBe('columns');
    expect(await partsOf('a.csv', table, { columns })).toHaveLength(2);
  });

  test('T20 columns that no name tells are guessed among those that a name does', async () => {
    const [article] = await articlesOf([
      ['q1', 'q2', 'q3', 'Text', 'q5'],
      ['7', 'Council votes on harbour', '12.05.2024', paragraph('Hesk'), 'https://a.example/1'],
      ['8', 'Ferry runs aground at Hesk', '13.05.2024', paragraph('Lund'), 'https://a.example/2'],
    ]);
    expect(article?.metadata).toMatchObject({
      title: 'Council votes on harbour',
      published: '2024-05-12',
      url: 'https://a.example/1',
    });
    expect(article?.provenance).toMatchObject({
      title: { confidence: 'guessed' },
      published: { confidence: 'guessed' },
      url: { confidence: 'guessed' },
    });
  });
});

describe('T20 dates by their column', () => {
  async function datesOf(...cells: readonly string[]) {
    const rows = cells.map((cell) => ['It is closed.', cell]);
    return (await articlesOf([['text', 'date'], ...rows])).map(({ metadata, provenance }) =>
      provenance.published?.confidence === 'guessed'
        ? `${metadata.published}?`
        : metadata.published,
    );
  }

  test('T20 one number over 12 settles a column', async () => {
    expect(await datesOf('05/06/2024', '3/25/2024')).toEqual(['2024-05-06', '2024-03-25']);
    expect(await datesOf('05/06/2024', '25/3/2024')).toEqual(['2024-06-05', '2024-03-25']);
    expect(await datesOf('05-06-2024 14:30', '25-03-2024')).toEqual([
      '2024-06-05T14:30',
      '2024-03-25',
    ]);
  });

  test('T20 with dots the day is first', async () => {
    expect(await datesOf('05.03.2024', '5.3.2024 14:30 Uhr', '3/25/2024')).toEqual([
      '2024-03-05',
      '2024-03-05T14:30',
      '2024-03-25',
    ]);
  });

  test('T20 where none settles it, the number that varies is the day, as a guess', async () => {
    expect(await datesOf('01/03/2024', '02/03/2024', '11/04/2024')).toEqual([
      '2024-03-01?',
      '2024-03-02?',
      '2024-04-11?',
    ]);
    expect(await datesOf('03/01/2024', '03/02/2024')).toEqual(['2024-03-01?', '2024-03-02?']);
    expect(await datesOf('05/06/2024')).toEqual(['2024-06-05?']);
    expect(await datesOf('05/06/2024', '25/06/2024', '06/25/2024')).toEqual([
      '2024-06-05?',
      '2024-06-25',
      '2024-06-25',
    ]);
  });

  test('T20 a year of two digits is a guess', async () => {
    expect(await datesOf('05.03.24', '31.12.99')).toEqual(['2024-03-05?', '1999-12-31?']);
    expect(await datesOf('99.12.31', '24.03.05')).toEqual(['1999-12-31?', '2024-03-05?']);
  });

  test('T20 a date that can’t be read is told', async () => {
    const [article] = await articlesOf([
      ['text', 'date'],
      ['It is closed.', 'lately'],
    ]);
    expect(article?.remarks).toEqual(['Its date “lately” could not be read.']);
  });
});
