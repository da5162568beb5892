import type { tableGrid } from '../../../../app/brief/write/table-grid.ts';
import { textBlocks } from '../../../../app/brief/write/text-blocks.ts';

/** What a letter of a cell takes on the average, and what stands beside the words of a cell, in twentieths of a point. */
const letter = 98;
const padding = 260;
/** Heads are set in bold. */
const boldLetter = 130;
/** Longer words are broken, and longer lines wrapped, before they take more room from the other columns. */
const longestWord = 18;
const longestLine = 90;
/** A column of no longer lines, of dates for instance, is not wrapped while there is room. */
const shortLine = 18;

/**
 * The widths of a table's columns in twentieths of a point, `total` together, by what their cells hold: a column of numbers
 * is narrow, no word is broken while there is room, and long texts share the rest. None is less than half as wide as in a table
 * of equal columns, so that an empty one is seen. Cells over several columns count for nothing. Cost: one walk over the cells.
 */
export function columnWidths(grid: ReturnType<typeof tableGrid>, total: number): readonly number[] {
  const columns = grid[0]?.length ?? 0;
  const least = Array.from({ length: columns }, () => total / (2 * columns));
  const wanted = [...least];
  for (const [row, line] of grid.entries()) {
    for (const [column, place] of line.entries()) {
      if (place === null || place.columnSpan > 1) continue;
      if (place.row !== row || place.column !== column) continue;
      for (const text of textBlocks(place.cell.blocks, null)) {
        const size = place.cell.isHeader ? boldLetter : letter;
        const word = Math.max(...text.split(/\s+/).map((one) => [...one].length));
        const length = Math.max(...text.split('\n').map((one) => [...one].length));
        const narrow = length <= shortLine ? length : Math.min(word, longestWord);
        const wide = Math.min(length, longestLine);
        least[column] = Math.max(least[column] ?? 0, padding + narrow * size);
        wanted[column] = Math.max(wanted[column] ?? 0, padding + wide * size);
      }
    }
  }
  return shared(least, wanted, total);
}

function shared(least: readonly number[], wanted: readonly number[], total: number): number[] {
  const [atLeast, asWanted] = [sum(least), sum(wanted)];
  const exact = least.map((narrow, column) => {
    const wide = Math.max(narrow, wanted[column] ?? narrow);
    if (asWanted <= total) return (wide / asWanted) * total;
    if (atLeast >= total) return (narrow / atLeast) * total;
    return narrow + ((wide - narrow) / (asWanted - atLeast)) * (total - atLeast);
  });
  const whole = exact.map((width) => Math.max(1, Math.floor(width)));
  const last = whole.length - 1;
  if (last >= 0) whole[last] = Math.max(1, (whole[last] ?? 0) + total - sum(whole));
  return whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
