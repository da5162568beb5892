import type { Block } from '../record/text.ts';
import type { CanonicalText } from './canonical-text.ts';

const loneSurrogate = /\p{Surrogate}/u;

/**
 * Whether a text and its blocks are what rules T1 and T2 promise, in well-formed Unicode: for texts that come back from
 * disk or from another process. It does not hold them to T4 and T5, since a text stored by an earlier version is quoted
 * as it is stored. Linear.
 */
export function isCanonical({ text, blocks }: CanonicalText): boolean {
  if (loneSurrogate.test(text)) return false;
  let start = 0;
  for (const block of blocks) {
    if (block.start !== start || !isBlock(block)) return false;
    // Where the block should end: at the next line feed, or at the end of the text.
    const lineFeed = text.indexOf('\n', start);
    if (block.end !== (lineFeed === -1 ? text.length : lineFeed)) return false;
    start = block.end + 1;
  }
  // One past the text's end after the last block; a text without blocks is empty, and is no revision.
  return blocks.length > 0 && start === text.length + 1;
}

function isBlock({ kind, start, end, level }: Block): boolean {
  if (end <= start) return false;
  if (kind !== 'heading') return level === undefined;
  return level !== undefined && Number.isInteger(level) && level >= 1 && level <= 6;
}
