import { columnWidths } from '../../session/library/library-columns.ts';
import type { ColumnKey, LibraryView } from '../../session/library/library-view.ts';

/** How the list is laid out, by the width there is. */
export interface ListLayout {
  readonly kind: 'narrow' | 'wide';
  /** In pixels, in steps, so that a border that is dragged does not lay ten thousand lines out anew at each pixel. */
  readonly width: number;
}

/** From this width on the list is a table, in pixels. */
export const wideFrom = 560;
const step = 16;

export function layoutFor(width: number): ListLayout {
  return {
    kind: width >= wideFrom ? 'wide' : 'narrow',
    width: Math.round(width / step) * step,
  };
}

/** The columns that are shown with their widths, as a CSS grid template; the mark of each line comes before them. */
export function columnTemplate(view: Pick<LibraryView, 'columns' | 'widths'>): {
  readonly columns: readonly ColumnKey[];
  readonly css: string;
  /** Below this the list scrolls sideways, in pixels. */
  readonly width: number;
} {
  const { columns, widths } = view;
  const marks = 30;
  const widthOf = (column: ColumnKey): number => widths[column] ?? columnWidths[column];
  const tracks = columns.map((column) =>
    column === 'title' && widths.title === undefined
      ? `minmax(${columnWidths.title}px, 1fr)`
      : `${widthOf(column)}px`,
  );
  return {
    columns,
    css: `${marks}px ${tracks.join(' ')}`,
    width: marks + columns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}
