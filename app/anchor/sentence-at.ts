import type { Block } from '../record/text.ts';
import { segmenterFor } from './segmenter.ts';
import { type TextRange, textRange } from './text-range.ts';
import { trimSelection } from './trim-selection.ts';

/**
 * The segmenter ends a sentence after every full stop that a capital follows. These do not end one: a single capital
 * ("J. Smith", "U.S. Senate"), and titles that stand before a name. A guess for the analyst's convenience, no more.
 */
const noSentenceEnd =
  /(?:^|[\s\p{P}])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|No|Nos|vs|cf|approx|ca|Mme|Mlle|Hr|Fr|Sr|Sra)\.\s*$/u;

/**
 * The sentence of a block that holds `offset`, without white space at its ends; at the block's end, the last one.
 * `block` must be a block of `text`; an offset outside it counts as its nearer end. `null` only for a block of nothing
 * but white space. Costs the block's length.
 */
export function sentenceAt(
  text: string,
  block: Pick<Block, 'start' | 'end'>,
  offset: number,
  language?: string | null,
): TextRange | null {
  const caret = Math.min(Math.max(offset, block.start), block.end - 1);
  for (const range of stretchesOf(text, block, language)) {
    if (caret < range.end) return trimSelection(text, range.start, range.end);
  }
  return null;
}

/** The sentences of a block in order, each without white space at its ends. Costs the block's length. */
export function* sentencesOf(
  text: string,
  block: Pick<Block, 'start' | 'end'>,
  language?: string | null,
): Generator<TextRange> {
  for (const { start, end } of stretchesOf(text, block, language)) {
    const sentence = trimSelection(text, start, end);
    if (sentence !== null) yield sentence;
  }
}

/** What a block falls into, sentence by sentence with the white space around them. */
function* stretchesOf(
  text: string,
  block: Pick<Block, 'start' | 'end'>,
  language?: string | null,
): Generator<TextRange> {
  const blockText = text.slice(block.start, block.end);
  let start = 0;
  for (const { index, segment } of segmenterFor('sentence', language).segment(blockText)) {
    const end = index + segment.length;
    if (end < blockText.length && noSentenceEnd.test(blockText.slice(start, end))) {
      continue;
    }
    yield textRange(block.start + start, block.start + end);
    start = end;
  }
}
