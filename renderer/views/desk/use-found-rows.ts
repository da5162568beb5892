import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { wantRows } from '../../session/search/search.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** The rows of a list of results that are in sight. */
export interface FoundRows {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly rows: readonly VirtualItem[];
  /** The row that the keyboard is on. */
  readonly cursor: number;
}

/**
 * Rows of one height, of which only those in sight are drawn and read; the row that the keyboard is on is scrolled to.
 *
 * @param headHeight what stays at the top, in pixels: a row that is gone to must not end up under it
 */
export function useFoundRows(total: number, rowHeight: number, headHeight = 0): FoundRows {
  const session = useSession();
  const cursor = useSessionState((state) => state.search.cursor);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: headHeight,
    overscan: 10,
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  useEffect(() => {
    wantRows(session, first, last);
  });
  useEffect(() => virtual.scrollToIndex(cursor), [virtual, cursor]);
  return { scroller, virtual, rows, cursor };
}
