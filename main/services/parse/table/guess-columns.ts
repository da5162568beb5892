import type { ColumnField } from '../../../../app/record/records.ts';
import { columnDates } from './column-dates.ts';
import { keyOf, knownColumnNames, withoutQualifiers } from './column-names.ts';

type Columns = { readonly [Field in ColumnField]?: string };
type Row = ReadonlyMap<string, string>;

/** What the columns of a table seem to hold. */
export interface ColumnGuess {
  readonly columns: Columns;
  /** Of them, what was told by what the cells hold and not by a name. */
  readonly guessed: ReadonlySet<ColumnField>;
}

/**
 * Which columns hold what, by their names; the last part of `article.title` counts as well. What no name tells is told by
 * the cells of the rows given, as a guess: the text is the one column whose cells are long by far, the date the one that
 * holds nothing but dates, the address nothing but addresses, the title the first of short, different lines. Each column
 * holds one thing.
 */
export function guessColumns(columns: readonly string[], rows: readonly Row[]): ColumnGuess {
  const found: Partial<Record<ColumnField, string>> = {};
  const taken = new Set<string>();
  const guessed = new Set<ColumnField>();
  const free = () => columns.filter((column) => !taken.has(column));
  const take = (field: ColumnField, column: string | undefined) => {
    if (column === undefined) return;
    found[field] = column;
    taken.add(column);
  };
  for (const [field, known] of knownColumnNames()) {
    const may = field === 'text' ? free().filter((column) => holdsWords(column, rows)) : free();
    take(field, namedColumn(may, known) ?? nestedColumn(may, known));
  }
  const guess = (field: ColumnField, find: () => string | undefined) => {
    if (found[field] !== undefined) return;
    take(field, find());
    if (found[field] !== undefined) guessed.add(field);
  };
  guess('text', () => longestColumn(free(), rows));
  guess('published', () => only(free().filter((column) => holdsDates(cellsOf(column, rows)))));
  guess('url', () => only(free().filter((column) => holdsAddresses(cellsOf(column, rows)))));
  guess('title', () => free().find((column) => holdsTitles(cellsOf(column, rows), rows.length)));
  return { columns: found, guessed };
}

function namedColumn(columns: readonly string[], known: readonly string[]): string | undefined {
  for (const toKey of [keyOf, (column: string) => keyOf(withoutQualifiers(column))]) {
    for (const name of known) {
      const column = columns.find((one) => toKey(one) === name);
      if (column !== undefined) return column;
    }
  }
  return undefined;
}

function nestedColumn(columns: readonly string[], known: readonly string[]): string | undefined {
  for (const name of known) {
    const found = columns.find(
      (column) => column.includes('.') && keyOf(column.slice(column.lastIndexOf('.') + 1)) === name,
    );
    if (found !== undefined) return found;
  }
  // `source.name`, `author.name`
  return columns.find(
    (column) => /\.name$/i.test(column) && known.includes(keyOf(column.split('.').at(-2) ?? '')),
  );
}

function only(columns: readonly string[]): string | undefined {
  return columns.length === 1 ? columns[0] : undefined;
}

/** The cells of a column that hold something. */
function cellsOf(column: string, rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.get(column)?.trim() ?? '').filter((cell) => cell !== '');
}

/** An `article` may also be a number. A column without anything in it may hold a text further down. */
function holdsWords(column: string, rows: readonly Row[]): boolean {
  const cells = cellsOf(column, rows);
  return cells.length === 0 || cells.some((cell) => /\p{L}/u.test(cell));
}

const fewestTextLetters = 60;

/** The column whose cells are paragraphs, two and a half times as long as any other's. */
function longestColumn(columns: readonly string[], rows: readonly Row[]): string | undefined {
  const [first, second] = columns
    .map((column) => {
      const cells = rows.map((row) => lengthOf(row.get(column) ?? ''));
      return { column, length: cells.reduce((sum, cell) => sum + cell, 0) / rows.length };
    })
    .sort((one, other) => other.length - one.length);
  if (first === undefined || !(first.length >= fewestTextLetters)) return undefined;
  if (holdsAddresses(cellsOf(first.column, rows))) return undefined;
  return first.length > (second?.length ?? 0) * 2.5 ? first.column : undefined;
}

/** In letters; one of Chinese, Japanese or Korean says as much as three. */
function lengthOf(cell: string): number {
  return cell.length + (cell.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/g)?.length ?? 0) * 2;
}

function holdsDates(cells: readonly string[]): boolean {
  const read = columnDates(cells);
  // Not bare years or numbers, which many columns hold.
  return (
    cells.length > 0 &&
    cells.every((cell) => cell.length >= 6 && /\D/.test(cell) && read(cell) !== null)
  );
}

function holdsAddresses(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^https?:\/\/\S+$/.test(cell));
}

/** Lines of several words, nearly all different and in nearly all rows, none a sentence of a text. */
function holdsTitles(cells: readonly string[], rowCount: number): boolean {
  if (cells.length === 0 || cells.length < rowCount * 0.8) return false;
  if (new Set(cells).size < cells.length * 0.9) return false;
  if (cells.some((cell) => /\n|https?:\/\//.test(cell)) || holdsDates(cells)) return false;
  const mean = (of: (cell: string) => number) =>
    cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const length = mean(lengthOf);
  // Names of people and places have two words, seldom three.
  return length >= 12 && length <= 150 && (mean(wordsOf) > 2.3 || mean(lengthOf) >= 24);
}

function wordsOf(cell: string): number {
  return cell.split(/\s+/).length;
}
