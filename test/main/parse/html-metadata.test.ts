import { describe, expect, test } from 'vitest';
import type { MetadataProvenance } from '../../../app/record/records.ts';
import { parseLinkedData } from '../../../main/services/parse/html/parse-linked-data.ts';
import { parseSource } from './parse-text.ts';

const page = (head: string, body = '') =>
  parseSource(
    'file.html',
    `<!doctype html><html><head>${head}</head><body>${body}<p>They spoke.</p></body></html>`,
  );

const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
const linked = (data: unknown) => script(JSON.stringify(data));
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const provenance = (head: string, body = ''): MetadataProvenance => page(head, body).provenance;

describe('T12 where a fact was found', () => {
  test('T12 a fact of each vocabulary names it', () => {
    const data = { '@type': 'NewsArticle', headline: 'A date', datePublished: '2026-05-12' };
    const head =
      `<title>A date</title>${linked(data)}` +
      meta('og:site_name', 'HNA') +
      meta('dc.creator', 'Clemency Hartog') +
      meta('section', 'World');
    const article = page(head, '<time itemprop="dateModified" datetime="2026-05-13">later</time>');
    expect(article.metadata).toEqual({
      title: 'A date',
      outlet: 'HNA',
      byline: 'Clemency Hartog',
      published: '2026-05-12',
      updated: '2026-05-13',
      url: null,
      language: null,
      section: 'World',
    });
    expect(article.provenance).toEqual({
      title: { source: 'linked-data', confidence: 'stated' },
      outlet: { source: 'open-graph', confidence: 'stated' },
      byline: { source: 'dublin-core', confidence: 'stated' },
      published: { source: 'linked-data', confidence: 'stated' },
      updated: { source: 'microdata', confidence: 'stated' },
      section: { source: 'meta', confidence: 'stated' },
    });
  });

  test('T12 what is read out of the page’s making is likely, not stated', () => {
    const author = '<p>By <a rel="author" href="/o">Oskar Lindemar</a></p>';
    const time = '<article><time datetime="2026-05-12">then</time></article>';
    expect(provenance('', author + time)).toMatchObject({
      byline: { source: 'page', confidence: 'likely' },
      published: { source: 'page', confidence: 'likely' },
    });
    expect(provenance(meta('date', '2026-05-12')).published).toEqual({
      source: 'meta',
      confidence: 'likely',
    });
  });

  test('T12 a title that readers do not see is likely, a heading’s is, and a file’s name is guessed', () => {
    expect(provenance(meta('og:title', 'A date')).title).toEqual({
      source: 'open-graph',
      confidence: 'likely',
    });
    expect(provenance('<title>A date - HNA</title>', '<h1>A date</h1>').title).toEqual({
      source: 'heading',
      confidence: 'likely',
    });
    expect(provenance('').title).toEqual({ source: 'file-name', confidence: 'guessed' });
  });
});

describe('T12 the order of trust', () => {
  test('T12 linked data, OpenGraph, Dublin Core, other meta elements, microdata, the page', () => {
    const published = [
      linked({ '@type': 'Article', datePublished: '2021-01-01' }),
      '<meta property="article:published_time" content="2022-01-01">',
      meta('dcterms.issued', '2023-01-01'),
      meta('pubdate', '2024-01-01'),
      '<meta itemprop="datePublished" content="2025-01-01">',
    ];
    const body = '<article><time datetime="2026-01-01">then</time></article>';
    const sources: unknown[] = [];
    for (let left = 0; left <= published.length; left += 1) {
      const article = page(published.slice(left).join(''), body);
      expect(article.metadata.published).toBe(`202${left + 1}-01-01`);
      sources.push(article.provenance.published?.source);
    }
    expect(sources).toEqual([
      'linked-data',
      'open-graph',
      'dublin-core',
      'meta',
      'microdata',
      'page',
    ]);
  });

  test('T12 a date trusted less may add the hour to the same day, not another day', () => {
    const day = meta('pubdate', '2026-05-12');
    const item = (date: string) => `<meta itemprop="datePublished" content="${date}">`;
    const exact = page(day + item('2026-05-12T06:48:00+01:00'));
    expect(exact.metadata.published).toBe('2026-05-12T06:48:00+01:00');
    expect(exact.provenance.published?.source).toBe('microdata');
    expect(page(day + item('2026-05-13T06:48Z')).metadata.published).toBe('2026-05-12');
  });

  test('T12 the precision and the zone stay as they are stated', () => {
    const published = (date: string) => page(meta('pubdate', date)).metadata.published;
    expect(published('2026-05')).toBe('2026-05');
    expect(published('2026-05-12T06:48')).toBe('2026-05-12T06:48');
    expect(published('2026-05-12T06:48:00-05:30')).toBe('2026-05-12T06:48:00-05:30');
    expect(published('05/06/2026')).toBeNull();
  });
});

