import type { GridColumn } from './grid-column-heads.tsx';

/** Width of the mark before each row, in pixels. */
const markWidth = 30;

/** The heads of a table that can be sorted by several columns. */
export function sortedColumns<Column extends string>(
  columns: readonly Column[],
  titles: Readonly<Record<Column, string>>,
  sorts: readonly { readonly column: Column; readonly descending: boolean }[],
): readonly GridColumn<Column>[] {
  return columns.map((key) => {
    const place = sorts.findIndex(({ column }) => column === key);
    const sort = sorts[place];
    return {
      key,
      title: titles[key],
      isNumber: false,
      canSort: true,
      sorted:
        sort === undefined
          ? null
          : { descending: sort.descending, rank: sorts.length === 1 ? 0 : place + 1 },
    };
  });
}

/**
 * The columns with their widths in pixels, as a CSS grid template, and below which width the table scrolls sideways. Those that
 * `grows` names take what room is left, unless the analyst gave them a width.
 */
export function columnTemplate<Column extends string>(
  columns: readonly Column[],
  usual: Readonly<Record<Column, number>>,
  chosen: { readonly [Key in Column]?: number },
  grows: readonly Column[],
): { readonly css: string; readonly width: number } {
  const widthOf = (column: Column): number => chosen[column] ?? usual[column];
  const tracks = columns.map((column) =>
    grows.includes(column) && chosen[column] === undefined
      ? `minmax(${usual[column]}px, 1fr)`
      : `${widthOf(column)}px`,
  );
  return {
    css: `${markWidth}px ${tracks.join(' ')}`,
    width: markWidth + columns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}
