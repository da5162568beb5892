import type { Result } from '../../../../app/base/result.ts';
import { success } from '../../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import { fieldOfColumn } from './column-names.ts';
import { exchangeContent } from './exchange-json.ts';
import type { ParsedTable, TableRow } from './parsed-table.ts';

const shortLength = 65_536;
const mostColumns = 1_000;

/**
 * JSON: an object a line, or one list of objects, which may stand in an object under a usual name. What is a file of
 * annotations or references fails as that, not as a table.
 */
export function jsonTable(text: string, limit?: number): Result<ParsedTable, ParseFailureCode> {
  const whole = limit === undefined || text.length < shortLength ? parseJson(text) : undefined;
  const value = whole ?? (/^\s*\[/.test(text) ? parseJson(text) : undefined);
  const content = exchangeContent(value ?? parseJson(firstLine(text)));
  if (content !== null) return parseFailure(content);
  const list = listOf(value);
  const rows = list === null ? lineRows(text, limit) : list.slice(0, limit).map(flatRow);
  const columns = new Set<string>();
  for (const row of rows) {
    for (const column of row?.cells.keys() ?? [])
      if (columns.size < mostColumns) columns.add(column);
  }
  if (columns.size === 0) {
    return parseFailure(
      rows.length === 0 ? 'no-rows' : list === null ? 'broken-json' : 'broken-row',
    );
  }
  return success({ columns: [...columns], rows, remarks: [] });
}

// Under which names services hand out lists of articles.
const listNames =
  /^(?:articles?|items?|results?|data|docs|documents|records|rows|entries|stories|news|hits|value|response|feed)$/i;
const deepestList = 4;

/** The list that a JSON text is or holds; an object that holds none is the only row. `null`: neither. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  return innerList(value, deepestList) ?? onlyList(value) ?? [value];
}

/** The only list of objects in an object, or its values if they are alike; `null` if it is an article itself. */
function onlyList(object: Record<string, unknown>): readonly unknown[] | null {
  const entries = Object.entries(object);
  if (entries.some(([name]) => fieldOfColumn(name) === 'text')) return null;
  const lists = entries.map(([, inner]) => inner).filter(isListOfObjects);
  if (lists.length === 1) return lists[0] ?? null;
  const inner = entries.map(([, one]) => one);
  const keys = inner.map((one) => (isObject(one) ? Object.keys(one) : []));
  const [first = []] = keys;
  const areAlike = keys.every(
    (names) =>
      names.length > 0 && first.filter((name) => names.includes(name)).length * 2 >= first.length,
  );
  return inner.length > 1 && first.length > 1 && areAlike ? inner : null;
}

function isListOfObjects(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some(isObject);
}

function innerList(object: Record<string, unknown>, depth: number): readonly unknown[] | null {
  for (const [name, inner] of Object.entries(object)) {
    if (!listNames.test(name)) continue;
    if (isListOfObjects(inner)) return inner;
    const deeper = isObject(inner) && depth > 1 ? innerList(inner, depth - 1) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

/** A long first line is part of one that goes on: what begins like that is read whole. */
function firstLine(text: string): string {
  return /[^\s][^\n]*/.exec(text)?.[0] ?? '';
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
  return { cells, surplus: 'none' };
}

/** Paragraphs in a list are paragraphs, names a list with commas; of objects their name or text. */
function listCell(list: readonly unknown[]): string {
  const plain = list
    .slice(0, 10_000)
    .map((item) => (isObject(item) ? (item.name ?? item.text ?? item.content) : item))
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
