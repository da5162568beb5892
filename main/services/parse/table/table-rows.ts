import type { Result } from '../../../../app/base/result.ts';
import type { SourceFormat } from '../../../../app/record/records.ts';
import type { ParseFailureCode } from '../parse-failure.ts';
import { jsonTable } from './json-table.ts';
import type { ParsedTable } from './parsed-table.ts';
import { separatedTable } from './separated-table.ts';

/** The table in a text, of the format that was recognised. `limit`: rows that are wanted at most. */
export function readTableRows(
  text: string,
  format: SourceFormat,
  limit?: number,
): Result<ParsedTable, ParseFailureCode> {
  return format === 'csv' ? separatedTable(text, limit) : jsonTable(text, limit);
}
