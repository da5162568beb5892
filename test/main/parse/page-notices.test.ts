import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../main/services/parse/html/parse-html.ts';
import { describeBlocks, parseSource } from './parse-text.ts';

const notice = `We and our 713 partners store and read information on your device, such as cookies, to show you content and adverts
  made for you. You may accept, refuse or manage your choices, including your right to object to legitimate interest.`;
const item = `The harbour master of Hesk said on Monday that the ferry would not sail before its hull had been looked at by divers.`;
const headline = 'Ferry aground off Hesk';
const words = (text: string) => text.replace(/\s+/g, ' ');
const article = (...paragraphs: string[]) =>
  `<article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;

const read = (body: string) =>
  parseSource(
    'a.html',
    `<!doctype html><html><head><title>${headline} - HNA</title></head><body>${body}</body></html>`,
  );

describe('T10 a notice about cookies is never the article', () => {
  test.each([
    ['an id', `<div id="gdpr-consent"><p>${notice}</p><button>Accept</button></div>`],
    ['a class', `<div class="site-cookie-banner open"><div><p>${notice}</p></div></div>`],
    ['its maker’s id', `<div id="onetrust-consent-sdk"><h2>Privacy</h2><p>${notice}</p></div>`],
    ['a role', `<div role="dialog" class="x1"><p>${notice}</p><p>${notice}</p></div>`],
    ['nothing but its words', `<div class="x1"><p>${notice}</p><p>${notice}</p></div>`],
  ])('T10 marked by %s, before a short article', (_name, banner) => {
    const expected = [`heading 1: ${headline}`, `paragraph: ${item}`];
    for (const body of [
      banner + article(item),
      article(item) + banner,
      `${banner}<main>${article(item)}</main>`,
    ]) {
      expect(describeBlocks(read(body))).toEqual(expected);
    }
    expect(describeBlocks(read(banner + article(item, item)))).toEqual([
      ...expected,
      `paragraph: ${item}`,
    ]);
  });

  test('T10 an article about cookies stays whole', () => {
    const about = `Cookies will need consent from next year, the parliament decided; partners of sites must accept a refusal.`;
    for (const attributes of [
      'class="post tag-cookie-consent"',
      'class="cookie-consent-given"',
      '',
    ]) {
      const body = `<div ${attributes}><h1>${headline}</h1><p>${about}</p><p>${item}</p><p>${about} ${item}</p></div>`;
      expect(read(body).text).toContain(about);
      expect(read(body).blocks).toHaveLength(4);
      expect(describeBlocks(read(article(about, item)))).toHaveLength(3);
    }
    const apart = `<h1>${headline}</h1><div class="story consent-ready"><p>${item}</p><p>${item} ${item}</p></div>`;
    expect(read(apart).blocks).toHaveLength(3);
  });

  test('T10 a page of nothing else is read, and a remark says so', () => {
    const page = read(`<div id="cookie-consent"><p>${notice}</p></div>`);
    expect(page.text).toContain(words(notice));
    expect(page.remarks).toEqual([expect.stringContaining('consent')]);
    expect(read(article(item)).remarks).toEqual([]);
  });
});

describe('T10 the article that holds the main heading', () => {
  test.each(['id="comments"', 'class="comments-section"', 'id="disqus_thread"'])(
    'T10 has no readers’ comments in it: %s',
    (attributes) => {
      const said = `I have sailed with that ferry, many times, and I say, as others do, that it was old, slow, and badly kept.`;
      const comments = `<section ${attributes}><h2>Comments</h2>${`<div class="comment"><p>${said} ${said}</p></div>`.repeat(20)}</section>`;
      for (const body of [
        article(item, item) + comments,
        `<main>${article(item, item)}${comments}</main>`,
        article(item, item).replace('</article>', `${comments}</article>`),
      ]) {
        const { text } = read(body);
        expect(text).toBe(`${headline}\n${item}\n${item}`);
      }
      // A page of nothing else is the comments'.
      expect(read(comments).text).toContain(said);
    },
  );

  test('T10 is taken where Readability takes something beside it', () => {
    const comment = `I have sailed with that ferry, many times, and I say, as others do, that it was old, slow, and badly kept.`;
    const comments = `<section id="replies-of-readers">${`<p>${comment}</p>`.repeat(2)}</section>`;
    const { text } = read(`<main>${article(item)}</main>${comments}`);
    expect(text).toContain(item);
  });
});

describe('T10 a page that the libraries fail at', () => {
  const page = `<!doctype html><html><head><title>${headline}</title></head><body>${article(item, item)}</body></html>`;
  const fail = () => {
    throw new RangeError('Maximum call stack size exceeded');
  };

  test('T10 is read whole if its main text cannot be found, and a remark says so', () => {
    const found = parseHtml(page, 'a.html', { extract: fail });
    expect(found?.text).toBe(`${headline}\n${item}\n${item}`);
    expect(found?.metadata.title).toBe(headline);
    expect(found?.remarks).toEqual([expect.stringContaining('whole page')]);
  });

  test('T10 is read whole if not even its elements can be read', () => {
    const found = parseHtml(page, 'a.html', { parse: fail });
    expect(found?.text).toBe(`${headline}\n${item}\n${item}`);
    expect(found?.metadata.title).toBe('a');
    expect(found?.remarks).toEqual([expect.stringContaining('whole page')]);
  });
});
