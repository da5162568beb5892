import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSourceFile } from '../../../main/services/corpus/read-source-file.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { codeOf, onlyPart, partsOf } from './parts-of.ts';

const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/anno1',
  type: 'Annotation',
  body: 'http://example.org/post1',
  target: 'http://example.com/page1',
};
const row = { id: 'a', uri: 'https://example.org/a', text: 'A note.', target: [{ selector: [] }] };
const reference = {
  ...{ id: 'a', type: 'article-newspaper', title: 'One', abstract: 'They spoke at length.' },
  issued: { 'date-parts': [[2031, 5, 12]] },
};

describe('T20 a file of annotations or references is no table of articles', () => {
  test.each([
    ['a Web Annotation', annotation, 'annotations'],
    ['a list of them', [annotation, annotation], 'annotations'],
    [
      'a page of them',
      { type: 'AnnotationPage', items: [{ type: 'Annotation', target: 'a' }] },
      'annotations',
    ],
    [
      'one with several contexts',
      { ...annotation, '@context': [{}, annotation['@context']] },
      'annotations',
    ],
    ['an answer of Hypothesis', { total: 1, rows: [row] }, 'annotations'],
    ['the file of its client', { export_date: '2031', annotations: [row] }, 'annotations'],
    ['CSL JSON', [reference, reference], 'references'],
    ['CSL JSON with items', { items: [reference] }, 'references'],
  ])('%s', async (_name, value, code) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const part = await onlyPart('a.json', text);
      expect(codeOf(part)).toBe(code);
      expect(part.article.ok ? '' : part.article.error.message).toMatch(/Ctrl Alt R.*import --as/u);
    }
  });

  test('in lines, too', async () => {
    const lines = [annotation, annotation].map((one) => JSON.stringify(one)).join('\n');
    expect(codeOf(await onlyPart('a.jsonl', lines))).toBe('annotations');
  });

  test('articles that look a little like it are articles', async () => {
    const articles = [
      { type: 'Annotation', text: 'They spoke of it at length.', title: 'One' },
      { uri: 'https://example.org/a', text: 'They spoke of it at length.', user: 'lena' },
      { ...reference, text: 'They spoke of it at length, and again.' },
      { '@context': 'https://schema.org', '@type': 'NewsArticle', articleBody: 'They spoke.' },
      { type: 'news', title: 'One', author: 'Lena Okafor', content: 'They spoke.' },
    ];
    for (const article of articles) {
      expect((await partsOf('a.json', JSON.stringify([article]))).map(codeOf)).toEqual([null]);
    }
  });

  test('JSON that is broken is called that, not a table', async () => {
    for (const text of [
      'They spoke.',
      '{"title": "One", "text": "They',
      '[{"a":1},',
      '{\n"a": 1,\n}',
    ]) {
      const part = await onlyPart('a.json', text);
      expect(codeOf(part)).toBe('broken-json');
    }
  });

  test('a file that only an exchange has an ending for says where it belongs', () => {
    for (const ending of ['jsonld', 'qdpx', 'ris', 'bib', 'ann']) {
      const read = readSourceFile(`/nowhere/a.${ending}`);
      expect(read.ok ? null : read.error.code).toBe('exchange');
    }
    for (const ending of ['xlsx', 'png']) {
      const read = readSourceFile(`/nowhere/a.${ending}`);
      expect(read.ok ? null : read.error.code).toBe('unsupported');
    }
  });

  test('the samples of the W3C are all told', async (context) => {
    const files = sharedCorpus('exchange/w3c-annotation/correct').filter((file) =>
      file.endsWith('.json'),
    );
    if (files.length === 0) return context.skip('The samples of ../shared/corpus are not there.');
    for (const file of files) {
      const [part] = await partsOf('a.json', readFileSync(file, 'utf8'));
      expect([file, part && codeOf(part)]).toEqual([file, 'annotations']);
    }
    return undefined;
  });
});
