import type { EditorView } from 'prosemirror-view';
import type { TextOffset } from '../../app/base/brand.ts';
import type { Block } from '../../app/record/text.ts';
import type { OffsetMap } from './offset-map.ts';

/** Says and sets which part of the text is in view. Each call forces a layout if the DOM has changed. */
export interface ScrollPosition {
  /** The offset at the start of the first line that is wholly or for its greater part in view. */
  topVisibleOffset(): TextOffset;
  /**
   * Scrolls the line of an offset to a fraction of the height in view: 0 its top, 1 its bottom. At once, unanimated. In a
   * long text heights are guesses until their blocks are in view, so the place is set right in the next few frames.
   */
  scrollTo(offset: TextOffset, fraction: number): void;
  /** Lets go of a place that is still being set right. */
  stop(): void;
}

/** In how many frames after a jump the blocks around it may come to their true heights. */
const correctionCount = 3;

/** `scroller` must be the element that scrolls the view's, with nothing else above the text in it that scrolls. */
export function scrollPosition(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
  long: boolean,
): ScrollPosition {
  let frame = 0;

  /** The middle of the line that holds an offset, from the top of what is in view. */
  function lineMiddle(offset: number): number {
    const { top, bottom } = view.coordsAtPos(offsets.toPos(offset as TextOffset), 1);
    return (top + bottom) / 2 - scroller.getBoundingClientRect().top;
  }

  function place(offset: TextOffset, fraction: number, corrections: number): void {
    const { top } = view.coordsAtPos(offsets.toPos(offset), 1);
    const fromTop = top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += fromTop - scroller.clientHeight * fraction;
    if (corrections > 0) {
      frame = requestAnimationFrame(() => place(offset, fraction, corrections - 1));
    }
  }

  return {
    topVisibleOffset() {
      const index = firstWhere(0, blocks.length - 1, (at) => lineMiddle(blocks[at]?.end ?? 0) > 0);
      const block = blocks[index];
      if (block === undefined) {
        return 0 as TextOffset;
      }
      return firstWhere(block.start, block.end, (offset) => lineMiddle(offset) > 0) as TextOffset;
    },
    scrollTo(offset, fraction) {
      cancelAnimationFrame(frame);
      place(offset, fraction, long ? correctionCount : 0);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** The least integer of [low, high] that meets a condition which holds from some point on; `high` if none does. */
function firstWhere(low: number, high: number, condition: (value: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (condition(middle)) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}
