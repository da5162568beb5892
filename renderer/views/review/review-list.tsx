import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { openReviewed } from '../../session/review/open-reviewed.ts';
import { goToReviewRow, reviewName, toggleReviewRow } from '../../session/review/review.ts';
import { wantReviewRows } from '../../session/review/review-pages.ts';
import type { ReviewRow, ReviewRows } from '../../session/review/review-rows.ts';
import { rowWords } from '../../session/review/review-words.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { pressInQueue } from './review-keys.ts';

/** As review.css has it, in pixels. */
const rowHeight = 72;

/** The queue. The keyboard is on the list; what can be done with the line it is on has a key. */
export function ReviewList(props: {
  readonly rows: ReviewRows;
  readonly cursor: number;
}): ReactNode {
  const session = useSession();
  const { rows, cursor } = props;
  const chosen = useSessionState(({ review }) => review.chosen);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    wantReviewRows(session, first, last);
  });
  useEffect(() => virtual.scrollToIndex(cursor), [virtual, cursor]);
  useEffect(() => {
    // The code of this view comes later than the command that showed it, which left the keyboard where it could; and what
    // stood here before the list was there is gone.
    const held = document.activeElement;
    if (held === document.body || held?.matches('[data-area]') === true) scroller.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    if (!pressInQueue(session, event, page)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="waiting-list review-list"
      role="listbox"
      aria-label="Suggestions"
      aria-multiselectable="true"
      tabIndex={0}
      data-focus-name={reviewName}
      aria-activedescendant={
        drawn.some(({ index }) => index === cursor) ? `suggestion-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const row = rows.rowAt(index);
          return (
            <ReviewLine
              key={row?.key ?? `wait ${index}`}
              row={row}
              index={index}
              count={rows.count}
              start={start}
              isAt={index === cursor}
              isChosen={row !== null && chosen.has(row.key)}
            />
          );
        })}
      </div>
    </div>
  );
}

function ReviewLine(props: {
  readonly row: ReviewRow | null;
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly isAt: boolean;
  readonly isChosen: boolean;
}): ReactNode {
  const session = useSession();
  const { row, index } = props;
  const words = row === null ? null : rowWords(session, row);
  const onClick = (event: MouseEvent): void => {
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    if (mod) toggleReviewRow(session, index);
    else goToReviewRow(session, index, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keyboard, and answers its keys
    <div
      className="waiting-line review-line"
      id={`suggestion-${index}`}
      style={{ transform: `translateY(${props.start}px)` }}
      role="option"
      // The list has the keyboard; this one is never focused.
      tabIndex={-1}
      aria-selected={props.isAt || props.isChosen}
      data-at={props.isAt || undefined}
      data-chosen={props.isChosen || undefined}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      onClick={onClick}
      onDoubleClick={() => openReviewed(session)}
    >
      {words === null ? (
        <span className="review-wait">…</span>
      ) : (
        <>
          <span className="waiting-facts">
            <span className="review-kind">{words.kind}</span>
            <span className="waiting-score" title={words.scoreMeaning}>
              {words.score}
            </span>
            <span className="review-sources">{words.sources}</span>
          </span>
          <span className="waiting-quote">{words.words}</span>
        </>
      )}
    </div>
  );
}
