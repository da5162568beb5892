import { describe, expect, test } from 'vitest';
import { makeEpub } from './make-epub.ts';
import { makeZip } from './make-zip.ts';
import { describeBlocks } from './parse-text.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

describe('EPUB', () => {
  test('T13 the documents of the book in reading order are one article, notes last', async () => {
    const documents = [
      '<h1>Breakwater</h1><a id="p1"/><p>It will take years<a epub:type="noteref" href="#n1">1</a>.<span epub:type="pagebreak" title="2">2</span></p><aside epub:type="footnote" id="n1"><p><a epub:type="backlink" href="#r">↩</a>Minutes, volume 7.</p></aside>',
      '<p>An op\u00adtional&#160;hyphen.</p><ul><li>Stone</li></ul><div epub:type="endnotes"><ol><li role="doc-endnote">Another note.</li></ol></div><script>alert(1)</script><img src="https://a.example/x.png" alt="x"/>',
    ];
    const article = await onlyArticle('a.epub', makeEpub({ documents }));
    expect(describeBlocks(article)).toEqual([
      'heading 1: Breakwater',
      'paragraph: It will take years.',
      'paragraph: An optional\u00a0hyphen.',
      'list-item: Stone',
      'footnote: Minutes, volume 7.',
      'footnote: Another note.',
    ]);
  });

  test('T16 the package says title, authors, outlet, date, language and address', async () => {
    const metadata =
      '<dc:title>Breakwater to be rebuilt</dc:title><dc:creator>Jane Q. Writer</dc:creator><dc:creator>Li Wei</dc:creator><dc:publisher>The Northern Gazette</dc:publisher><dc:date>2031-05-12</dc:date><dc:language>en-GB</dc:language><dc:source>https://gazette.example/breakwater</dc:source>';
    const article = await onlyArticle(
      'a.epub',
      makeEpub({ documents: ['<p>Text.</p>'], metadata }),
    );
    expect(article.metadata).toMatchObject({
      title: 'Breakwater to be rebuilt',
      byline: 'Jane Q. Writer, Li Wei',
      outlet: 'The Northern Gazette',
      published: '2031-05-12',
      language: 'en-GB',
      url: 'https://gazette.example/breakwater',
    });
    expect(article.provenance.published?.confidence).toBe('stated');
    const filledIn = '<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator>';
    const other = await onlyArticle(
      'book.epub',
      makeEpub({ documents: ['<p>Text.</p>'], metadata: filledIn }),
    );
    expect(other.metadata).toMatchObject({ title: 'book', byline: null });
  });

  test('what the seller encrypted, or what lacks its parts, is refused by name or told', async () => {
    const encryption =
      '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/text/chapter 0.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>';
    const locked = makeEpub({
      documents: ['<p>Text.</p>'],
      more: [{ name: 'META-INF/encryption.xml', content: encryption }],
    });
    expect(codeOf(await onlyPart('a.epub', locked))).toBe('encrypted');
    const empty = makeZip([
      { name: 'mimetype', content: 'application/epub+zip' },
      { name: 'META-INF/container.xml', content: '<container/>' },
    ]);
    expect(codeOf(await onlyPart('a.epub', empty))).toBe('broken-document');
  });

  test('a book has as many paragraphs as it likes', async () => {
    const documents = ['<p>x</p>'.repeat(150_000)];
    expect((await onlyArticle('a.epub', makeEpub({ documents }))).blocks).toHaveLength(150_000);
  }, 60_000);
});
