import type { Hit } from './find-hits.ts';
import { foldedWords } from './folded-words.ts';

/** How much of the text is shown on either side of a hit, in UTF-16 code units. */
const contextLength = 80;
/** How much of it counts in sorting. */
const sortedLength = 60;

/** A hit with the text on both sides of it (rule S11). */
export interface HitContext {
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}

/** A hit in its context: the text as it is, line feeds too, never split inside a surrogate pair. */
export function hitContext(text: string, { start, end }: Hit): HitContext {
  return {
    left: text.slice(contextStart(text, start, contextLength), start),
    hit: text.slice(start, end),
    right: text.slice(end, contextEnd(text, end, contextLength)),
  };
}

/**
 * What a hit is sorted by, for code unit order: the words before it read backwards, those after it, or its own, each
 * followed by what tells equals apart.
 */
export function hitSortKey(text: string, hit: Hit, by: 'left' | 'right' | 'hit'): string {
  const { start, end } = hit;
  if (by === 'left') {
    const before = text.slice(contextStart(text, start, sortedLength), start);
    return foldedWords(before).reverse().join(' ');
  }
  const after = text.slice(end, contextEnd(text, end, sortedLength));
  const right = foldedWords(after).join(' ');
  return by === 'right' ? right : `${foldedWords(text.slice(start, end)).join(' ')}\n${right}`;
}

function contextStart(text: string, start: number, length: number): number {
  const from = Math.max(0, start - length);
  const unit = text.charCodeAt(from);
  return from > 0 && unit >= 0xdc00 && unit <= 0xdfff ? from + 1 : from;
}

function contextEnd(text: string, end: number, length: number): number {
  const to = Math.min(text.length, end + length);
  const unit = text.charCodeAt(to - 1);
  return to < text.length && unit >= 0xd800 && unit <= 0xdbff ? to - 1 : to;
}
