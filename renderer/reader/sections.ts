import type { Node } from 'prosemirror-model';

/**
 * How a reader's document is divided: a long text into sections of a few blocks each, which the browser lays out one by one
 * as they come near the view; any other not at all. Indexes are those of blocks and of sections from the document's start.
 */
export interface Sections {
  /** The first block of each section; empty if the text is not divided. */
  readonly starts: readonly number[];
  readonly blockCount: number;
  /** The section that holds a block; -1 if the text is not divided. O(1). */
  sectionOf(block: number): number;
}

const known = new WeakMap<Node, Sections>();

/** Of a reader's document, which never changes: worked out once. */
export function sectionsOf(document: Node): Sections {
  const found = known.get(document) ?? divisionOf(document);
  known.set(document, found);
  return found;
}

/** The node of a block; `null` where there is none. O(1). */
export function blockNode(document: Node, block: number): Node | null {
  const { starts, sectionOf } = sectionsOf(document);
  const section = sectionOf(block);
  if (section < 0) return document.maybeChild(block);
  return document.maybeChild(section)?.maybeChild(block - (starts[section] ?? 0)) ?? null;
}

function divisionOf(document: Node): Sections {
  const starts: number[] = [];
  const sectionOfBlock: number[] = [];
  document.forEach((child) => {
    if (child.type.name !== 'section') return;
    starts.push(sectionOfBlock.length);
    for (let at = 0; at < child.childCount; at += 1) sectionOfBlock.push(starts.length - 1);
  });
  return {
    starts,
    blockCount: starts.length === 0 ? document.childCount : sectionOfBlock.length,
    sectionOf: (block) => sectionOfBlock[block] ?? -1,
  };
}
