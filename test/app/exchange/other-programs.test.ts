import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { TextSource } from '../../../app/exchange/exchange-format.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { imported } from './planned-import.ts';
import { projectOf } from './written-project.ts';

const empty = recordSourceOf([]);
const noTexts: TextSource = { read: async () => null };
const guid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A project with one article of two paragraphs. */
const ferry = projectOf({
  articles: [
    {
      title: 'Ferry sinks',
      outlet: 'Harbour Times',
      published: '2031-05-12',
      paragraphs: ['The ferry sank off the pier.', 'The old ferry, said the mayor of the town.'],
      passages: [],
      tags: [],
    },
  ],
  tags: [],
  claims: [],
  links: [],
});

async function read(
  id: string,
  content: string | Uint8Array,
  records: RecordSource = empty,
  texts = noTexts,
) {
  const reader = exchangeReaders.find((one) => one.id === id);
  if (reader === undefined) throw new Error(`There is no reader ${id}.`);
  const answer = await imported(reader, content, records, texts);
  const { added } = answer.diff;
  return {
    ...answer,
    annotations: added.flatMap((one) => (one.kind === 'annotation' ? [one] : [])),
    quotes: added.flatMap((one) => (one.kind === 'annotation' ? [one.passage.quote] : [])),
    facts: added.flatMap((one) => (one.kind === 'article' ? [one.detected] : [])),
    lost: answer.report.lost.map(({ what }) => what),
    reasons: answer.report.refused.map(({ reason }) => reason),
  };
}

const readFerry = (id: string, content: string | Uint8Array) =>
  read(id, content, ferry.records, ferry.texts);

const coding = (code = guid(1)): string =>
  `<Coding guid="${guid(501)}"><CodeRef targetGUID="${code}"/></Coding>`;
const selection = (start: number, end: number, code = guid(1)): string =>
  `<PlainTextSelection guid="${guid(20)}" startPosition="${start}" endPosition="${end}">${coding(code)}</PlainTextSelection>`;
const qde = (sources: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="${guid(1)}" name="Fire" isCodable="true"/></Codes></CodeBook><Sources>${sources}</Sources></Project>`;

describe('projects of REFI-QDA', () => {
  test.each<[string, string, number, number]>([
    ['code points', '😀 The ferry sank.', 6, 11],
    ['UTF-16 code units', '😀 The ferry sank.', 7, 12],
    ['a byte order mark', '\ufeffThe ferry sank.', 5, 10],
    ['no byte order mark', '\ufeffThe ferry sank.', 4, 9],
    ['line ends as one', 'Hi.\r\nThe ferry sank.', 8, 13],
    ['line ends as two', 'Hi.\r\nThe ferry sank.', 9, 14],
  ])('J13 one selection alone, which counts %s, is at its word', async (_, text, start, end) => {
    const source = `<TextSource guid="${guid(10)}" name="A" plainTextPath="internal://a.txt">${selection(start, end)}</TextSource>`;
    const files = { 'project.qde': strToU8(qde(source)), 'sources/a.txt': strToU8(text) };
    expect((await read('refi-qda', zipSync(files))).quotes).toEqual(['ferry']);
  });

  test('J14 a picture comes as the text that describes it', async () => {
    const source = `<PictureSource guid="${guid(10)}" name="Poster" path="internal://a.jpg"><TextDescription guid="${guid(11)}"><PlainTextContent>The ferry sank</PlainTextContent>${selection(4, 9)}</TextDescription><PictureSelection guid="${guid(30)}" firstX="0" firstY="0" secondX="1" secondY="1">${coding()}</PictureSelection></PictureSource>`;
    const { quotes, facts, lost, reasons } = await read('refi-qda', qde(source));
    expect(facts).toMatchObject([{ title: 'Poster' }]);
    expect(quotes).toEqual(['ferry']);
    expect(lost).toEqual(['Pictures']);
    expect(reasons).toEqual(['It is an area of a picture. It was coded with “Fire”.']);
  });

  test('J14 an area of a PDF comes if the project has its words, also beside the PDF’s text', async () => {
    const area = (number: number, inner: string): string =>
      `<PDFSelection guid="${guid(number)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1">${inner}${coding()}</PDFSelection>`;
    const words = `<Representation guid="${guid(31)}"><PlainTextContent>ferry sank</PlainTextContent></Representation>`;
    const whole = `<Representation guid="${guid(11)}"><PlainTextContent>The ferry sank off</PlainTextContent></Representation>`;
    const source = `<PDFSource guid="${guid(10)}" name="Paper">${area(30, words)}${area(32, '')}${whole}</PDFSource>`;
    const { quotes, reasons } = await read('refi-qda', qde(source));
    expect(quotes).toEqual(['ferry sank']);
    expect(reasons).toEqual([
      'It is an area of a page without its words. It was coded with “Fire”.',
    ]);
  });

  test.each([guid(1).replaceAll('-', ''), `(${guid(1)})`, `{${guid(1).toUpperCase()}}`])(
    'J13 a guid may be written %s',
    async (code) => {
      const source = `<TextSource guid="${guid(10)}" name="T"><PlainTextContent>The ferry</PlainTextContent>${selection(4, 9, code)}</TextSource>`;
      const { annotations, lost } = await read('refi-qda', qde(source));
      expect(annotations.map(({ tagIds }) => tagIds)).toEqual([[guid(1)]]);
      expect(lost).toEqual([]);
    },
  );
});

const context = 'http://www.w3.org/ns/anno.jsonld';

function annotation(id: number, selector: unknown): Readonly<Record<string, unknown>> {
  return {
    '@context': context,
    id: `http://example.org/${id}`,
    type: 'Annotation',
    target: { source: 'https://example.org/a', selector },
  };
}

