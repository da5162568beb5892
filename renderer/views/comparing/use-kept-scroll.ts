import { useLayoutEffect, useRef } from 'react';
import type { Pane } from '../../session/session-state.ts';
import { useSession } from '../parts/session-context.ts';

/**
 * Panes that change places keep what they show: an element that is put elsewhere in the page loses how far it was
 * scrolled.
 */
export function useKeptScroll(panes: readonly Pane[]): void {
  const session = useSession();
  const tops = useRef(new Map<Pane['id'], number>());
  const order = panes.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what makes elements go elsewhere
  useLayoutEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    for (const { id } of session.get().comparing.panes) {
      const scroller = session.panes.mountedIn(id)?.reader.scroller;
      const top = tops.current.get(id);
      if (scroller !== undefined && top !== undefined) scroller.scrollTop = top;
    }
    const note = (): void => {
      for (const { id } of session.get().comparing.panes) {
        const scroller = session.panes.mountedIn(id)?.reader.scroller;
        if (scroller !== undefined) tops.current.set(id, scroller.scrollTop);
      }
    };
    // Capture: scrolling does not bubble.
    document.addEventListener('scrollend', note, { capture: true, signal });
    return () => abort.abort();
  }, [session, order]);
}
