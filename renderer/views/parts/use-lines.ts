import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import { headHeight } from './grid-column-heads.tsx';

/**
 * The lines of a table under its heads of which only those in sight are drawn, all of one height in pixels and named by their
 * place: nothing is measured or kept for each of a hundred thousand.
 */
export function useLines(options: {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly lineHeight: number;
  /** The line with the keyboard: drawn wherever the table is scrolled to, otherwise the focus would be lost. */
  readonly activeIndex: number;
}): Virtualizer<HTMLDivElement, Element> {
  const { scroller, lineHeight, activeIndex } = options;
  return useVirtualizer<HTMLDivElement, Element>({
    count: options.count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => lineHeight, [lineHeight]),
    rangeExtractor: useCallback((range: Range) => withLine(range, activeIndex), [activeIndex]),
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => Math.max(0, (activeIndex - 5) * lineHeight),
  });
}

/** How many lines a page of such a table has: one less than are in sight, as the last one may be cut. At least one. */
export function linesOfPage(scroller: HTMLElement | null, lineHeight: number): number {
  const height = (scroller?.clientHeight ?? 0) - headHeight;
  return Math.max(1, Math.floor(height / lineHeight) - 1);
}

function withLine(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (index >= range.count || drawn.includes(index)) return drawn;
  return index < (drawn[0] ?? 0) ? [index, ...drawn] : [...drawn, index];
}
