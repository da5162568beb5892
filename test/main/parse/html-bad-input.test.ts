import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { parseHtml } from '../../../main/services/parse/html/parse-html.ts';
import { parseSource } from './parse-text.ts';

const sentence = 'The premiers spoke for forty minutes, of the tunnel under the strait. ';

// A timeout is the bound here: work that grows with the square of any of these would take minutes.
describe('T10 a page of very many things hangs nothing and loses no word', () => {
  test.each([
    ['paragraphs', '<p>x</p>'.repeat(1_000_000)],
    ['open paragraphs', '<p>x'.repeat(300_000)],
    ['line breaks', 'x<br>'.repeat(300_000)],
    ['character references', 'x&amp;'.repeat(300_000)],
    ['angle brackets', 'x < '.repeat(300_000)],
    ['comments', 'x <!-- y -->'.repeat(300_000)],
    ['spaces', `x${' '.repeat(5_000_000)}x`],
    ['line feeds', `<p>x${' \n'.repeat(2_000_000)}x`],
    ['lines of 20 MB', `<div>${`x ${sentence}<br><br>`.repeat(250_000)}</div>`],
    ['names of a class', `<p class="${'c '.repeat(1_000_000)}">x</p>`],
    ['dashes in a title', `<title>${'a - '.repeat(300_000)}</title><p>x</p>`],
    [
      'broken linked data',
      `${'<script type="application/ld+json">{"a":"b"c",}</script>'.repeat(40_000)}x`,
    ],
    ['authors', `x ${'<b itemprop="author">y</b>'.repeat(40_000)}`],
    ['quotations', `${`<p>x ${sentence}</p><blockquote>z</blockquote>`.repeat(20_000)}`],
  ])(
    'T10 %s',
    (_name, body) => {
      const article = parseSource('a.html', `<body>${body}`);
      expect(isCanonical(article)).toBe(true);
      const count = (text: string) => text.match(/\bx\b/g)?.length;
      expect(count(article.text)).toBe(count(body));
    },
    60_000,
  );
});

describe('T10 a page with text outside of its body', () => {
  // Readability threw for text outside of a body.
  test.each([
    ['paragraphs', `<html><head><title>T</title><p>x ${sentence.repeat(8)}</p></head></html>`],
    ['loose text', `<html><head>x ${sentence.repeat(8)}</head><body></body></html>`],
    ['all of a page', `<head><title>T</title><div><p>x ${sentence.repeat(8)}</p></div></head>`],
    [
      'text behind its end',
      `<html><head></head><body></body></html><a><p>x ${sentence.repeat(8)}</p>`,
    ],
    ['two heads', `<head></head><p>x ${sentence}</p><head><p>${sentence.repeat(8)}</p></head>`],
  ])('T10 %s', (_name, source) => expect(parseSource('a.html', source).text).toMatch(/\bx\b/));

  test('T10 a head ends where a browser ends it; what stands in it before is no text', () => {
    const article = parseSource(
      'a.html',
      '<head><meta name="a"><title>T</title><p>x</p><b>y</b></head>z',
    );
    expect(article.text).toBe('T\nx\nyz');
  });
});

const page = `<!doctype html><html lang="en"><head><title>A date for the tunnel - HNA</title>
<meta property="og:title" content="A date for the tunnel"><meta name="author" content="Oskar Lindemar">
<link rel="canonical" href="https://hna.example/a"><base href="/b">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"A date for the tunnel","author":[{"@id":"#o"}],"datePublished":"2026-05-12T06:48:00+01:00"},
{"@type":"Person","@id":"#o","name":"Oskar Lindemar"}]}</script></head>
<body class="a b"><nav><ul><li><a href="/">Home</a></ul></nav>
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">A date for the tunnel</h1>
<p class="byline">By <a rel="author" href="/o">Oskar Lindemar</a> <time datetime="2026-05-12">May 12</time></p>
<p>${sentence.repeat(4)}</p><blockquote><p>“${sentence}”</p></blockquote><br><br>${sentence}
<ul><li>one<li>two</ul><table><caption>Cost</caption><tr><th>Year<td>2026</table>
<figure><img src="a.png" alt="x"><figcaption>Kessy Head</figcaption></figure><pre>a\n\nb</pre>
<p>${sentence.repeat(4)}</p><svg><text>n</text></svg><template>t</template></article>
<aside>Related</aside><footer>© HNA</footer></body></html>`;

const fragments = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype',
  '"',
  "'",
  '&',
  '&#x0;',
  '&#55296;',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '<a href=x>',
  '</a>',
  '<b>',
  '</b>',
  '<br>',
  '<script>',
  '</script>',
  '<style>',
  '<title>',
  '</title>',
  '<body>',
  '</body>',
  '</html>',
  '<html>',
  '<head>',
  '</head>',
  '<svg>',
  '</svg>',
  '<math>',
  '<template>',
  '<noscript>',
  '<textarea>',
  '<select>',
  '<option>',
  '<frameset>',
  '<plaintext>',
  '<iframe>',
  '<object>',
  '<q>',
  '</q>',
  '<h1>',
  '</h1>',
  '<article>',
  '</article>',
  '<meta name=date content=2>',
  '<time datetime=2026>',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u2028',
  '{',
  '}',
  '[',
  ',',
  '\\',
  ' itemprop=author ',
  ' style="display:none" ',
  ' hidden ',
  ' class=footnotes ',
  '<p role=doc-footnote>',
];

type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string; readonly times: number }
  | { readonly kind: 'remove' | 'repeat' | 'move'; readonly at: number; readonly length: number };

const place = fc.nat(page.length - 1);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    text: fc.constantFrom(...fragments),
    times: fc.oneof(fc.constant(1), fc.nat(600)),
  }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'repeat' as const, 'move' as const),
    at: place,
    length: fc.nat(400),
  }),
);

function mutated(source: string, change: Mutation): string {
  const before = source.slice(0, change.at);
  if (change.kind === 'insert') {
    return before + change.text.repeat(change.times) + source.slice(change.at);
  }
  const piece = source.slice(change.at, change.at + change.length);
  const after = source.slice(change.at + change.length);
  if (change.kind === 'remove') return before + after;
  return change.kind === 'repeat' ? before + piece + piece + after : after + piece + before;
}

describe('T10 T12 pages that are broken anyhow', () => {
  test('T10 T12 throw nothing, hang nothing, and give a canonical text or none', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 12 }), (changes) => {
        const article = parseHtml(changes.reduce(mutated, page), 'a.html');
        if (article === null) return;
        expect(isCanonical(article)).toBe(true);
        const { metadata, provenance } = article;
        const known = Object.entries(metadata).flatMap(([name, fact]) =>
          fact === null ? [] : name,
        );
        expect(Object.keys(provenance).sort()).toEqual(known.sort());
      }),
      { seed: 20260512, numRuns: 300 },
    );
  }, 120_000);

  test('T10 T12 cut off anywhere, too', () => {
    for (let end = 0; end < page.length; end += 37) {
      const article = parseHtml(page.slice(0, end), 'a.html');
      if (article !== null) expect(isCanonical(article)).toBe(true);
    }
  }, 120_000);
});
