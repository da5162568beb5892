import { joinedLines, linesOf } from './pasted-lines.ts';
import { ownTable } from './table-nodes.ts';

/** More cells than these make a table that nobody reads in a brief: its rows stay as paragraphs. */
const mostCells = 4_000;

/** What stands for something without having words. */
const wordless = '[data-citation], [data-reference], [data-footnote], figure';

/**
 * Makes the tables of other programs plain, in place, those within others first. One that only sets things in their places, as
 * mails and pages do, becomes what its cells hold, block by block. One of data becomes a table of ours where `keeps` says that
 * it may stand, its cells holding their lines as paragraphs, with its title before it; else each row becomes a paragraph.
 */
export function plainTables(body: HTMLElement, keeps: boolean): void {
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    if (keeps && table.classList.contains(ownTable)) continue;
    if (isLayout(table)) unwrap(table);
    else if (!keeps || !takeOver(table)) plainRows(table);
  }
}

/** Each row of a table becomes a paragraph, its cells set apart by a bar: nothing is lost or run together. */
export function plainRows(table: HTMLTableElement): void {
  const { ownerDocument: document } = table;
  const paragraphs = [...table.rows].flatMap((row) => {
    if ([...row.cells].every((cell) => !isFilled(cell))) return [];
    const paragraph = document.createElement('p');
    for (const [index, cell] of [...row.cells].entries()) {
      if (index > 0) paragraph.append(' | ');
      paragraph.append(joinedLines(linesOf(cell), ' / '));
    }
    return [paragraph];
  });
  table.replaceWith(...titleOf(table), ...paragraphs);
}

/**
 * A table that says of itself that it is none, one with no two filled cells in a row, one row of cells with headings, or one
 * that holds another, unless most of its words stand beside that one.
 */
function isLayout(table: HTMLTableElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  const rows = [...table.rows];
  const filled = rows.map((row) => [...row.cells].filter(isFilled).length);
  if (Math.max(0, ...filled) < 2) return true;
  if (rows.length === 1 && table.querySelector('h1, h2, h3, h4, h5, h6') !== null) return true;
  const within = [...table.querySelectorAll('table')];
  if (within.length === 0) return false;
  const inner = within.reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0);
  return inner * 2 > (table.textContent ?? '').length || filled.filter((n) => n > 1).length < 2;
}

function isFilled(cell: HTMLElement): boolean {
  return (cell.textContent ?? '').trim() !== '' || cell.querySelector(wordless) !== null;
}

/** What its cells hold, in their order, each cell a block of its own. */
function unwrap(table: HTMLTableElement): void {
  const parts = [...table.rows]
    .flatMap((row) => [...row.cells])
    .filter(isFilled)
    .map((cell) => {
      const part = table.ownerDocument.createElement('div');
      part.append(...cell.childNodes);
      return part;
    });
  table.replaceWith(...titleOf(table), ...parts);
}

function takeOver(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  const cells = rows.flatMap((row) => [...row.cells]);
  if (cells.length > mostCells) return false;
  for (const within of table.querySelectorAll('table')) plainRows(within);
  const { ownerDocument: document } = table;
  const body = document.createElement('tbody');
  // A cell that reaches over an empty row would reach over another one without it.
  const keepsRows = cells.some(({ rowSpan }) => rowSpan !== 1);
  for (const row of rows) {
    if (!keepsRows && ![...row.cells].some(isFilled)) continue;
    const line = document.createElement('tr');
    for (const cell of row.cells) line.append(plainCell(cell));
    body.append(line);
  }
  const plain = document.createElement('table');
  plain.className = ownTable;
  plain.append(body);
  table.replaceWith(...titleOf(table), plain);
  return true;
}

/** What stands over a table, as a paragraph. */
function titleOf(table: HTMLTableElement): readonly HTMLElement[] {
  const title = (table.caption?.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (title === '') return [];
  const paragraph = table.ownerDocument.createElement('p');
  paragraph.textContent = title;
  return [paragraph];
}

function plainCell(cell: HTMLTableCellElement): HTMLElement {
  const isHead = cell.localName === 'th' || cell.closest('thead') !== null;
  const plain = cell.ownerDocument.createElement(isHead ? 'th' : 'td');
  for (const name of ['colspan', 'rowspan']) {
    const span = cell.getAttribute(name);
    if (span !== null) plain.setAttribute(name, span);
  }
  const lines = linesOf(cell);
  plain.append(...(lines.length === 0 ? [cell.ownerDocument.createElement('p')] : lines));
  return plain;
}
