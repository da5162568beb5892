import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { GridHead, GridRow } from '../library/grid-parts.tsx';
import { useSession } from './session-context.ts';

/** Height of the heads, in pixels. */
export const headHeight = 28;
const narrowest = 48;
const widest = 900;
/** What one press of Shift and an arrow adds to a width or takes from it, in pixels. */
const keyStep = 16;

/** A column of a grid as its head shows it. */
export interface GridColumn<Key extends string> {
  readonly key: Key;
  readonly title: string;
  /** Whether it holds figures. */
  readonly isNumber: boolean;
  readonly canSort: boolean;
  /** `null`: the list is not sorted by it. */
  readonly sorted: {
    readonly descending: boolean;
    /** 1 for what is sorted by first; 0 where only one column can be sorted by. */
    readonly rank: number;
  } | null;
}

/** What pressing and dragging the heads does. */
export interface ColumnActions<Key extends string> {
  /** `also`: beside what is sorted by already, with Shift. */
  sort(key: Key, also: boolean): void;
  /** In pixels. */
  resize(key: Key, width: number): void;
}

/** The heads of a grid: a press sorts, and says so; another one turns the order round; the right edge moves the width. */
export function GridColumnHeads<Key extends string>(props: {
  readonly columns: readonly GridColumn<Key>[];
  readonly actions: ColumnActions<Key>;
}): ReactNode {
  const session = useSession();
  const { columns, actions } = props;
  const pressed = useRef(false);
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    session.say(orderInWords(columns));
  }, [session, columns]);
  const sort = (key: Key, also: boolean): void => {
    pressed.current = true;
    actions.sort(key, also);
  };
  return (
    <GridRow className="article-heads" aria-rowindex={1} data-grid-head onKeyDown={stepHeads}>
      <GridHead aria-colindex={1}>
        <span className="visually-hidden">Selected</span>
      </GridHead>
      {columns.map((column, index) => (
        <ColumnHead
          key={column.key}
          column={column}
          actions={{ sort, resize: actions.resize }}
          index={index + 2}
        />
      ))}
    </GridRow>
  );
}

/** "Sorted by outlet, ascending, then by date, descending." */
function orderInWords(columns: readonly GridColumn<string>[]): string {
  const parts = columns
    .flatMap(({ title, sorted }) => (sorted === null ? [] : [{ title, sorted }]))
    .sort((one, other) => one.sorted.rank - other.sorted.rank)
    .map(({ title, sorted }) => `by ${title.toLowerCase()}, ${directionOf(sorted)}`);
  return parts.length === 0 ? 'Not sorted.' : `Sorted ${parts.join(', then ')}.`;
}

function directionOf(sorted: GridColumn<string>['sorted']): 'ascending' | 'descending' {
  return sorted?.descending === true ? 'descending' : 'ascending';
}

function ColumnHead<Key extends string>(props: {
  readonly column: GridColumn<Key>;
  readonly actions: ColumnActions<Key>;
  readonly index: number;
}): ReactNode {
  const { column, actions } = props;
  const { sorted } = column;
  const element = useRef<HTMLDivElement>(null);
  const widthNow = (): number => element.current?.getBoundingClientRect().width ?? 0;
  const resize = (width: number): void => {
    actions.resize(column.key, Math.round(Math.max(narrowest, Math.min(widest, width))));
  };
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = widthNow();
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
  const direction = directionOf(sorted);
  const Arrow = sorted?.descending === true ? ArrowDown : ArrowUp;
  return (
    <GridHead
      ref={element}
      aria-colindex={props.index}
      // Of several only the first may say it so; the others say it in words.
      aria-sort={sorted !== null && sorted.rank <= 1 ? direction : undefined}
      data-number={column.isNumber || undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        title={column.canSort ? `Sort by ${column.title.toLowerCase()}` : undefined}
        onClick={(event) => {
          if (column.canSort) actions.sort(column.key, event.shiftKey);
        }}
        onKeyDown={(event) => {
          const step = { ArrowRight: keyStep, ArrowLeft: -keyStep }[event.key];
          if (step === undefined || !event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          resize(widthNow() + step);
        }}
      >
        <span>{column.title}</span>
        {sorted !== null && <Arrow size={11} aria-hidden="true" />}
        {sorted !== null && sorted.rank > 1 && (
          <>
            <span aria-hidden="true">{sorted.rank}</span>
            <span className="visually-hidden">
              , sorted by as number {sorted.rank}, {direction}
            </span>
          </>
        )}
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
      '[data-index][tabindex="0"], [data-index] [tabindex="0"]',
    ),
  }[event.key];
  if (next === undefined || next === null) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
