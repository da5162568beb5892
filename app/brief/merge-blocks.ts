import type { RichTextNode } from '../record/rich-text.ts';
import { keptBlocks, sameBlock } from './kept-blocks.ts';

/** Two versions of a document put together. */
export interface MergedBlocks {
  readonly blocks: readonly RichTextNode[];
  /** How many stretches both had changed, each otherwise: what both say stands there, one below the other. */
  readonly conflicts: number;
}

/** A block of the result, and whether it comes from their version alone. */
interface Taken {
  readonly block: RichTextNode;
  readonly isTheirs: boolean;
}

interface MergedStretch {
  readonly taken: readonly Taken[];
  readonly conflicts: number;
}

/**
 * Puts two versions of the blocks of one document together (rule I29): a stretch that only one of them changed is as that one
 * has it, one that both changed is kept as both have it, `mine` first. Nothing that either wrote is lost, and no block stands
 * there more often than in one of the two: one that both moved is where `mine` has it. Blocks that stay are the objects of
 * `mine`. Cost: that of comparing blocks, twice (`keptBlocks`).
 */
export function mergeBlocks(
  base: readonly RichTextNode[],
  mine: readonly RichTextNode[],
  theirs: readonly RichTextNode[],
): MergedBlocks {
  const inMine = placesIn(keptBlocks(base, mine));
  const inTheirs = placesIn(keptBlocks(base, theirs));
  const taken: Taken[] = [];
  let conflicts = 0;
  let [at, mineAt, theirsAt] = [0, 0, 0];
  const take = (to: number, mineTo: number, theirsTo: number): void => {
    const stretch = mergeStretch(
      base.slice(at, to),
      mine.slice(mineAt, mineTo),
      theirs.slice(theirsAt, theirsTo),
      [...theirs.slice(0, theirsAt), ...theirs.slice(theirsTo)],
    );
    taken.push(...stretch.taken);
    conflicts += stretch.conflicts;
  };
  for (const place of base.keys()) {
    const [own, other] = [inMine.get(place), inTheirs.get(place)];
    if (own === undefined || other === undefined) continue;
    take(place, own, other);
    taken.push({ block: mine[own] as RichTextNode, isTheirs: false });
    [at, mineAt, theirsAt] = [place + 1, own + 1, other + 1];
  }
  take(base.length, mine.length, theirs.length);
  return { blocks: withoutSurplus(taken, mine, theirs), conflicts };
}

/**
 * Leaves those of their blocks out that would stand there more often than in either version: both moved them. What comes
 * from `mine` is never too much.
 */
function withoutSurplus(
  taken: readonly Taken[],
  mine: readonly RichTextNode[],
  theirs: readonly RichTextNode[],
): readonly RichTextNode[] {
  const blocks = taken.map(({ block }) => block);
  if (!taken.some(({ isTheirs }) => isTheirs)) return blocks;
  const [inMine, inTheirs] = [countBlocks(mine), countBlocks(theirs)];
  const counts = countBlocks(blocks);
  return taken.flatMap(({ block, isTheirs }) => {
    if (!isTheirs) return block;
    const key = JSON.stringify(block);
    const count = counts.get(key) ?? 0;
    if (count <= Math.max(inMine.get(key) ?? 0, inTheirs.get(key) ?? 0)) return block;
    counts.set(key, count - 1);
    return [];
  });
}

function countBlocks(blocks: readonly RichTextNode[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const key = JSON.stringify(block);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Where the blocks of before stand after. */
function placesIn(kept: readonly (number | null)[]): ReadonlyMap<number, number> {
  return new Map(kept.flatMap((place, index) => (place === null ? [] : [[place, index] as const])));
}

/** Between two blocks that stayed in both. `elsewhere`: the blocks of theirs outside it. */
function mergeStretch(
  base: readonly RichTextNode[],
  mine: readonly RichTextNode[],
  theirs: readonly RichTextNode[],
  elsewhere: readonly RichTextNode[],
): MergedStretch {
  if (sameBlocks(base, theirs) || sameBlocks(mine, theirs)) {
    return { taken: from(mine, false), conflicts: 0 };
  }
  if (sameBlocks(base, mine)) return { taken: from(theirs, true), conflicts: 0 };
  const isIn = (list: readonly RichTextNode[]) => (block: RichTextNode) =>
    list.some((one) => sameBlock(one, block));
  const isKnown = isIn([...base, ...mine]);
  const first = Math.max(0, theirs.findIndex(isIn(base)));
  const [before, behind] = [theirs.slice(0, first), theirs.slice(first)].map((list) =>
    list.filter((block) => !isKnown(block)),
  ) as [RichTextNode[], RichTextNode[]];
  // Whoever has all of what was there has only put something beside it.
  const isTorn = before.length + behind.length > 0 && !base.every(isIn(theirs));
  // What they moved away from here stands there, and not twice.
  const isMoved = (block: RichTextNode): boolean =>
    isIn(base)(block) && !isIn(theirs)(block) && isIn(elsewhere)(block);
  const own = mine.filter((block) => !isMoved(block));
  return {
    taken: [...from(before, true), ...from(own, false), ...from(behind, true)],
    conflicts: isTorn ? 1 : 0,
  };
}

function from(blocks: readonly RichTextNode[], isTheirs: boolean): readonly Taken[] {
  return blocks.map((block) => ({ block, isTheirs }));
}

function sameBlocks(one: readonly RichTextNode[], other: readonly RichTextNode[]): boolean {
  return one.length === other.length && one.every((block, index) => sameBlock(block, other[index]));
}
