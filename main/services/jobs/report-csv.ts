import Papa from 'papaparse';
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
 * A report as CSV (RFC 4180), with a byte order mark, without which spreadsheets take it for their own country's
 * coding. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
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
  const csv = Papa.unparse([heads, ...rows], {
    newline: '\r\n',
    escapeFormulae: /^[=+\-@\t\r\n]/,
  });
  return `\ufeff${csv}\r\n`;
}