const quotation = (exact: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ type: 'TextQuoteSelector', exact },
  ...more,
});

describe('Web Annotations', () => {
  const whole = 'The old ferry, said the mayor of the town.';

  test.each<[string, unknown, string]>([
    ['a position', { type: 'TextPositionSelector', start: 4, end: 24 }, 'old ferry, said the '],
    ['words', quotation('ferry, said the mayor'), 'ferry, said the mayor'],
    [
      'words, then a position',
      quotation('ferry, said the mayor', {
        refinedBy: { type: 'TextPositionSelector', start: 7, end: 21 },
      }),
      'said the mayor',
    ],
  ])('J2 words that %s takes out of others are what is meant', async (_, refinedBy, words) => {
    const { quotes } = await readFerry(
      'web-annotation',
      JSON.stringify(annotation(1, quotation(whole, { refinedBy }))),
    );
    expect(quotes).toEqual([words]);
  });

  test('J2 of words that stand twice those are meant that stand within the others', async () => {
    const item = annotation(1, quotation(whole, { refinedBy: quotation('ferry') }));
    const target = { source: { id: 'https://example.org/a', 'dcterms:title': 'Ferry sinks' } };
    const { quotes, annotations } = await readFerry(
      'web-annotation',
      JSON.stringify({
        ...item,
        target: { ...target, selector: quotation(whole, { refinedBy: quotation('ferry') }) },
      }),
    );
    expect(quotes).toEqual(['ferry']);
    expect(annotations[0]?.passage.suffix).toMatch(/^, said the mayor/);
  });

  test('J2 a position beyond the words that it refines marks nothing', async () => {
    const refinedBy = { type: 'TextPositionSelector', start: 4, end: 99 };
    const items = [annotation(1, quotation(whole, { refinedBy })), annotation(2, quotation(whole))];
    const { quotes, reasons } = await readFerry('web-annotation', JSON.stringify(items));
    expect(quotes).toEqual([whole]);
    expect(reasons).toEqual(['It points at no words, or at none within those that it refines.']);
  });

  test('J5 pages within pages are read; those elsewhere are named', async () => {
    const page = (number: number, words: string, next: unknown) => ({
      ...{ '@context': context, id: `http://example.org/p${number}`, type: 'AnnotationPage' },
      items: [annotation(number, quotation(words)), 'http://example.org/elsewhere'],
      next,
    });
    const { quotes, reasons, report } = await readFerry(
      'web-annotation',
      JSON.stringify({
        ...{ '@context': context, id: 'http://example.org/c', type: 'AnnotationCollection' },
        first: page(1, 'off the pier', page(2, 'said the mayor', 'http://example.org/p3')),
      }),
    );
    expect(quotes).toEqual(['off the pier', 'said the mayor']);
    expect(reasons[0]).toContain('Only its address stands here (http://example.org/elsewhere)');
    expect(report.remarks[0]).toContain('the next one is at http://example.org/p3');
  });

  test('J5 the only item of a page may stand without its list', async () => {
    const items = annotation(1, quotation('off the pier'));
    const page = { '@context': context, id: 'http://example.org/p', type: 'AnnotationPage', items };
    expect((await readFerry('web-annotation', JSON.stringify(page))).quotes).toHaveLength(1);
  });

  test('J5 a collection that only names its pages says where they are', async () => {
    const collection = {
      ...{ '@context': context, id: 'http://example.org/c', type: 'AnnotationCollection' },
      first: 'http://example.org/p1',
    };
    await expect(readFerry('web-annotation', JSON.stringify(collection))).rejects.toThrow(
      'Download the first page (http://example.org/p1)',
    );
  });
});

