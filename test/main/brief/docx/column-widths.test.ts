import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrintedCell } from '../../../../app/brief/print/printed-brief.ts';
import { tableGrid } from '../../../../app/brief/write/table-grid.ts';
import { columnWidths } from '../../../../main/services/brief/docx/column-widths.ts';
import { says } from '../../../support/printed-brief.ts';

function cell(text: string, columnSpan = 1): PrintedCell {
  return { isHeader: false, columnSpan, rowSpan: 1, blocks: [says(text)] };
}

const long = 'Many words that take several lines however wide the column is made. '.repeat(4);

test('a column of numbers is narrow, a long text has what is left', () => {
  const rows = ['1', '12'].map((number) => [cell(number), cell(long), cell('12 May 2024')]);
  const [number = 0, text = 0, date = 0] = columnWidths(tableGrid(rows), 9_000);
  expect(number).toBe(1_500);
  expect(date).toBeLessThan(2_000);
  expect(text).toBeGreaterThan(5_500);
});

test('a short head and a date stand in one line; an empty column is seen beside a long text', () => {
  const head = { ...cell('Passages'), isHeader: true };
  const rows = [
    [head, head, head],
    [cell('5'), cell(long), cell('1 February 2024')],
  ];
  const [number = 0, , date = 0] = columnWidths(tableGrid(rows), 9_072);
  expect(number).toBeGreaterThan(8 * 125);
  expect(date).toBeGreaterThan(15 * 95);
  const [empty = 0] = columnWidths(tableGrid([[cell(''), cell(long)]]), 9_072);
  expect(empty).toBe(2_268);
});

test('columns alike are alike, and a heading over all of them makes none wider', () => {
  const rows = [[cell(long, 2)], [cell('one'), cell('two')]];
  expect(columnWidths(tableGrid(rows), 9_000)).toEqual([4_500, 4_500]);
});

test('the widths are all that there is, whatever the cells hold', () => {
  const text = fc.oneof(fc.constantFrom('', '1', 'word', 'x'.repeat(90), long), fc.lorem());
  const table = fc.array(
    fc.array(
      fc.tuple(text, fc.constantFrom(1, 1, 2)).map(([words, span]) => cell(words, span)),
      { minLength: 1, maxLength: 12 },
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(table, (rows) => {
      const grid = tableGrid(rows);
      const widths = columnWidths(grid, 9_072);
      expect(widths).toHaveLength(grid[0]?.length ?? 0);
      expect(widths.reduce((all, width) => all + width, 0)).toBe(9_072);
      expect(Math.min(...widths)).toBeGreaterThan(100);
    }),
    { seed: 8, numRuns: 200 },
  );
});
