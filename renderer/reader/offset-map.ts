import type { Brand, TextOffset } from '../../app/base/brand.ts';
import type { Block } from '../../app/record/text.ts';

/** A position in the reader's ProseMirror document. Lives as long as the view: never stored, never a `TextOffset`. */
export type PmPos = Brand<number, 'PmPos'>;

/** Translates between offsets of a revision and positions in its document (rules P1 and P2). Each way O(log blocks). */
export interface OffsetMap {
  /** Of an offset from 0 to the text's length. Throws a `RangeError` for any other number. */
  toPos(offset: TextOffset): PmPos;
  /** Of a position from 0 to the document's size. Throws a `RangeError` for any other number. */
  toOffset(pos: number): TextOffset;
}

/** The map for a revision's blocks. Keeps them; copies nothing. */
export function makeOffsetMap(blocks: readonly Block[]): OffsetMap {
  const length = blocks.at(-1)?.end ?? 0;
  // Each block costs its text and two tokens, where the text has one line feed between two blocks.
  const size = blocks.length === 0 ? 0 : length + blocks.length + 1;
  return {
    toPos(offset) {
      assertWithin(offset, length, 'offset');
      return (blocks.length === 0 ? 0 : offset + blockIndexAt(blocks, offset) + 1) as PmPos;
    },
    toOffset(pos) {
      assertWithin(pos, size, 'position');
      const index = lastIndexWhere(blocks, (block, at) => block.start + at + 1 <= pos);
      const end = blocks[index]?.end ?? 0;
      return Math.max(0, Math.min(pos - index - 1, end)) as TextOffset;
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
