import { listMarkOf } from './list-marks.ts';
import type { PdfLine } from './pdf-line.ts';
import { sameSize, type TextHabits } from './text-habits.ts';

// Closing marks may follow.
const endsSentence = /[.!?:;…。！？：；]["'”’»›“‘」』)\]]*$/u;
const endsWithHyphen = /\p{L}[-\u2010\u00ad]$/u;
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/;

/** Further in than this, in the letters' size, is an indentation. */
const smallestIndent = 0.75;

/**
 * What says that a paragraph ends between two lines: that they stand `apart`, by distance, indentation or kind; that the
 * first is `short`, with room for the next word. `null`: nothing does.
 */
export type ParagraphEnd = 'apart' | 'short' | null;

/**
 * Whether a paragraph ends with `line` and `next` begins another (rule T14). `open` are the
 * paragraph's lines so far, `line` the last of them.
 */
export function paragraphEnd(
  open: readonly PdfLine[],
  line: PdfLine,
  next: PdfLine,
  habits: TextHabits,
): ParagraphEnd {
  if (line.isCell || next.isCell) return 'apart';
  if (!sameSize(line.size, next.size)) return 'apart';
  if (listMarkOf(next.text) === 'bullet') return 'apart';
  return line.column === next.column
    ? endsInColumn(open, line, next, habits)
    : endsAcross(line, next, habits);
}

function endsInColumn(
  open: readonly PdfLine[],
  line: PdfLine,
  next: PdfLine,
  habits: TextHabits,
): ParagraphEnd {
  const distance = next.baseline - line.baseline;
  if (distance <= 0 || distance > habits.leading(line.size) * 1.25 + 0.5) return 'apart';
  // Headings are broken where it looks well, and stand apart from what follows.
  if (line.size > habits.bodySize * 1.1) return null;
  const indent = smallestIndent * line.size;
  const before = open.at(-2) ?? null;
  const mark = before === null ? listMarkOf(line.text) : null;
  const [first] = open;
  const isItem = first !== undefined && listMarkOf(first.text) === 'number';
  if (isItem && listMarkOf(next.text) === 'number' && Math.abs(next.left - first.left) < indent) {
    return 'apart';
  }
  if (mark !== null) {
    // An item goes on under its words, or under its mark where nothing hangs.
    const words = wordsLeft(line);
    if (Math.abs(next.left - words) < indent) return null;
    if (Math.abs(next.left - line.left) >= indent) return 'apart';
    if (mark === 'bullet') return 'apart';
    return wouldFit(line, next) ? 'short' : null;
  }
  if (next.left - line.left > indent && !isCentred(line, next)) return 'apart';
  if (before !== null && line.left - next.left > indent && !isCentred(line, next)) {
    // Back out to the margin, from lines that all stood further in.
    if (Math.abs(before.left - line.left) < indent) return 'apart';
  }
  return wouldFit(line, next) ? 'short' : null;
}

/** From one column or page to the next no distance tells, only the indentation and whether the last line is full. */
function endsAcross(line: PdfLine, next: PdfLine, habits: TextHabits): ParagraphEnd {
  if (line.size > habits.bodySize * 1.1) return 'apart';
  if (listMarkOf(next.text) === 'number') return 'apart';
  const indent = smallestIndent * next.size;
  const isIndented = next.left - next.column.left > indent;
  // A list or a quotation goes on as far in as it was.
  const wasIndented = line.left - line.column.left > indent;
  if (isIndented && !wasIndented) return 'apart';
  return wouldFit(line, next) ? 'short' : null;
}

/** Where the words of an item begin, behind its mark. */
function wordsLeft(line: PdfLine): number {
  const [first, second] = line.fragments.filter(({ text }) => text.trim() !== '');
  if (first === undefined) return line.left;
  return listMarkOf(first.text.trim()) !== null && second !== undefined ? second.left : line.left;
}

function isCentred(line: PdfLine, next: PdfLine): boolean {
  const middle = (line.left + line.right) / 2;
  const nextMiddle = (next.left + next.right) / 2;
  return (
    Math.abs(middle - nextMiddle) < line.size * 0.5 &&
    line.left - line.column.left > line.size &&
    next.left - next.column.left > line.size
  );
}

/**
 * Whether the next line's first word would have found room behind the last: then the line was ended on purpose. Where the
 * words go on in the middle of a sentence the line has to be plainly short, since some programs even out ragged lines.
 */
function wouldFit(line: PdfLine, next: PdfLine): boolean {
  if (endsWithHyphen.test(line.text)) return false;
  const room = line.column.right - line.right;
  const isWide = wide.test(line.text.slice(-1)) || wide.test(next.text[0] ?? '');
  // Rules of Chinese and Japanese keep up to two signs from a line's end.
  if (isWide) return room > line.size * 3.2;
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const piece = /^[^\s\-\u2010–—/]*[-\u2010–—/]?/.exec(next.text)?.[0] ?? word;
  const needs = (text: string) => (text.length + 1) * letter;
  const goesOn = !endsSentence.test(line.text) && /^[\p{Ll}\p{N}(]/u.test(next.text);
  if (goesOn) return room > Math.max(needs(word), (line.column.right - line.column.left) * 0.4);
  return room > needs(endsSentence.test(line.text) ? piece : word);
}

/** Whether one line ends with a sentence and the next begins with one. */
export function endsWithSentence(line: PdfLine, next: PdfLine): boolean {
  return endsSentence.test(line.text) && /^["“‘«„([]?[\p{Lu}\p{N}]/u.test(next.text);
}
