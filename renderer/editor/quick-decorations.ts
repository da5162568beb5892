import type { Node } from 'prosemirror-model';
import { DecorationSet } from 'prosemirror-view';

/** A set with the decorations of each of its blocks by the place of the block. */
const quickSets = new WeakMap<DecorationSet, DecorationSet>();

/**
 * The same set, in which the decorations of a block are found at once. prosemirror-view (1.42, `DecorationSet.forChild`) looks
 * for those of each block of the document from the first one on, with each key: with 1,000 citations in 1,400 blocks that was
 * a quarter of what a key costs in script. For sets whose decorations are all of nodes: those of words, which go over
 * several blocks, would be missed. Where the package keeps its sets otherwise, the set itself is given back.
 */
export function quickDecorations(set: DecorationSet): DecorationSet {
  const known = quickSets.get(set);
  if (known !== undefined) return known;
  const byOffset = blocksOf(set);
  const quick: DecorationSet =
    byOffset === null
      ? set
      : Object.create(set, {
          forChild: {
            value: (offset: number, child: Node) =>
              (child.isLeaf ? undefined : byOffset.get(offset)) ?? DecorationSet.empty,
          },
        });
  quickSets.set(set, quick);
  return quick;
}

/** The package keeps them as a flat list: from, to, the set of the block there. */
function blocksOf(set: DecorationSet): Map<number, DecorationSet> | null {
  const { children } = set as unknown as { readonly children?: unknown };
  if (!Array.isArray(children) || children.length % 3 !== 0) return null;
  const blocks = new Map<number, DecorationSet>();
  for (let index = 0; index < children.length; index += 3) {
    const [from, , block] = children.slice(index, index + 3) as readonly unknown[];
    if (typeof from !== 'number' || !(block instanceof DecorationSet)) return null;
    blocks.set(from, block);
  }
  return blocks;
}
