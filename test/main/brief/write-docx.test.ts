import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { PrintedBlock, PrintedBrief } from '../../../app/brief/print/printed-brief.ts';
import { writeDocx } from '../../../main/services/brief/docx/write-docx.ts';
import {
  everyKindOfBlock,
  passageOf,
  printedBrief,
  says,
  words,
} from '../../support/printed-brief.ts';
import { readDocx } from '../support/read-docx.ts';

function read(brief: PrintedBrief, appendix = true) {
  const docx = readDocx(writeDocx(brief, { appendix }));
  return { ...docx, part: (name: string) => docx.parts.get(`word/${name}`) ?? '' };
}

/** The values of an attribute of an element, in order. */
function values(xml: string, element: string, attribute: string): string[] {
  const pattern = new RegExp(`<${element} [^>]*?${attribute}="([^"]*)"`, 'g');
  return [...xml.matchAll(pattern)].map(([, value = '']) => value);
}

describe('What Word requires', () => {
  test.each(['footnotes', 'endnotes'] as const)(
    'every part is typed, every relationship leads somewhere, with %s',
    (noteForm) => {
      const { names, parts } = read({ ...everyKindOfBlock(), noteForm });
      expect(names[0]).toBe('[Content_Types].xml');
      const types = parts.get('[Content_Types].xml') ?? '';
      const overrides = values(types, 'Override', 'PartName');
      const defaults = values(types, 'Default', 'Extension');
      for (const name of names.slice(1)) {
        const isTyped =
          overrides.includes(`/${name}`) || defaults.includes(name.split('.').at(-1) ?? '');
        expect(isTyped, name).toBe(true);
      }
      expect(overrides.every((name) => names.includes(name.slice(1)))).toBe(true);
      for (const [name, xml] of parts) {
        if (!name.endsWith('.rels')) continue;
        const folder = name.replace(/_rels\/[^/]*$/, '');
        const items = [...xml.matchAll(/Target="([^"]*)"( TargetMode="External")?/g)];
        for (const [, target = '', external] of items) {
          if (external === undefined) expect(names).toContain(`${folder}${target}`);
        }
        const ids = values(xml, 'Relationship', 'Id');
        expect(new Set(ids).size).toBe(ids.length);
        const owner = parts.get(name.replace('_rels/', '').replace(/\.rels$/, '')) ?? '';
        const used = [...owner.matchAll(/r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id);
        for (const id of used) expect(ids).toContain(id);
      }
    },
  );

  test('notes have their separators, the settings name them, and each mark has its note', () => {
    const { part } = read(everyKindOfBlock());
    expect(values(part('footnotes.xml'), 'w:footnote', 'w:id')).toEqual(['-1', '0', '1', '2', '3']);
    expect(part('footnotes.xml')).toContain('<w:footnote w:type="separator" w:id="-1">');
    expect(part('footnotes.xml')).toContain('<w:footnote w:type="continuationSeparator" w:id="0">');
    expect(part('settings.xml')).toContain(
      '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
    );
    expect(values(part('document.xml'), 'w:footnoteReference', 'w:id')).toEqual(['1', '2', '3']);
  });

  test('ids are given once: bookmarks, drawings, comments; comments take none of the notes’', () => {
    const { part } = read(everyKindOfBlock());
    const text = part('document.xml');
    for (const [element, attribute] of [
      ['w:bookmarkStart', 'w:id'],
      ['w:bookmarkStart', 'w:name'],
      ['wp:docPr', 'id'],
    ] as const) {
      const found = values(text, element, attribute);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found).size, `${element} ${attribute}`).toBe(found.length);
    }
    const comments = values(part('comments.xml'), 'w:comment', 'w:id');
    expect(values(text, 'w:commentReference', 'w:id')).toEqual(comments);
    expect(values(text, 'w:commentRangeStart', 'w:id')).toEqual(comments);
    expect(comments.filter((id) => ['1', '2', '3'].includes(id))).toEqual([]);
  });

  test('every style and every numbering that is used is there', () => {
    const { part } = read(everyKindOfBlock());
    const styles = new Set(values(part('styles.xml'), 'w:style', 'w:styleId'));
    for (const name of ['document.xml', 'footnotes.xml', 'comments.xml', 'footer1.xml']) {
      for (const element of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) {
        for (const style of values(part(name), element, 'w:val')) {
          expect(styles, `${style} in ${name}`).toContain(style);
        }
      }
    }
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'Quote',
      'Caption',
      'FootnoteText',
      'EndnoteText',
      'Bibliography',
      'TOC1',
      'Hyperlink',
    ]) {
      expect(styles).toContain(style);
    }
    const numbers = new Set(values(part('numbering.xml'), 'w:num', 'w:numId'));
    for (const id of values(part('document.xml'), 'w:numId', 'w:val'))
      expect(numbers).toContain(id);
  });

  test('every link within the file leads to a bookmark', () => {
    const { part } = read(everyKindOfBlock());
    const names = new Set(values(part('document.xml'), 'w:bookmarkStart', 'w:name'));
    const anchors = [
      ...values(part('document.xml'), 'w:hyperlink', 'w:anchor'),
      ...values(part('footnotes.xml'), 'w:hyperlink', 'w:anchor'),
    ];
    expect(anchors.length).toBeGreaterThan(5);
    for (const anchor of anchors) expect(names).toContain(anchor);
  });

  test('every cell ends with a paragraph, every row has the columns of its table', () => {
    const { part } = read(everyKindOfBlock());
    const cells = [...part('document.xml').matchAll(/<w:tc>(.*?)<\/w:tc>/gs)];
    expect(cells.length).toBe(8);
    for (const [, content = ''] of cells) expect(content.endsWith('</w:p>')).toBe(true);
    const rows = [...part('document.xml').matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) => {
      const spans = values(row, 'w:gridSpan', 'w:val').map((span) => Number(span) - 1);
      return row.split('<w:tc>').length - 1 + spans.reduce((sum, span) => sum + span, 0);
    });
    expect(rows).toEqual([3, 3, 3]);
    expect(part('document.xml')).toContain('<w:tblHeader/>');
  });
});

