import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../../app/host/history.ts';
import { chooseHistoryRow } from '../../session/history/history.ts';
import { dayWords, timeWords, touchedWords } from '../../session/history/history-words.ts';
import { useSession } from '../parts/session-context.ts';

/** One change: when, what, on what, by whom. `day` is given for the first one of a day. */
export function HistoryRow(props: {
  readonly entry: HistoryEntry | undefined;
  readonly day: string | null;
  readonly index: number;
  readonly start: number;
  readonly isCurrent: boolean;
  readonly measure: (element: HTMLElement | null) => void;
}): ReactNode {
  const session = useSession();
  const { entry, day, index, start, isCurrent } = props;
  return (
    <div
      ref={props.measure}
      data-index={index}
      className="history-line"
      role="presentation"
      style={{ transform: `translateY(${start}px)` }}
    >
      {day !== null && (
        <div className="history-day" aria-hidden="true">
          {day}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div
        id={`change-${index}`}
        className="history-row"
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        aria-selected={isCurrent}
        data-quiet={entry?.unattended || undefined}
        onClick={() => chooseHistoryRow(session, index)}
      >
        {entry === undefined ? (
          <Cell name="wait">…</Cell>
        ) : (
          <>
            <Cell name="time">
              <span className="visually-hidden">{dayWords(entry.at)}, </span>
              {timeWords(entry.at)}
            </Cell>
            <Cell name="change">
              <span className="history-name">{entry.name}</span>
              {entry.unattended && <span className="history-mark">by itself</span>}
              {entry.jobId !== null && <span className="history-mark">import</span>}
            </Cell>
            <Cell name="touched">{touchedWords(entry)}</Cell>
            <Cell name="author">{entry.author}</Cell>
          </>
        )}
      </div>
    </div>
  );
}

function Cell(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard
    <span role="gridcell" className={`history-${props.name}`}>
      {props.children}
    </span>
  );
}
