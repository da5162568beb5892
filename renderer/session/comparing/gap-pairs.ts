import { RangeIndex } from '../../../app/compare/range-index.ts';
import type { SharedRange } from '../../../app/compare/shared-passages.ts';
import type { Pane } from '../session-state.ts';
import type { ComparedPair } from './comparing-state.ts';

/** The pairs that one gap between two panes draws, by place. */
interface GapIndex {
  /** With both ends beside the gap, by the left one and by the right one. */
  readonly byLeft: RangeIndex<ComparedPair>;
  readonly byRight: RangeIndex<ComparedPair>;
  /** With one end beside the gap, in the left pane and in the right one. */
  readonly leftOnly: RangeIndex<ComparedPair>;
  readonly rightOnly: RangeIndex<ComparedPair>;
}

/** What a gap may have to draw. */
export interface GapPairs {
  readonly bands: readonly ComparedPair[];
  readonly left: readonly ComparedPair[];
  readonly right: readonly ComparedPair[];
}

const known = new WeakMap<readonly ComparedPair[], Map<string, GapIndex>>();

/**
 * The pairs with an end in `ours` of the left pane or in `theirs` of the right one. The first asking for a list of pairs and
 * a gap costs sorting, each later one what it finds.
 */
export function gapPairs(
  pairs: readonly ComparedPair[],
  left: Pane['id'],
  right: Pane['id'],
  ours: SharedRange,
  theirs: SharedRange,
): GapPairs {
  const index = indexOf(pairs, left, right);
  const bands = new Set(index.byLeft.meeting(ours.start, ours.end));
  for (const pair of index.byRight.meeting(theirs.start, theirs.end)) bands.add(pair);
  return {
    bands: [...bands],
    left: index.leftOnly.meeting(ours.start, ours.end),
    right: index.rightOnly.meeting(theirs.start, theirs.end),
  };
}

function indexOf(pairs: readonly ComparedPair[], left: Pane['id'], right: Pane['id']): GapIndex {
  const gaps = known.get(pairs) ?? new Map<string, GapIndex>();
  known.set(pairs, gaps);
  const key = `${left} ${right}`;
  const index = gaps.get(key) ?? madeIndex(pairs, left, right);
  gaps.set(key, index);
  return index;
}

function madeIndex(pairs: readonly ComparedPair[], left: Pane['id'], right: Pane['id']): GapIndex {
  const begin = pairs.filter((pair) => pair.left.paneId === left);
  const end = pairs.filter((pair) => pair.right.paneId === right);
  const both = begin.filter((pair) => pair.right.paneId === right);
  return {
    byLeft: new RangeIndex(both, (pair) => pair.left),
    byRight: new RangeIndex(both, (pair) => pair.right),
    leftOnly: new RangeIndex(
      begin.filter((pair) => pair.right.paneId !== right),
      (pair) => pair.left,
    ),
    rightOnly: new RangeIndex(
      end.filter((pair) => pair.left.paneId !== left),
      (pair) => pair.right,
    ),
  };
}
