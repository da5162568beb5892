import type { EditorView } from 'prosemirror-view';
import { blockElement, blocksBetween } from './block-elements.ts';

/** Draws what stands beside the text or over it, in step with what is in view. */
export interface InView {
  /** What is drawn may be another now: draws before the next picture. Free while one is due. */
  refresh(): void;
  destroy(): void;
}

/** Heights of the view that are drawn above and below it, and of scrolling after which it is drawn anew. */
const reach = 0.75;
const step = 0.5;

/** Where what was drawn stands in what scrolls, in pixels. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

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
  let place: Place | null = null;

  function placeOf(from: number, to: number): Place {
    const first = blockElement(view, from)?.getBoundingClientRect();
    const last = blockElement(view, to - 1)?.getBoundingClientRect();
    const above = scroller.getBoundingClientRect().top - scroller.scrollTop;
    const top = Math.round((first?.top ?? 0) - above);
    const bottom = Math.round((last?.bottom ?? 0) - above);
    return { from, to, top, bottom, width: view.dom.clientWidth };
  }

  /** Whether what was drawn is where it was. What is laid out far from it changes the height of the text, but not this. */
  function isInPlace(): boolean {
    if (place === null) return false;
    const { top, bottom, width } = placeOf(place.from, place.to);
    return top === place.top && bottom === place.bottom && width === place.width;
  }

  function drawNow(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (scroller.clientHeight === 0) return;
    drawnAt = scroller.scrollTop;
    const box = scroller.getBoundingClientRect();
    const margin = box.height * reach;
    const { from, to } = blocksBetween(view, box.top - margin, box.bottom + margin);
    draw(from, to - 1);
    place = placeOf(from, to);
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
  const sizes = new ResizeObserver((changes) => {
    if (changes.some(({ target }) => target === scroller) || !isInPlace()) drawNow();
  });
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
