import { endsWithSentence, type ParagraphEnd, paragraphEnd } from './ends-paragraph.ts';
import type { PdfLine } from './pdf-line.ts';
import type { TextHabits } from './text-habits.ts';

/** The lines of a paragraph, at least one. */
export type Paragraph = readonly PdfLine[];

interface Grouped {
  readonly paragraphs: readonly Paragraph[];
  /** What ended each paragraph but the last. */
  readonly ends: readonly ParagraphEnd[];
}

// The letter before the full stop keeps most abbreviations and initials out.
const innerSentence = /\p{Ll}[.!?]["”’»)]*\s+["“‘«(]?\p{Lu}/gu;

/**
 * The paragraphs of lines in reading order (rule T14). Where neither distances nor indentations set paragraphs apart, only
 * short last lines show them; a last line that happens to be full looks like any other. There a sentence's end at a line's
 * end ends the paragraph if in this document sentences end paragraphs more often than they end within lines.
 */
export function pdfParagraphs(lines: readonly PdfLine[], habits: TextHabits): Paragraph[] {
  const sure = grouped(lines, habits, false);
  const isPlain = isPlainlySet(sure);
  const inner = lines.reduce((sum, { text }) => sum + (text.match(innerSentence)?.length ?? 0), 0);
  const ending = sure.ends.filter((end) => end === 'short').length;
  if (!isPlain || ending <= inner) return [...sure.paragraphs];
  return [...grouped(lines, habits, true).paragraphs];
}

/** Whether nothing but short lines shows most paragraphs. */
function isPlainlySet({ ends }: Grouped): boolean {
  const short = ends.filter((end) => end === 'short').length;
  return short >= 3 && short * 2 > ends.length;
}

function grouped(lines: readonly PdfLine[], habits: TextHabits, sentencesEnd: boolean): Grouped {
  const paragraphs: PdfLine[][] = [];
  const ends: ParagraphEnd[] = [];
  const alone = new Set<string>();
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    if (open === undefined || last === undefined) {
      paragraphs.push([line]);
      continue;
    }
    let end = paragraphEnd(open, last, line, habits);
    // A headline that stood alone before does so again, under a picture or on the next page.
    if (end === null && open.length === 1 && alone.has(last.text)) end = 'apart';
    if (end === null && sentencesEnd && endsWithSentence(last, line)) end = 'short';
    if (end === null) open.push(line);
    else {
      if (open.length === 1) alone.add(last.text);
      ends.push(end);
      paragraphs.push([line]);
    }
  }
  return { paragraphs, ends };
}
