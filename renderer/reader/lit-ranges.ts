import type { EditorView } from 'prosemirror-view';
import type { OffsetMap } from './offset-map.ts';
import type { ReaderSpan } from './reader-span.ts';

/** Sets off annotations for as long as the pointer or the keyboard is on their markers. */
export interface LitRanges {
  set(spans: readonly ReaderSpan[]): void;
  destroy(): void;
}

const name = 'reader-lit';

/**
 * Draws with the CSS Custom Highlight API (`reader.css` has the look): nothing in the DOM changes and nothing is laid out
 * anew, however many annotations there are. The registry is the page's; each reader takes away only its own ranges.
 */
export function litRanges(view: EditorView, offsets: OffsetMap): LitRanges {
  let drawn: Range[] = [];

  function set(spans: readonly ReaderSpan[]): void {
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    for (const range of drawn) highlight.delete(range);
    drawn = spans.map(({ start, end }) => {
      const range = view.dom.ownerDocument.createRange();
      const from = view.domAtPos(offsets.toPos(start), 1);
      const to = view.domAtPos(offsets.toPos(end), -1);
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    });
    for (const range of drawn) highlight.add(range);
  }

  return { set, destroy: () => set([]) };
}
