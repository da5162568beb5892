import Papa from 'papaparse';
import type { Result } from '../../../../app/base/result.ts';
import { success } from '../../../../app/base/result.ts';
import type { SourceFormat } from '../../../../app/record/records.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';

/** One row: its cells by column; `null` for a row that is not well-formed. */
export type TableRow = ReadonlyMap<string, string> | null;

/** A table taken apart. */
export interface TableRows {
  readonly columns: readonly string[];
  /** Without the head, in order. */
  readonly rows: Iterable<TableRow>;
}

const separators = [',', ';', '\t', '|'];
const sniffedLength = 65_536;
const mostColumns = 1_000;
const longestHead = 100;

/** The table in a text, of the format that was recognised. `limit`: rows that are wanted at most. */
export function readTableRows(
  text: string,
  format: SourceFormat,
  limit?: number,
): Result<TableRows, ParseFailureCode> {
  return format === 'csv' ? separatedRows(text, limit) : jsonRows(text, limit);
}

/**
 * Cells between separators (RFC 4180): comma, semicolon, tab or bar, whichever the first lines hold as many of in each;
 * a first line `sep=;`, as Excel writes it, says so. The first row names the columns, if its cells look like names.
 */
function separatedRows(text: string, limit?: number): Result<TableRows, ParseFailureCode> {
  const [, stated, rest = text] = /^sep=(.)\r?\n(.*)$/s.exec(text) ?? [];
  const delimiter = stated ?? guessDelimiter(rest);
  const records = separatedRecords(rest, delimiter, limit);
  const [head, second] = records;
  if (head === undefined) return parseFailure('no-rows');
  const width = Math.min(
    mostColumns,
    records.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
  const hasHead = looksLikeHead(head.cells, second?.cells);
  const names = Array.from({ length: width }, (_, index) =>
    hasHead ? (head.cells[index] ?? '').trim() : '',
  );
  const columns = uniqueNames(names);
  const body = hasHead ? records.slice(1) : records;
  if (body.length === 0) return parseFailure('no-rows');
  return success({ columns, rows: new CellsByColumn(body, columns) });
}

interface SeparatedRecord {
  readonly cells: readonly string[];
  readonly isWhole: boolean;
}

/** The records of a text without blank ones. One whose quotation mark is never closed is not whole. */
function separatedRecords(text: string, delimiter: string, limit?: number): SeparatedRecord[] {
  const preview = limit === undefined ? {} : { preview: limit + 1 };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, ...preview });
  const broken = new Set(
    errors.filter(({ code }) => code === 'MissingQuotes').map(({ row }) => row),
  );
  return data
    .map((cells, index) => ({ cells, isWhole: !broken.has(index) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Rows made when they are asked for, as often as they are. */
class CellsByColumn implements Iterable<TableRow> {
  readonly #records: readonly SeparatedRecord[];
  readonly #columns: readonly string[];

  constructor(records: readonly SeparatedRecord[], columns: readonly string[]) {
    this.#records = records;
    this.#columns = columns;
  }

  *[Symbol.iterator](): Generator<TableRow> {
    for (const { cells, isWhole } of this.#records) {
      yield isWhole
        ? new Map(this.#columns.map((column, index) => [column, cells[index] ?? '']))
        : null;
    }
  }
}

/** The separator by which the first rows have most columns, and all nearly the same number. */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, sniffedLength);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of separators) {
    const { data } = Papa.parse<string[]>(sample, {
      delimiter,
      skipEmptyLines: 'greedy',
      preview: 20,
    });
    // The sample may end inside a row.
    const rows = data.length > 1 && sample.length < text.length ? data.slice(0, -1) : data;
    const width = rows[0]?.length ?? 0;
    const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    const score = width < 2 ? 0 : even * even * Math.min(width, 30);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Names are short, there is one for most columns, none twice, and none is a number, a date or an address. */
function looksLikeHead(head: readonly string[], next: readonly string[] | undefined): boolean {
  const names = head.map((cell) => cell.trim());
  const given = names.filter((name) => name !== '');
  const areNames = given.every(
    (name) => name.length <= longestHead && !/^[\d\s.,:/+-]+$|^https?:|[.!?]$|\n/.test(name),
  );
  const areUnique = new Set(given.map((name) => name.toLowerCase())).size === given.length;
  return areNames && areUnique && given.length * 2 > names.length && next !== undefined;
}

/** Columns without a name get their number, a second one of a name its number behind it. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, index) => {
    let unique = name === '' ? `Column ${index + 1}` : name.slice(0, 200);
    if (seen.has(unique)) unique = `${unique} (${index + 1})`;
    seen.add(unique);
    return unique;
  });
}

/** JSON: an object a line, or one list of objects, which may stand in an object under a usual name. */
function jsonRows(text: string, limit?: number): Result<TableRows, ParseFailureCode> {
  const whole = limit === undefined || text.length < sniffedLength ? parseJson(text) : undefined;
  const list = listOf(whole ?? (/^\s*\[/.test(text) ? parseJson(text) : undefined));
  const rows = list === null ? lineRows(text, limit) : list.slice(0, limit).map(flatRow);
  const columns = new Set<string>();
  for (const row of rows) {
    for (const column of row?.keys() ?? []) if (columns.size < mostColumns) columns.add(column);
  }
  if (columns.size === 0) return parseFailure(rows.length === 0 ? 'no-rows' : 'broken-row');
  return success({ columns: [...columns], rows });
}

// Under which names services hand out lists of articles.
const listNames =
  /^(?:articles?|items?|results?|data|docs|documents|records|rows|entries|stories|news|hits|value|response|feed)$/i;
const deepestList = 4;

/** The list that a JSON text is or holds; an object that holds none is the only row. `null`: neither. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isObject(value) ? (innerList(value, deepestList) ?? [value]) : null;
}

function innerList(object: Record<string, unknown>, depth: number): readonly unknown[] | null {
  for (const [name, inner] of Object.entries(object)) {
    if (!listNames.test(name)) continue;
    if (Array.isArray(inner) && inner.some(isObject)) return inner;
    const deeper = isObject(inner) && depth > 1 ? innerList(inner, depth - 1) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

function lineRows(text: string, limit = Number.POSITIVE_INFINITY): TableRow[] {
  const rows: TableRow[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (rows.length >= limit) break;
    rows.push(flatRow(parseJson(line)));
  }
  return rows;
}

const deepestKey = 6;
const mostCells = 500;

/** An object's values by names, those of objects in it by names with dots; lists of plain values joined by commas. */
function flatRow(value: unknown): TableRow {
  if (!isObject(value)) return null;
  const cells = new Map<string, string>();
  const add = (object: object, prefix: string, depth: number) => {
    for (const [key, inner] of Object.entries(object)) {
      if (cells.size >= mostCells) return;
      const name = `${prefix}${key}`.slice(0, 200);
      if (isObject(inner)) {
        if (depth < deepestKey) add(inner, `${name}.`, depth + 1);
      } else if (Array.isArray(inner)) cells.set(name, listCell(inner));
      else if (inner !== null && inner !== undefined) cells.set(name, String(inner));
    }
  };
  add(value, '', 0);
  return cells;
}

/** Paragraphs in a list are paragraphs; names, those of objects included, are a list with commas. */
function listCell(list: readonly unknown[]): string {
  const plain = list
    .slice(0, 10_000)
    .map((item) => (isObject(item) && 'name' in item ? item.name : item))
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String);
  return plain.join(plain.some((item) => item.length > 100) ? '\n\n' : ', ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Syntax errors, and nesting beyond the stack.
    return undefined;
  }
}
