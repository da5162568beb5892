import { describe, expect, test } from 'vitest';
import { parseSource } from './parse-text.ts';

const metadata = (head: string, body = '', attributes = '') =>
  parseSource(
    'file.html',
    `<!doctype html><html ${attributes}><head>${head}</head><body>${body}<p>They spoke.</p></body></html>`,
  ).metadata;

const linked = (data: unknown) =>
  metadata(`<script type="application/ld+json">${JSON.stringify(data)}</script>`);

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'A date',
  author: { '@type': 'Person', name: 'Oskar Lindemar' },
  publisher: { '@type': 'Organization', name: 'Hesk News Agency' },
  datePublished: '2026-05-12T06:48:00+01:00',
  url: 'https://hna.example/a',
  inLanguage: 'en',
};

const expected = {
  title: 'A date',
  outlet: 'Hesk News Agency',
  byline: 'Oskar Lindemar',
  published: '2026-05-12T06:48:00+01:00',
  url: 'https://hna.example/a',
  language: 'en',
  updated: null,
  section: null,
};

describe('T12 linked data', () => {
  test.each<[string, unknown]>([
    ['an object', article],
    ['a list', [{ '@type': 'WebSite', name: 'Other' }, article]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] }],
    ['several types', { ...article, '@type': ['Article', 'https://schema.org/NewsArticle'] }],
    ['an author as a string', { ...article, author: 'By Oskar Lindemar' }],
    ['an author in a list', { ...article, author: [{ name: ['Oskar Lindemar'] }] }],
    [
      'an address in mainEntityOfPage',
      { ...article, url: undefined, mainEntityOfPage: { '@id': article.url } },
    ],
    ['a page around the article', { '@type': 'WebPage', mainEntity: article }],
    [
      'references',
      {
        '@graph': [
          { ...article, author: { '@id': '#o' }, publisher: { '@id': '#p' } },
          { '@type': 'Person', '@id': '#o', name: 'Oskar Lindemar' },
          { '@type': 'Organization', '@id': '#p', name: 'Hesk News Agency' },
        ],
      },
    ],
  ])('T12 are read from %s', (_name, data) => expect(linked(data)).toEqual(expected));

  test('T12 several authors make one byline, addresses none', () => {
    const author = [{ name: 'A. One' }, 'B. Two', { name: 'A. One' }, 'https://hna.example/c'];
    expect(linked({ ...article, author }).byline).toBe('A. One, B. Two');
  });

  test('T12 references of HTML in them are undone', () => {
    expect(
      linked({ ...article, headline: 'It&#039;s a &ldquo;date&rdquo; &amp; more &foo;' }).title,
    ).toBe("It's a “date” & more &foo;");
  });

  test('T12 those that are no JSON are passed over', () => {
    const broken = '<script type="application/ld+json">{"headline": "Broken",}</script>';
    const good = `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
    expect(metadata(broken).title).toBe('file');
    expect(metadata(broken + good)).toEqual(expected);
    expect(linked(null).title).toBe('file');
    expect(linked([[['x', 3, { '@type': 3 }]]]).title).toBe('file');
    const deep = `<script type="application/ld+json">${'['.repeat(50_000)}</script>`;
    expect(metadata(deep + good)).toEqual(expected);
  });

  test('T12 a headline that the page does not print gives way to a title that it does', () => {
    const script = `<script type="application/ld+json">${JSON.stringify({
      ...article,
      headline: 'tunnel between two coasts',
      name: 'Hesk tunnel',
    })}</script>`;
    expect(metadata(script, '<h1>Hesk tunnel</h1>').title).toBe('Hesk tunnel');
    expect(metadata(script).title).toBe('tunnel between two coasts');
  });
});

describe('T12 elements of the head', () => {
  test('T12 linked data come first, then OpenGraph, then the others', () => {
    const dc = meta('DC.title', 'DC') + meta('dc.creator', 'D. C.') + meta('dc.date', '2024');
    const og =
      '<meta property="og:title" content="OG"><meta property="article:author" content="O. G.">' +
      '<meta property="article:published_time" content="2025">';
    const script = `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
    expect(metadata(dc)).toMatchObject({ title: 'DC', byline: 'D. C.', published: '2024' });
    expect(metadata(dc + og)).toMatchObject({ title: 'OG', byline: 'O. G.', published: '2025' });
    expect(metadata(dc + og + script)).toMatchObject({ title: 'A date', byline: 'Oskar Lindemar' });
  });

  test('T12 field by field: what linked data leave out is looked for further on', () => {
    const data = { '@type': 'Article', headline: 'A date' };
    const head =
      `<script type="application/ld+json">${JSON.stringify(data)}</script>` +
      '<meta property="article:author" content="https://facebook.example/x">' +
      meta('author', 'By Clemency Hartog') +
      meta('og:site_name', 'The Observer');
    expect(metadata(head)).toMatchObject({
      title: 'A date',
      byline: 'Clemency Hartog',
      outlet: 'The Observer',
    });
  });

  test('T12 only http and https addresses that are whole are stated', () => {
    const canonical = (href: string) => metadata(`<link rel="canonical" href="${href}">`).url;
    expect(canonical('https://a.example/b')).toBe('https://a.example/b');
    expect(canonical('/b')).toBeNull();
    expect(canonical('javascript:alert(1)')).toBeNull();
    expect(canonical('file:///a.html')).toBeNull();
    expect(
      metadata(`<link rel="canonical" href="/b">${meta('og:url', 'http://a.example/b')}`).url,
    ).toBe('http://a.example/b');
  });

  test('T12 the address of a saved page is in a comment of it', () => {
    const saved = '<!-- saved from url=(0019)https://a.example/b -->';
    expect(parseSource('a.html', `<!doctype html>${saved}<html><p>They spoke.`).metadata.url).toBe(
      'https://a.example/b',
    );
  });

  test('T12 the language is the page’s, in BCP 47’s spelling', () => {
    expect(metadata('', '', 'lang="pt_br"').language).toBe('pt-BR');
    expect(metadata('', '', 'lang="english"').language).toBeNull();
    expect(metadata(meta('og:locale', 'fr_FR'), '', 'lang="fr"').language).toBe('fr');
    expect(metadata(meta('og:locale', 'fr_FR')).language).toBe('fr-FR');
  });

  test('T12 a title loses the outlet’s name, and nothing else', () => {
    const title = (text: string) =>
      metadata(meta('og:title', text) + meta('og:site_name', 'HNA')).title;
    expect(title('A date | HNA')).toBe('A date');
    expect(title('A date – HNA')).toBe('A date');
    expect(title('A date - agreed')).toBe('A date - agreed');
    expect(title('HNA')).toBe('HNA');
  });

  test('T12 the one time of an article is its date, several are none', () => {
    const time = (date: string) => `<time datetime="${date}">then</time>`;
    const of = (times: string) => metadata('', `<article><p>By ${times}</p></article>`).published;
    expect(of(time('2026-05-12') + time('2026-05-12'))).toBe('2026-05-12');
    expect(of(time('2026-05-12') + time('2026-05-13'))).toBeNull();
    expect(of(time('2026-05-12') + time('2026-05-13').replace('<time', '<time pubdate'))).toBe(
      '2026-05-13',
    );
    expect(metadata('', `<aside>${time('2026-05-12')}</aside>`).published).toBeNull();
  });

  test('T12 names are cut to what a record may hold', () => {
    expect(metadata(meta('og:title', 'word '.repeat(1_000))).title.length).toBeLessThanOrEqual(
      1_000,
    );
  });
});
