import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { showClaimBeside } from '../../session/matrix/matrix-claim.ts';
import { type GridPlace, placeAt } from '../../session/matrix/matrix-grid.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import { goToCell, openCell } from '../../session/matrix/matrix-side.ts';
import { Grid, GridLines } from '../library/grid-parts.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ColumnMenu } from './column-menu.tsx';
import { cellId } from './matrix-cell-view.tsx';
import { MatrixHeads } from './matrix-heads.tsx';
import { type DrawnColumn, MatrixRowView } from './matrix-row-view.tsx';
import { useMatrixKeys } from './use-matrix-keys.ts';

/** Sizes in pixels, as `.matrix-row`, `.matrix-cell` and `.matrix-heads` have them. */
const rowHeight = 74;
const columnWidth = 124;
const headHeight = 92;
const groupHeight = 22;
const widestClaim = 318;
const narrowestClaim = 176;

/** Claims against articles: a grid in the sense of WAI-ARIA of which only what is in sight is drawn. */
export function MatrixGrid({ shown }: { readonly shown: MatrixShown }): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const chosen = useSessionState((state) => state.claimId);
  const [menu, setMenu] = useState<number | null>(null);
  const isGrouped = shown.columns.some(({ group }) => group !== null);
  const heads = headHeight + (isGrouped ? groupHeight : 0);
  const claimWidth = Math.round(Math.max(narrowestClaim, Math.min(widestClaim, width * 0.32)));
  const pinned = usePinned(shown, width, claimWidth);
  const free = shown.columns.length - pinned.length;
  const frozenWidth = claimWidth + pinned.length * columnWidth;
  // Filled in below; keys are pressed after that.
  const reveal = useRef<(place: GridPlace) => void>(() => undefined);
  const keys = useMatrixKeys({
    shown,
    reveal: (place) => reveal.current(place),
    pageRows: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - heads) / rowHeight) - 1),
    pageColumns: () => Math.max(1, Math.floor((width - frozenWidth) / columnWidth) - 1),
    openMenu: setMenu,
  });
  const { at } = keys;
  const goTo = useRef(keys.goTo);
  goTo.current = keys.goTo;
  // The same functions each time: heads are drawn anew only when a column comes into view.
  const openMenu = useCallback((column: number) => {
    goTo.current({ row: -1, column });
    setMenu(column);
  }, []);
  const pressHead = useCallback((column: number) => {
    goTo.current({ row: -1, column });
    scroller.current?.focus({ preventScroll: true });
  }, []);
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: shown.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowSize,
    // The cell with the keyboard is drawn wherever the matrix is scrolled to: the grid names it.
    rangeExtractor: useCallback((range: Range) => withIndex(range, at.row), [at.row]),
    overscan: 3,
    scrollMargin: heads,
    scrollPaddingStart: heads,
  });
  const activeFree = at.column - pinned.length;
  const columns = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count: free,
    getScrollElement: () => scroller.current,
    estimateSize: columnSize,
    rangeExtractor: useCallback((range: Range) => withIndex(range, activeFree), [activeFree]),
    overscan: 2,
    scrollMargin: frozenWidth,
    scrollPaddingStart: frozenWidth,
  });
  reveal.current = (place) => {
    if (place.row >= 0) rows.scrollToIndex(place.row, { align: 'auto' });
    const index = place.column - pinned.length;
    if (index >= 0 && index < free) columns.scrollToIndex(index, { align: 'auto' });
    // What never scrolls away stands at the beginning: the next key to the right goes to what is beside it.
    else if (index < 0) scroller.current?.scrollTo({ left: 0 });
  };
  // What comes beside the matrix, or a narrower window, must not cover the cell that it is about.
  useRevealWhenNarrower(width, () => reveal.current(at));
  const drawn = useDrawn(
    shown,
    pinned.length,
    columns.getVirtualItems().map(({ index }) => index),
    frozenWidth,
  );
  const items = rows.getVirtualItems();
  const slots = useSlots(items.map(({ index }) => index));
  const totalWidth = frozenWidth + free * columnWidth;
  const placeOf = (target: EventTarget): GridPlace | null => {
    const cell = (target as Element).closest<HTMLElement>('[data-column]');
    if (cell === null) return null;
    const row = cell.closest<HTMLElement>('[data-row]')?.dataset.row ?? '-1';
    return { row: Number(row), column: Number(cell.dataset.column) };
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place === null || place.row === -1) return;
    // What can be clicked is in sight already.
    goToCell(session, placeAt(shown, place));
    const claim = place.column === -1 ? shown.rows[place.row]?.claim : undefined;
    if (claim !== undefined) showClaimBeside(session, claim.id, false);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place !== null && place.row >= 0 && place.column >= 0) openCell(session);
  };
  return (
    <>
      <Grid
        ref={scroller}
        className="matrix-grid"
        aria-label="Claims and articles"
        aria-rowcount={shown.rows.length + 1}
        aria-colcount={shown.columns.length + 1}
        aria-activedescendant={cellId(at.row, at.column)}
        data-focus-name="matrix"
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        style={{
          ['--claim-width' as string]: `${claimWidth}px`,
          ['--column-width' as string]: `${columnWidth}px`,
          ['--row-height' as string]: `${rowHeight}px`,
          ['--heads-height' as string]: `${heads}px`,
        }}
      >
        <MatrixHeads
          shown={shown}
          pinned={pinned}
          columns={drawn}
          width={totalWidth}
          active={at.row === -1 ? at.column : null}
          menu={menu}
          onMenu={openMenu}
          onPress={pressHead}
        />
        <GridLines
          className="matrix-lines"
          style={{ height: shown.rows.length * rowHeight, width: totalWidth }}
        >
          {items.map(({ index, start }, place) => {
            const row = shown.rows[index];
            return row === undefined ? null : (
              <MatrixRowView
                key={slots[place]}
                row={row}
                index={index}
                top={start - heads}
                pinned={pinned}
                columns={drawn}
                active={index === at.row ? at.column : null}
                isChosen={row.claim.id === chosen}
              />
            );
          })}
        </GridLines>
      </Grid>
      {menu !== null && (
        <ColumnMenu
          shown={shown}
          index={menu}
          onClose={() => {
            setMenu(null);
            scroller.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

function rowSize(): number {
  return rowHeight;
}

function columnSize(): number {
  return columnWidth;
}

function withIndex(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || drawn.includes(index)) return drawn;
  return index < (drawn[0] ?? 0) ? [index, ...drawn] : [...drawn, index];
}

/** The pinned columns that fit beside the claims with room for at least one more; the others scroll along. */
function usePinned(shown: MatrixShown, width: number, claimWidth: number): readonly DrawnColumn[] {
  const fitting = Math.max(0, Math.floor((width - claimWidth) / columnWidth) - 1);
  return useMemo(
    () =>
      shown.columns
        .map((column, index): DrawnColumn => ({ column, index, left: null, slot: column.id }))
        .filter(({ column }) => column.isPinned)
        .slice(0, fitting),
    [shown.columns, fitting],
  );
}

/** The columns in sight; the same list until another one comes into view. */
function useDrawn(
  shown: MatrixShown,
  pinned: number,
  indexes: readonly number[],
  frozenWidth: number,
): readonly DrawnColumn[] {
  const key = indexes.join(' ');
  const slots = useSlots(indexes).join(',');
  return useMemo(
    () =>
      (key === '' ? [] : key.split(' ').map(Number)).flatMap(
        (index, place): readonly DrawnColumn[] => {
          const column = shown.columns[index + pinned];
          const left = frozenWidth + index * columnWidth;
          const slot = slots.split(',')[place] ?? '';
          return column === undefined ? [] : [{ column, index: index + pinned, left, slot }];
        },
      ),
    [shown.columns, pinned, key, slots, frozenWidth],
  );
}

/**
 * A name for each drawn row, so that the elements of a row that goes out of sight are taken over by one that comes into it:
 * changing words costs less than making elements. Rows in a stretch go round; the one with the keyboard may be apart.
 */
function useSlots(indexes: readonly number[]): readonly string[] {
  const most = useRef(1);
  let stretch = 0;
  let from = 0;
  for (let at = 0; at <= indexes.length; at += 1) {
    const isNext = at > 0 && at < indexes.length && indexes[at] === (indexes[at - 1] ?? 0) + 1;
    if (isNext) continue;
    if (at - from > stretch) stretch = at - from;
    from = at;
  }
  most.current = Math.max(most.current, stretch);
  const seen = new Set<number>();
  return indexes.map((index) => {
    const slot = index % most.current;
    if (seen.has(slot)) return `apart ${index}`;
    seen.add(slot);
    return String(slot);
  });
}

/** The width of an element in pixels, followed while it is drawn. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Calls `reveal` once the matrix is narrower than it was. */
function useRevealWhenNarrower(width: number, reveal: () => void): void {
  const before = useRef(width);
  useEffect(() => {
    if (width < before.current) reveal();
    before.current = width;
  });
}
