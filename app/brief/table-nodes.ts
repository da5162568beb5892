import type { RichTextNode } from '../record/rich-text.ts';

/** The cells of a table by row; whatever is not a row or a cell, from a document that our editor did not make, is in one. */
export function tableRows(table: RichTextNode): readonly (readonly RichTextNode[])[] {
  return (table.content ?? []).map((row) =>
    row.type === 'table_row'
      ? (row.content ?? []).map((cell) => (isCell(cell) ? cell : cellAround(cell)))
      : [cellAround(row)],
  );
}

/** Whether a cell is the head of its row or its column. */
export function isTableHead(cell: RichTextNode): boolean {
  return cell.type === 'table_header';
}

/** How many columns and rows a cell goes over; 1 where it says nothing. */
export function cellSpan(cell: RichTextNode): {
  readonly colspan: number;
  readonly rowspan: number;
} {
  const { colspan, rowspan } = cell.attrs ?? {};
  return { colspan: spanOf(colspan), rowspan: spanOf(rowspan) };
}

function spanOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 1 ? value : 1;
}

function isCell({ type }: RichTextNode): boolean {
  return type === 'table_cell' || type === 'table_header';
}

function cellAround(node: RichTextNode): RichTextNode {
  return { type: 'table_cell', content: [node] };
}
