import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { htmlBlocks } from '../../../main/services/parse/html/html-blocks.ts';
import { parsePage } from '../../../main/services/parse/html/html-document.ts';
import { parseHtml } from '../../../main/services/parse/html/parse-html.ts';
import { describeBlocks, parseSource } from './parse-text.ts';

/** The blocks of a body as they are, before Readability has its say. */
const bodyBlocks = (html: string) =>
  htmlBlocks(parsePage(html).document.body).map(
    ({ kind, level, text }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}: ${text.replace(/\s+/g, ' ').trim()}`,
  );

const paragraph = 'The premiers spoke, for forty minutes, of the tunnel under the strait. '.repeat(
  4,
);

describe('T10 the blocks of a page', () => {
  test('T10 are the innermost block elements with a kind of their own', () => {
    const html = `
      <h1>A <em>date</em></h1>
      Loose text<p>One<p>Two
      <ul><li><p>first</p><p>again</p></li><li>second<ul><li>inner</li></ul>after</li></ul>
      <blockquote>Said <p>so</p><footer>cite</footer></blockquote>
      <figure><img alt="x"><figcaption>Kessy <b>Head</b></figcaption></figure>
      <table><caption>Cost</caption><tr><th>What<td><p>Share</p></tr></table>
      <dl><dt>term<dd>meaning</dl>
      <div>in <span>a</span> div<div>and <a href="#">another</a></div>tail</div>`;
    expect(bodyBlocks(html)).toEqual([
      'heading 1: A date',
      'paragraph: Loose text',
      'paragraph: One',
      'paragraph: Two',
      'list-item: first',
      'list-item: again',
      'list-item: second',
      'list-item: inner',
      'list-item: after',
      'quotation: Said',
      'quotation: so',
      'caption: Kessy Head',
      'caption: Cost',
      'table-cell: What',
      'table-cell: Share',
      'list-item: term',
      'list-item: meaning',
      'paragraph: in a div',
      'paragraph: and another',
      'paragraph: tail',
    ]);
  });

  test('T10 inline elements join without a space, and with the one that is there', () => {
    expect(
      bodyBlocks('<p>un<b>believ</b>able <i>H<sub>2</sub>O</i>,<span> so</span>\n it<wbr>is'),
    ).toEqual(['paragraph: unbelievable H2O, so itis']);
  });

  test('T10 pieces of a line that a style sheet keeps apart do not run together', () => {
    expect(
      bodyBlocks(
        '<div><span>By Jane Roe</span><span>HNA News, Hesk</span></div>' +
          '<div><a href="#"><b>Jane Roe</b></a><time>Tue 5 Mar 2024</time><time>Updated</time></div>' +
          '<p><span>The sea rose.</span><span>Nobody was hurt</span><span>HNA</span><span>Hesk</span></p>' +
          '<p><span>T</span><span>HE SEA</span>, <span>Mc</span>Donald, <b>Hesk</b><i>Sea</i>, ' +
          '<span>sea</span><span>side</span>, <span>Hesk</span>Sea, i<span>Phone</span></p>',
      ),
    ).toEqual([
      'paragraph: By Jane Roe HNA News, Hesk',
      'paragraph: Jane Roe Tue 5 Mar 2024 Updated',
      'paragraph: The sea rose. Nobody was hurt HNA Hesk',
      'paragraph: THE SEA, McDonald, HeskSea, seaside, HeskSea, iPhone',
    ]);
  });

  test('T10 one br is a space, two end a paragraph', () => {
    expect(bodyBlocks('<div>One<br>two<br> <br>three<br><br><br/>four</div>')).toEqual([
      'paragraph: One two',
      'paragraph: three',
      'paragraph: four',
    ]);
  });

  test('T10 a blank line ends a paragraph in pre only', () => {
    expect(bodyBlocks('<pre>One\ntwo\n \nthree</pre><p>four\n\nfive')).toEqual([
      'paragraph: One two',
      'paragraph: three',
      'paragraph: four five',
    ]);
  });

  test('T10 a q gets its quotation marks', () => {
    expect(bodyBlocks('<p>She said <q>he said <q>no</q></q>.')).toEqual([
      'paragraph: She said “he said ‘no’”.',
    ]);
  });

  test('T10 cells that lay a page out make paragraphs', () => {
    const cell = '<td><p>One</p><p>Two</p></td>';
    const table = '<table role="presentation"><tr><td>Three</table>';
    expect(bodyBlocks(`<table><tr>${cell}<td><h2>Head</h2>text</table>${table}`)).toEqual([
      'paragraph: One',
      'paragraph: Two',
      'heading 2: Head',
      'paragraph: text',
      'paragraph: Three',
    ]);
  });

  test('T10 what is not shown is no text', () => {
    const html = `<p>Seen</p><script>a()</script><style>b{}</style><noscript>c</noscript><template>d</template>
      <nav>e</nav><aside>f</aside><footer>g</footer><p hidden>h</p><p style="color:red; display: none">i</p>
      <p aria-hidden="true">j</p><button>k</button><select><option>l</select><textarea>m</textarea><svg><text>n</text></svg>
      <!-- o --><p>漢<ruby>字<rp>(</rp><rt>じ</rt></ruby></p>`;
    expect(bodyBlocks(html)).toEqual(['paragraph: Seen', 'paragraph: 漢字']);
  });

  test.each([
    ['a part of a page', 'One<p>two', ['One', 'two']],
    ['a page without body', '<html><head><title>T</title></head><p>one</html>', ['one']],
    ['a page without head', '<!doctype html><title>T</title><p>one', ['one']],
    ['text around the body', '<p>a<body><p>b</body><p>c', ['a', 'b', 'c']],
    ['two bodies', '<html><body><p>a</body><body><p>b</body></html>', ['a', 'b']],
    ['XHTML', '<?xml version="1.0"?><html><head/><body><p>a</p></body></html>', ['a']],
  ])('T10 reads %s', (_name, html, texts) => {
    expect(bodyBlocks(html)).toEqual(texts.map((text) => `paragraph: ${text}`));
  });
});

describe('T7 T10 an article of a page', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

  test('T10 is its main text, without the page around it', () => {
    const article = parseSource(
      'a.html',
      page(
        '<title>A date for the tunnel</title>',
        `<nav><ul><li><a href="/">Home</a></ul></nav><article><h1>A date for the tunnel</h1><p>${paragraph}</p>
        <p>${paragraph}</p><blockquote><p>“A date.”</p></blockquote></article><footer>© 2026</footer>`,
      ),
    );
    expect(describeBlocks(article)).toEqual([
      'heading 1: A date for the tunnel',
      `paragraph: ${paragraph.trim()}`,
      `paragraph: ${paragraph.trim()}`,
      'quotation: “A date.”',
    ]);
  });

  test('T7 the headline stands once, however the metadata spell it', () => {
    const article = parseSource(
      'a.html',
      page(
        '<meta property="og:title" content="&quot;A date&quot; for the tunnel | HNA">' +
          '<meta property="og:site_name" content="HNA">',
        `<div><p>Politics</p><h1>“A date” for the tunnel</h1><p>${paragraph}</p><p>${paragraph}</p></div>`,
      ),
    );
    expect(article.metadata.title).toBe('“A date” for the tunnel');
    expect(article.text.split('A date')).toHaveLength(2);
  });

  test('T10 a page with nothing in it is refused', () => {
    expect(parseHtml(page('<title>T</title>', '<nav>x</nav>'), 'a.html')).toBeNull();
  });

  test('T9 a page without a title is named after its file', () => {
    expect(parseSource('call.html', '<p>They spoke.').metadata.title).toBe('call');
  });

  test.each([
    ['nested blocks', '<div>x '.repeat(100_000)],
    ['nested inline elements', '<b>x '.repeat(100_000)],
    ['nested lists', '<ul><li>x '.repeat(20_000)],
    ['nested tables', '<table><tr><td>x '.repeat(20_000)],
    ['more elements than Readability can take', '<p>x</p>'.repeat(120_000)],
    ['one huge line', 'x '.repeat(500_000)],
    ['comments without end', `x${'<!-- '.repeat(200_000)}`],
    ['tags without end', `x${'<a '.repeat(200_000)}`],
    ['scripts without end', `x${'<script>'.repeat(200_000)}`],
  ])('T10 %s hang nothing, overflow nothing and lose no word', (_name, body) => {
    const article = parseSource('a.html', `<body>${body}`);
    expect(isCanonical(article)).toBe(true);
    const count = (text: string) => text.match(/x/g)?.length;
    expect(count(article.text)).toBe(count(body));
  });
});
