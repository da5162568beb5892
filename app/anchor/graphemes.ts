import { segmenterFor } from './segmenter.ts';
import { type TextRange, textRange } from './text-range.ts';

/**
 * Whether `offset` stands between two letters as people count them (grapheme clusters of Unicode): not inside a letter
 * and its marks, a surrogate pair, a flag, an emoji made of several. Both ends of the text count. Cost: constant, but
 * where signs beyond Latin stand around the offset: then the length of their run.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return true;
  const from = runStart(text, offset);
  const run = text.slice(from, runEnd(text, offset));
  return graphemes(run).containing(offset - from)?.index === offset - from;
}

/** The next letter's end after an offset; the text's end at the text's end. */
export function nextGrapheme(text: string, offset: number): number {
  let next = Math.min(offset + 1, text.length);
  while (!isGraphemeBoundary(text, next)) next += 1;
  return next;
}

/** The start of the letter before an offset; 0 at the text's start. */
export function previousGrapheme(text: string, offset: number): number {
  let previous = Math.max(offset - 1, 0);
  while (!isGraphemeBoundary(text, previous)) previous -= 1;
  return previous;
}

/**
 * The smallest range of whole letters that contains [start, end): an end inside a letter moves outwards. Expects
 * 0 <= start <= end <= text.length; an empty range inside a letter becomes the letter.
 */
export function snapToGraphemes(text: string, start: number, end: number): TextRange {
  return textRange(
    isGraphemeBoundary(text, start) ? start : previousGrapheme(text, start),
    isGraphemeBoundary(text, end) ? end : nextGrapheme(text, end),
  );
}

const whiteSpace = /\s/u;

/** Whether the code unit at an offset is white space by itself: none that a mark stands on or a sign goes before. */
export function isBareSpace(text: string, at: number): boolean {
  return (
    whiteSpace.test(text.charAt(at)) &&
    isGraphemeBoundary(text, at) &&
    isGraphemeBoundary(text, at + 1)
  );
}

function graphemes(text: string): Intl.Segments {
  return segmenterFor('grapheme').segment(text);
}

/** Of two neighbours of these neither goes on in the other: Latin and what is below it, kana, ideographs. */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit !== 0xa9 && unit !== 0xae;
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** The last place before an offset from which on letters can be told without what stands before it. */
function runStart(text: string, offset: number): number {
  let start = offset - 1;
  while (start > 0 && !isPlain(text.charCodeAt(start))) start -= 1;
  return start;
}

function runEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && !isPlain(text.charCodeAt(end))) end += 1;
  return end;
}
