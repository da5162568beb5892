import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import {
  goToHistoryRow,
  openHistoryRow,
  refreshHistory,
  wantHistoryRows,
} from '../../session/history/history.ts';
import { historyRow } from '../../session/history/history-state.ts';
import { dayWords } from '../../session/history/history-words.ts';
import { stepOfKey } from '../desk/search-keys.ts';
import { useSession, useSessionState, useStoreState } from '../parts/session-context.ts';
import { HistoryRow } from './history-row.tsx';

const rowHeight = 38;
const columns = [
  ['time', 'Time'],
  ['change', 'Change'],
  ['touched', 'Touched'],
  ['author', 'By'],
] as const;

/** The entries, newest first, a day's first one under its day. The keyboard is on the grid. */
export function HistoryGrid(): ReactNode {
  const session = useSession();
  const history = useSessionState((state) => state.history);
  const sequence = useStoreState((store) => store.sequence);
  const { total, cursor } = history;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: rowHeight + 34,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  useEffect(() => {
    wantHistoryRows(session, first, last);
  });
  useEffect(() => virtual.scrollToIndex(cursor), [virtual, cursor]);
  useEffect(() => {
    // The view is drawn a moment after it was asked for: by then the keyboard is where the view will be, on nothing.
    const held = document.activeElement;
    if (held === document.body || held?.matches('[data-area="desk"]')) scroller.current?.focus();
  }, []);
  useEffect(() => {
    // At the top the list follows what is done; further down it would move under the analyst's hands.
    if ((scroller.current?.scrollTop ?? 0) > 0 || session.get().history.cursor > 0) return;
    // Nor would what the keyboard is on in the Inspector be taken away.
    if (document.activeElement?.closest('[data-focus-name="history-entry"]')) return;
    if (sequence > (session.get().history.upTo ?? 0)) void refreshHistory(session, true);
  }, [session, sequence]);
  const chosen = historyRow(history, cursor)?.sequence;
  useEffect(() => {
    // Whatever the row has come to be, the Inspector shows it: it must never offer the ways back of another.
    if (chosen === undefined || chosen === session.get().history.shown?.sequence) return;
    goToHistoryRow(session, cursor);
  }, [session, cursor, chosen]);
  const page = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    // Not the one that was drawn: keys may come quicker than drawings.
    const { cursor, total } = session.get().history;
    const step = stepOfKey(event.key, cursor, total, page());
    if (step !== null) goToHistoryRow(session, step);
    else if (event.key === 'Enter' || event.key === ' ') openHistoryRow(session, cursor);
    else if (event.key === 'Escape') {
      document.querySelector<HTMLElement>('[data-focus-name="history-words"]')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of sight are not drawn, so it is no table
    <div
      ref={scroller}
      className="history-grid"
      role="grid"
      aria-label="Changes"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      data-focus-name="history"
      aria-activedescendant={
        rows.some(({ index }) => index === cursor) ? `change-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div className="history-row history-columns" role="row" aria-rowindex={1}>
        {columns.map(([name, title]) => (
          // biome-ignore lint/a11y/useFocusableInteractive: nothing is done with it
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <span key={name} role="columnheader" className={`history-head-${name}`}>
            {title}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map((row) => {
          const entry = historyRow(history, row.index);
          const newer = historyRow(history, row.index - 1);
          const day = entry === undefined ? null : dayWords(entry.at);
          const isFirstOfDay = day !== null && (newer === undefined || dayWords(newer.at) !== day);
          return (
            <HistoryRow
              key={row.key}
              entry={entry}
              day={isFirstOfDay && (row.index === 0 || newer !== undefined) ? day : null}
              index={row.index}
              start={row.start}
              isCurrent={row.index === cursor}
              measure={virtual.measureElement}
            />
          );
        })}
      </div>
    </div>
  );
}
