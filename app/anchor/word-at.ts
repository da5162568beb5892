import { segmenterFor } from './segmenter.ts';
import { type TextRange, textRange } from './text-range.ts';

/**
 * The word under a caret: the one that the offset is in or at the start of, else the one that ends there, else `null`
 * (between punctuation, in white space, in an empty text). Never reaches beyond the block, and costs its length.
 * `language` is the text's (BCP 47) where known; word division in Chinese, Japanese and Thai is by dictionary.
 */
export function wordAt(text: string, offset: number, language?: string | null): TextRange | null {
  const blockStart = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const lineFeed = text.indexOf('\n', offset);
  const block = text.slice(blockStart, lineFeed < 0 ? text.length : lineFeed);
  const words = segmenterFor('word', language).segment(block);
  const caret = offset - blockStart;
  for (const at of [caret, caret - 1]) {
    const word = words.containing(at);
    if (word?.isWordLike === true) {
      return textRange(blockStart + word.index, blockStart + word.index + word.segment.length);
    }
  }
  return null;
}
