import { describe, expect, test } from 'vitest';
import { describeBlocks, parseSource } from './parse-text.ts';

const first = `The harbour master of Hesk said on Monday that the ferry would not sail before its hull had been looked at by
  divers, which could take until the end of the month.`;
const second = `Two of the three lifeboats had been found, he added, and nobody was missing any more, although eleven passengers
  were still in hospital with broken bones.`;
const paragraphs = `<p>${first}</p><p>${second}</p><p>${first}</p>`;

const page = (head: string, body: string) =>
  parseSource(
    'saved.html',
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );

const og = (title: string) => `<meta property="og:title" content="${title}">`;
const linked = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** The title, what it is called in the text, and how often headings stand there. */
function headlineOf(head: string, body: string) {
  const article = page(head, body);
  const [heading] = describeBlocks(article);
  return { title: article.metadata.title, heading };
}

describe('T7 T12 the headline that a page prints', () => {
  const printed = 'The Ferry Has Run Aground off Hesk';

  test.each([
    ['a title in other words', `<title>Ferry Runs Aground off Hesk - Hesk Observer</title>`],
    [
      'OpenGraph in other words, as the window',
      `<title>Ferry Run Aground off Hesk</title>${og('Ferry Run Aground off Hesk')}`,
    ],
    [
      'OpenGraph in other words, not as the window',
      `<title>${printed} - Hesk Observer</title>${og('Ferry aground off Hesk')}`,
    ],
    ['no title at all', ''],
  ])('T7 T12 wins over %s, and stands first in the text', (_name, head) => {
    for (const body of [
      `<article><h1>${printed}</h1>${paragraphs}</article>`,
      `<article><header><p>Ferries</p><h1>${printed}</h1></header><div>${paragraphs}</div></article>`,
    ]) {
      const article = page(head, body);
      expect(article.metadata.title).toBe(printed);
      const headings = describeBlocks(article).filter((block) => block.startsWith('heading'));
      expect(headings).toEqual([`heading 1: ${printed}`]);
    }
  });

  test('T7 T12 is a shorter one than the title, without the outlet’s name', () => {
    expect(
      headlineOf(
        '<title>Ferry aground off Hesk - The Hesk Observer</title>',
        `<article><h1>Ferry aground</h1>${paragraphs}</article>`,
      ),
    ).toEqual({ title: 'Ferry aground', heading: 'heading 1: Ferry aground' });
  });

  test('T7 stands first even where the title says something else', () => {
    const body = `<article><h1>Divers look at the hull of Hesk’s ferry</h1>${paragraphs}</article>`;
    const article = page(`<title>Sea</title>${og('What we know so far of the accident')}`, body);
    expect(describeBlocks(article)[0]).toBe('heading 1: Divers look at the hull of Hesk’s ferry');
    expect(article.metadata.title).toBe('What we know so far of the accident');
    expect(article.provenance.title).toEqual({ source: 'open-graph', confidence: 'likely' });
    expect(article.text).not.toContain('What we know');
  });

  test('T12 wins over a window’s title that has nothing to do with it', () => {
    expect(headlineOf('<title>x</title>', `<h1>Ferry aground off Hesk</h1>${paragraphs}`)).toEqual({
      title: 'Ferry aground off Hesk',
      heading: 'heading 1: Ferry aground off Hesk',
    });
  });

  test('T12 an h1 with the outlet’s or the section’s name is none', () => {
    const head = `<title>Ferry aground off Hesk - The Hesk Observer</title>`;
    const wanted = {
      title: 'Ferry aground off Hesk',
      heading: 'heading 1: Ferry aground off Hesk',
    };
    for (const [top, headline] of [
      ['<header><h1>The Hesk Observer</h1></header>', '<h2>Ferry aground off Hesk</h2>'],
      ['<h1>The Hesk Observer</h1>', '<h1>Ferry aground off Hesk</h1>'],
      ['<nav><h1>Sea and weather today</h1></nav>', '<h2>Ferry aground off Hesk</h2>'],
      ['<main><h1>Sea</h1></main>', '<h2>Ferry aground off Hesk</h2>'],
    ]) {
      expect(headlineOf(head, `${top}<div>${headline}${paragraphs}</div>`)).toEqual(wanted);
    }
  });

  test('T12 a title keeps what is no outlet’s name where no heading says it', () => {
    const head = `${og('Hesk: a ferry, aground | Hesk Observer')}<meta property="og:site_name" content="Hesk Observer">`;
    expect(headlineOf(head, paragraphs)).toEqual({
      title: 'Hesk: a ferry, aground',
      heading: 'heading 1: Hesk: a ferry, aground',
    });
  });

  test('T7 T12 parts of a heading do not run together', () => {
    const h1 = '<h1><span>Live</span><span>Ferry aground</span><br>off Hesk</h1>';
    expect(headlineOf('', `<article>${h1}${paragraphs}</article>`)).toEqual({
      title: 'Live Ferry aground off Hesk',
      heading: 'heading 1: Live Ferry aground off Hesk',
    });
  });

  test('T7 T12 a kicker in the heading is no part of it, and stands before it', () => {
    for (const h1 of [
      '<h1><span class="k">Sea</span><span>Ferry aground off Hesk</span></h1>',
      '<h1><span class="k">Sea</span> Ferry aground off Hesk</h1>',
    ]) {
      for (const body of [
        `<article>${h1}${paragraphs}</article>`,
        `<header>${h1}</header>${paragraphs}`,
      ]) {
        const article = page(og('Ferry aground off Hesk'), body);
        expect(article.metadata.title).toBe('Ferry aground off Hesk');
        expect(describeBlocks(article).slice(0, 2)).toEqual([
          'paragraph: Sea',
          'heading 1: Ferry aground off Hesk',
        ]);
        expect(article.blocks).toHaveLength(5);
      }
    }
  });

  test('T7 T10 the standfirst beside it stays, a byline and a menu do not', () => {
    const standfirst =
      'Nobody is missing any more, but the ferry will not sail before the end of the month.';
    const article = page(
      '<title>Ferry aground off Hesk - Hesk Observer</title>',
      `<div><header><h1>Ferry aground off Hesk</h1><p class="standfirst">${standfirst}</p><p class="byline">By
       <a href="/j">Jane Roe</a></p><ul><li><a href="/">Share</a></li></ul></header><div>${paragraphs}</div></div>`,
    );
    expect(describeBlocks(article).slice(0, 2)).toEqual([
      'heading 1: Ferry aground off Hesk',
      `paragraph: ${standfirst}`,
    ]);
    expect(article.text.split(standfirst)).toHaveLength(2);
    expect(article.text).not.toContain('Share');
  });

  test('T7 T12 Chinese headlines, too', () => {
    const text =
      '港务局长周一表示，在潜水员检查船体之前，渡轮不会起航，检查可能持续到月底。'.repeat(4);
    const body = `<div><h1>赫斯克渡轮搁浅</h1><p>${text}</p><p>${text}</p></div>`;
    expect(headlineOf('<title>赫斯克渡轮搁浅_海运_赫斯克网</title>', body)).toEqual({
      title: '赫斯克渡轮搁浅',
      heading: 'heading 1: 赫斯克渡轮搁浅',
    });
  });
});

