import type { BlockContent, PhrasingContent, TableCell, TableRow } from 'mdast';
import type { RichTextNode } from '../record/rich-text.ts';
import { cellSpan, tableRows } from './table-nodes.ts';

/**
 * A table in GitHub's form: its first row are the heads, its cells hold one line each, in which `<br>` stands between
 * blocks. A cell that goes over several columns or rows is followed by empty ones. `cellContent` writes what a cell's
 * blocks hold; nothing where the table is empty.
 */
export function markdownTable(
  table: RichTextNode,
  cellContent: (block: RichTextNode) => readonly PhrasingContent[],
): BlockContent[] {
  const grid = gridOf(tableRows(table));
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return [];
  const children: TableRow[] = grid.map((row) => ({
    type: 'tableRow',
    children: Array.from(
      { length: width },
      (_, column): TableCell => ({
        type: 'tableCell',
        children: joined((row[column]?.content ?? []).map(cellContent)),
      }),
    ),
  }));
  return [{ type: 'table', children }];
}

/** Rows of cells each at its own column: where a cell reaches over, its neighbours are `null`. */
function gridOf(
  rows: readonly (readonly RichTextNode[])[],
): readonly (readonly (RichTextNode | null)[])[] {
  const grid: (RichTextNode | null)[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      const line = grid[rowIndex];
      while (line?.[column] !== undefined) column += 1;
      const { colspan, rowspan } = cellSpan(cell);
      for (const below of grid.slice(rowIndex, rowIndex + rowspan)) {
        for (let step = 0; step < colspan; step += 1) below[column + step] = null;
      }
      if (line !== undefined) line[column] = cell;
      column += colspan;
    }
  }
  return grid;
}

function joined(blocks: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) =>
      index === 0 ? block : [{ type: 'html', value: '<br>' } as const, ...block],
    );
}
