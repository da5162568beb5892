import type { ImportContext } from '../exchange-format.ts';
import { unguardedCell } from '../spreadsheet-cell.ts';
import { isBlankRow } from './read-rows.ts';
import type { FoundColumns } from './table-columns.ts';
import type { HeadedTable } from './table-source.ts';

/** A row whose cells are asked for by the names of their columns. */
export interface NamedRow<Column extends string> {
  /** For the report: `row 3`, `sheet “Links”, row 3`. */
  readonly where: string;
  /** The words of a cell, whole, though they stand in several; empty: it has none, or there is no such column. */
  cell(column: Column): string;
}

/** What a table has no place for. */
export interface UnreadColumns<Column extends string> {
  /** "Columns that annotations have no place for". */
  readonly what: string;
  /** Columns of ours that only name other records, and why they are not read. */
  readonly naming?: Readonly<Partial<Record<Column, string>>>;
}

/**
 * The rows of a table that have words. A row with a quotation mark that is never closed is refused; cells and columns that
 * nobody reads are told, columns when all rows were read.
 */
export async function* namedRows<Column extends string>(
  table: HeadedTable,
  columns: FoundColumns<Column>,
  unread: UnreadColumns<Column>,
  report: ImportContext['report'],
): AsyncGenerator<NamedRow<Column>> {
  const { head, where: prefix, isGuarded, above } = table;
  if (above > 0) report.remark(`Rows above the names of the columns were passed over: ${above}.`);
  const filled = new UnreadCells(head, columns, unread);
  for await (const { number, cells, isUnended } of table.rows) {
    if (isBlankRow(cells)) continue;
    const where = `${prefix}row ${number}`;
    filled.count(cells);
    if (isUnended) {
      const words = firstWords(cells[0] ?? '');
      report.refuse(`${where}: “${words}”`, 'A quotation mark in this row is never closed.');
      continue;
    }
    if (!isBlankRow(cells.slice(head.length))) {
      report.lose(
        'Cells beyond the last column',
        'These rows have more cells than columns have names. Words with a comma or semicolon in them must stand in quotation marks.',
        where,
      );
    }
    yield {
      where,
      cell(column) {
        const [first = -1, ...further] = columns.get(column) ?? [];
        let words = cells[first] ?? '';
        for (const index of further) words += cells[index] ?? '';
        return isGuarded ? unguardedCell(words) : words;
      },
    };
  }
  filled.tell(report);
}

/** The first words of a text, by which people find their row. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${[...line.slice(0, 60)].slice(0, -1).join('')}…`;
}

/** Counts the cells of columns that nobody reads. */
class UnreadCells<Column extends string> {
  readonly #head: readonly string[];
  readonly #unread: UnreadColumns<Column>;
  /** What is said of a column; those that are read are not in it. */
  readonly #why = new Map<number, string | null>();
  readonly #counts = new Map<number, number>();

  constructor(
    head: readonly string[],
    columns: FoundColumns<Column>,
    unread: UnreadColumns<Column>,
  ) {
    this.#head = head;
    this.#unread = unread;
    for (const index of head.keys()) this.#why.set(index, null);
    for (const [column, indexes] of columns) {
      for (const index of indexes) {
        const why = unread.naming?.[column];
        if (why === undefined) this.#why.delete(index);
        else this.#why.set(index, why);
      }
    }
  }

  count(cells: readonly string[]): void {
    for (const index of this.#why.keys()) {
      if ((cells[index] ?? '').trim() === '') continue;
      this.#counts.set(index, (this.#counts.get(index) ?? 0) + 1);
    }
  }

  tell(report: ImportContext['report']): void {
    for (const [index, why] of this.#why) {
      const count = this.#counts.get(index) ?? 0;
      const title = (this.#head[index] ?? '').trim();
      if (why !== null) report.lose(`The column “${title}”`, why, null, count);
      else {
        const name = title === '' ? `column ${index + 1}` : `“${title}”`;
        report.lose(this.#unread.what, 'They were passed over.', name, count);
      }
    }
  }
}
