import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { StatisticsKind } from '../../session/evidence/evidence-state.ts';
import {
  figureOf,
  type Statistics,
  type StatisticsHead,
} from '../../session/evidence/evidence-statistics.ts';
import { Grid, GridCell, GridHead, GridLines, GridRow } from '../library/grid-parts.tsx';

/** Sizes in pixels, as `.statistics-grid` has them. */
const headWidth = 190;
const headHeight = 40;
const cellHeights: Readonly<Record<StatisticsKind, number>> = {
  outlet: 28,
  time: 46,
  together: 28,
};
const cellWidths: Readonly<Record<StatisticsKind, number>> = { outlet: 84, time: 66, together: 76 };
/** Height of the tallest bar, in pixels. */
const barHeight = 24;

/** Where the keyboard was in each statistic, as long as the window lasts: who comes back from passages finds it there. */
const lastCells = new Map<string, { readonly row: number; readonly column: number }>();

/**
 * Figures in rows and columns, each a button that opens what it counts; shaded by size, with the figure printed. Arrows,
 * Home, End (with Control: of the whole table) and pages go from cell to cell. Only what is in sight is drawn.
 */
export function StatisticsGrid(props: {
  readonly label: string;
  readonly statistics: Statistics;
  readonly kind: StatisticsKind;
  readonly onOpen: (row: StatisticsHead, column: StatisticsHead) => void;
}): ReactNode {
  const { label, statistics, kind } = props;
  const { rows, columns } = statistics;
  const scroller = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState(() => lastCells.get(label) ?? { row: 0, column: 0 });
  const [holdsFocus, setHoldsFocus] = useState(false);
  const wantsFocus = useRef(false);
  const row = Math.min(cell.row, rows.length - 1);
  const column = Math.min(cell.column, columns.length - 1);
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellHeights[kind],
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 4,
  });
  const across = useVirtualizer({
    count: columns.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidths[kind],
    scrollMargin: headWidth,
    scrollPaddingStart: headWidth,
    overscan: 3,
  });
  const shownRows = withOne(down.getVirtualItems(), row, cellHeights[kind], headHeight);
  const shownColumns = withOne(across.getVirtualItems(), column, cellWidths[kind], headWidth);
  const rowMost = useMemo(
    () => (kind === 'time' ? mostByRow(statistics) : null),
    [statistics, kind],
  );

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const stop = scroller.current?.querySelector<HTMLElement>('[data-active]') ?? null;
    if (stop === null) return;
    wantsFocus.current = false;
    stop.focus({ preventScroll: true });
  });
  const goTo = (toRow: number, toColumn: number): void => {
    const next = {
      row: Math.max(0, Math.min(toRow, rows.length - 1)),
      column: Math.max(0, Math.min(toColumn, columns.length - 1)),
    };
    wantsFocus.current = true;
    lastCells.set(label, next);
    setCell(next);
    down.scrollToIndex(next.row, { align: 'auto' });
    across.scrollToIndex(next.column, { align: 'auto' });
    // The same cell again: nothing is drawn anew, so the focus is put there now.
    if (next.row === row && next.column === column) {
      scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey) return;
    const page = Math.max(1, shownRows.length - 6);
    const held = event.ctrlKey || event.metaKey;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [held ? 0 : row, 0],
      End: [held ? rows.length - 1 : row, columns.length - 1],
    };
    const step = held && !['Home', 'End'].includes(event.key) ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(...step);
  };
  return (
    <Grid
      ref={scroller}
      className="statistics-grid"
      data-kind={kind}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      data-focus-name="statistics"
      tabIndex={holdsFocus ? -1 : 0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        setHoldsFocus(true);
        if (event.target === event.currentTarget) goTo(row, column);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHoldsFocus(false);
      }}
    >
      <GridRow
        className="statistics-heads"
        aria-rowindex={1}
        style={{ width: across.getTotalSize() }}
      >
        <GridHead aria-colindex={1} className="statistics-corner">
          <span className="visually-hidden">Tag</span>
        </GridHead>
        {shownColumns.map(({ index, start }) => {
          const head = columns[index];
          return (
            head !== undefined && (
              <GridHead
                key={index}
                aria-colindex={index + 2}
                className="statistics-head"
                title={head.title}
                style={{ transform: `translateX(${start}px)`, width: cellWidths[kind] }}
              >
                <span>{head.short}</span>
              </GridHead>
            )
          );
        })}
      </GridRow>
      <GridLines
        className="statistics-lines"
        style={{ height: down.getTotalSize() - headHeight, width: across.getTotalSize() }}
      >
        {shownRows.map(({ index, start }) => {
          const head = rows[index];
          if (head === undefined) return null;
          return (
            <GridRow
              key={head.key ?? 'all passages'}
              className="statistics-row"
              aria-rowindex={index + 2}
              style={{
                transform: `translateY(${start - headHeight}px)`,
                height: cellHeights[kind],
              }}
            >
              <RowHead head={head} />
              {shownColumns.map(({ index: place, start: left }) => {
                const above = columns[place];
                return (
                  above !== undefined && (
                    <Figure
                      key={place}
                      figure={figureOf(statistics, head, above)}
                      row={head}
                      column={above}
                      colIndex={place + 2}
                      most={statistics.most}
                      bar={rowMost?.get(head.key) ?? null}
                      isActive={index === row && place === column}
                      isStop={index === row && place === column && holdsFocus}
                      style={{ transform: `translateX(${left}px)`, width: cellWidths[kind] }}
                      onFocus={() => {
                        if (index !== row || place !== column) {
                          lastCells.set(label, { row: index, column: place });
                          setCell({ row: index, column: place });
                        }
                      }}
                      onOpen={() => {
                        lastCells.set(label, { row: index, column: place });
                        props.onOpen(head, above);
                      }}
                    />
                  )
                );
              })}
            </GridRow>
          );
        })}
      </GridLines>
    </Grid>
  );
}

