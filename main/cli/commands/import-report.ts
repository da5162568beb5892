import { writeCsv } from '../../../app/exchange/csv.ts';
import type { CarriedCounts } from '../../../app/exchange/exchange-report.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import type { Exchanged, Failed, Imported } from './imported.ts';

type Row = readonly [
  file: string,
  part: string,
  outcome: string,
  format: string,
  what: string,
  count: string,
  reason: string,
];

const heads: Row = ['File', 'Part', 'Outcome', 'Format', 'What', 'Count', 'Reason'];

const outcomes: Readonly<Record<ImportItem['outcome'], string>> = {
  added: 'New article',
  revised: 'New revision',
  known: 'Known already',
  refused: 'Refused',
  asks: 'Columns to be named',
};

/**
 * What became of each file as CSV, with a byte order mark for spreadsheets: of articles a line each, of a file of another program a line
 * for each kind of record that came or was known, for each thing that could not be carried, each part that was refused, and
 * each remark.
 */
export function importReport({ articles, exchanged, failed }: Imported): string {
  const rows = [
    heads,
    ...(articles?.items ?? []).map(articleRow),
    ...exchanged.flatMap(exchangedRows),
    ...failed.map(failedRow),
  ];
  return `\ufeff${writeCsv(rows)}`;
}

function articleRow({ fileName, part, outcome, format, title, reason }: ImportItem): Row {
  return [fileName, part ?? '', outcomes[outcome], format ?? '', title ?? '', '1', reason ?? ''];
}

function failedRow({ file, message }: Failed): Row {
  return [file, '', 'Refused', '', '', '', message];
}

function exchangedRows({ file, format, report }: Exchanged): readonly Row[] {
  const { carried, known, lost, refused, refusedCount, remarks } = report;
  const counted = (outcome: string, counts: CarriedCounts): readonly Row[] =>
    Object.entries(counts).map(
      ([kind, count]): Row => [file, '', outcome, format, kind, String(count), ''],
    );
  const more = refusedCount - refused.length;
  const rows: readonly Row[] = [
    ...counted('Carried', carried),
    ...counted('Known already', known),
    ...lost.map(
      ({ what, why, count, examples }): Row => [
        ...([file, examples.join('; '), 'Not carried', format, what, String(count), why] as const),
      ],
    ),
    ...refused.map(({ where, reason }): Row => [file, where, 'Refused', format, '', '1', reason]),
    ...(more > 0
      ? [[file, '', 'Refused', format, 'others', String(more), 'Like those before.'] as const]
      : []),
    ...remarks.map((remark): Row => [file, '', 'Remark', format, '', '', remark]),
  ];
  return rows.length > 0
    ? rows
    : [[file, '', 'Nothing was carried', format, '', '0', 'There is nothing in it to carry.']];
}
