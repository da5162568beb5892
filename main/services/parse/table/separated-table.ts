import type { Result } from '../../../../app/base/result.ts';
import { success } from '../../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import { fieldOfColumn } from './column-names.ts';
import { isTableHead } from './is-table-head.ts';
import type { ParsedTable, TableRow } from './parsed-table.ts';
import { type SeparatedRecord, separatedRecords } from './separated-records.ts';

const separators = [',', ';', '\t', '|'];
const sniffedLength = 65_536;
const rowsMeasured = 100;
const longestName = 200;

/**
 * Cells between separators: comma, semicolon, tab or bar, whichever the first lines hold as many of in each; a first line
 * `sep=;`, as Excel writes it, says so. The first row names the columns, if its cells look like names.
 */
export function separatedTable(
  text: string,
  limit?: number,
): Result<ParsedTable, ParseFailureCode> {
  const [, stated, rest = text] = /^sep=(.)\r?\n(.*)$/s.exec(text) ?? [];
  const delimiter = stated ?? guessDelimiter(rest);
  const all = separatedRecords(rest, delimiter, limit === undefined ? limit : limit + 1);
  const above = linesAbove(all);
  const records = all.slice(above);
  const [head] = records;
  if (head === undefined) return parseFailure('no-rows');
  const remarks = aboveRemarks(all.slice(0, above));
  const body = records.slice(1);
  if (!isTableHead(head.cells, body)) {
    const width = usualWidth(records);
    const columns = uniqueNames(Array.from({ length: width }, () => ''));
    return success({ columns, rows: new CellsByColumn(records, columns, delimiter), remarks });
  }
  if (body.length === 0) return parseFailure('no-rows');
  const columns = uniqueNames(withUnnamed(head.cells, body));
  return success({ columns, rows: new CellsByColumn(body, columns, delimiter), remarks });
}

const mostAbove = 10;

/** How many records above the head are lines of one cell each, as exports put them there. */
function linesAbove(records: readonly SeparatedRecord[]): number {
  const isLine = ({ cells, isWhole }: SeparatedRecord) =>
    isWhole && cells.filter((cell) => cell.trim() !== '').length === 1;
  const above = records.slice(0, mostAbove + 1).findIndex((record) => !isLine(record));
  const head = records[above];
  if (above < 1 || head?.isWhole !== true) return 0;
  return isTableHead(head.cells, records.slice(above + 1)) && knownNames(head.cells) >= 2
    ? above
    : 0;
}

function knownNames(cells: readonly string[]): number {
  return cells.filter((cell) => fieldOfColumn(cell) !== null).length;
}

function aboveRemarks(lines: readonly SeparatedRecord[]): readonly string[] {
  if (lines.length === 0) return [];
  const words = lines.map(({ cells }) => cells.join(' ').trim()).join(' / ');
  const shown =
    words.length > 200 ? `${words.slice(0, 199).replace(/[\ud800-\udbff]$/, '')}…` : words;
  return [`What stands above the head of the table was left out: “${shown}”.`];
}

/**
 * The names of a head with empty ones for columns that it does not name: programs for statistics write the rows' numbers
 * in front without a name; others leave the last columns unnamed, in all rows the same.
 */
function withUnnamed(head: readonly string[], body: readonly SeparatedRecord[]): readonly string[] {
  const names = head.map((cell) => cell.trim());
  const sample = body.filter(({ isWhole }) => isWhole).slice(0, rowsMeasured);
  const [first] = sample;
  const width = first?.cells.length ?? 0;
  const more = width - head.length;
  if (more <= 0 || sample.some(({ cells }) => cells.length !== width)) return names;
  if (more === 1 && sample.every(({ cells }, index) => isRowNumber(cells[0], index))) {
    return ['', ...names];
  }
  const isProse = sample.some(({ cells }) =>
    cells.slice(head.length).some((cell) => /^ \S/.test(cell)),
  );
  return isProse || sample.length < 2 ? names : [...names, ...Array<string>(more).fill('')];
}

function isRowNumber(cell: string | undefined, index: number): boolean {
  return cell === String(index) || cell === String(index + 1);
}

/** How many cells most of the first rows have; the fewer of two numbers that are as frequent. */
function usualWidth(records: readonly SeparatedRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells, isWhole } of records.slice(0, rowsMeasured)) {
    if (isWhole) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(
    ([width, count], [otherWidth, otherCount]) => otherCount - count || width - otherWidth,
  );
  return usual?.[0] ?? 1;
}

/** Rows made when they are asked for, as often as they are. */
class CellsByColumn implements Iterable<TableRow> {
  readonly #records: readonly SeparatedRecord[];
  readonly #columns: readonly string[];
  readonly #delimiter: string;

  constructor(records: readonly SeparatedRecord[], columns: readonly string[], delimiter: string) {
    this.#records = records;
    this.#columns = columns;
    this.#delimiter = delimiter;
  }

  *[Symbol.iterator](): Generator<TableRow> {
    for (const record of this.#records) yield record.isWhole ? this.#row(record) : null;
  }

  #row({ cells, quoted }: SeparatedRecord): TableRow {
    const columns = this.#columns;
    const byColumn = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
    const last = columns.at(-1);
    const more = cells.slice(columns.length);
    if (last === undefined || more.every((cell) => cell.trim() === '')) {
      return { cells: byColumn, surplus: 'none' };
    }
    // Who puts one cell in quotation marks where it needs them knows what a separator does.
    if (quoted.has(columns.length - 1)) return { cells: byColumn, surplus: 'apart' };
    byColumn.set(last, cells.slice(columns.length - 1).join(this.#delimiter));
    return { cells: byColumn, surplus: 'joined' };
  }
}

/** The separator by which the first rows have most columns, and all nearly the same number. */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, sniffedLength);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of separators) {
    const records = separatedRecords(sample, delimiter, 20).filter(({ isWhole }) => isWhole);
    // The sample may end inside a row.
    const rows = records.length > 1 && sample.length < text.length ? records.slice(0, -1) : records;
    const width = rows[linesAbove(rows)]?.cells.length ?? 0;
    const even =
      rows.filter(({ cells }) => cells.length === width).length / Math.max(1, rows.length);
    const score = width < 2 ? 0 : even * even * Math.min(width, 30);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Columns without a name get their number, a second one of a name its number behind it. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, index) => {
    let unique = name === '' ? `Column ${index + 1}` : name.slice(0, longestName);
    if (seen.has(unique)) unique = `${unique} (${index + 1})`;
    seen.add(unique);
    return unique;
  });
}
