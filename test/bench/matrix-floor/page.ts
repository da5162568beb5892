import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, memo, type ReactNode, useRef } from 'react';
import { createRoot } from 'react-dom/client';

/** The size of the empty grid, and of the box that it scrolls in, in pixels. */
export interface FloorSize {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    /** Draws an empty grid of the matrix' size, virtualised by the same library. */
    showEmptyGrid: (size: FloorSize) => void;
  }
}

const rowHeight = 74;
const columnWidth = 124;

window.showEmptyGrid = (size) => createRoot(document.body).render(createElement(EmptyGrid, size));

function EmptyGrid(size: FloorSize): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: size.rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
  });
  const columns = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count: size.columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
  });
  const starts = columns.getVirtualItems().map(({ start }) => start);
  return createElement(
    'div',
    {
      ref: scroller,
      className: 'grid',
      style: { width: size.width, height: size.height },
    },
    createElement(
      'div',
      {
        className: 'lines',
        style: { height: size.rows * rowHeight, width: size.columns * columnWidth },
      },
      rows
        .getVirtualItems()
        .map(({ index, start }) =>
          createElement(EmptyRow, { key: index, top: start, cells: starts.join(' ') }),
        ),
    ),
  );
}

const EmptyRow = memo(function EmptyRow(props: {
  readonly top: number;
  readonly cells: string;
}): ReactNode {
  return createElement(
    'div',
    { className: 'row', style: { transform: `translateY(${props.top}px)` } },
    props.cells
      .split(' ')
      .map((left) =>
        createElement('div', { key: left, className: 'cell', style: { left: Number(left) } }),
      ),
  );
});
