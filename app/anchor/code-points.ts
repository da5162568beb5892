import { type TextRange, textRange } from './text-range.ts';

/** Whether `offset` stands between the two halves of a surrogate pair of `text`. False at and beyond both ends. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

/**
 * The smallest range of whole code points that contains [start, end): a start or an end inside a surrogate pair moves
 * outwards. Expects 0 <= start <= end <= text.length; an empty range inside a pair becomes the pair.
 */
export function snapToCodePoints(text: string, start: number, end: number): TextRange {
  return textRange(
    splitsSurrogatePair(text, start) ? start - 1 : start,
    splitsSurrogatePair(text, end) ? end + 1 : end,
  );
}

// NaN, which charCodeAt gives outside the text, is in neither range.
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
