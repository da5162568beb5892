import { memo, type ReactNode } from 'react';
import type { MatrixCell } from '../../../app/claim/matrix-cell.ts';
import type { MatrixColumn } from '../../../app/claim/matrix-columns.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { EvidenceRecord, SilenceRecord } from '../../../app/record/records.ts';
import { matrixCellOf } from '../../session/matrix/matrix-shown.ts';
import { cellName } from '../../session/matrix/matrix-words.ts';
import { StanceSign } from '../claims/stance-sign.tsx';
import { GridCell } from '../library/grid-parts.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Of a quotation no more is drawn: two short lines are seen. */
const mostDrawn = 90;

/** The id of a cell in the page, by its numbers: what the grid names as the one with the keyboard. */
export function cellId(row: number, column: number): string {
  return `matrix-${row}-${column}`;
}

/**
 * What a column's articles say of a claim. `evidence` and `silences` are the claim's: as long as these lists are the same,
 * nothing is drawn anew.
 */
export const MatrixCellView = memo(function MatrixCellView(props: {
  readonly claimId: ClaimId;
  readonly column: MatrixColumn;
  readonly row: number;
  /** Place among the shown columns. */
  readonly index: number;
  /** In pixels, from the beginning of the row; `null`: it stands in line, pinned. */
  readonly left: number | null;
  readonly evidence: readonly EvidenceRecord[];
  readonly silences: readonly SilenceRecord[];
  readonly isActive: boolean;
}): ReactNode {
  const session = useSession();
  const { claimId, column, row, index, left } = props;
  const cell = matrixCellOf(session, claimId, column);
  // Words and revisions change without the claim's lists.
  useRecords((records) => stampOf(records, cell, column));
  if (cell === null) return null;
  return (
    <GridCell
      id={cellId(row, index)}
      className="matrix-cell"
      aria-colindex={index + 2}
      aria-label={cellName(column, cell)}
      aria-selected={props.isActive}
      data-kind={cell.kind}
      data-column={index}
      data-active={props.isActive || undefined}
      style={left === null ? undefined : { left }}
    >
      <CellContent cell={cell} />
    </GridCell>
  );
});

function stampOf(records: RecordSource, cell: MatrixCell | null, column: MatrixColumn): unknown {
  if (cell?.kind === 'evidence') {
    const first = cell.passages[0]?.annotation.id;
    return first === undefined ? null : records.get('annotation', first);
  }
  if (cell?.kind !== 'silent') return null;
  const [first] = column.articleIds;
  return first === undefined ? null : records.get('article', first)?.revisionId;
}

function CellContent({ cell }: { readonly cell: MatrixCell }): ReactNode {
  switch (cell.kind) {
    case 'evidence': {
      const { passages, stances, countsWith } = cell;
      const quote = passages[0]?.annotation.passage.quote ?? '';
      return (
        <>
          <span className="matrix-signs">
            {stances.map((stance) => (
              <StanceSign key={stance} evidence={{ stance }} />
            ))}
            {passages.length > 1 && <b className="matrix-number">{passages.length}</b>}
            {countsWith !== null && <span className="matrix-faint">copy</span>}
          </span>
          <span className="matrix-quote">{quote.slice(0, mostDrawn).toWellFormed()}</span>
        </>
      );
    }
    case 'silent': {
      const searched = cell.silences[0]?.search ?? '';
      return (
        <>
          <span className="matrix-soft">silent ✓</span>
          <span className="matrix-searched">
            {cell.confirmedFor !== null && (
              <em className="matrix-outdated">confirmed for revision {cell.confirmedFor} </em>
            )}
            {searched !== '' && `searched “${searched.slice(0, mostDrawn).toWellFormed()}”`}
          </span>
        </>
      );
    }
    case 'copy':
      return <span className="matrix-faint">counts with {cell.of}</span>;
    case 'unchecked':
      return (
        <>
          <span className="matrix-faint">not yet checked</span>
          {cell.silences.length > 0 && (
            <span className="matrix-faint">{cell.silences.length} silent ✓</span>
          )}
        </>
      );
  }
}
