import { matchesTags, parseTagExpression } from '../../../app/annotation/tag-expression.ts';
import { type MatrixCell, matrixCell } from '../../../app/claim/matrix-cell.ts';
import {
  type ClusterOf,
  everyMatrixColumn,
  type MatrixColumn,
  matrixColumns,
} from '../../../app/claim/matrix-columns.ts';
import {
  looksAtEvidence,
  type MatrixFilter,
  type MatrixRow,
  matrixRows,
} from '../../../app/claim/matrix-rows.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { locale, presentArticles } from '../article-list.ts';
import type { ClusterIndex } from '../library/clusters.ts';
import type { Session } from '../session.ts';
import type { MatrixNarrowing } from './matrix-state.ts';
import { matrixView } from './matrix-view.ts';

/** What the matrix shows now, in its order: what the screen draws and what an export writes. */
export interface MatrixShown {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Every column, hidden ones as well, by date. */
  readonly everyColumn: readonly MatrixColumn[];
  columnOf(columnId: string): MatrixColumn | null;
  /** Place in `rows`; -1: not shown. */
  rowIndexOf(claimId: ClaimId): number;
  /** Place in `columns`; -1: not shown. */
  columnIndexOf(columnId: string): number;
  /**
   * Worked out when it is asked for, from the records as they are then. `null`: there is no such claim or column any more.
   */
  cellOf(claimId: ClaimId, columnId: string): MatrixCell | null;
}

/** What a cell shows now; `null`: the claim is gone. Quick: asked for each cell that is drawn. */
export function matrixCellOf(
  session: Session,
  claimId: ClaimId,
  column: MatrixColumn,
): MatrixCell | null {
  const { records } = session.store;
  const claim = records.get('claim', claimId);
  return claim === null ? null : matrixCell(records, claim, column);
}

/** Clusters as the matrix asks for them. The same function for the same index. */
export function clustersOf(index: ClusterIndex): ClusterOf {
  const known = clusterFunctions.get(index);
  if (known !== undefined) return known;
  const clusterOf: ClusterOf = (id) => {
    const cluster = index.get(id)?.cluster;
    const first = cluster?.members[0];
    if (cluster === undefined || first === undefined) return null;
    return { id: cluster.id, firstId: first.articleId, size: cluster.members.length };
  };
  clusterFunctions.set(index, clusterOf);
  return clusterOf;
}

const clusterFunctions = new WeakMap<ClusterIndex, ClusterOf>();

interface Kept {
  readonly by: readonly unknown[];
  readonly shown: MatrixShown;
}

interface KeptColumns {
  readonly articles: readonly ArticleRecord[];
  readonly by: readonly unknown[];
  readonly every: readonly MatrixColumn[];
}

const kept = new WeakMap<Session, Kept>();
const keptColumns = new WeakMap<Session, KeptColumns>();

/**
 * What the matrix shows: the same object until a claim, an article, the clusters or a choice changes; evidence changes it
 * only where rows are sorted or filtered by it. Cost then: the claims and the articles, and all evidence where it counts;
 * no cell is worked out.
 */
export function matrixShown(session: Session): MatrixShown {
  const { records } = session.store;
  const { matrix, clusters } = session.get();
  const view = matrixView(session);
  const claims = records.list('claim');
  const filter = filterOf(records, matrix);
  const clusterOf = clustersOf(clusters);
  const usesEvidence = looksAtEvidence({ sort: view.sort, filter });
  const every = everyColumn(session);
  const by = [
    ...[claims, every, view, clusters],
    ...[matrix.words, matrix.statuses, matrix.speakers, matrix.importances, matrix.tags],
    ...[matrix.unchecked, matrix.disputed],
    matrix.speakers.length > 0 ? records.list('speaker') : null,
    matrix.tags === '' ? null : records.list('tag'),
    usesEvidence ? records.list('evidence') : null,
    usesEvidence ? records.list('silence') : null,
  ];
  const known = kept.get(session);
  if (known !== undefined && isSame(known.by, by)) return known.shown;
  const columns = matrixColumns(every, view);
  const rows = matrixRows(records, claims, {
    ...{ sort: view.sort, descending: view.descending, filter, columns, clusterOf },
    folded: new Set(view.folded),
  });
  const shown = makeShown(records, columns, rows, every);
  kept.set(session, { by, shown });
  return shown;
}

/** By facts of articles, not by the articles: an article is another record with each highlight made in it. */
function everyColumn(session: Session): readonly MatrixColumn[] {
  const { records } = session.store;
  const { clusters } = session.get();
  const view = matrixView(session);
  const articles = presentArticles(records);
  const choice = [view.columnsBy, view.group, view.pinned, clusters];
  const known = keptColumns.get(session);
  if (known?.articles === articles && isSame(known.by.slice(0, choice.length), choice)) {
    return known.every;
  }
  const facts = articles.flatMap(({ id, number, detected, corrected, provenance }) => [
    ...[id, number, detected, corrected, provenance],
  ]);
  const by = [...choice, ...facts];
  const isOld = known !== undefined && isSame(known.by, by);
  const every = isOld
    ? known.every
    : everyMatrixColumn(articles, view, clustersOf(clusters), locale);
  keptColumns.set(session, { articles, by, every });
  return every;
}

function makeShown(
  records: RecordSource,
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  every: readonly MatrixColumn[],
): MatrixShown {
  const byId = new Map(every.map((column) => [column.id, column]));
  const columnIndexes = new Map(columns.map(({ id }, index) => [id, index]));
  let rowIndexes: ReadonlyMap<ClaimId, number> | null = null;
  return {
    columns,
    rows,
    everyColumn: every,
    columnOf: (columnId) => byId.get(columnId) ?? null,
    rowIndexOf(claimId) {
      rowIndexes ??= new Map(rows.map(({ claim }, index) => [claim.id, index]));
      return rowIndexes.get(claimId) ?? -1;
    },
    columnIndexOf: (columnId) => columnIndexes.get(columnId) ?? -1,
    cellOf(claimId, columnId) {
      const claim = records.get('claim', claimId);
      const column = byId.get(columnId);
      return claim === null || column === undefined ? null : matrixCell(records, claim, column);
    },
  };
}

/** What is asked of claims; a tag expression that can't be understood asks for nothing. */
function filterOf(records: RecordSource, narrowing: MatrixNarrowing): MatrixFilter {
  const { words, statuses, speakers, importances, tags, unchecked, disputed } = narrowing;
  const parsed = tags.trim() === '' ? null : parseTagExpression(tags, records.list('tag'));
  const expression = parsed?.ok === true ? parsed.value : null;
  return {
    ...{ words, statuses, speakers, importances, unchecked, disputed },
    acceptsTags: expression && ((tagIds) => matchesTags(expression, tagIds)),
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
