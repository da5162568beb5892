import { writeCsv } from '../../../app/exchange/csv.ts';
import type { ImportItem } from '../../../app/host/job.ts';

const heads = ['File', 'Part', 'Outcome', 'Format', 'Title', 'Reason'];

const outcomes: Readonly<Record<ImportItem['outcome'], string>> = {
  added: 'New article',
  revised: 'New revision',
  known: 'Known already',
  refused: 'Refused',
  asks: 'Columns to be named',
};

/**
 * A report as CSV, with a byte order mark, without which spreadsheets take it for their own country's coding.
 */
export function reportCsv(items: readonly ImportItem[]): string {
  const rows = items.map(({ fileName, part, outcome, format, title, reason }) => [
    fileName,
    part ?? '',
    outcomes[outcome],
    format ?? '',
    title ?? '',
    reason ?? '',
  ]);
  return `\ufeff${writeCsv([heads, ...rows])}`;
}
