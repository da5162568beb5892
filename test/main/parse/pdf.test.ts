import { describe, expect, test } from 'vitest';
import { makePdf, type PdfWords, pageHeight, setParagraph } from './make-pdf.ts';
import { describeBlocks } from './parse-text.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

const first =
  'The harbour commission said on Tuesday that the northern breakwater would be rebuilt before the beginning of the next season, and that it had the money.';
const second =
  'Representatives of the cooperatives were less optimistic. They pointed out that a similar undertaking had never been completed by any of the former contractors.';
const third =
  'The spokesperson rejected the comparison, because the assessment, the absence of which had halted the earlier work, was already available to the public.';

/** Paragraphs one under the other, with a distance between them. */
function column(
  texts: readonly string[],
  x: number,
  y: number,
  width: number,
  gap = 8,
): PdfWords[] {
  const words: PdfWords[] = [];
  let top = y;
  for (const text of texts) {
    const set = setParagraph(text, { x, y: top, width });
    words.push(...set.words);
    top = set.y + gap;
  }
  return words;
}

async function blocksOf(pages: readonly (readonly PdfWords[])[]): Promise<string[]> {
  return describeBlocks(await onlyArticle('page.pdf', makePdf({ pages })));
}

describe('PDF', () => {
  test('T14 lines are joined to paragraphs that stand apart', async () => {
    expect(await blocksOf([column([first, second], 60, 100, 60)])).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${second}`,
    ]);
  });

  test('T14 an indentation begins a paragraph, a short line ends one', async () => {
    const one = setParagraph(first, { x: 60, y: 100, width: 60, indent: 3 });
    const other = setParagraph(second, { x: 60, y: one.y, width: 60, indent: 3 });
    expect(await blocksOf([[...one.words, ...other.words]])).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${second}`,
    ]);
    const flush = setParagraph(second, { x: 60, y: one.y, width: 60 });
    const flushFirst = setParagraph('A line of its own.', { x: 60, y: flush.y, width: 60 });
    expect(await blocksOf([[...one.words, ...flush.words, ...flushFirst.words]])).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${second}`,
      'paragraph: A line of its own.',
    ]);
  });

  test('T14 columns are read one after the other, whatever is drawn first, with a headline across', async () => {
    const left = column([first, second], 50, 150, 36);
    const right = column([third, first], 320, 150, 36);
    const rows = [...left, ...right].sort((one, other) => one.y - other.y);
    const headline = [
      { text: 'The breakwater will be rebuilt', x: 50, y: 90, size: 22 },
      { text: 'next year', x: 50, y: 116, size: 22 },
    ];
    expect(await blocksOf([[...rows, ...headline]])).toEqual([
      'heading 1: The breakwater will be rebuilt next year',
      ...[first, second, third, first].map((text) => `paragraph: ${text}`),
    ]);
  });

  test('T14 short columns under a headline that reaches over the gap are columns, however near some lines come', async () => {
    const headline = { text: 'The breakwater will be rebuilt', x: 50, y: 90, size: 22 };
    const lines = (x: number, texts: readonly string[]) =>
      texts.map((text, index) => ({ text, x, y: 130 + index * 12 }));
    const left = lines(50, [
      'The harbour commission said on Monday',
      'that the northern breakwater would be',
      'rebuilt before the next winter and',
      // Eight points from the other column, less than a letter's ten.
      'that it had the money, whatever others',
      'might say of the plan now or later.',
    ]);
    const right = lines(286, [
      'Representatives of the cooperatives',
      'were less optimistic and pointed to',
      'the contractors, none of whom had so',
      'far completed what was begun, as was',
      'already available to the public.',
    ]);
    const rows = [...left, ...right].sort((one, other) => one.y - other.y);
    const expected = [headline, ...left, ...right].map(({ text }) => text).join(' ');
    for (const drawn of [rows, [...left, ...right]]) {
      const { text } = await onlyArticle('page.pdf', makePdf({ pages: [[headline, ...drawn]] }));
      expect(text.replaceAll('\n', ' ')).toBe(expected);
    }
  });

  test('T14 columns with a gap of less than a letter between all lines are told by being drawn one after the other', async () => {
    const headline = { text: 'The breakwater will be rebuilt', x: 50, y: 90, size: 22 };
    const flush = (x: number, words: string) =>
      Array.from({ length: 5 }, (_, index) => ({
        text: words.slice(index * 40, index * 40 + 40).replace(/^ | $/g, 'a'),
        x,
        y: 130 + index * 12,
      }));
    const [left, right] = [flush(50, first + second), flush(298, third + first)];
    const { text } = await onlyArticle(
      'page.pdf',
      makePdf({ pages: [[headline, ...left, ...right]] }),
    );
    const expected = [...left, ...right].map((line) => line.text).join(' ');
    expect(text.replaceAll('\n', ' ')).toBe(`${headline.text} ${expected}`);
  });

  test('T14 lowered and raised letters stay in their line', async () => {
    const words = [
      { text: 'The H', x: 60, y: 100, size: 11 },
      { text: '2', x: 93, y: 104, size: 7 },
      { text: 'O was tested and 500 m', x: 97.2, y: 100, size: 11 },
      { text: '2', x: 242.4, y: 95, size: 7 },
      { text: 'of the basin were closed.', x: 253, y: 100, size: 11 },
    ];
    expect(await blocksOf([words])).toEqual([
      'paragraph: The H2O was tested and 500 m2 of the basin were closed.',
    ]);
  });

  test('T14 narrow columns set flush, with spaces as wide as the gap between them, are columns', async () => {
    const flush = (text: string, x: number, y: number, width: number) =>
      setParagraph(text, { x, y, width }).words.flatMap((line, index, lines) => {
        const words = line.text.split(' ');
        const letters = words.join('').length * 6;
        const gap = index === lines.length - 1 ? 6 : (width * 6 - letters) / (words.length - 1);
        let left = x;
        return words.map((word) => {
          const placed = { text: word, x: left, y: line.y };
          left += word.length * 6 + gap;
          return placed;
        });
      });
    const texts = [`${first} ${second}`, `${third} ${first}`, `${second} ${third}`];
    const columns = texts.flatMap((text, index) => flush(text, 50 + index * 172, 100, 26));
    const rows = columns.sort((one, other) => one.y - other.y);
    // A column's last line may be full, and then its text goes on in the next one.
    const { text } = await onlyArticle('page.pdf', makePdf({ pages: [rows] }));
    expect(text.replaceAll('\n', ' ')).toBe(texts.join(' '));
  });

  test('T14 a paragraph goes over to the next column and page, and has the page of its beginning', async () => {
    const { words } = setParagraph(`${first} ${second} ${third}`, { x: 60, y: 100, width: 60 });
    const rest = words.slice(4).map((line, index) => ({ ...line, y: 100 + index * 12 }));
    const article = await onlyArticle(
      'page.pdf',
      makePdf({ pages: [words.slice(0, 4), [...rest, { text: 'The end.', x: 60, y: 400 }]] }),
    );
    expect(article.text).toBe(`${first} ${second} ${third}\nThe end.`);
    expect(article.blocks.map(({ page }) => page)).toEqual([1, 2]);
  });

  test('T14 running heads, feet and page numbers are no text, notes that look alike are', async () => {
    const page = (number: number, text: string) => [
      { text: `Chapter ${'One Two Three'.split(' ')[number - 1]}`, x: 60, y: 40 },
      { text: String(11 + number), x: 500, y: 40 },
      { text: 'The Northern Gazette', x: 60, y: 52 },
      ...column([text], 60, 100, 60),
      { text: `${number} of 3`, x: 280, y: pageHeight - 40 },
      {
        text: `${number} Minutes, volume ${number * 7}, 12 May.`,
        x: 60,
        y: pageHeight - 80,
        size: 8,
      },
    ];
    const blocks = await blocksOf([page(1, first), page(2, second), page(3, third)]);
    expect(blocks).toEqual([
      ...[first, second, third].map((text) => `paragraph: ${text}`),
      ...[7, 14, 21].map((volume) => `footnote: Minutes, volume ${volume}, 12 May.`),
    ]);
  });

  test('T14 signs of notes leave nothing, other raised numbers stay', async () => {
    const words = [
      { text: 'The commission agreed', x: 60, y: 100 },
      { text: '1', x: 187, y: 96, size: 6 },
      { text: 'on 500 m', x: 196, y: 100 },
      { text: '2', x: 244.5, y: 96, size: 6 },
      { text: 'of stone for the new breakwater and its lighthouse.', x: 254, y: 100 },
      ...column([first], 60, 130, 60),
      { text: '1', x: 60, y: 756, size: 5 },
      { text: 'Minutes of the commission, which', x: 64, y: 760, size: 8 },
      { text: 'were never published.', x: 60, y: 770, size: 8 },
    ];
    expect(await blocksOf([words])).toEqual([
      'paragraph: The commission agreed on 500 m2 of stone for the new breakwater and its lighthouse.',
      `paragraph: ${first}`,
      'footnote: Minutes of the commission, which were never published.',
    ]);
  });

  test('T14 headings by size, items by their marks, cells by their rows', async () => {
    const words = [
      { text: 'Breakwater to be rebuilt', x: 60, y: 80, size: 20 },
      { text: 'What the figures show', x: 60, y: 110, size: 14 },
      ...column([first], 60, 140, 60),
      { text: '•', x: 70, y: 230 },
      { text: 'Reconstruction of the outer mole, including its', x: 84, y: 230 },
      { text: 'lighthouse.', x: 84, y: 242 },
      { text: '•', x: 70, y: 254 },
      { text: 'Dredging.', x: 84, y: 254 },
      { text: '1. First, the money.', x: 70, y: 280 },
      { text: '2. Second, the work.', x: 70, y: 292 },
      { text: 'Table 1: Ships by port', x: 60, y: 320 },
      ...['Port', 'Northern', 'Old town'].map((text, row) => ({ text, x: 60, y: 340 + row * 14 })),
      ...['2030', '1,204', '88'].map((text, row) => ({ text, x: 200, y: 340 + row * 14 })),
      ...column([second], 60, 420, 60),
    ];
    expect(await blocksOf([words])).toEqual([
      'heading 1: Breakwater to be rebuilt',
      'heading 2: What the figures show',
      `paragraph: ${first}`,
      'list-item: Reconstruction of the outer mole, including its lighthouse.',
      'list-item: Dredging.',
      'list-item: 1. First, the money.',
      'list-item: 2. Second, the work.',
      'caption: Table 1: Ships by port',
      ...['Port', '2030', 'Northern', '1,204', 'Old town', '88'].map(
        (cell) => `table-cell: ${cell}`,
      ),
      `paragraph: ${second}`,
    ]);
  });

  test('T14 a watermark aslant and a note on the margin are no text; a page that is turned whole is', async () => {
    const page = column([first], 60, 100, 60);
    const marks = [
      { text: 'CONFIDENTIAL', x: 150, y: 600, size: 60, degrees: 45 },
      { text: 'arXiv:2031.01234', x: 20, y: 600, degrees: 90 },
    ];
    expect(await blocksOf([[...page, ...marks]])).toEqual([`paragraph: ${first}`]);
    const turned = column([first], 60, 100, 60).map(({ text }, index) => ({
      text,
      x: 100 + index * 12,
      y: 700,
      degrees: 90,
    }));
    expect(await blocksOf([turned])).toEqual([`paragraph: ${first}`]);
  });

  test('T14 Chinese of a typeface that is not in the file is read by its table, lines joined without a space', async () => {
    const lines = [
      '两国元首一致同意加强战略沟通推动双边务实合作取得更多成果',
      '为世界和平稳定注入正能量。',
    ];
    const words = lines.map((text, index) => ({
      text,
      x: 60,
      y: 100 + index * 14,
      isChinese: true,
    }));
    expect((await onlyArticle('page.pdf', makePdf({ pages: [words] }))).text).toBe(lines.join(''));
  });

  test('T14 columns of letters one under the other are lines, from right to left', async () => {
    const lines = [
      '两国元首一致同意加强战略沟通推动双边务实合作取得更多成果',
      '为世界和平稳定注入正能量。',
    ];
    const words = lines.map((text, index) => ({
      text,
      x: 500 - index * 16,
      y: 100,
      isVertical: true,
    }));
    expect((await onlyArticle('page.pdf', makePdf({ pages: [words] }))).text).toBe(lines.join(''));
  });

  test('T14 words drawn twice for boldness stand there once', async () => {
    const page = column([first], 60, 100, 60);
    const again = page.map((words) => ({ ...words, x: words.x + 0.4 }));
    expect(await blocksOf([[...page, ...again]])).toEqual([`paragraph: ${first}`]);
  });

  describe('T15 hyphens at line ends', () => {
    const lines = (...texts: string[]) =>
      blocksOf([texts.map((text, index) => ({ text, x: 60, y: 100 + index * 12 }))]);

    test('a soft hyphen goes at a line end and is a hyphen within', async () => {
      expect(
        await lines('They spoke of coopera\u00ad', 'tion and of well\u00adknown plans.'),
      ).toEqual(['paragraph: They spoke of cooperation and of well-known plans.']);
    });

    test('a hyphen stays before capitals and digits, and where the document has the word with it', async () => {
      expect(
        await lines(
          'It is the well-known China-',
          'Russia line on COVID-',
          '19 and a well-',
          'known one.',
        ),
      ).toEqual([
        'paragraph: It is the well-known China-Russia line on COVID-19 and a well-known one.',
      ]);
    });

    test('a hyphen goes where the document has the word without it, or a piece is no word', async () => {
      expect(
        await lines('No undertaking is like this under-', 'taking of the organisa-', 'tion.'),
      ).toEqual(['paragraph: No undertaking is like this undertaking of the organisation.']);
    });

    test('in a document that parts no words, a hyphen is the word’s own', async () => {
      expect(
        await lines('The socio-', 'economic effects of it were plain to everybody there.'),
      ).toEqual(['paragraph: The socio-economic effects of it were plain to everybody there.']);
    });

    test('in one that parts many, an unknown word is whole again and a compound keeps its hyphen', async () => {
      const parted = [
        'The prepa-',
        'rations for the cele-',
        'bration of the munici-',
        'pality were all under-',
      ];
      const rest = [
        'stood to be a long-',
        'standing and pre- and inter-',
        'war habit of the inhabi-',
        'tants.',
      ];
      expect(await lines(...parted, ...rest)).toEqual([
        'paragraph: The preparations for the celebration of the municipality were all understood to be a long-standing and pre- and interwar habit of the inhabitants.',
      ]);
    });
  });

  test('T16 properties are metadata with their trust; a file name is no title', async () => {
    const info = {
      Title: 'Breakwater to be rebuilt',
      Author: 'Jane Q. Writer; Li Wei',
      CreationDate: "D:20310512091400+02'00'",
      ModDate: "D:20310513100000+02'00'",
    };
    const page = column([first], 60, 100, 60);
    const article = await onlyArticle('a.pdf', makePdf({ pages: [page], info }));
    expect(article.metadata).toMatchObject({
      title: 'Breakwater to be rebuilt',
      byline: 'Jane Q. Writer, Li Wei',
      published: '2031-05-12T09:14:00+02:00',
      updated: '2031-05-13T10:00:00+02:00',
    });
    expect(article.provenance).toMatchObject({
      title: { source: 'document-properties', confidence: 'guessed' },
      byline: { source: 'document-properties', confidence: 'likely' },
      published: { source: 'document-properties', confidence: 'guessed' },
      updated: { source: 'document-properties', confidence: 'guessed' },
    });
    expect(article.text).toBe(first);
    for (const Title of ['Microsoft Word - draft_v3.doc', 'untitled', 'report_final.indd']) {
      const other = await onlyArticle('a.pdf', makePdf({ pages: [page], info: { Title } }));
      expect(other.metadata.title).not.toContain(Title);
      expect(other.provenance.title?.confidence).not.toBe('stated');
    }
  });

  test('pages without a text layer are named, and a PDF of such pages alone is refused', async () => {
    const article = await onlyArticle(
      'a.pdf',
      makePdf({ pages: [[], column([first], 60, 100, 60), []] }),
    );
    expect(article.text).toBe(first);
    expect(article.remarks[0]).toMatch(/^Pages 1, 3 have no text/);
    expect(codeOf(await onlyPart('a.pdf', makePdf({ pages: [[], []] })))).toBe('no-text-layer');
  });

  test('encrypted and broken PDFs are refused by name', async () => {
    const encrypted = makePdf({
      pages: [column([first], 60, 100, 60)],
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`,
    });
    expect(codeOf(await onlyPart('a.pdf', encrypted))).toBe('encrypted');
    const broken = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< nothing of it >>');
    expect(codeOf(await onlyPart('a.pdf', broken))).toBe('broken-document');
    const cut = makePdf({ pages: [column([first], 60, 100, 60)] }).subarray(0, 60);
    expect(codeOf(await onlyPart('a.pdf', cut))).toBe('broken-document');
  });

  test('five hundred pages are read whole', async () => {
    const pages = Array.from({ length: 500 }, (_, index) => [
      ...column([`Page ${index + 1} begins. ${first}`, second], 60, 100, 60),
      { text: String(index + 1), x: 290, y: pageHeight - 40 },
    ]);
    const article = await onlyArticle('book.pdf', makePdf({ pages }));
    expect(article.blocks).toHaveLength(1_000);
    expect(article.blocks.at(-1)?.page).toBe(500);
    expect(article.text).not.toMatch(/\n\d+(?:\n|$)/);
  }, 60_000);
});
