import type { MatrixContent } from '../../../app/brief/matrix-table.ts';
import { resolveQuotation } from '../../../app/brief/resolve-quotation.ts';
import { matrixCell } from '../../../app/claim/matrix-cell.ts';
import { everyMatrixColumn } from '../../../app/claim/matrix-columns.ts';
import type { MatrixSources } from '../../../app/exchange/matrix-sheets.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import type { ClaimsProject } from '../claim/claims-project.ts';

/** The matrix of claims against every article of a project in memory, and what its sheets are made from. */
export function matrixOf(
  { records }: ClaimsProject,
  claims: readonly ClaimRecord[],
): { readonly content: MatrixContent; readonly sources: MatrixSources } {
  const choice = { columnsBy: 'article', group: 'none', pinned: [] } as const;
  const columns = everyMatrixColumn(records.list('article'), choice, () => null, 'en-GB');
  const cited = {
    annotation: (id: string) => records.get('annotation', id) ?? undefined,
    article: (id: string) => records.get('article', id) ?? undefined,
    revision: (id: string) => records.get('revision', id) ?? undefined,
    claim: (id: string) => records.get('claim', id) ?? undefined,
    evidenceOf: () => [],
  };
  return {
    content: {
      columns,
      rows: claims.map((claim) => ({ claim, depth: claim.parentId ? 1 : 0 })),
      cellOf(claimId, columnId) {
        const claim = records.get('claim', claimId);
        const column = columns.find(({ id }) => id === columnId);
        return claim && column ? matrixCell(records, claim, column) : null;
      },
    },
    sources: {
      records,
      clusterOf: () => null,
      quotation(id) {
        const resolved = resolveQuotation(cited, id);
        if (!resolved.ok) throw new Error(resolved.error.message);
        return resolved.value;
      },
    },
  };
}
