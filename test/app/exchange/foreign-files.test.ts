import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { readDrafts, written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { type ProjectShape, projectOf } from './written-project.ts';

const empty = recordSourceOf([]);
const noTexts = { read: async () => null };

function readerOf(id: string) {
  const reader = exchangeReaders.find((one) => one.id === id);
  if (reader === undefined) throw new Error(`There is no reader ${id}.`);
  return reader;
}

/** A project with one article of two paragraphs. */
const shape: ProjectShape = {
  articles: [
    {
      title: 'Ferry sinks',
      outlet: 'Harbour Times',
      published: '2031-05-12',
      paragraphs: ['The ferry sank off the pier.', 'The ferry was old, said the mayor.'],
      passages: [],
      tags: [],
    },
  ],
  tags: [],
  claims: [],
  links: [],
};

async function table(content: string | Uint8Array, start?: RecordSource) {
  const { records, texts } = projectOf(shape);
  return imported(readerOf('annotations-csv'), content, start ?? records, texts);
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isLittle ? bytes : bytes.swap16());
}

describe('J20 a table of another program', () => {
  const head = 'Document;Quote;Codes;Comment;Created';

  test('edited elsewhere and imported again: a row is known by its article, place and words', async () => {
    const first = await table(
      `${head}\nFerry sinks;said the mayor;People;;2031-05-12\nFerry sinks;off the pier;Place;;`,
    );
    expect(first.report.carried.annotation).toBe(2);
    const again = await table(
      `${head}\nFerry sinks;off the pier;Place, Sea;looked at again;2031-06-01\nFerry sinks;said the mayor;Mayor;new;`,
      first.records,
    );
    expect(again.report.known.annotation).toBe(2);
    expect(again.report.carried.annotation ?? 0).toBe(0);
  });

  test('the same words marked by two people are two annotations', async () => {
    const rows = `${head};Author\nFerry sinks;said the mayor;People;mine;;Ada\nFerry sinks;said the mayor;Doubt;not so;;Bob`;
    const { diff, records } = await table(rows);
    const made = diff.added.filter(({ kind }) => kind === 'annotation');
    expect(made.map(({ author }) => author)).toEqual(['Ada', 'Bob']);
    const again = await table(rows, records);
    expect(again.report.known.annotation).toBe(2);
  });

  test('dates as people write them are read; one that can’t be is reported', async () => {
    const dates = ['12 May 2031', '2031/05/12', 'May 12, 2031', '12.05.2031', '2031-05-12 09:14'];
    for (const date of dates) {
      const { diff, report } = await table(`${head}\nFerry sinks;said the mayor;;;"${date}"`);
      const [made] = diff.added.filter(({ kind }) => kind === 'annotation');
      expect(made?.createdAt.slice(0, 10), date).toBe('2031-05-12');
      expect(report.lost).toEqual([]);
    }
    const { report } = await table(`${head}\nFerry sinks;said the mayor;;;03/04/2031`);
    expect(report.carried.annotation).toBe(1);
    expect(report.lost).toMatchObject([
      {
        what: 'Times of making that could not be read',
        examples: ['row 2: “said the mayor”: 03/04/2031'],
      },
    ]);
  });

  test('every cell that has not the form of its column is reported', async () => {
    const { report } = await table(
      'Title,Quote,Start,End,Hash,Number,Id\nFerry sinks,said the mayor,about 40,,nine,xii,77',
    );
    expect(report.carried.annotation).toBe(1);
    expect(report.lost.map(({ examples }) => examples)).toEqual([
      ['row 2: about 40'],
      ['row 2: nine'],
      ['row 2: xii'],
      ['row 2: 77'],
    ]);
  });

  test('in UTF-16 of either order, with any line ends', async () => {
    const text = `${head}\r\nFerry sinks;said the mayor;Stadt Köln;;\r\n`;
    for (const isLittle of [true, false]) {
      const { report } = await table(utf16(text, isLittle));
      expect(report.carried).toMatchObject({ annotation: 1, tag: 1 });
    }
  });

  test('J2 over 10,000 without an article: the reason is the right one', async () => {
    const rows = Array.from({ length: 10_002 }, (_, index) => `words of nobody number ${index}`);
    const { report } = await table(`Quote,Codes\n${rows.join(',\n')},\nshort,\n`);
    const reasons = report.refused.map(({ reason }) => reason);
    expect(report.refusedCount).toBe(10_003);
    expect(reasons.filter((one) => one.includes('at most 10,000'))).toHaveLength(2);
    expect(reasons.filter((one) => one.includes('too few'))).toHaveLength(1);
  });
});

describe('J12 notes without words', () => {
  test.each<[string, RichTextNode]>([
    ['nothing at all', { type: 'doc', content: [] }],
    ['an empty paragraph', { type: 'doc', content: [{ type: 'paragraph' }] }],
    [
      'spaces',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '  ' }] }] },
    ],
  ])('%s: what is written is read back without a word of refusal', async (_, note) => {
    const passages = [{ start: 0, length: 200, tags: [], note: ['x'] }];
    const articles = shape.articles.map((one) => ({ ...one, passages }));
    const project = projectOf({ ...shape, articles });
    const records = [...project.records.all.values()].map((record) =>
      record.kind === 'annotation' ? { ...record, note } : record,
    );
    for (const id of ['refi-qda', 'brat', 'markdown-vault', 'web-annotation', 'annotations-csv']) {
      const writer = exchangeWriters.find((one) => one.id === id);
      if (writer === undefined) throw new Error(`There is no ${id}.`);
      const { bytes } = await written(writer, recordSourceOf(records), {}, project.texts);
      const start = records.filter(({ kind }) => kind === 'article' || kind === 'revision');
      const { report } = await imported(readerOf(id), bytes, recordSourceOf(start), project.texts);
      expect(report.refused, id).toEqual([]);
      expect(report.carried.annotation, id).toBe(1);
    }
  });

  test('a note whose file is missing is refused', async () => {
    const xml = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"><Notes><Note guid="00000000-0000-4000-8000-000000000001" name="n" plainTextPath="internal://gone.txt"/></Notes></Project>`;
    const { report } = await readDrafts(
      readerOf('refi-qda'),
      zipSync({ 'project.qde': strToU8(xml) }),
      empty,
    );
    expect(report.refused).toMatchObject([{ where: 'note “n”' }]);
  });
});

