import type { EditorView } from 'prosemirror-view';
import type { Block } from '../../app/record/text.ts';
import { annotationLayerOf, withLayerChange } from './annotation-layer.ts';
import { sectionsBetween } from './block-elements.ts';
import type { BlockRange } from './block-range.ts';
import { firstIndex } from './first-index.ts';

/** Keeps the annotations drawn that are in view and near it. */
export interface DrawnBlocks {
  /** What is in view may be something else now. Forces a layout if the DOM has changed. */
  refresh(): void;
  destroy(): void;
}

/**
 * Up to so many code units all annotations are drawn at once and stay. Beyond it only those near the view: elements that
 * nobody sees cost at each change of the page (React alone walks through all of the focused text at each of its own), and
 * 10,000 annotations are some 25,000 elements.
 */
const drawnWhole = 30_000;

/** Code units that are drawn before anything was laid out: more than a large screen shows. */
const drawnAtFirst = 12_000;

/**
 * Heights of the view that are drawn above and below it. Farther off than what the browser lays out (1.5 heights; sections
 * are `content-visibility: auto`), so that each block is laid out once, with its highlights, and by more than half a view, so
 * that a quick scroll draws a section in another frame than the one that lays it out.
 */
const reach = 2.15;

/** Heights of the view beyond which what was drawn is taken away again, once nothing has been scrolled for a while. */
const mostReach = 4.5;
const restingTime = 400;

/** How many blocks are taken away at a time: what is done then must not hold up the next key. */
const takenAtOnce = 24;

/** The blocks whose annotations are drawn in a text that was just opened. */
export function drawnFirst(blocks: readonly Block[]): BlockRange {
  const length = blocks.at(-1)?.end ?? 0;
  if (length <= drawnWhole) return { from: 0, to: blocks.length };
  return {
    from: 0,
    to: firstIndex(blocks.length, (at) => (blocks[at]?.start ?? 0) > drawnAtFirst),
  };
}

/** Follows the scrolling of a text that is not drawn as a whole; of any other it does nothing. */
export function drawnBlocks(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
): DrawnBlocks {
  if ((blocks.at(-1)?.end ?? 0) <= drawnWhole) {
    return { refresh: () => undefined, destroy: () => undefined };
  }

  /** The blocks that are in view or so many of its heights away, in whole sections: no farther ones are laid out for it. */
  function near(box: DOMRect, heights: number): BlockRange {
    const margin = box.height * heights;
    return sectionsBetween(view, box.top - margin, box.bottom + margin);
  }

  function draw(drawn: BlockRange): void {
    readCaret(view);
    view.dispatch(withLayerChange(view.state.tr, { drawn }));
  }

  function refresh(): void {
    const box = scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const { drawn } = annotationLayerOf(view.state);
    const wanted = near(box, reach);
    if (drawn.from <= wanted.from && wanted.to <= drawn.to) return;
    // What was drawn stays if it adjoins.
    const isFar = drawn.to < wanted.from || wanted.to < drawn.from;
    draw(isFar ? wanted : unionOf(drawn, wanted));
  }

  /** Takes away some of what is far from the view. All of it stays while it may be selected. */
  function takeAway(): void {
    const { drawn } = annotationLayerOf(view.state);
    const box = scroller.getBoundingClientRect();
    if (box.height === 0 || !view.state.selection.empty) return;
    const most = unionOf(near(box, mostReach), near(box, reach));
    const from = Math.min(Math.max(drawn.from, most.from), drawn.from + takenAtOnce);
    const to = Math.max(Math.min(drawn.to, most.to), drawn.to - takenAtOnce);
    if (from === drawn.from && to === drawn.to) return;
    draw({ from, to });
    rest(0);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;

  function rest(time: number): void {
    clearTimeout(timer);
    timer = setTimeout(takeAway, time);
  }

  const abort = new AbortController();
  const scrolled = (): void => {
    refresh();
    rest(restingTime);
  };
  scroller.addEventListener('scroll', scrolled, { passive: true, signal: abort.signal });
  const sizes = new ResizeObserver(refresh);
  sizes.observe(scroller);
  sizes.observe(view.dom);
  return {
    refresh,
    destroy() {
      clearTimeout(timer);
      sizes.disconnect();
      abort.abort();
    },
  };
}

/**
 * Has ProseMirror read where the browser put the caret. A key such as Page Down moves it and scrolls, and the scrolling is
 * told first: what is drawn for it would put the caret back to where it was. `domObserver` is what prosemirror-view 1.42 has
 * beyond its declared interface.
 */
function readCaret(view: EditorView): void {
  (view as unknown as { readonly domObserver: { flush(): void } }).domObserver.flush();
}

function unionOf(one: BlockRange, other: BlockRange): BlockRange {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}
