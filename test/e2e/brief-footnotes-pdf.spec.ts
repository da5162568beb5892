import { join } from 'node:path';
import type { PrintedCell, PrintedNote } from '../../app/brief/print/printed-brief.ts';
import { writeHtml } from '../../app/brief/write/write-html.ts';
import { pagePrinter } from '../../main/cli/page-printer.ts';
import { normalisePdf } from '../../main/services/brief/normalise-pdf.ts';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { expect, test } from '../support/app-test.ts';
import { footnotedBrief } from '../support/footnoted-brief.ts';
import { printedBrief, says } from '../support/printed-brief.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';

const root = join(import.meta.dirname, '../..');

async function printed(html: string): Promise<Uint8Array> {
  const { executable } = await resolveElectron();
  return normalisePdf(await pagePrinter({ executable, args: [root] })(html));
}

/** The page of each word, and each word that is not there once. */
function pagesOfWords({ pages }: ReadPdf, html: string) {
  const at = new Map<string, number[]>();
  for (const [page, text] of pages.entries()) {
    for (const word of text.match(/w\d+x/g) ?? []) {
      at.set(word, [...(at.get(word) ?? []), page]);
    }
  }
  const wrong = (html.match(/w\d+x/g) ?? []).filter((word) => at.get(word)?.length !== 1);
  return { at, wrong };
}

/** For each note the word before its mark and its own first word. */
function notesIn(html: string): { readonly before: string; readonly first: string }[] {
  const found: { before: string; first: string }[] = [];
  let before = '';
  const pieces = /(w\d+x)|id="note-mark-(\d+)"|<aside[^>]*class="footnote"[\s\S]*?<\/aside>/g;
  for (const [, word, number] of html.matchAll(pieces)) {
    if (word !== undefined) before = word;
    if (number === undefined) continue;
    const [, first = ''] = new RegExp(`id="note-${number}"[\\s\\S]*?(w\\d+x)`).exec(html) ?? [];
    found.push({ before, first });
  }
  return found;
}

for (const [seed, blocks, longestNote] of [
  [20, 40, 8],
  [21, 60, 8],
  [4, 30, 60],
  [7, 30, 30],
] as const) {
  test(`C25 C28 notes stand at the foot of the page with their mark, and no word is lost or twice (${seed})`, async () => {
    test.setTimeout(180_000);
    const brief = footnotedBrief(seed, { blocks, longestNote });
    const html = writeHtml(brief, { appendix: false, paper: true });
    const pdf = await readPdf(await printed(html));
    const { at, wrong } = pagesOfWords(pdf, html);
    expect(wrong).toEqual([]);
    const notes = notesIn(html);
    expect(notes).toHaveLength(brief.notes.length);
    const apart = notes.filter(({ before, first }) => at.get(before)?.[0] !== at.get(first)?.[0]);
    expect(apart).toEqual([]);
    // In each page's text its notes come behind what it says.
    const behind = notes.filter(({ before, first }) => {
      const text = pdf.pages[at.get(first)?.[0] ?? 0] ?? '';
      return text.lastIndexOf(first) < text.indexOf(before);
    });
    expect(behind).toEqual([]);
    expect(pdf.isTagged).toBe(true);
    const lists = html.match(/<[ou]l[ >]/g)?.length ?? 0;
    expect(html.match(/<table/g)?.length ?? 0).toBeGreaterThan(0);
    expect(lists).toBeGreaterThan(0);
    expect(pdf.outline).toHaveLength(1 + (html.match(/<h[2-4] /g)?.length ?? 0));
  });
}

test('C5 C25 the same page is printed the same twice, with its notes at the foot', async () => {
  test.setTimeout(120_000);
  const html = writeHtml(footnotedBrief(9, { blocks: 12, longestNote: 20 }), {
    appendix: false,
    paper: true,
  });
  const [one, two] = [await printed(html), await printed(html)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test('C25 a page to print runs no script of its own, though its notes are laid out by one', async () => {
  test.setTimeout(120_000);
  const brief = footnotedBrief(9, { blocks: 4, longestNote: 9 });
  const html = writeHtml(brief, { appendix: false, paper: true })
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    .replace(
      '<main>',
      '<main><p id="harmless" onclick="1">quiet</p><script>document.getElementById("harmless").textContent = "LOUD"</script><img src="x:" onerror="document.getElementById(\'harmless\').textContent = \'LOUD\'">',
    );
  expect(html).not.toMatch(/content-security-policy/i);
  const { pages } = await readPdf(await printed(html));
  expect(pages.join(' ')).toContain('quiet');
  expect(pages.join(' ')).not.toContain('LOUD');
});

test('C25 a cell over several rows, heads and a row that are each higher than a page: all is printed, with its notes', async () => {
  test.setTimeout(120_000);
  let counted = 0;
  const notes: PrintedNote[] = [];
  const text = (count: number): string =>
    Array.from({ length: count }, () => {
      counted += 1;
      return `w${counted}x`;
    }).join(' ');
  const cell = (count: number, rowSpan = 1, isHeader = false): PrintedCell => {
    const words = text(count);
    notes.push({ number: notes.length + 1, passages: [], blocks: [says(text(5))] });
    const mark = { kind: 'note', number: notes.length } as const;
    return { isHeader, columnSpan: 1, rowSpan, blocks: [says(words, mark)] };
  };
  const brief = printedBrief(
    [
      says(text(40)),
      {
        kind: 'table',
        rows: [
          [cell(900, 3), cell(10), cell(5)],
          [cell(10), cell(10)],
          [cell(9), cell(4)],
        ],
      },
      {
        kind: 'table',
        rows: [
          [cell(900, 1, true), cell(5, 1, true)],
          [cell(9), cell(900)],
        ],
      },
      says(text(40)),
      // Wider than the paper.
      { kind: 'table', rows: [1, 2].map(() => Array.from({ length: 14 }, () => cell(9))) },
    ],
    { notes },
  );
  const html = writeHtml(brief, { appendix: false, paper: true });
  const pdf = await readPdf(await printed(html));
  const { at, wrong } = pagesOfWords(pdf, html);
  expect(wrong).toEqual([]);
  const found = notesIn(html);
  expect(found).toHaveLength(notes.length);
  expect(found.filter(({ before, first }) => at.get(before)?.[0] !== at.get(first)?.[0])).toEqual(
    [],
  );
  expect(pdf.tags.Table).toBeGreaterThan(2);
});
