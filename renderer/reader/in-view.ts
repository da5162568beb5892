import type { EditorView } from 'prosemirror-view';
import { blocksBetween } from './block-elements.ts';

/** Draws what stands beside the text or over it, in step with what is in view. */
export interface InView {
  /** What is drawn may be another now: draws before the next picture. Free while one is due. */
  refresh(): void;
  destroy(): void;
}

/** Heights of the view that are drawn above and below it, and of scrolling after which it is drawn anew. */
const reach = 0.75;
const step = 0.5;

/**
 * Calls `draw` with the first and last index of the blocks in view and near it: after each `refresh`, when heights
 * change, and when what was drawn is about to be scrolled away. What is drawn scrolls with the text by itself, so most
 * frames of a scroll cost nothing here.
 */
export function inView(
  scroller: HTMLElement,
  view: EditorView,
  draw: (first: number, last: number) => void,
): InView {
  let frame = 0;
  let drawnAt = 0;

  function drawNow(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (scroller.clientHeight === 0) return;
    drawnAt = scroller.scrollTop;
    const box = scroller.getBoundingClientRect();
    const margin = box.height * reach;
    const { from, to } = blocksBetween(view, box.top - margin, box.bottom + margin);
    draw(from, to - 1);
  }

  function refresh(): void {
    if (frame === 0) frame = requestAnimationFrame(drawNow);
  }

  const abort = new AbortController();
  scroller.addEventListener(
    'scroll',
    () => {
      const moved = Math.abs(scroller.scrollTop - drawnAt);
      if (moved > scroller.clientHeight * step) refresh();
    },
    { passive: true, signal: abort.signal },
  );
  // Told after layout and before the picture: what was laid out anew is drawn at its place in the same frame.
  const sizes = new ResizeObserver(drawNow);
  sizes.observe(scroller);
  sizes.observe(view.dom);
  return {
    refresh,
    destroy() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      abort.abort();
    },
  };
}
