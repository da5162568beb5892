import { describe, expect, test } from 'vitest';
import { describeBlocks } from './parse-text.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

const head =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset134 SimSun;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2\\outlinelevel1 Own;}{\\s3 Quote;}}';

async function articleOfRtf(body: string) {
  return onlyArticle('a.rtf', Buffer.from(`${head}${body}}`, 'latin1'));
}

async function blocksOf(body: string): Promise<string[]> {
  return describeBlocks(await articleOfRtf(body));
}

describe('RTF', () => {
  test('T13 paragraphs, headings, lists, tables and quotations', async () => {
    const body = [
      '\\pard\\s1 Breakwater to be rebuilt\\par',
      '\\pard\\s2 The figures\\par',
      '\\pard\\outlinelevel2 By port\\par',
      '\\pard\\s0 Plain,\\line with a break.\\par',
      '\\pard\\s3 Heard before.\\par',
      '\\pard\\ls1{\\listtext 1.\\tab}Stone.\\par',
      '\\trowd\\pard\\intbl Port\\cell Ships\\cell\\row',
      '\\pard The\nend.',
    ].join('\r\n');
    expect(await blocksOf(body)).toEqual([
      'heading 1: Breakwater to be rebuilt',
      'heading 2: The figures',
      'heading 3: By port',
      'paragraph: Plain, with a break.',
      'quotation: Heard before.',
      'list-item: Stone.',
      'table-cell: Port',
      'table-cell: Ships',
      'paragraph: Theend.',
    ]);
  });

  test('T13 letters of code pages of one and two bytes, and of Unicode with what stands in for them', async () => {
    const body = [
      "\\pard caf\\'e9 \\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2\\f0 .\\par",
      // Shift_JIS: the second byte of 表 is a backslash, of ア an A; as it stands in files.
      "\\f2\\'93\\'fa\\'96\\'7b\\'95\\'5c\\'83A\\f0 .\\par",
      "\\f3\\'c4\\'e3\\'ba\\'c3\\f0 .\\par",
      "\\uc1\\u8364 ? \\u-10179?\\u-8704? \\u233\\'e9t\\u233 e.\\par",
      "{\\uc2\\u20320\\'c4\\'e3}\\u22909 ?.\\par",
      '\\ldblquote So\\rdblquote  \\emdash  it\\rquote s a\\~b\\_c op\\-tional \\{x\\}.\\par',
    ].join('');
    expect(await blocksOf(body)).toEqual([
      'paragraph: café Привет.',
      'paragraph: 日本表ア.',
      'paragraph: 你好.',
      'paragraph: € 😀 été.',
      'paragraph: 你好.',
      'paragraph: “So” — it’s a\u00a0b\u2011c optional {x}.',
    ]);
  });

  test('T13 notes come last, text boxes after their paragraph; heads, pictures and codes of fields are no text', async () => {
    const body = [
      '{\\header A head\\par}{\\*\\unknown nothing {\\b of it}}{\\pict\\pngblip 89504e47}',
      '\\pard Agreed{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} The first note.\\par In two.} by all.\\par',
      '{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt The link}}.\\par',
      'Around{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In the box.\\par And below.\\par}}{\\shprslt In the box.}} the box.\\par',
      '{\\upr{ansi?}{\\*\\ud uni\\u233 ?}}{\\*\\x\\bin5 \\{\\{}}x.\\par',
    ].join('\n');
    expect(await blocksOf(body)).toEqual([
      'paragraph: Agreed by all.',
      'paragraph: The link.',
      'paragraph: Around the box.',
      'paragraph: In the box.',
      'paragraph: And below.',
      'paragraph: uniéx.',
      'footnote: The first note.',
      'footnote: In two.',
    ]);
  });

  test('T13 changes are accepted, comments and hidden text left out, and all told', async () => {
    const article = await articleOfRtf(
      '\\pard It was {\\deleted not }{\\revised fully }agreed{\\*\\atnid J}{\\*\\annotation A comment.}{\\v  in secret}.\\par',
    );
    expect(article.text).toBe('It was fully agreed.');
    expect(article.remarks.join(' ')).toMatch(/tracked changes.*comments.*hides/);
  });

  test('T16 properties are metadata', async () => {
    const article = await articleOfRtf(
      "{\\info{\\title Caf\\'e9 to be rebuilt}{\\author Jane Q. Writer}{\\creatim\\yr2031\\mo5\\dy12\\hr9\\min4}{\\printim\\yr0\\mo0\\dy0}}\\pard It will take years.\\par",
    );
    expect(article.metadata).toMatchObject({
      title: 'Café to be rebuilt',
      byline: 'Jane Q. Writer',
      published: '2031-05-12T09:04',
    });
    expect(article.text).toBe('It will take years.');
  });

  test('a file that was cut says so, one that is nothing but groups is refused', async () => {
    const cut = await onlyArticle(
      'a.rtf',
      Buffer.from(`${head}\\pard {\\b It will take`, 'latin1'),
    );
    expect(cut.text).toBe('It will take');
    expect(cut.remarks[0]).toMatch(/ends in the middle/);
    const deep = Buffer.from(`{\\rtf1${'{'.repeat(20_000)}x`, 'latin1');
    expect(codeOf(await onlyPart('a.rtf', deep))).toBe('broken-document');
    expect(codeOf(await onlyPart('a.rtf', Buffer.from(`${head}}`, 'latin1')))).toBe('no-text');
  });
});
