import { memo, type ReactNode } from 'react';
import type { MatrixCell } from '../../../app/claim/matrix-cell.ts';
import type { MatrixColumn } from '../../../app/claim/matrix-columns.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { EvidenceRecord, SilenceRecord } from '../../../app/record/records.ts';
import { matrixCellOf } from '../../session/matrix/matrix-shown.ts';
import { cellName, searchInWords } from '../../session/matrix/matrix-words.ts';
import type { Session } from '../../session/session.ts';
import { stanceSigns } from '../claims/stance-sign.tsx';
import { useSession } from '../parts/session-context.ts';

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
  /** What else the row's cells hang on, see `stampOfRow`: another one draws them anew. */
  readonly stamp: string;
}): ReactNode {
  const session = useSession();
  const { claimId, column, row, index, left } = props;
  const cell = matrixCellOf(session, claimId, column);
  if (cell === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't draw only what is in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names the cell with the keyboard
    <div
      role="gridcell"
      id={cellId(row, index)}
      className="matrix-cell"
      aria-colindex={index + 2}
      aria-selected={props.isActive}
      data-kind={cell.kind}
      data-column={index}
      data-active={props.isActive || undefined}
      style={left === null ? undefined : { left }}
    >
      <span className="visually-hidden">{cellName(column, cell)} </span>
      {cellContent(cell)}
    </div>
  );
});

/**
 * The revs of what cells show beside the claim's lists: the passages drawn, the articles that were searched. Words and
 * revisions change without those lists. Cost: the columns in sight.
 */
export function stampOfRow(
  session: Session,
  claimId: ClaimId,
  columns: readonly { readonly column: MatrixColumn }[],
): string {
  const { records } = session.store;
  let stamp = '';
  for (const { column } of columns) {
    const cell = matrixCellOf(session, claimId, column);
    if (cell?.kind === 'evidence') stamp += `${cell.passages[0]?.annotation.rev} `;
    else if (cell?.kind === 'silent') {
      for (const { articleId } of cell.silences) {
        stamp += records.get('article', articleId)?.revisionId ?? '';
      }
    }
  }
  return stamp;
}

/**
 * What is seen; the name before it says the same in words. No component: some two hundred of these are drawn anew while
 * scrolling.
 */
function cellContent(cell: MatrixCell): ReactNode {
  switch (cell.kind) {
    case 'evidence': {
      const { passages, stances, countsWith } = cell;
      const quote = passages[0]?.annotation.passage.quote ?? '';
      return (
        <>
          <span className="matrix-signs" aria-hidden="true">
            {stances.map((stance) => (
              <span key={stance} className="stance" data-stance={stance} title={stance}>
                {stanceSigns[stance]}
              </span>
            ))}
            {passages.length > 1 && <b className="matrix-number">{passages.length}</b>}
            {countsWith !== null && <span className="matrix-faint">copy</span>}
          </span>
          <span className="matrix-quote">{quote.slice(0, mostDrawn).toWellFormed()}</span>
        </>
      );
    }
    case 'silent': {
      const [first] = cell.silences;
      const searched = first === undefined ? '' : searchInWords(first);
      return (
        <>
          <span className="matrix-soft" aria-hidden="true">
            silent ✓
          </span>
          <span className="matrix-searched" aria-hidden="true">
            {cell.confirmedFor !== null && (
              <em className="matrix-outdated">confirmed for revision {cell.confirmedFor} </em>
            )}
            {searched.slice(0, mostDrawn).toWellFormed()}
          </span>
        </>
      );
    }
    case 'copy':
      return (
        <span className="matrix-faint" aria-hidden="true">
          counts with {cell.of}
        </span>
      );
    case 'unchecked':
      return (
        <>
          <span className="matrix-faint" aria-hidden="true">
            not yet checked
          </span>
          {cell.silences.length > 0 && (
            <span className="matrix-faint" aria-hidden="true">
              {cell.silences.length} silent ✓
            </span>
          )}
        </>
      );
  }
}
