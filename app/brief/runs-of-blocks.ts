import type { RichTextNode } from '../record/rich-text.ts';

/** Beyond so many blocks a part is split. */
const mostBlocks = 24;
/** Beyond so many characters of JSON, too, unless it is one block. */
const mostCharacters = 16_000;
/** What a new part is filled up to: it may grow before it is split. */
const share = 0.5;

const lengths = new WeakMap<RichTextNode, number>();

/** How long a block is when it is written, in UTF-16 code units. Measured once. */
function lengthOf(block: RichTextNode): number {
  const known = lengths.get(block);
  if (known !== undefined) return known;
  const length = JSON.stringify(block).length;
  lengths.set(block, length);
  return length;
}

/** Whether blocks are too many, or too long, for one part. */
export function isLong(blocks: readonly RichTextNode[]): boolean {
  if (blocks.length < 2) return false;
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  return blocks.length > mostBlocks || length > mostCharacters;
}

/** Blocks cut into runs for parts, each with at least one. Blocks that fit into one part stay together. */
export function runsOf(blocks: readonly RichTextNode[]): readonly (readonly RichTextNode[])[] {
  if (!isLong(blocks)) return blocks.length === 0 ? [] : [blocks];
  const runs: RichTextNode[][] = [];
  let run: RichTextNode[] = [];
  let length = 0;
  for (const block of blocks) {
    const isFull =
      run.length >= mostBlocks * share || length + lengthOf(block) > mostCharacters * share;
    if (run.length > 0 && isFull) {
      runs.push(run);
      run = [];
      length = 0;
    }
    run.push(block);
    length += lengthOf(block);
  }
  runs.push(run);
  return runs;
}
