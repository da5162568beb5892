import { describe, expect, test } from 'vitest';
import { fillFromText } from '../../../app/article/text-metadata.ts';
import { parseSource } from './parse-text.ts';

const first = `The harbour master of Hesk said on Monday that the ferry would not sail before its hull had been looked at by
  divers, which could take until the end of the month.`;
const paragraphs = `<p>${first}</p><p>${first}</p><p>${first}</p>`;
const read = (head: string, body = paragraphs) =>
  parseSource(
    'a.html',
    `<!doctype html><html><head><title>Ferry aground off Hesk</title>${head}</head><body>${body}</body></html>`,
  );
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const linked = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry aground off Hesk', ...(data as object) })}</script>`;
const filled = (body: string) =>
  fillFromText(read('', body), { fileName: null, modifiedAt: null }).metadata;

describe('T12 names as pages state them', () => {
  test.each([
    [meta('sailthru.author', 'Jane Roe|John Poe'), 'Jane Roe, John Poe'],
    [
      meta('DC.creator', 'Roe, Jane') + meta('DC.creator', 'van der Poe, John'),
      'Jane Roe, John van der Poe',
    ],
    [meta('DC.creator', 'Jane Roe, John Poe'), 'Jane Roe, John Poe'],
    [meta('author', 'Jane Roe, John Poe'), 'Jane Roe, John Poe'],
    [
      linked({
        author: [{ name: ['Jane Roe', 'John Poe'] }, { name: 'JANE ROE' }, { name: 'admin' }],
      }),
      'Jane Roe, John Poe',
    ],
    [linked({ author: 'admin' }) + meta('author', 'Jane Roe'), 'Jane Roe'],
    [meta('author', 'Webmaster'), null],
    [meta('author', 'null'), null],
  ])('T12 %s is %s', (head, byline) => expect(read(head).metadata.byline).toBe(byline));
});

describe('T12 dates as programs state them', () => {
  test('T12 seconds and milliseconds since 1970 are moments, nought is none', () => {
    const published = (datePublished: unknown) =>
      read(linked({ datePublished })).metadata.published;
    expect(published(1_709_625_600_000)).toBe('2024-03-05T08:00:00Z');
    expect(published('1709625600')).toBe('2024-03-05T08:00:00Z');
    expect(published(0)).toBeNull();
    expect(published('1970-01-01T00:00:00Z')).toBeNull();
    expect(published('1970-01-01T01:00:00+01:00')).toBeNull();
    expect(published('1970-01-01')).toBe('1970-01-01');
    expect(published('20240305')).toBe('2024-03-05');
    expect(published('9999999999999')).toBeNull();
    expect(published('2024-03-05 08:00:00 EST')).toBe('2024-03-05T08:00:00-05:00');
  });
});

describe('T10 T12 the line that names the authors', () => {
  test('T12 names, outlet and place that a style sheet keeps apart', () => {
    const body = `<article><h1>Ferry aground off Hesk</h1><div><span>By Jane Roe</span><span>BBC News, Hesk</span></div>${paragraphs}</article>`;
    expect(filled(body)).toMatchObject({ byline: 'Jane Roe', outlet: 'BBC News' });
  });

  test('T10 no author is taken out of the middle of it', () => {
    const line = `<a rel="author" href="/j">Jane Roe</a> and <a rel="author" href="/p">John Poe</a><time datetime="2026-05-12">Tue 12
      May 2026</time>`;
    const article = read('', `<main><h1>Ferry aground off Hesk</h1>${line}${paragraphs}</main>`);
    expect(article.metadata.byline).toBe('Jane Roe, John Poe');
    expect(article.text).toContain('\nJane Roe and John Poe Tue 12 May 2026\n');
  });

  test('T12 Chinese lines name outlet and author behind labels, the report its reporter', () => {
    const text =
      '港务局长周一表示，在潜水员检查船体之前，渡轮不会起航，检查可能持续到月底。'.repeat(4);
    const body = (line: string, start = '') =>
      `<div><h1>赫斯克渡轮搁浅</h1><div>${line}</div><p>${start}${text}</p><p>${text}</p></div>`;
    expect(
      filled(body('2026年05月12日 08:30  来源：新华网  作者：王小明', '新华社赫斯克5月12日电')),
    ).toMatchObject({
      outlet: '新华网',
      byline: '王小明',
      published: '2026-05-12T08:30',
    });
    expect(
      filled(body('2026-05-12 08:30', '新华社赫斯克5月12日电（记者王小明、李四）')),
    ).toMatchObject({
      outlet: '新华社',
      byline: '王小明, 李四',
    });
    expect(filled(body('责任编辑：李四')).byline).toBeNull();
  });
});