function RowHead({ head }: { readonly head: StatisticsHead }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of sight are not drawn, so it is no table
    // biome-ignore lint/a11y/useFocusableInteractive: the figures are what can be reached
    <div
      role="rowheader"
      aria-colindex={1}
      className="statistics-row-head"
      title={head.title}
      style={{ paddingLeft: 12 + Math.min(head.depth, 6) * 12 }}
    >
      {head.color !== undefined && <span className="dot" data-color={head.color} />}
      <span className="statistics-row-title">{head.title}</span>
    </div>
  );
}

function Figure(props: {
  readonly figure: number;
  readonly row: StatisticsHead;
  readonly column: StatisticsHead;
  readonly colIndex: number;
  readonly most: number;
  /** The largest figure of the row, for the bar; `null`: no bars. */
  readonly bar: number | null;
  readonly isActive: boolean;
  readonly isStop: boolean;
  readonly style: { readonly transform: string; readonly width: number };
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}): ReactNode {
  const { figure, row, column, most, bar } = props;
  const isTotal = row.key === null || column.key === null;
  const isSelf = row.key !== null && row.key === column.key;
  // A figure of one is told from none at a glance.
  const shade = isTotal || isSelf || figure === 0 ? 0 : 8 + Math.round((figure / most) * 26);
  const text = figure.toLocaleString('en-GB');
  const height = bar === null || bar === 0 ? 0 : Math.max(2, (figure / bar) * barHeight);
  const content = (
    <>
      {bar !== null && column.key !== null && (
        <svg className="statistics-bar" width="26" height={barHeight} aria-hidden="true">
          {figure > 0 && <rect x="0" y={barHeight - height} width="26" height={height} rx="1" />}
        </svg>
      )}
      <span>{figure === 0 ? '·' : text}</span>
    </>
  );
  const shared = {
    'data-active': props.isActive || undefined,
    tabIndex: props.isStop ? 0 : -1,
    onFocus: props.onFocus,
    style: shade === 0 ? undefined : { ['--shade' as string]: `${shade}%` },
  };
  return (
    <GridCell
      aria-colindex={props.colIndex}
      className="statistics-cell"
      data-total={isTotal || undefined}
      data-self={isSelf || undefined}
      style={props.style}
    >
      {figure === 0 ? (
        <span
          className="statistics-none"
          aria-label={`0, ${row.title}, ${column.title}`}
          role="img"
          {...shared}
        >
          {content}
        </span>
      ) : (
        <button
          type="button"
          aria-label={`${text} ${figure === 1 ? 'passage' : 'passages'}, ${row.title}, ${column.title}`}
          onClick={props.onOpen}
          {...shared}
        >
          {content}
        </button>
      )}
    </GridCell>
  );
}

interface Place {
  readonly index: number;
  readonly start: number;
}

/** What is in sight, and the line with the keyboard, wherever it is: otherwise the focus would be lost. */
function withOne(
  items: readonly Place[],
  index: number,
  size: number,
  margin: number,
): readonly Place[] {
  if (items.some((item) => item.index === index)) return items;
  return [...items, { index, start: margin + index * size }].sort(
    (one, other) => one.index - other.index,
  );
}

/** The largest figure of each row: its bars are drawn against it. */
function mostByRow(statistics: Statistics): ReadonlyMap<string | null, number> {
  const most = new Map<string | null, number>();
  for (const row of statistics.rows) {
    let largest = 0;
    for (const column of statistics.columns) {
      if (column.key !== null) largest = Math.max(largest, figureOf(statistics, row, column));
    }
    most.set(row.key, largest);
  }
  return most;
}
