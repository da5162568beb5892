import { type ClaimColumn, claimShape } from './claim-columns.ts';
import type { HeadKind } from './read-rows.ts';
import { columnsOf, type FoundColumns } from './table-columns.ts';

/** Columns that only a list of claims has. */
const telling: readonly ClaimColumn[] = ['stance', 'speaker', 'status', 'parent', 'confidence'];

/** The columns of a table of claims. In tables of others the column “Claim” is often the wording itself. */
export function claimColumnsOf(head: readonly string[]): FoundColumns<ClaimColumn> {
  const columns = columnsOf(head, claimShape);
  const claim = columns.get('claim');
  if (columns.has('wording') || claim === undefined) return columns;
  const isList =
    head.length === 1 ||
    telling.some((column) => columns.has(column)) ||
    (columns.size > 1 && !columns.has('quote'));
  if (!isList) return columns;
  const others = [...columns].filter(([column]) => column !== 'claim');
  return new Map([['wording', claim], ...others]);
}

/** Whether a row names the columns of a table of claims, ours or another's. */
export function claimHead(row: readonly string[]): HeadKind {
  const columns = claimColumnsOf(row);
  if (!columns.has('wording')) return null;
  return columns.has('claim') && (columns.has('id') || columns.has('stance')) ? 'own' : 'other';
}

const corner = /^claim(?: \(an empty cell: not yet checked\))?$/i;

/** Whether a row is the head of a matrix of claims by articles: its corner, then titles that are no columns of claims. */
export function isMatrixHead(row: readonly string[]): boolean {
  const [first = '', ...others] = row;
  return (
    corner.test(first.replace(/^\ufeff/, '').trim()) &&
    others.some((title) => title.trim() !== '') &&
    columnsOf(row, claimShape).size <= 1
  );
}

/** Said of a matrix that is to be imported. */
export const matrixGoesOut =
  'A matrix of claims by articles goes out only: its cells do not say which passages they stand for. Export “Claims as a table (CSV)” or “Workbook (XLSX)”, and import that.';
