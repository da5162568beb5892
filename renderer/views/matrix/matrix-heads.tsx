import { ChevronDown, Pin } from 'lucide-react';
import { memo, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { moveColumn } from '../../session/matrix/matrix-columns-view.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import { matrixView } from '../../session/matrix/matrix-view.ts';
import { matrixSortTitles } from '../../session/matrix/matrix-words.ts';
import { GridHead, GridLines, GridRow } from '../library/grid-parts.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { cellId } from './matrix-cell-view.tsx';
import type { DrawnColumn } from './matrix-row-view.tsx';

/** A press that goes further than this is a drag, in pixels. */
const dragFrom = 6;

/** What is being dragged, and the place among the columns where it would be put. */
interface Drag {
  readonly from: number;
  readonly to: number;
}

/** The heads of the columns: outlet, date, what counts with what. They are dragged to another place. */
export const MatrixHeads = memo(function MatrixHeads(props: {
  readonly shown: MatrixShown;
  readonly pinned: readonly DrawnColumn[];
  readonly columns: readonly DrawnColumn[];
  readonly width: number;
  /** The column whose head has the keyboard; -1: that of the claims. */
  readonly active: number | null;
  /** The column whose menu is open. */
  readonly menu: number | null;
  readonly onMenu: (index: number) => void;
  readonly onPress: (index: number) => void;
}): ReactNode {
  const session = useSession();
  useSessionState((state) => state.matrix.view);
  useRecords((records) => records.list('setting'));
  const { shown, pinned, columns, active } = props;
  const pressed = useRef<{ index: number; x: number } | null>(null);
  const [drag, setShownDrag] = useState<Drag | null>(null);
  // The button may be let go before what was set last is drawn.
  const dragNow = useRef<Drag | null>(null);
  const setDrag = (next: Drag | null): void => {
    dragNow.current = next;
    setShownDrag(next);
  };
  const { sort, descending } = matrixView(session);

  const indexAt = (event: PointerEvent): number | null => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const head = under?.closest<HTMLElement>('.matrix-head[data-column]');
    if (head == null) return null;
    const { left, width } = head.getBoundingClientRect();
    const index = Number(head.dataset.column);
    return event.clientX > left + width / 2 ? index + 1 : index;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const head = (event.target as Element).closest<HTMLElement>('.matrix-head[data-column]');
    if (event.button !== 0 || head === null) return;
    if ((event.target as Element).closest('button') !== null) return;
    pressed.current = { index: Number(head.dataset.column), x: event.clientX };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const from = pressed.current;
    if (from === null) return;
    if (dragNow.current === null && Math.abs(event.clientX - from.x) < dragFrom) return;
    if (dragNow.current === null) event.currentTarget.setPointerCapture(event.pointerId);
    const to = indexAt(event);
    if (to !== null) setDrag({ from: from.index, to });
  };
  const onPointerUp = (): void => {
    const from = pressed.current;
    const done = dragNow.current;
    pressed.current = null;
    setDrag(null);
    if (from === null) return;
    if (done === null) {
      props.onPress(from.index);
      return;
    }
    const moved = shown.columns[done.from];
    const after = shown.columns[done.to - 1];
    if (moved === undefined || after?.id === moved.id) return;
    moveColumn(session, moved.id, after?.id ?? null);
    session.say(`${moved.title} was moved.`);
  };
  const headOf = (drawn: DrawnColumn, before: DrawnColumn | undefined): ReactNode => (
    <ColumnHead
      key={drawn.column.id}
      drawn={drawn}
      startsGroup={before === undefined || before.column.group !== drawn.column.group}
      isActive={active === drawn.index}
      isOpen={props.menu === drawn.index}
      drop={
        drag === null || drag.from === drawn.index
          ? null
          : drag.to === drawn.index
            ? 'before'
            : drag.to === drawn.index + 1
              ? 'after'
              : null
      }
      onMenu={() => props.onMenu(drawn.index)}
    />
  );
  return (
    <GridLines className="matrix-heads" style={{ width: props.width }}>
      <GridRow
        className="matrix-head-row"
        aria-rowindex={1}
        data-dragging={drag !== null || undefined}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          pressed.current = null;
          setDrag(null);
        }}
      >
        <div className="matrix-frozen" role="presentation">
          <GridHead
            id={cellId(-1, -1)}
            className="matrix-corner"
            aria-colindex={1}
            data-active={active === -1 || undefined}
            aria-sort={sort === 'order' ? undefined : descending ? 'descending' : 'ascending'}
          >
            <button
              type="button"
              tabIndex={-1}
              aria-haspopup="menu"
              aria-expanded={props.menu === -1}
              data-menu-of={-1}
              onClick={() => props.onMenu(-1)}
            >
              Claim
              {sort !== 'order' && (
                <span className="matrix-sorted">
                  by {matrixSortTitles[sort].toLowerCase()}
                  {descending && ', turned round'}
                </span>
              )}
              <ChevronDown size={12} aria-hidden="true" />
            </button>
          </GridHead>
          {pinned.map((drawn, index) => headOf(drawn, pinned[index - 1]))}
        </div>
        {columns.map((drawn, index) => headOf(drawn, columns[index - 1]))}
      </GridRow>
    </GridLines>
  );
});

function ColumnHead(props: {
  readonly drawn: DrawnColumn;
  readonly startsGroup: boolean;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly drop: 'before' | 'after' | null;
  readonly onMenu: () => void;
}): ReactNode {
  const { column, index, left } = props.drawn;
  return (
    <GridHead
      id={cellId(-1, index)}
      className="matrix-head"
      aria-colindex={index + 2}
      aria-label={column.group === null ? column.name : `${column.name}, ${column.group}`}
      title={column.name}
      data-column={index}
      data-active={props.isActive || undefined}
      data-drop={props.drop ?? undefined}
      data-group={column.group === null ? undefined : props.startsGroup ? 'first' : 'more'}
      style={left === null ? undefined : { left }}
    >
      {column.group !== null && (
        <span className="matrix-group">{props.startsGroup && column.group}</span>
      )}
      <span className="matrix-outlet">{column.title}</span>
      {column.headline !== '' && <span className="matrix-headline">{column.headline}</span>}
      <span className="matrix-head-facts">{column.facts.join(' · ')}</span>
      {column.isPinned && <Pin className="matrix-pin" size={11} aria-hidden="true" />}
      <button
        type="button"
        className="matrix-head-menu"
        tabIndex={-1}
        aria-label={`Column ${column.title}`}
        aria-haspopup="menu"
        aria-expanded={props.isOpen}
        data-menu-of={index}
        onClick={props.onMenu}
      >
        <ChevronDown size={13} aria-hidden="true" />
      </button>
    </GridHead>
  );
}
