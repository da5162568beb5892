import { lineStart } from './measure-lines.ts';
import { type MeasuredUnit, measureUnits } from './measure-units.ts';
import { cutFrom, keepDirections } from './part-block.ts';

/** Of a page, the most that a row takes before it is parted. */
const mostOfPage = 0.7;
/** Of a page, the most that heads of a table take to stand again on each page. */
const mostOfHeads = 0.24;
/** Of a page, how much a part of it is to take, with its notes. */
const partOfPage = 0.3;

/**
 * Parts rows of tables that are too high for a page with their notes into rows, each cell between its own lines. A cell that
 * reaches over several rows reaches over their parts. `notesHeight`: of the notes that an element marks.
 */
export function partRows(
  root: Element,
  pageHeight: number,
  notesHeight: (element: Element) => number,
): void {
  for (const head of root.querySelectorAll('thead')) {
    if (head.getBoundingClientRect().height < pageHeight * mostOfHeads) continue;
    head.style.display = 'table-row-group';
  }
  for (const cell of root.querySelectorAll<HTMLTableCellElement>('[rowspan]')) {
    const { height } = cell.getBoundingClientRect();
    if (height + notesHeight(cell) < pageHeight * mostOfPage) continue;
    let at: Element | null = cell.parentElement;
    const { rowSpan } = cell;
    for (let below = 1; below < rowSpan; below += 1) {
      at = at?.nextElementSibling ?? null;
      if (at instanceof HTMLTableRowElement) endCellsAbove(at);
    }
  }
  for (const row of root.querySelectorAll('tr')) {
    if (row.closest('thead')?.style.display === '') continue;
    const { height, top } = row.getBoundingClientRect();
    const notes = notesHeight(row);
    if (height + notes < pageHeight * mostOfPage) continue;
    const step = (pageHeight * partOfPage * height) / (height + notes);
    partRow(row, top, step);
  }
}

function partRow(row: HTMLTableRowElement, top: number, step: number): void {
  // Of a cell that reaches further down nothing is parted.
  const cells = [...row.cells].filter(({ rowSpan }) => rowSpan === 1);
  for (const cell of cells) keepDirections(cell);
  const measured = cells.map((cell) => measureUnits(cell));
  const { bottom } = row.getBoundingClientRect();
  const bounds: number[] = [];
  for (let bound = top + step; bound < bottom - step / 2; bound += step) bounds.push(bound);
  // From the last, so that what is still to be parted keeps its place.
  for (const bound of bounds.toReversed()) {
    const next = row.cloneNode(false) as HTMLTableRowElement;
    next.classList.add('goes-on');
    cells.forEach((cell, index) => {
      next.append(partCell(cell, measured[index] ?? [], bound));
    });
    for (const cell of cellsOver(row)) cell.rowSpan += 1;
    row.after(next);
    row.classList.add('to-go-on');
    if (next.nextElementSibling?.classList.contains('goes-on')) next.classList.add('to-go-on');
  }
}

/**
 * Ends the cells that reach over a row from above before it, so that a page can begin with it, and goes on with empty ones: the engine
 * loses its place where a page parts a cell over several rows.
 */
export function endCellsAbove(row: HTMLTableRowElement): void {
  for (const cell of cellsOver(row)) {
    const from = cell.parentElement;
    if (from === row || !(from instanceof HTMLTableRowElement)) continue;
    const above = row.rowIndex - from.rowIndex;
    const below = document.createElement('td');
    below.className = 'goes-on';
    below.colSpan = cell.colSpan;
    below.rowSpan = cell.rowSpan - above;
    const { left } = cell.getBoundingClientRect();
    const next = [...row.cells].find((other) => other.getBoundingClientRect().left > left);
    row.insertBefore(below, next ?? null);
    cell.rowSpan = above;
  }
}

/** Rounding. */
const slack = 0.5;

/** What of a cell stands across a height or below it, as a cell. */
function partCell(
  cell: HTMLTableCellElement,
  units: readonly MeasuredUnit[],
  bound: number,
): Element {
  const unit = units.find(({ end }) => end > bound + slack);
  // A head over nothing would be none.
  const next = unit === undefined ? document.createElement('td') : cell.cloneNode(false);
  if (next instanceof Element) next.removeAttribute('id');
  if (cell.colSpan > 1) (next as HTMLTableCellElement).colSpan = cell.colSpan;
  if (unit === undefined) return next as Element;
  const place =
    unit.line === null
      ? { node: unit.outermost.parentNode ?? cell, offset: indexOf(unit.outermost) }
      : lineStart(unit.element, unit.line);
  if (place !== null) (next as Element).append(cutFrom(place, cell, null));
  return next as Element;
}

function indexOf(element: Element): number {
  return [...(element.parentNode?.childNodes ?? [])].indexOf(element);
}

/** The cells over a row that are not parted with it: its own that reach further down, and those of rows above that reach it. */
function cellsOver(row: HTMLTableRowElement): HTMLTableCellElement[] {
  const found: HTMLTableCellElement[] = [];
  let above = 0;
  for (let at: Element | null = row; at instanceof HTMLTableRowElement; above += 1) {
    // One that ends with the row itself is over its parts, too, unless it is the row's own: that is parted.
    const fewest = above === 0 ? 2 : above + 1;
    found.push(...[...at.cells].filter(({ rowSpan }) => rowSpan >= fewest));
    at = at.previousElementSibling;
  }
  return found;
}
