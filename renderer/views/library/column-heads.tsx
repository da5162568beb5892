import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import {
  columnTitles,
  columnWidths,
  numberColumns,
  sortOfColumn,
} from '../../session/library-columns.ts';
import { type ColumnKey, changeView, type LibraryView } from '../../session/library-view.ts';
import { useSession } from '../parts/session-context.ts';
import { GridHead, GridRow } from './grid-parts.tsx';

/** Height of the heads, in pixels. */
export const headHeight = 28;
const narrowest = 48;
const widest = 900;
/** What one press of Shift and an arrow adds to a width or takes from it, in pixels. */
const keyStep = 16;

/** The heads of the wide list: a press sorts, another one turns the order round; the right edge moves the width. */
export function ColumnHeads(props: {
  readonly view: LibraryView;
  readonly columns: readonly ColumnKey[];
}): ReactNode {
  const { view, columns } = props;
  return (
    <GridRow className="article-heads" aria-rowindex={1} data-grid-head onKeyDown={stepHeads}>
      <GridHead aria-colindex={1}>
        <span className="visually-hidden">Selected</span>
      </GridHead>
      {columns.map((column, index) => (
        <ColumnHead key={column} view={view} column={column} index={index + 2} />
      ))}
    </GridRow>
  );
}

function ColumnHead(props: {
  readonly view: LibraryView;
  readonly column: ColumnKey;
  readonly index: number;
}): ReactNode {
  const session = useSession();
  const { view, column } = props;
  const sort = sortOfColumn(column);
  const sorted = sort !== null && sort === view.sort;
  const element = useRef<HTMLDivElement>(null);
  const resize = (width: number): void => {
    const kept = Math.round(Math.max(narrowest, Math.min(widest, width)));
    changeView(session, { widths: { ...view.widths, [column]: kept } });
  };
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = element.current?.getBoundingClientRect().width ?? columnWidths[column];
    const start = event.clientX;
    const abort = new AbortController();
    const { signal } = abort;
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener(
      'pointerup',
      (up: globalThis.PointerEvent) => {
        abort.abort();
        resize(from + up.clientX - start);
      },
      { signal },
    );
    handle.addEventListener('pointercancel', () => abort.abort(), { signal });
  };
  const Arrow = view.descending ? ArrowDown : ArrowUp;
  return (
    <GridHead
      ref={element}
      aria-colindex={props.index}
      aria-sort={sorted ? (view.descending ? 'descending' : 'ascending') : undefined}
      data-number={numberColumns.has(column) || undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        title={sort === null ? undefined : `Sort by ${columnTitles[column].toLowerCase()}`}
        onClick={() => {
          if (sort !== null) changeView(session, { sort, descending: sorted && !view.descending });
        }}
        onKeyDown={(event) => {
          const step = { ArrowRight: keyStep, ArrowLeft: -keyStep }[event.key];
          if (step === undefined || !event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          resize((element.current?.getBoundingClientRect().width ?? 0) + step);
        }}
      >
        <span>{columnTitles[column]}</span>
        {sorted && <Arrow size={11} aria-hidden="true" />}
      </button>
      <span className="article-head-edge" aria-hidden="true" onPointerDown={drag} />
    </GridHead>
  );
}

/** Left and right go from head to head, down goes back to the list. */
function stepHeads(event: KeyboardEvent<HTMLElement>): void {
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const present = heads.indexOf(event.target as HTMLElement);
  const grid = event.currentTarget.closest<HTMLElement>('[role="grid"]');
  const next = {
    ArrowRight: heads[Math.min(present + 1, heads.length - 1)],
    ArrowLeft: heads[Math.max(present - 1, 0)],
    Home: heads[0],
    End: heads.at(-1),
    ArrowDown: grid?.querySelector<HTMLElement>(
      '.article-line[tabindex="0"], .article-line [tabindex="0"]',
    ),
  }[event.key];
  if (next === undefined || next === null) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
