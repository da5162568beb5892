import type { Brand, TextOffset } from '../../app/base/brand.ts';
import type { Block } from '../../app/record/text.ts';
import type { Sections } from './sections.ts';

/** A position in the reader's ProseMirror document. Lives as long as the view: never stored, never a `TextOffset`. */
export type PmPos = Brand<number, 'PmPos'>;

/** Translates between offsets of a revision and positions in its document (rules P1 and P2). Each way O(log blocks). */
export interface OffsetMap {
  /** Of an offset from 0 to the text's length. Throws a `RangeError` for any other number. */
  toPos(offset: TextOffset): PmPos;
  /** Of a position from 0 to the document's size. Throws a `RangeError` for any other number. */
  toOffset(pos: number): TextOffset;
}

/** The map for a revision's blocks, in the sections of its document (absent: in none). Keeps both; copies nothing. */
export function makeOffsetMap(blocks: readonly Block[], sections?: Sections): OffsetMap {
  const length = blocks.at(-1)?.end ?? 0;
  // Each block costs its text and two tokens, where the text has one line feed between two blocks.
  const ends = sections === undefined ? 0 : 2 * sections.starts.length;
  const size = blocks.length === 0 ? 0 : length + blocks.length + 1 + ends;
  // The tokens before a block's text: its own first and the last of those before it, less their line feeds, and sections'.
  const before = (at: number): number =>
    at + 1 + (sections === undefined ? 0 : Math.max(0, 2 * sections.sectionOf(at) + 1));
  return {
    toPos(offset) {
      assertWithin(offset, length, 'offset');
      return (blocks.length === 0 ? 0 : offset + before(blockIndexAt(blocks, offset))) as PmPos;
    },
    toOffset(pos) {
      assertWithin(pos, size, 'position');
      const index = lastIndexWhere(blocks, (block, at) => block.start + before(at) <= pos);
      const end = blocks[index]?.end ?? 0;
      return Math.max(0, Math.min(pos - before(index), end)) as TextOffset;
    },
  };
}

/**
 * The index of the block that holds an offset of the text; of an offset at a line feed, the block before it. 0 where
 * there is no block. O(log blocks).
 */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  return lastIndexWhere(blocks, (block) => block.start <= offset);
}

/** The last index whose block meets a condition that all blocks before it meet too; 0 if none does. */
function lastIndexWhere(
  blocks: readonly Block[],
  condition: (block: Block, index: number) => boolean,
): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const block = blocks[middle];
    if (block !== undefined && condition(block, middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

function assertWithin(value: number, last: number, what: string): void {
  if (!Number.isInteger(value) || value < 0 || value > last) {
    throw new RangeError(`No ${what} ${value} in a text that ends at ${last}`);
  }
}
