import type { Result } from '../../../../app/base/result.ts';
import { success } from '../../../../app/base/result.ts';
import type { TablePreview } from '../../../../app/host/corpus.ts';
import { decodeText } from '../decode-text.ts';
import { formatOfName } from '../formats.ts';
import type { ParseFailureCode } from '../parse-failure.ts';
import { guessColumns } from './guess-columns.ts';
import { firstRows } from './table-reader.ts';
import { readTableRows } from './table-rows.ts';

const rowsShown = 10;
const longestCell = 200;

/**
 * The head of a table for the analyst to name its columns: the first ten rows, and what the names suggest. `encoding` is
 * the analyst's choice. Decodes the whole file: call it from a worker.
 */
export function readTableHead(
  bytes: Uint8Array,
  fileName: string,
  encoding: string | null = null,
): Result<TablePreview, ParseFailureCode> {
  const decoded = decodeText(bytes, { chosen: encoding, declared: null });
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const isJson =
    formatOfName(fileName)?.format === 'json-lines' ||
    (formatOfName(fileName)?.format !== 'csv' && /^\s*[[{]/.test(text));
  const table = readTableRows(text, isJson ? 'json-lines' : 'csv', rowsShown * 2);
  if (!table.ok) return table;
  const { columns } = table.value;
  const rows = firstRows(table.value.rows);
  return success({
    fileName,
    columns,
    rows: rows
      .slice(0, rowsShown)
      .map((row) => columns.map((column) => cut(row.get(column) ?? ''))),
    guess: guessColumns(columns, rows).columns,
  });
}

/** At most 200 code units, never half a surrogate pair. */
function cut(cell: string): string {
  if (cell.length <= longestCell) return cell;
  return `${cell.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
