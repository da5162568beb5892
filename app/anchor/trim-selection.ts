import { isBareSpace, snapToGraphemes } from './graphemes.ts';
import { type TextRange, textRange } from './text-range.ts';

/**
 * What a selection between two offsets means, given in either order: whole letters as people count them, without the
 * white space (line feeds between blocks and no-break spaces included) at both ends. `null` when nothing else was
 * selected. Offsets outside the text count as its nearer end.
 */
export function trimSelection(text: string, anchor: number, head: number): TextRange | null {
  const from = clamp(Math.min(anchor, head), text.length);
  const to = clamp(Math.max(anchor, head), text.length);
  if (from === to) {
    return null;
  }
  let { start, end }: { start: number; end: number } = snapToGraphemes(text, from, to);
  while (start < end && isBareSpace(text, start)) {
    start += 1;
  }
  while (end > start && isBareSpace(text, end - 1)) {
    end -= 1;
  }
  return start === end ? null : textRange(start, end);
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