describe('writeDocx', () => {
  test('a claim is not parted from its first passage; room is left below it and below a list', () => {
    const evidence = [
      { passage: 0, runs: [words('It costs 4.')], credit: [], stance: 'asserts' },
      { passage: 0, runs: [words('It costs 5.')], credit: [], stance: 'denies' },
    ] as const;
    const claim: PrintedBlock = {
      kind: 'claim',
      ...{ label: 'C4', wording: 'It costs 4.', about: [words('disputed')], evidence },
    };
    const inner: PrintedBlock = { kind: 'list', start: null, items: [[says('c')], [says('d')]] };
    const list: PrintedBlock = {
      kind: 'list',
      start: null,
      items: [[says('a')], [says('b'), inner], [says('e')]],
    };
    const nested: PrintedBlock = { kind: 'list', start: null, items: [[says('f'), inner]] };
    const blocks = [claim, says('After it.'), list, nested, says('The end.')];
    const passages = [passageOf('1:1', 'It costs 4.')];
    const { part } = read(printedBrief(blocks, { passages }), false);
    const found = [...part('document.xml').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, xml = '']) => ({
      style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? 'Normal',
      text: [...xml.matchAll(/<w:t[ >][^<]*/g)].map(([t]) => t.replace(/^.*>/, '')).join(''),
      keeps: xml.includes('<w:keepNext/>'),
      after: /<w:spacing w:after="(\d+)"/.exec(xml)?.[1] ?? '',
    }));
    const from = found.findIndex(({ style }) => style === 'Claim');
    expect(
      found.slice(from, from + 6).map(({ style, keeps, after }) => [style, keeps, after]),
    ).toEqual([
      ['Claim', true, ''],
      ['ClaimDetails', true, ''],
      ['Evidence', true, ''],
      ['Quote', false, ''],
      ['Evidence', true, ''],
      ['Quote', false, '200'],
    ]);
    const items = found.filter(({ style }) => style === 'ListParagraph');
    const spaced = items.map(({ text, after }) => (after === '' ? text : `${text}|`));
    expect(spaced.join(' ')).toBe('a b c d e| f c d|');
  });

  test('a figure and its caption stand where lines begin, as in a PDF', () => {
    const { part } = read(everyKindOfBlock());
    for (const id of ['Figure', 'Caption']) {
      const style = part('styles.xml').split(`w:styleId="${id}"`)[1]?.split('</w:style>')[0];
      expect(style).toContain('w:spacing');
      expect(style).not.toContain('w:jc');
    }
  });

  test('C4 a comment beside each citation holds its passage in context, source, revision and place', () => {
    const { part, commented } = read(everyKindOfBlock());
    expect(commented.map(({ words }) => words)).toEqual([
      '4.2 billion crowns',
      'crowns.\nNobody paid.',
      '4.2 billion crowns',
      'ראש הממשלה אמר 4.2',
      '(Title 3)',
    ]);
    const [first = ''] = part('comments.xml').split('</w:comment>');
    const words = [...first.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).join('|');
    expect(words).toBe(
      `1:1 |Outlet 1, “Title 1”, 12 May 2024|The cost has risen to |4.2 billion crowns| What came after.|https://example.org/1|article 1, annotation 1:1, revision sha256:${'a'.repeat(63)}1, characters 22–40 (UTF-16)`,
    );
  });

  test('the list of contents names every heading and leads to it', () => {
    const { paragraphs } = read(everyKindOfBlock());
    const contents = paragraphs.filter(({ style }) => style.startsWith('TOC'));
    expect(contents.map(({ style, words }) => [style, words])).toEqual([
      ['TOCHeading', 'Contents'],
      ['TOC1', 'The cost'],
      ['TOC2', 'What else'],
      ['TOC1', 'The end'],
      ['TOC1', 'Bibliography'],
      ['TOC1', 'Sources'],
    ]);
  });

  test('comments to self are comments of their own', () => {
    const note = {
      kind: 'comment',
      text: 'Ask again\nsoon',
      at: '2024-05-15T08:00:00.000Z',
    } as const;
    const runs = [{ kind: 'text', text: 'this' }] as const;
    const { part, commented } = read(printedBrief([says('Is ', { ...note, runs }, ' so?')]));
    expect(commented.map(({ words }) => words)).toEqual(['this']);
    expect(part('comments.xml')).toContain(
      'w:author="Comment to self" w:date="2024-05-15T08:00:00.000Z"',
    );
  });

  test('a picture is there as drawing and as dots, with words for those who do not see it', () => {
    const { part, names } = read(everyKindOfBlock());
    expect(names).toContain('word/media/picture1.png');
    expect(names).toContain('word/media/picture1.svg');
    expect(part('document.xml')).toContain('descr="A red square"');
  });

  test('words from right to left are marked as such, tabs are tabs', () => {
    const { part } = read(printedBrief([says('שלום 12 a\tb')]));
    expect(part('document.xml')).toContain('<w:bidi/>');
    expect(part('document.xml')).toContain('<w:rtl/>');
    expect(part('document.xml')).toContain('<w:tab/>');
  });

  test('C5 no clock in it: no date in its properties, the same for every file in it', () => {
    const bytes = writeDocx(everyKindOfBlock(), { appendix: true });
    const { parts } = readDocx(bytes);
    expect(parts.get('docProps/core.xml')).not.toMatch(/created|modified/);
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>What the premiers said</dc:title>');
    // The local header of each file: its time and its date (1 January 1980).
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
      expect([view.getUint16(at + 10, true), view.getUint16(at + 12, true)]).toEqual([0, 33]);
      at +=
        30 +
        view.getUint16(at + 26, true) +
        view.getUint16(at + 28, true) +
        view.getUint32(at + 18, true);
    }
    expect(Object.keys(unzipSync(bytes)).length).toBeGreaterThan(10);
  });
});
