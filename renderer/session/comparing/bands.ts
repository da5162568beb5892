import type { Extent } from '../../../app/compare/scroll-map.ts';
import type { Pane } from '../session-state.ts';
import type { ComparedReaders } from './compared-readers.ts';
import type { ComparedPair } from './comparing-state.ts';
import { gapPairs } from './gap-pairs.ts';

/** A band between two panes that stand side by side, in pixels from the top of the gap. */
export interface Band {
  readonly pair: ComparedPair;
  readonly left: Extent;
  readonly right: Extent;
}

/** The mark of a pair whose other end is in a pane further away. */
export interface BandMark {
  readonly pair: ComparedPair;
  /** On which side of the gap its own pane is. */
  readonly side: 'left' | 'right';
  readonly top: number;
  /** How many marks stand beside it already, between it and its pane. */
  readonly beside: number;
  /** The pane of the other end. */
  readonly other: Pane['id'];
}

/** Of a mark, in pixels. */
const markHeight = 16;

/**
 * What is drawn in the gap between two panes (rule W8): bands with at least one end in view, and marks in view. Cost: what
 * stands in the blocks that are in view, however many pairs there are.
 */
export function bandsBetween(
  readers: ComparedReaders,
  pairs: readonly ComparedPair[],
  left: Pane['id'],
  right: Pane['id'],
  gapTop: number,
): { readonly bands: readonly Band[]; readonly marks: readonly BandMark[] } {
  const bands: Band[] = [];
  const marks: BandMark[] = [];
  const ours = readers.view(left);
  const theirs = readers.view(right);
  if (ours === null || theirs === null) return { bands, marks };
  const seen = gapPairs(pairs, left, right, ours.near, theirs.near);
  for (const pair of seen.bands) {
    const one = ours.place(pair.left);
    const other = theirs.place(pair.right);
    if (one === null || other === null) continue;
    if (!isSeen(one, ours.view) && !isSeen(other, theirs.view)) continue;
    bands.push({
      pair,
      left: clipped(one, ours.view, gapTop),
      right: clipped(other, theirs.view, gapTop),
    });
  }
  const mark = (pair: ComparedPair, side: BandMark['side']): void => {
    // Beside the pane, towards the one of the other end.
    const [pane, end, other] =
      side === 'left' ? [ours, pair.left, pair.right] : [theirs, pair.right, pair.left];
    const place = pane.place(end);
    if (place === null || !isSeen(place, pane.view)) return;
    const { top } = clipped(place, pane.view, gapTop);
    const beside = marks.filter(
      (one) => one.side === side && Math.abs(one.top - top) < markHeight,
    ).length;
    marks.push({ pair, side, top, beside, other: other.paneId });
  };
  for (const pair of seen.left) mark(pair, 'left');
  for (const pair of seen.right) mark(pair, 'right');
  return { bands, marks };
}

function isSeen(extent: Extent, view: Extent): boolean {
  return extent.bottom > view.top && extent.top < view.bottom;
}

function clipped(extent: Extent, view: Extent, gapTop: number): Extent {
  const within = (at: number): number => Math.min(view.bottom, Math.max(view.top, at)) - gapTop;
  return { top: within(extent.top), bottom: within(extent.bottom) };
}
