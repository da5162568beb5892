import type { Node } from 'prosemirror-model';

/** A brief as one text to be searched, with the way back to positions of the document. */
export interface SearchableText {
  readonly text: string;
  /** The position in the document of an offset of the text; one between two lines has none and gives `null`. */
  positionOf(offset: number): number | null;
  /** The offset of the first letter at or behind a position of the document. */
  offsetFrom(position: number): number;
}

/** What stands in the text for a citation, a reference, a footnote or a break: no letter, and nothing that is replaced. */
export const notText = '\ufffc';

/** A stretch of text that stands in the document as it stands here. */
interface Stretch {
  readonly offset: number;
  readonly position: number;
  readonly length: number;
}

/** The lines of a block, each beginning at a position of it, made once. */
const knownLines = new WeakMap<Node, readonly { readonly text: string; readonly at: number }[]>();

/**
 * Makes a document searchable: each line of text a line, footnotes behind the line that they stand in. Cost: what changed
 * since the last time, and putting the lines together.
 */
export function searchableText(doc: Node): SearchableText {
  const stretches: Stretch[] = [];
  const lines: string[] = [];
  let offset = 0;
  doc.forEach((block, position) => {
    const ofBlock = knownLines.get(block) ?? linesOf(block);
    knownLines.set(block, ofBlock);
    for (const { text, at } of ofBlock) {
      stretches.push({ offset, position: position + at, length: text.length });
      lines.push(text);
      offset += text.length + 1;
    }
  });
  return {
    text: lines.join('\n'),
    positionOf: (wanted) => {
      const stretch = lastUpTo(stretches, ({ offset: start }) => start <= wanted);
      if (stretch === null || wanted > stretch.offset + stretch.length) return null;
      return stretch.position + wanted - stretch.offset;
    },
    offsetFrom: (position) => {
      // A footnote's line stands behind the line around it, but begins within that: the line it is in is found by both ends.
      const within = stretches.findLast(
        (one) => one.position <= position && position <= one.position + one.length,
      );
      if (within !== undefined) return within.offset + position - within.position;
      return stretches.find((one) => one.position >= position)?.offset ?? offset;
    },
  };
}

function lastUpTo(
  stretches: readonly Stretch[],
  isUpTo: (one: Stretch) => boolean,
): Stretch | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = stretches[middle];
    if (one !== undefined && isUpTo(one)) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1] ?? null;
}

/** Positions count from before the block: its content begins at 1. */
function linesOf(block: Node): readonly { readonly text: string; readonly at: number }[] {
  const lines: { text: string; at: number }[] = [];
  const line = (parent: Node, start: number): void => {
    const own = { text: '', at: start };
    lines.push(own);
    parent.forEach((child, at) => {
      own.text += child.isText ? (child.text ?? '') : notText.repeat(child.nodeSize);
      if (!child.isText && child.inlineContent && !child.isLeaf) line(child, start + at + 1);
    });
  };
  const walk = (node: Node, start: number): void => {
    if (node.isLeaf) return;
    if (node.inlineContent) line(node, start);
    else {
      node.forEach((child, at) => {
        walk(child, start + at + 1);
      });
    }
  };
  walk(block, 1);
  return lines;
}
