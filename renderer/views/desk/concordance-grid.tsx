import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { ConcordanceLine } from '../../../app/host/search.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import {
  clearSelection,
  goToRow,
  highlightAllLines,
  highlightLines,
  selectAllLines,
  tagOfKey,
  toggleLine,
} from '../../session/search/concordance.ts';
import { changeSearch, openLine } from '../../session/search/search.ts';
import {
  type FoundList,
  type LineSort,
  lineKey,
  rowAt,
} from '../../session/search/search-state.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ConcordanceRow } from './concordance-row.tsx';
import { stepOfKey } from './search-keys.ts';
import { useFoundRows } from './use-found-rows.ts';

const columns: readonly (readonly [LineSort, string, string])[] = [
  ['article', 'Article', 'a'],
  ['left', 'Before', 'l'],
  ['hit', 'Hit', 'k'],
  ['right', 'After', 'r'],
];

const rowHeight = 29;

/** Every hit in its context, one a line, the hits under each other. The keyboard is on the grid. */
export function ConcordanceGrid(props: {
  readonly found: FoundList<ConcordanceLine>;
  readonly tag: TagRecord | null;
}): ReactNode {
  const session = useSession();
  const { found, tag } = props;
  const selected = useSessionState((state) => state.search.selected);
  const sort = useSessionState((state) => state.search.lineSort);
  const { scroller, virtual, rows, cursor } = useFoundRows(found.total, rowHeight, rowHeight + 4);
  const open = (index: number, beside: boolean): void => {
    const line = rowAt(found, index);
    if (line !== undefined) openLine(session, line, beside);
  };
  const page = (): number => {
    return Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const isHandled =
      event.ctrlKey || event.metaKey || event.altKey
        ? onModified(event)
        : onPlainKey(event) || (letterKeysOn() && onLetter(event.key));
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onModified = ({ key, altKey }: KeyboardEvent): boolean => {
    if (altKey) return false;
    const step = key === 'Home' || key === 'End' ? stepOfKey(key, 0, found.total, 1) : null;
    if (step !== null) goToRow(session, step);
    else if (key.toLowerCase() === 'a') selectAllLines(session);
    else return false;
    return true;
  };
  const onPlainKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    // Not the one that was drawn: keys may come quicker than drawings.
    const at = session.get().search.cursor;
    const step = stepOfKey(key, at, found.total, page());
    if (step !== null) goToRow(session, step, shiftKey);
    else if (key === ' ') toggleLine(session, at);
    else if (key === 'Enter') open(at, shiftKey);
    else if (key === 'Escape') {
      if (clearSelection(session)) return true;
      document.querySelector<HTMLElement>('[data-focus-name="search"]')?.focus();
    } else return false;
    return true;
  };
  const onLetter = (key: string): boolean => {
    const column = columns.find(([, , letter]) => letter === key);
    if (column !== undefined) changeSearch(session, { lineSort: column[0] });
    else if (key === 'h') void highlightLines(session, tag);
    else if (key === 'H') void highlightAllLines(session, tag);
    else if (/^[1-9]$/.test(key)) {
      const ofKey = tagOfKey(session, Number(key));
      if (ofKey !== null) void highlightLines(session, ofKey);
    } else return false;
    return true;
  };
  const onClick = (event: MouseEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey) toggleLine(session, index);
    else {
      if (!event.shiftKey) clearSelection(session);
      goToRow(session, index, event.shiftKey);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of sight are not drawn, so it is no table
    <div
      ref={scroller}
      className="concordance"
      role="grid"
      aria-label="Concordance"
      aria-rowcount={found.total + 1}
      aria-colcount={4}
      aria-multiselectable="true"
      tabIndex={0}
      data-focus-name="results"
      aria-activedescendant={
        rows.some(({ index }) => index === cursor) ? `line-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div className="kwic-row kwic-head" role="row" aria-rowindex={1}>
        {columns.map(([name, title, key]) => (
          // biome-ignore lint/a11y/useFocusableInteractive: its button is what can be pressed
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <div
            key={name}
            className={`kwic-${name}`}
            role="columnheader"
            aria-sort={sort === name ? 'ascending' : 'none'}
          >
            <button
              type="button"
              title={`Sort by this column (${key.toUpperCase()})`}
              onClick={() => changeSearch(session, { lineSort: name })}
            >
              {title}
              <span aria-hidden="true">{sort === name ? ' ↓' : ''}</span>
            </button>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map((row) => {
          const line = rowAt(found, row.index);
          return (
            <ConcordanceRow
              key={row.key}
              line={line}
              index={row.index}
              start={row.start}
              isCurrent={row.index === cursor}
              isSelected={line !== undefined && selected.has(lineKey(line))}
              onClick={onClick}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}