describe('T12 linked data of another story', () => {
  const body = `<article><h1>Ferry aground off Hesk</h1>${paragraphs}</article>`;
  const window = '<title>Ferry aground off Hesk - Hesk Observer</title>';
  const other = {
    '@type': 'NewsArticle',
    headline: 'Mayor opens a library in Kessy',
    author: { name: 'Another Writer' },
    datePublished: '2019-01-01',
  };

  test('T12 are none of this page’s', () => {
    const article = page(window + linked(other), body);
    expect(article.metadata).toMatchObject({
      title: 'Ferry aground off Hesk',
      byline: null,
      published: null,
    });
    expect(article.text).not.toContain('library');
  });

  test('T12 count if their address is the page’s, but for the title', () => {
    const canonical = '<link rel="canonical" href="https://hesk.example/sea/ferry">';
    const own = { ...other, mainEntityOfPage: { '@id': 'https://www.hesk.example/sea/ferry/' } };
    expect(page(window + canonical + linked(own), body).metadata).toMatchObject({
      title: 'Ferry aground off Hesk',
      byline: 'Another Writer',
      published: '2019-01-01',
    });
    const elsewhere = { ...other, url: 'https://hesk.example/kessy/library' };
    expect(page(window + canonical + linked(elsewhere), body).metadata.byline).toBeNull();
  });

  test('T12 count if the headline is the page’s in about the same words', () => {
    const own = { ...other, headline: 'A ferry has run aground off Hesk' };
    expect(page(window + linked(own), body).metadata).toMatchObject({
      title: 'Ferry aground off Hesk',
      byline: 'Another Writer',
    });
  });

  test('T12 tags in a headline are none of its words', () => {
    const own = { ...other, headline: 'Ferry &amp; barge <em>aground</em> off Hesk<br/>today' };
    expect(page(linked(own), paragraphs).metadata.title).toBe(
      'Ferry & barge aground off Hesk today',
    );
    expect(page(og('A &lt;i&gt;ferry&lt;/i&gt; aground'), paragraphs).metadata.title).toBe(
      'A ferry aground',
    );
    expect(page(og('Is 3 &lt; 5 and 7 &gt; 6?'), paragraphs).metadata.title).toBe(
      'Is 3 < 5 and 7 > 6?',
    );
  });

  test('T12 microdata of another story are none either', () => {
    const item = `<div itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Mayor opens a library in
      Kessy</h3><span itemprop="author">Another Writer</span><meta itemprop="datePublished" content="2019-01-01"></div>`;
    expect(page(window, body + item).metadata).toMatchObject({ byline: null, published: null });
  });
});