describe('Hypothesis', () => {
  const row = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
    ...{ id, uri: 'https://example.org/a', user: 'acct:ada@hypothes.is', text: '', tags: [] },
    document: { title: ['Ferry sinks'] },
    target: [{ selector: [quotation('off the pier')] }],
    ...more,
  });
  const words = (note: RichTextNode | null): string => JSON.stringify(note);

  test('J9 a reply to one that was deleted goes to the nearest above it', async () => {
    const rows = [row('a'), row('c', { references: ['a', 'b'], text: 'late words' })];
    const { annotations, reasons } = await readFerry('hypothesis', JSON.stringify({ rows }));
    expect(annotations).toHaveLength(1);
    expect(words(annotations[0]?.note ?? null)).toContain('late words');
    expect(reasons).toEqual([]);
  });

  test('J9 what was deleted is named, and so are its replies', async () => {
    const rows = [
      { id: 'a', deleted: true },
      row('b', { references: ['a'], text: 'to nobody' }),
      row('c'),
    ];
    const { annotations, reasons } = await readFerry('hypothesis', JSON.stringify({ rows }));
    expect(annotations).toHaveLength(1);
    expect(reasons).toEqual([
      'It was deleted.',
      'It answers an annotation that is not in the file.',
    ]);
  });

  test('J9 that only its author may read it has no place here', async () => {
    const rows = [row('a', { permissions: { read: ['acct:ada@hypothes.is'] } })];
    const { lost } = await readFerry('hypothesis', JSON.stringify({ rows }));
    expect(lost).toEqual(['Who may read annotations']);
  });
});

test('J16 brat in another coding: the report says so', async () => {
  const koeln = [0x4b, 0xf6, 0x6c, 0x6e];
  const files = {
    'a.txt': new Uint8Array([...koeln, 0x20, 0x93, 0x78, 0x94]),
    'a.ann': new Uint8Array([...strToU8('T1\tTown 0 4\t'), ...koeln]),
  };
  const { quotes, report } = await read('brat', zipSync(files));
  expect(quotes).toEqual(['Köln']);
  expect(report.remarks).toEqual([
    'a.ann is not UTF-8; some letters may be wrong.',
    'a.txt is not UTF-8; some letters may be wrong.',
  ]);
});