/** The article that a reference with an abstract comes to. */
async function reference(id: string, content: string | Uint8Array) {
  const { diff, report } = await imported(readerOf(id), content, empty, noTexts);
  const [article] = diff.added.filter((one): one is ArticleRecord => one.kind === 'article');
  return { metadata: article?.detected, report };
}

describe('J23 references as programs write them', () => {
  test('RIS with wide commas, wide spaces, and fields right behind the dash', async () => {
    const { metadata, report } = await reference(
      'ris',
      'TY  -NEWS\r\nTI  - 事故\r\nAU  - 王，小明\r\nA1\u3000- Smith, Jo\r\nAU  - Ministry of Sea， Sky and Land\r\nPY  -2031\r\nAB  -The ferry sank.\r\nER  -\r\n',
    );
    expect(metadata).toMatchObject({
      title: '事故',
      published: '2031',
      byline: '小明 王, Ministry of Sea, Sky and Land and Jo Smith',
    });
    expect(report.refused).toEqual([]);
  });

  test('BibTeX with parts, strings, braces in braces, and what stands in the entry that it is in', async () => {
    const { metadata, report } = await reference(
      'bibtex',
      `@string{ht = "Harbour"} @string(times = { Times})
      @incollection{a, title = {The {F{e}rry} } # "sinks", crossref = {whole}, abstract = {It sank.}}
      @book{whole, title = ht # times # { Yearbook}, year = 2031, month = may, publisher = {Sea}}`,
    );
    expect(metadata).toMatchObject({
      title: 'The Ferry sinks',
      outlet: 'Harbour Times Yearbook',
      published: '2031-05',
    });
    // The book itself has no abstract.
    expect(report.refused).toHaveLength(1);
    expect(report.lost).toEqual([]);
    const lone = await reference(
      'bibtex',
      '@misc{a, title={T}, crossref={b}, abstract={It sank.}}',
    );
    expect(lone.report.lost[0]?.what).toContain('there is no entry b');
    const self = await reference(
      'bibtex',
      '@misc{a, title={T}, crossref={a}, abstract={It sank.}}',
    );
    expect(self.metadata?.title).toBe('T');
  });

  test('a BibTeX entry that is not ended says on which line', async () => {
    const { report } = await reference(
      'bibtex',
      '@misc{a, title={T}, abstract={It sank.}}\n\n@misc{b, title={never',
    );
    expect(report.refused[0]).toMatchObject({ where: 'entry b' });
    expect(report.refused[0]?.reason).toMatch(/line 3/);
  });

  test.each<[string, unknown, string | null, string[]]>([
    ['raw', { raw: 'May 12, 2031' }, '2031-05-12', []],
    ['raw, ISO', { raw: '2031-05-12' }, '2031-05-12', []],
    ['raw, a range', { raw: '2031-05/2031-06' }, '2031-05', ['its end']],
    ['literal', { literal: '12 May 2031' }, '2031-05-12', []],
    ['a season', { 'date-parts': [[2031]], season: 2 }, '2031', ['season']],
    ['a season for a month', { 'date-parts': [['2031', '21']] }, '2031', ['season']],
    ['a season in words', { literal: 'Spring 2031' }, '2031', ['season']],
    ['EDTF', '2031-05-12', '2031-05-12', []],
    [
      'a range',
      {
        'date-parts': [
          [2031, 5],
          [2031, 6],
        ],
      },
      '2031-05',
      ['its end'],
    ],
    ['empty parts', { 'date-parts': [[]], raw: '2031' }, '2031', []],
    ['no date', { raw: 'forthcoming' }, null, ['“forthcoming”']],
  ])('CSL dates: %s', async (_, issued, published, lost) => {
    const items = [{ id: 'a', type: 'article', title: 'T', abstract: 'It sank.', issued }];
    const { metadata, report } = await reference('csl-json', JSON.stringify(items));
    expect(metadata?.published ?? null).toBe(published);
    expect(report.lost.map(({ what }) => what)).toEqual(
      lost.map((one) => `The field “issued (${one})”`),
    );
  });

  test.each([
    ['csl-json', '[{"id":"a","type":"book","title":"Köln","abstract":"It sank."}]'],
    ['bibtex', '@misc{a,\r\n title={Köln},\r\n abstract={It sank.}\r\n}\r\n'],
    ['ris', 'TY  - NEWS\r\nTI  - Köln\r\nAB  - It sank.\r\nER  - \r\n'],
  ])('%s with a byte order mark, in UTF-16, with old line ends', async (id, text) => {
    const forms = [`\ufeff${text}`, utf16(text, true), utf16(text, false)];
    if (id !== 'csl-json') forms.push(text.replaceAll('\r\n', '\r'));
    for (const form of forms) {
      const { metadata } = await reference(id, form);
      expect(metadata?.title).toBe('Köln');
    }
  });
});
