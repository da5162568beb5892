import type { ColumnMap } from '../../../../app/host/corpus.ts';
import type { SourceFormat } from '../../../../app/record/records.ts';
import { decodeText } from '../decode-text.ts';
import { parseFailure } from '../parse-failure.ts';
import type { Source, SourcePart } from '../source.ts';
import { guessColumns } from './guess-columns.ts';
import { rowArticle } from './row-article.ts';
import { readTableRows, type TableRow } from './table-rows.ts';

const rowsGuessedBy = 20;

/**
 * A table whose rows are articles (rule T20), by the columns that were named or as their names suggest. If it can't be
 * told which holds the text, the one part that there is fails as `columns`.
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
  const columns = columnsOf(source.columns, table.value.columns, table.value.rows);
  if (columns === null) {
    yield { part: null, format, encoding, article: parseFailure('columns') };
    return;
  }
  let number = 0;
  for (const row of table.value.rows) {
    number += 1;
    const part = `row ${number}`;
    const article = row === null ? null : rowArticle(row, columns, source.fileName);
    if (article === null) {
      const code = row === null ? 'broken-row' : 'empty-row';
      yield { part, format, encoding, article: parseFailure(code) };
    } else {
      const value = { ...article, remarks: [...remarks, ...article.remarks] };
      yield { part, format, encoding, article: { ok: true, value } };
    }
  }
}

function columnsOf(
  named: ColumnMap | null,
  columns: readonly string[],
  rows: Iterable<TableRow>,
): ColumnMap | null {
  if (named !== null) return columns.includes(named.text) ? named : null;
  const guess = guessColumns(columns, firstRows(rows));
  return guess.text === undefined ? null : { ...guess, text: guess.text };
}

/** The first rows that are well-formed. */
export function firstRows(rows: Iterable<TableRow>): ReadonlyMap<string, string>[] {
  const first: ReadonlyMap<string, string>[] = [];
  for (const row of rows) {
    if (row !== null) first.push(row);
    if (first.length === rowsGuessedBy) break;
  }
  return first;
}
