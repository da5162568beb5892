import type { EditorView } from 'prosemirror-view';
import type { BlockRange } from './block-range.ts';
import { firstIndex } from './first-index.ts';
import { sectionsOf } from './sections.ts';

/** The element of a block by its index. O(1), without a layout. */
export function blockElement(view: EditorView, block: number): Element | undefined {
  const { starts, sectionOf } = sectionsOf(view.state.doc);
  const section = sectionOf(block);
  if (section < 0) return view.dom.children[block];
  return view.dom.children[section]?.children[block - (starts[section] ?? 0)];
}

/**
 * The blocks of which something lies between two heights of the window, in pixels. Forces a layout, also of sections at
 * those heights that the browser has left out: not to be asked far beyond the view. O(log blocks).
 */
export function blocksBetween(view: EditorView, top: number, bottom: number): BlockRange {
  const { blockCount } = sectionsOf(view.state.doc);
  const { from, to } = sectionsBetween(view, top, bottom);
  const boxOf = (at: number): DOMRect =>
    blockElement(view, at)?.getBoundingClientRect() ?? new DOMRect();
  const first = from + firstIndex(to - from, (at) => boxOf(from + at).bottom > top);
  const after = first + firstIndex(to - first, (at) => boxOf(first + at).top > bottom);
  return { from: Math.min(first, blockCount), to: Math.min(after, blockCount) };
}

/**
 * The same in whole sections, where the text is divided into them: lays out none that the browser has left out, whose own
 * heights are known or guessed.
 */
export function sectionsBetween(view: EditorView, top: number, bottom: number): BlockRange {
  const { starts, blockCount } = sectionsOf(view.state.doc);
  const { children } = view.dom;
  const count = starts.length === 0 ? blockCount : starts.length;
  const boxOf = (at: number): DOMRect => children[at]?.getBoundingClientRect() ?? new DOMRect();
  const first = firstIndex(count, (at) => boxOf(at).bottom > top);
  const after = firstIndex(count, (at) => boxOf(at).top > bottom);
  const blockOf = (at: number): number => (starts.length === 0 ? at : (starts[at] ?? blockCount));
  return { from: blockOf(first), to: blockOf(after) };
}
