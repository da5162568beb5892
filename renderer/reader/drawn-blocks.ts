import type { EditorView } from 'prosemirror-view';
import type { Block } from '../../app/record/text.ts';
import { annotationLayerOf, withLayerChange } from './annotation-layer.ts';
import type { BlockRange } from './block-range.ts';
import { firstIndex } from './hit-layer.ts';

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

/** Heights of the view that are drawn above and below it; that must be; and that may stay until more is drawn. */
const reach = 1.5;
const leastReach = 0.5;
const mostReach = 6;

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

  function boxOf(at: number): DOMRect {
    return view.dom.children[at]?.getBoundingClientRect() ?? new DOMRect();
  }

  /** The blocks that are in view or so many of its heights away. */
  function near(box: DOMRect, heights: number): BlockRange {
    const margin = box.height * heights;
    return {
      from: firstIndex(blocks.length, (at) => boxOf(at).bottom > box.top - margin),
      to: firstIndex(blocks.length, (at) => boxOf(at).top > box.bottom + margin),
    };
  }

  function refresh(): void {
    const box = scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const { drawn } = annotationLayerOf(view.state);
    const needed = near(box, leastReach);
    if (drawn.from <= needed.from && needed.to <= drawn.to) return;
    const wanted = near(box, reach);
    view.dispatch(withLayerChange(view.state.tr, { drawn: joined(drawn, wanted, box) }));
  }

  /** What was drawn stays if it adjoins, as far as it is not too far away; all of it while it may be selected. */
  function joined(drawn: BlockRange, wanted: BlockRange, box: DOMRect): BlockRange {
    if (drawn.to < wanted.from || wanted.to < drawn.from) return wanted;
    const all = { from: Math.min(drawn.from, wanted.from), to: Math.max(drawn.to, wanted.to) };
    if (!view.state.selection.empty) return all;
    const most = near(box, mostReach);
    return { from: Math.max(all.from, most.from), to: Math.min(all.to, most.to) };
  }

  const abort = new AbortController();
  scroller.addEventListener('scroll', refresh, { passive: true, signal: abort.signal });
  const sizes = new ResizeObserver(refresh);
  sizes.observe(scroller);
  sizes.observe(view.dom);
  return {
    refresh,
    destroy() {
      sizes.disconnect();
      abort.abort();
    },
  };
}