describe('T12 linked data as sites write them', () => {
  const facts = '"@type":"NewsArticle","headline":"A date","datePublished":"2026-05-12"';

  test.each([
    ['a comma too many', `{${facts},}`],
    ['a line break in a string', `{${facts},"description":"one\ntwo\tthree"}`],
    ['quotation marks in a string', `{"description":"He said "no" today",${facts}}`],
    ['a comment around it', `/*<![CDATA[*/{${facts},}/*]]>*/`],
    ['a comment in it', `{/* ours */${facts}}`],
    ['two objects in a row', `{"@type":"WebSite"}\n{${facts}}`],
    ['a semicolon behind it', `{${facts}};`],
    ['an end that is missing', `{${facts},"author":{"name":"Oskar"`],
  ])('T12 %s is put right, and what it says is likely', (_name, json) => {
    const article = page(`<title>A date</title>${script(json)}`);
    expect(article.metadata).toMatchObject({ title: 'A date', published: '2026-05-12' });
    expect(article.provenance.published).toEqual({ source: 'linked-data', confidence: 'likely' });
  });

  test('T12 what is no JSON at all is passed over, and long mistakes cost nothing', () => {
    const scripts = ['function () { return 1 }', '', '<p>x</p>', `{"a":${'"x '.repeat(100_000)}`];
    expect(parseLinkedData(scripts)).toEqual({ values: [], repaired: false });
    expect(parseLinkedData([`{"a":${'['.repeat(90_000)}`]).values).toEqual([]);
  });

  test('T12 of several articles the one counts whose headline is printed', () => {
    const teaser = { '@type': 'NewsArticle', headline: 'Another', datePublished: '2020' };
    const own = { '@type': 'NewsArticle', headline: 'A date', datePublished: '2026' };
    const { metadata } = page(linked([teaser, own]), '<h1>A date</h1>');
    expect(metadata).toMatchObject({ title: 'A date', published: '2026' });
  });

  test('T12 several bylines, updated, section and names in parts', () => {
    const data = {
      '@type': ['ReportageNewsArticle'],
      headline: 'A date',
      author: { '@list': [{ givenName: 'Oskar', familyName: 'Lindemar' }, { name: 'C. Hartog' }] },
      dateModified: '2026-05-13T10:00Z',
      articleSection: ['World', 'Tunnels'],
    };
    expect(page(linked(data)).metadata).toMatchObject({
      byline: 'Oskar Lindemar, C. Hartog',
      updated: '2026-05-13T10:00Z',
      section: 'World',
    });
  });

  test('T12 the page’s own node is likely to tell of the article where no node is the article', () => {
    const data = [
      { '@type': 'WebPage', datePublished: '2026-05-12', author: { name: 'Oskar Lindemar' } },
      { '@type': 'WebSite', name: 'HNA' },
    ];
    const { metadata, provenance: where } = page(linked(data));
    expect(metadata).toMatchObject({
      published: '2026-05-12',
      byline: 'Oskar Lindemar',
      outlet: 'HNA',
    });
    expect(where.published).toEqual({ source: 'linked-data', confidence: 'likely' });
  });
});

describe('T12 microdata', () => {
  const item = (type: string, content: string) =>
    `<div itemscope itemtype="https://schema.org/${type}">${content}</div>`;
  const author = (name: string) => `<span itemprop="author"><b itemprop="name">${name}</b></span>`;

  test('T12 comments and other articles have authors and dates of their own', () => {
    const own = item(
      'NewsArticle',
      `<h1 itemprop="headline">A date</h1>${author('Oskar Lindemar')}
       <time itemprop="datePublished" datetime="2026-05-12">then</time>
       <span itemprop="articleSection">World</span>
       ${item('Comment', `${author('A reader')}<time itemprop="datePublished" datetime="2027">x</time>`)}`,
    );
    const other = item(
      'NewsArticle',
      `${author('Another')}<meta itemprop="datePublished" content="2020">`,
    );
    expect(page('', other + own).metadata).toMatchObject({
      byline: 'Oskar Lindemar',
      published: '2026-05-12',
      section: 'World',
    });
  });
});

describe('T12 names', () => {
  test('T12 an outlet behind the headline in the window’s title goes with the address', () => {
    const outlet = (name: string, host: string) =>
      page(
        `<title>A date - ${name}</title>${meta('og:title', 'A date')}` +
          `<link rel="canonical" href="https://${host}/a">`,
      ).metadata.outlet;
    expect(outlet('The Hesk Observer', 'www.heskobserver.example')).toBe('The Hesk Observer');
    expect(outlet('The Hesk Observer', 'hobserver.example')).toBe('The Hesk Observer');
    expect(outlet('the tunnel', 'www.heskobserver.example')).toBeNull();
    expect(outlet('Politics', 'www.heskobserver.example')).toBeNull();
  });

  test('T12 authors filed by family name are turned round', () => {
    const head = meta('citation_author', 'Lindemar, Oskar') + meta('citation_author', 'C. Hartog');
    expect(page(head).metadata.byline).toBe('Oskar Lindemar, C. Hartog');
  });

  test('T12 links to authors’ pages in the line that names them are likely names, others are none', () => {
    const line = `<p class="byline">by <a href="/author/oskar">Oskar Lindemar</a>, <a href="/authors/c">C. Hartog</a>
      <span>12 May 2026</span> <a href="#comments">651</a></p>`;
    const article = page('', line);
    expect(article.metadata.byline).toBe('Oskar Lindemar, C. Hartog');
    expect(article.provenance.byline).toEqual({ source: 'page', confidence: 'likely' });
    expect(
      page('', '<p class="teaser"><a href="/author/x">Another</a></p>').metadata.byline,
    ).toBeNull();
    expect(page('', `<aside>${line}</aside>`).metadata.byline).toBeNull();
  });

  test('T12 a path is no section', () => {
    expect(page(meta('section', '/world/europe')).metadata.section).toBeNull();
  });
});
