import type { EditorView } from 'prosemirror-view';
import type { Block } from '../../app/record/text.ts';
import { blockElement } from './block-elements.ts';
import { firstIndex } from './first-index.ts';
import type { MarginLine } from './margin-rows.ts';
import type { OffsetMap } from './offset-map.ts';
import type { ReaderSpan } from './reader-span.ts';
import type { SpanIndex } from './span-index.ts';

/** The lines of a block that annotations begin on, from its top; good for as long as the rest is as it was. */
interface Measured {
  readonly spans: readonly ReaderSpan[];
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MarginLine<ReaderSpan>[];
}

/** So many blocks are remembered: more than any view shows. */
const remembered = 400;

/**
 * Gives the lines that annotations begin on in the blocks from `first` to `last`, in the order of the text, with their
 * middles from the top of what scrolls. A block is measured once for each of its sizes: scrolling measures what is new.
 */
export function marginLines(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
): (index: SpanIndex, first: number, last: number) => readonly MarginLine<ReaderSpan>[] {
  const known = new Map<number, Measured>();

  /** The middle of the line of a span's start, in the window. */
  function middleOf(span: ReaderSpan): number {
    const { top, bottom } = view.coordsAtPos(offsets.toPos(span.start), 1);
    return (top + bottom) / 2;
  }

  function measure(at: number, spans: readonly ReaderSpan[], box: DOMRect): Measured {
    const start = blocks[at]?.start ?? 0;
    const own = spans.filter((span) => span.start >= start);
    const lines: MarginLine<ReaderSpan>[] = [];
    for (let from = 0; from < own.length; ) {
      const first = own[from];
      if (first === undefined) break;
      const top = middleOf(first);
      // Lines follow each other, so where this one's annotations end is found without asking for each.
      const rest = firstIndex(own.length - from - 1, (index) => {
        const span = own[from + 1 + index];
        return span !== undefined && middleOf(span) > top + 4;
      });
      lines.push({ top: top - box.top, items: own.slice(from, from + 1 + rest) });
      from += 1 + rest;
    }
    return { spans, width: box.width, height: box.height, lines };
  }

  return (index, first, last) => {
    if (known.size > remembered) known.clear();
    const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
    const lines: MarginLine<ReaderSpan>[] = [];
    for (let at = first; at <= last; at += 1) {
      const spans = index.ofBlock[at] ?? [];
      const element = blockElement(view, at);
      if (spans.length === 0 || element === undefined) continue;
      const box = element.getBoundingClientRect();
      const before = known.get(at);
      const isSame =
        before?.spans === spans && before.width === box.width && before.height === box.height;
      const measured = isSame ? before : measure(at, spans, box);
      known.set(at, measured);
      for (const { top, items } of measured.lines) {
        lines.push({ top: top + box.top + shift, items });
      }
    }
    return lines;
  };
}
