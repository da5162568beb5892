import type { Extent } from '../../../app/compare/scroll-map.ts';
import type { Pane } from '../session-state.ts';
import type { ComparedReaders } from './compared-readers.ts';
import type { ComparedEnd, ComparedPair } from './comparing-state.ts';

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
  /** The pane of the other end. */
  readonly other: Pane['id'];
}

/** What is drawn in the gap between two panes (rule W8): bands with at least one end in view, and marks in view. */
export function bandsBetween(
  readers: ComparedReaders,
  pairs: readonly ComparedPair[],
  left: Pane['id'],
  right: Pane['id'],
  gapTop: number,
): { readonly bands: readonly Band[]; readonly marks: readonly BandMark[] } {
  const bands: Band[] = [];
  const marks: BandMark[] = [];
  for (const pair of pairs) {
    if (pair.left.paneId === left && pair.right.paneId === right) {
      const one = readers.place(pair.left);
      const other = readers.place(pair.right);
      if (one === null || other === null) continue;
      if (!isSeen(one) && !isSeen(other)) continue;
      bands.push({ pair, left: clipped(one, gapTop), right: clipped(other, gapTop) });
      continue;
    }
    for (const [end, other] of [
      [pair.left, pair.right],
      [pair.right, pair.left],
    ] as const) {
      const side = end.paneId === left ? 'left' : end.paneId === right ? 'right' : null;
      // Beside the pane, towards the other one.
      if (side === null || (side === 'left') !== (end === pair.left)) continue;
      const mark = markOf(readers, end, gapTop);
      if (mark !== null) marks.push({ pair, side, top: mark, other: other.paneId });
    }
  }
  return { bands, marks };
}

interface Place {
  readonly extent: Extent;
  readonly view: Extent;
}

function isSeen({ extent, view }: Place): boolean {
  return extent.bottom > view.top && extent.top < view.bottom;
}

function clipped({ extent, view }: Place, gapTop: number): Extent {
  const within = (at: number): number => Math.min(view.bottom, Math.max(view.top, at)) - gapTop;
  return { top: within(extent.top), bottom: within(extent.bottom) };
}

function markOf(readers: ComparedReaders, end: ComparedEnd, gapTop: number): number | null {
  const place = readers.place(end);
  return place === null || !isSeen(place) ? null : clipped(place, gapTop).top;
}
