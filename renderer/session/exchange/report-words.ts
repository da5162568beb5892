import {
  carriedKindName,
  carriedWords as wordsOfCounts,
} from '../../../app/exchange/carried-words.ts';
import { writeCsv } from '../../../app/exchange/csv.ts';
import type {
  CarriedCounts,
  CarriedKind,
  ExchangeReport,
} from '../../../app/exchange/exchange-report.ts';

/** "1 article, 31 annotations and 4 links"; "nothing" for none. */
export function carriedWords(counts: CarriedCounts): string {
  return wordsOfCounts(counts);
}

/** Whether a report says more than what went or came. */
export function hasMoreToSay({ lost, refusedCount, remarks }: ExchangeReport): boolean {
  return lost.length + refusedCount + remarks.length > 0;
}

/** A number as the window writes it. */
export function number(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A report as a table: what went or came, what was known, what could not be carried, what was refused, and remarks. */
export function reportTable(report: ExchangeReport, direction: 'export' | 'import'): string {
  const carried = direction === 'export' ? 'Exported' : 'Imported';
  const rows: string[][] = [['What became of it', 'What or where', 'Count', 'Why', 'Examples']];
  const counted = (title: string, counts: CarriedCounts): void => {
    for (const [kind, count] of Object.entries(counts)) {
      rows.push([title, carriedKindName(kind as CarriedKind), String(count), '', '']);
    }
  };
  counted(carried, report.carried);
  counted('Known already', report.known);
  for (const { what, why, count, examples } of report.lost) {
    rows.push(['Not carried', what, String(count), why, examples.join('; ')]);
  }
  for (const { where, reason } of report.refused) rows.push(['Refused', where, '1', reason, '']);
  const more = report.refusedCount - report.refused.length;
  if (more > 0) rows.push(['Refused', 'others', String(more), 'Not listed one by one.', '']);
  for (const remark of report.remarks) rows.push(['Remark', '', '', remark, '']);
  return writeCsv(rows);
}
