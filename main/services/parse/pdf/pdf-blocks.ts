import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { splitNotes } from './footnotes.ts';
import { type HyphenHabits, hyphenHabits, joinLines } from './join-lines.ts';
import { listMarkOf, withoutBullet } from './list-marks.ts';
import { pageSegments } from './page-segments.ts';
import type { PdfPage } from './pdf-fragment.ts';
import { type Paragraph, pdfParagraphs } from './pdf-paragraphs.ts';
import { readingOrder } from './reading-order.ts';
import { regionLines } from './region-lines.ts';
import { withoutRunningLines } from './running-lines.ts';
import { type TextHabits, textHabits } from './text-habits.ts';

/** Headings are larger than the usual letters by this factor. */
const smallestHeading = 1.13;
/** And no longer than this, in code units. */
const longestHeading = 300;

/** The blocks of a PDF's pages by rules T14 and T15; the notes last. Linear but for the sorting of each page. */
export function pdfBlocks(pages: readonly PdfPage[]): BlockDraft[] {
  const segmented = pages.map(({ number, height, fragments }) => ({
    number,
    height,
    segments: pageSegments(fragments),
  }));
  const all = withoutRunningLines(segmented).flatMap(({ number, segments }) =>
    readingOrder(segments).flatMap((region) => regionLines(region, number)),
  );
  const habits = textHabits(all);
  const { lines, notes } = splitNotes(all, habits);
  const hyphens = hyphenHabits([...lines, ...notes.flat()].map(({ text }) => text));
  const paragraphs = pdfParagraphs(lines, habits);
  const levels = headingLevels(paragraphs, habits);
  const drafts = paragraphs.map((paragraph) => draftOf(paragraph, levels, hyphens));
  return [
    ...markedLists(drafts),
    ...notes.map((note) => ({ ...draftOf(note, [], hyphens), kind: 'footnote' as const })),
  ];
}

/** The sizes of headings, the largest first: its place in the list is a heading's level. */
function headingLevels(paragraphs: readonly Paragraph[], { bodySize }: TextHabits): number[] {
  const sizes = new Set<number>();
  for (const paragraph of paragraphs) {
    const size = sizeOf(paragraph);
    const length = paragraph.reduce((sum, { text }) => sum + text.length, 0);
    if (size >= bodySize * smallestHeading && length <= longestHeading) sizes.add(size);
  }
  return [...sizes].sort((one, other) => other - one);
}

function sizeOf(paragraph: Paragraph): number {
  return Math.round((paragraph[0]?.size ?? 0) * 2) / 2;
}

function draftOf(
  paragraph: Paragraph,
  levels: readonly number[],
  hyphens: HyphenHabits,
): BlockDraft {
  const text = paragraph
    .reduce((joined, line) => joinLines(joined, line.text, hyphens), '')
    // A soft hyphen inside a line was drawn there: it is a hyphen that the typeface names so.
    .replaceAll('\u00ad', '-');
  const [first] = paragraph;
  const page = first === undefined ? {} : { page: first.page };
  const level = levels.indexOf(sizeOf(paragraph)) + 1;
  if (first?.isCell) return { kind: 'table-cell', text, ...page };
  if (level > 0 && text.length <= longestHeading && /[\p{L}\p{N}]/u.test(text)) {
    return { kind: 'heading', level, text, ...page };
  }
  if (listMarkOf(text) === 'bullet') {
    return { kind: 'list-item', text: withoutBullet(text), ...page };
  }
  return { kind: isCaption(text) ? 'caption' : 'paragraph', text, ...page };
}

function isCaption(text: string): boolean {
  return /^(?:figure|fig\.|table|photo|image|chart|abbildung|abb\.|tabelle|图|圖|表)\s*\d+\s*[:.：]/i.test(
    text,
  );
}

/** Paragraphs with numbers before them that count on from one to the next are the items of a list. */
function markedLists(drafts: readonly BlockDraft[]): BlockDraft[] {
  const numbers = drafts.map(({ kind, text }) =>
    kind === 'paragraph' && listMarkOf(text) === 'number' ? countOf(text) : null,
  );
  return drafts.map((draft, index) => {
    const number = numbers[index];
    if (number === null || number === undefined) return draft;
    const counts = numbers[index - 1] === number - 1 || numbers[index + 1] === number + 1;
    return counts ? { ...draft, kind: 'list-item' } : draft;
  });
}

function countOf(text: string): number {
  const mark = /^\(?(\w+)/.exec(text)?.[1] ?? '';
  return /\d/.test(mark) ? Number(mark) : mark.toLowerCase().charCodeAt(0);
}
