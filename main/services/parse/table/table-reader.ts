import type { ColumnField, ColumnMap, SourceFormat } from '../../../../app/record/records.ts';
import { decodeText } from '../decode-text.ts';
import { parseFailure } from '../parse-failure.ts';
import { PartKeys } from '../part-keys.ts';
import type { Source, SourcePart } from '../source.ts';
import { columnDates } from './column-dates.ts';
import { guessColumns } from './guess-columns.ts';
import type { ParsedTable, TableCells, TableRow } from './parsed-table.ts';
import { type RowReading, rowArticle } from './row-article.ts';
import { rowKey } from './row-key.ts';
import { readTableRows } from './table-rows.ts';

const rowsGuessedBy = 20;

/**
 * A table whose rows are articles (rule T20), by the columns that were named or as their names and cells suggest. If it
 * can't be told which holds the text, the one part that there is fails as `columns`.
 */
export function* readTable(
  source: Source,
  format: SourceFormat & ('csv' | 'json-lines'),
): Generator<SourcePart> {
  const decoded = decodeText(source.bytes, { chosen: source.encoding, declared: null });
  if (!decoded.ok) {
    yield { part: null, format, encoding: null, article: decoded };
    return;
  }
  const { text, encoding, remarks } = decoded.value;
  const table = readTableRows(text, format);
  if (!table.ok) {
    yield { part: null, format, encoding, article: table };
    return;
  }
  const reading = readingOf(source, table.value);
  if (reading === null) {
    yield { part: null, format, encoding, article: parseFailure('columns') };
    return;
  }
  const leftOut = source.columns === null ? leftOutRemarks(table.value, reading.columns) : [];
  const told = [...remarks, ...table.value.remarks, ...leftOut];
  const keys = new PartKeys();
  let number = 0;
  for (const row of table.value.rows) {
    number += 1;
    const part = `row ${number}`;
    const isLong = row !== null && !fits(row, reading, table.value.columns);
    const article = row === null || isLong ? null : rowArticle(row.cells, reading);
    if (article === null) {
      const code = row === null ? 'broken-row' : isLong ? 'long-row' : 'empty-row';
      yield { part, format, encoding, article: parseFailure(code) };
    } else {
      const value = { ...article, remarks: [...told, ...article.remarks] };
      const key = keys.keyOf(row === null ? null : rowKey(row.cells, reading.columns));
      yield { part, ...key, format, encoding, article: { ok: true, value } };
    }
  }
}

/** The first rows that are well-formed. */
export function firstRows(rows: Iterable<TableRow>): ReadonlyMap<string, string>[] {
  const first: ReadonlyMap<string, string>[] = [];
  for (const row of rows) {
    if (row !== null) first.push(row.cells);
    if (first.length === rowsGuessedBy) break;
  }
  return first;
}

/** How the rows are read; `null` if the column of the text can't be told or is not there. */
function readingOf({ columns: named, fileName }: Source, table: ParsedTable): RowReading | null {
  const dates = {
    published: (column: string) => columnDates(cellsOf(table, column)),
    updated: (column: string) => columnDates(cellsOf(table, column)),
  };
  const reading = (columns: ColumnMap, guessed: ReadonlySet<ColumnField>) => ({
    fileName,
    columns,
    guessed,
    published: dates.published(columns.published ?? ''),
    updated: dates.updated(columns.updated ?? ''),
  });
  if (named !== null) {
    return table.columns.includes(named.text) ? reading(named, new Set()) : null;
  }
  const { columns, guessed } = guessColumns(table.columns, firstRows(table.rows));
  const { text } = columns;
  return text === undefined ? null : reading({ ...columns, text }, guessed);
}

function* cellsOf({ rows }: ParsedTable, column: string): Generator<string> {
  for (const row of rows) {
    const cell = row?.cells.get(column);
    if (cell !== undefined) yield cell;
  }
}

/**
 * Whether a row has no more cells than there are columns, or can be put right: the last column is the text's, which held
 * the separator, and dates and addresses stand where they should.
 */
function fits(
  { cells, surplus }: TableCells,
  { columns, published, updated }: RowReading,
  all: readonly string[],
): boolean {
  if (surplus === 'none') return true;
  if (surplus === 'apart' || columns.text !== all.at(-1)) return false;
  const cell = (field: ColumnField) => cells.get(columns[field] ?? '')?.trim() ?? '';
  const isDate = (text: string, read: RowReading['published']) =>
    text === '' || read(text) !== null;
  return (
    isDate(cell('published'), published) &&
    isDate(cell('updated'), updated) &&
    (cell('url') === '' || URL.canParse(cell('url')))
  );
}

const mostNamed = 8;
const longestName = 40;

/** That columns which hold something were not read, and which. */
function leftOutRemarks({ columns, rows }: ParsedTable, used: ColumnMap): readonly string[] {
  const open = new Set(columns);
  for (const column of Object.values(used)) open.delete(column);
  const filled = new Set<string>();
  for (const row of rows) {
    for (const column of open) {
      if ((row?.cells.get(column)?.trim() ?? '') === '') continue;
      filled.add(column);
      open.delete(column);
    }
    if (open.size === 0) break;
  }
  const names = columns.filter((column) => filled.has(column));
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNamed).map((name) => `“${cut(name)}”`);
  const more = names.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown);
  const [column, was, they] =
    names.length === 1 ? ['Column', 'was', 'it holds'] : ['Columns', 'were', 'they hold'];
  return [
    `${column} ${list} of the table ${was} left out: it can’t be told what ${they}. To read more of them, import the table itself and choose its columns in the report.`,
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`;
}
