import { describe, expect, test } from 'vitest';
import { htmlBlocks } from '../../../main/services/parse/html/html-blocks.ts';
import { lightTree } from '../../../main/services/parse/html/light-tree.ts';
import { describeBlocks, parseSource } from './parse-text.ts';

const sentence =
  'The premiers spoke for forty minutes, of the tunnel under the strait, and of money. ';
const paragraph = (name: string) => `${name}. ${sentence.repeat(3).trim()}`;
const p = (name: string) => `<p>${paragraph(name)}</p>`;

/** The blocks of a page with what stands around an article everywhere; long paragraphs by their first word. */
const blocksOf = (main: string) =>
  describeBlocks(
    parseSource(
      'a.html',
      `<!doctype html><html><head><title>A date</title></head><body>
       <header><nav><a href="/">Home</a> <a href="/w">World</a></nav></header>
       <main>${main}</main><footer>© HNA</footer></body></html>`,
    ),
  ).map((block) => (block.includes(sentence.trim()) ? `${block.split('. ')[0]}…` : block));

describe('T10 the structure of an article', () => {
  test('T10 the posts of a live blog stay apart and in order', () => {
    const post = (at: string, body: string) =>
      `<article class="post"><time>${at}</time><h2>At ${at}</h2>${body}</article>`;
    expect(
      blocksOf(`<h1>A date</h1><div>${post('10:00', p('One'))}${post('09:00', p('Two'))}</div>`),
    ).toEqual([
      'heading 1: A date',
      'paragraph: 10:00',
      'heading 2: At 10:00',
      'paragraph: One…',
      'paragraph: 09:00',
      'heading 2: At 09:00',
      'paragraph: Two…',
    ]);
  });

  test('T10 paragraphs that only line breaks part are paragraphs', () => {
    const text = `${paragraph('One')}<br><br>${paragraph('Two')}<br />&nbsp;<br>${paragraph('Three')}`;
    expect(blocksOf(`<h1>A date</h1><div id="content">${text}</div>`)).toEqual([
      'heading 1: A date',
      'paragraph: One…',
      'paragraph: Two…',
      'paragraph: Three…',
    ]);
  });

  test('T10 captions and notes are told by their classes and roles, too; the way back to the text is no text', () => {
    const notes =
      '<section role="doc-endnotes"><ol><li id="fn1"><p>See the treaty.</p>' +
      '<p>It is long. <a href="#r1" role="doc-backlink">back</a></p></li></ol></section>';
    const picture = '<div><img src="a.png"><p class="wp-caption-text">The strait.</p></div>';
    expect(
      blocksOf(`<article><h1>A date</h1>${p('One')}${picture}${p('Two')}${notes}</article>`),
    ).toEqual([
      'heading 1: A date',
      'paragraph: One…',
      'caption: The strait.',
      'paragraph: Two…',
      'footnote: See the treaty.',
      'footnote: It is long.',
    ]);
  });

  test('T10 a pull quote that repeats the text is left out, a quotation of others stays', () => {
    const pulled = '<blockquote>“The premiers spoke for forty minutes, of the tunnel”</blockquote>';
    const quoted =
      '<blockquote>“There was never any talk of a tunnel under the strait.”</blockquote>';
    const short = '<blockquote>“The tunnel”</blockquote>';
    expect(
      blocksOf(
        `<article><h1>A date</h1>${p('One')}${pulled}${quoted}${short}${p('Two')}</article>`,
      ),
    ).toEqual([
      'heading 1: A date',
      'paragraph: One…',
      'quotation: “There was never any talk of a tunnel under the strait.”',
      'quotation: “The tunnel”',
      'paragraph: Two…',
    ]);
  });

  test('T10 what is said twice in quotations stays', () => {
    const quoted = '<blockquote>“There was never any talk of a tunnel.”</blockquote>';
    expect(blocksOf(`<article>${p('One')}${quoted}${p('Two')}${quoted}</article>`)).toEqual([
      'heading 1: A date',
      'paragraph: One…',
      'quotation: “There was never any talk of a tunnel.”',
      'paragraph: Two…',
      'quotation: “There was never any talk of a tunnel.”',
    ]);
  });

  test('T10 what a role says is beside the article is no text', () => {
    const page = `<p>They spoke.</p><div role="complementary">Elsewhere</div><ul role="navigation">
      <li>Home</ul><p role="presentation">Of money.</p>`;
    expect(htmlBlocks(lightTree(page)).map(({ text }) => text)).toEqual([
      'They spoke.',
      'Of money.',
    ]);
  });

  test('T10 an article behind a dialog that was open when the page was saved is text, decoration is not', () => {
    const dialog = '<div role="dialog"><p>We value your privacy.</p></div>';
    const mark = '<p aria-hidden="true">decoration</p>';
    const article = `<h1>A date</h1>${mark}${p('One')}${p('Two')}`;
    const blocks = ['heading 1: A date', 'paragraph: One…', 'paragraph: Two…'];
    expect(
      blocksOf(`<div aria-hidden="true"><article>${article}</article></div>${dialog}`),
    ).toEqual(blocks);
    expect(blocksOf(`<article>${article}</article>`)).toEqual(blocks);
  });

  test('T10 a hyphen that only says where a word may be broken is no letter', () => {
    expect(blocksOf('<p>the tun&shy;nel under\u00ad stood</p>')).toContain(
      'paragraph: the tunnel under stood',
    );
  });

  test('T10 T4 a no-break space beside a line break of the source is kept', () => {
    expect(blocksOf('<p>40&nbsp;\nminutes</p>')).toContain('paragraph: 40\u00a0 minutes');
  });
});

describe('T10 a page too large for a DOM', () => {
  test('T10 gives the blocks that it gives with one', () => {
    const html = `<h1>A &amp; B</h1>Loose<p hidden>h<p>One <b>two</b><ul><li><p>first</p></ul>
      <table><tr><td>a<td><p>b</p><p>c</p></table><aside>x</aside><aside role="doc-footnote">note</aside>
      <script>y</script><figure><figcaption>z</figcaption></figure>`;
    const draft = (kind: string, text: string) => expect.objectContaining({ kind, text });
    const found = htmlBlocks(lightTree(`<html><head><title>T</title></head><body>${html}</body>`));
    expect(found.map((one) => ({ ...one, text: one.text.trim() }))).toEqual([
      draft('heading', 'A & B'),
      draft('paragraph', 'Loose'),
      draft('paragraph', 'One two'),
      draft('list-item', 'first'),
      draft('table-cell', 'a'),
      draft('paragraph', 'b'),
      draft('paragraph', 'c'),
      draft('footnote', 'note'),
      draft('caption', 'z'),
    ]);
  });

  test('T10 T12 keeps what its head states', () => {
    const article = parseSource(
      'a.html',
      `<html lang="en"><head><title>A date - HNA</title><meta property="og:title" content="A date">
       </head><body><h1>A date</h1>${'<p>x</p>'.repeat(130_000)}</body></html>`,
    );
    expect(article.metadata).toMatchObject({ title: 'A date', language: 'en' });
    expect(article.blocks).toHaveLength(130_001);
  });
});
