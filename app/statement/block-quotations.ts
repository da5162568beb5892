import type { RevisionText } from '../record/text.ts';

/** Blocks that stand one behind another and are one quotation. */
export interface BlockQuotation {
  /** Indexes of its first block and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** Where its words end, what names the speaker in its last line left out. */
  readonly end: number;
}

/** A line that names who said what stands above: "— Yuri Ushakov, adviser". */
const dashLine = /^[—–―-]{1,2}\s?(?=\p{Lu})/u;
const longestDashLine = 120;

/** The quotations of a text that are blocks of their own, in order. Linear. */
export function blockQuotations({ blocks }: RevisionText): BlockQuotation[] {
  const found: BlockQuotation[] = [];
  for (let from = 0; from < blocks.length; from += 1) {
    if (blocks[from]?.kind !== 'quotation') continue;
    let to = from + 1;
    while (blocks[to]?.kind === 'quotation') to += 1;
    found.push({ from, to, end: blocks[to - 1]?.end ?? 0 });
    from = to - 1;
  }
  return found;
}

/** Where the name begins in a block that does nothing but say who said what stands above it; `null`: it is none. */
export function dashLineName({ text, blocks }: RevisionText, index: number): number | null {
  const block = blocks[index];
  if (block === undefined || block.end - block.start > longestDashLine) return null;
  const match = dashLine.exec(text.slice(block.start, block.end));
  return match === null ? null : block.start + match[0].length;
}
