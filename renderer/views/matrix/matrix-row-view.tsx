import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { MatrixColumn } from '../../../app/claim/matrix-columns.ts';
import type { MatrixRow } from '../../../app/claim/matrix-rows.ts';
import { toggleClaimParts } from '../../session/matrix/matrix-columns-view.ts';
import { claimFacts } from '../../session/matrix/matrix-words.ts';
import { GridRow } from '../library/grid-parts.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { cellId, MatrixCellView, stampOfRow } from './matrix-cell-view.tsx';

/** A column that is drawn. */
export interface DrawnColumn {
  readonly column: MatrixColumn;
  /** Place among the shown columns. */
  readonly index: number;
  /** In pixels, from the beginning of the row; `null`: it stands in line, pinned. */
  readonly left: number | null;
  /** Names the elements that draw it: they are taken over by another column when this one goes out of sight. */
  readonly slot: string;
}

interface RowProps {
  readonly row: MatrixRow;
  /** Place among the shown rows. */
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  readonly pinned: readonly DrawnColumn[];
  readonly columns: readonly DrawnColumn[];
  /** The column with the keyboard, if this is its row: -1 is the claim itself. `null`: another row. */
  readonly active: number | null;
  /** Whether the Inspector shows this claim. */
  readonly isChosen: boolean;
}

/** A claim and what the articles in sight say of it. */
export const MatrixRowView = memo(function MatrixRowView(props: RowProps): ReactNode {
  const { row, index, active } = props;
  const { claim } = row;
  const session = useSession();
  const { pinned, columns } = props;
  const stamp = useRecords(
    () => `${stampOfRow(session, claim.id, pinned)} ${stampOfRow(session, claim.id, columns)}`,
  );
  const evidence = useRecords((records) => records.evidenceOf(claim.id));
  const silences = useRecords((records) => records.silencesOf(claim.id));
  const cellOf = ({ column, index: place, left, slot }: DrawnColumn): ReactNode => (
    <MatrixCellView
      key={slot}
      claimId={claim.id}
      column={column}
      row={index}
      index={place}
      left={left}
      evidence={evidence}
      silences={silences}
      isActive={active === place}
      stamp={stamp}
    />
  );
  return (
    <GridRow
      className="matrix-row"
      aria-rowindex={index + 2}
      data-row={index}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div className="matrix-frozen" role="presentation">
        <ClaimHead row={row} index={index} isActive={active === -1} isChosen={props.isChosen} />
        {pinned.map(cellOf)}
      </div>
      {columns.map(cellOf)}
    </GridRow>
  );
}, isSameRow);

function isSameRow(one: RowProps, other: RowProps): boolean {
  return (
    one.index === other.index &&
    one.top === other.top &&
    one.pinned === other.pinned &&
    one.columns === other.columns &&
    one.active === other.active &&
    one.isChosen === other.isChosen &&
    one.row.claim === other.row.claim &&
    one.row.depth === other.row.depth &&
    one.row.hasChildren === other.row.hasChildren &&
    one.row.isOpen === other.row.isOpen &&
    one.row.isContext === other.row.isContext
  );
}

/** How far a part of a claim is set in, in pixels. */
const indent = 14;
const mostIndents = 6;

function ClaimHead(props: {
  readonly row: MatrixRow;
  readonly index: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
}): ReactNode {
  const session = useSession();
  const { claim, depth, hasChildren, isOpen, isContext } = props.row;
  const clusters = useSessionState((state) => state.clusters);
  useRecords((records) => records.list('speaker'));
  const { speaker, sources } = claimFacts(session.store.records, claim, clusters);
  const counted = `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  const Sign = isOpen ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't draw only what is in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names the cell with the keyboard
    <div
      role="rowheader"
      id={cellId(props.index, -1)}
      className="matrix-claim"
      aria-colindex={1}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={props.isActive}
      data-column={-1}
      data-active={props.isActive || undefined}
      data-chosen={props.isChosen || undefined}
      data-context={isContext || undefined}
      style={{ paddingLeft: 10 + Math.min(depth, mostIndents) * indent }}
    >
      <span className="matrix-wording">
        {hasChildren && (
          <button
            type="button"
            className="matrix-fold"
            tabIndex={-1}
            aria-label={isOpen ? 'Fold its parts away' : 'List its parts'}
            onClick={(event) => {
              event.stopPropagation();
              toggleClaimParts(session, claim.id);
            }}
          >
            <Sign size={13} aria-hidden="true" />
          </button>
        )}
        <span className="visually-hidden">
          C{claim.number}
          {depth > 0 && `, level ${depth + 1}`}:{' '}
        </span>
        {claim.wording}
      </span>
      <span className="matrix-facts">
        <span className="claim-status" data-status={claim.status}>
          {claim.status}
        </span>
        <span className="matrix-speaker">
          C{claim.number}
          {speaker !== null && ` · ${speaker}`}
        </span>
        <span className="matrix-sources">{counted}</span>
      </span>
    </div>
  );
}
