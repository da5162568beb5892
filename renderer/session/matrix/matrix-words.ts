import { describeMatrixCell, type MatrixCell } from '../../../app/claim/matrix-cell.ts';
import type { MatrixColumn, MatrixColumnGroup } from '../../../app/claim/matrix-columns.ts';
import type { MatrixSort } from '../../../app/claim/matrix-rows.ts';
import { claimSources } from '../../../app/claim/matrix-rows.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import type { ClusterIndex } from '../library/clusters.ts';
import { clustersOf } from './matrix-shown.ts';

/** For the cells and the Inspector. */
export { searchInWords } from '../../../app/claim/search-in-words.ts';

/** What each sort of the rows is called. */
export const matrixSortTitles: Readonly<Record<MatrixSort, string>> = {
  order: 'As arranged',
  number: 'Number',
  wording: 'Wording',
  status: 'Status',
  importance: 'Importance',
  sources: 'Independent sources',
  said: 'Said on',
  changed: 'Last changed',
};

/** What each grouping of the columns is called. */
export const columnGroupTitles: Readonly<Record<MatrixColumnGroup, string>> = {
  none: 'Nothing',
  date: 'Date published',
  cluster: 'Near duplicates',
  language: 'Language',
};

/** A cell as a screen reader says it, before the words of its first passage: "The Ledger: asserts, 3 passages". */
export function cellName(column: MatrixColumn, cell: MatrixCell): string {
  return `${column.title}: ${describeMatrixCell(cell)}`;
}

/** "disputed", "Premier Oduya", "5 sources": what stands below a claim's wording. */
export function claimFacts(
  records: RecordSource,
  claim: ClaimRecord,
  clusters: ClusterIndex,
): { readonly speaker: string | null; readonly sources: number } {
  return {
    speaker: speakerName(records, claim),
    sources: claimSources(records, claim, clustersOf(clusters)),
  };
}
