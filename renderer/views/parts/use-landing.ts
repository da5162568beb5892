import { useLayoutEffect } from 'react';
import { focusArea } from '../../session/focus.ts';
import { useSession } from './session-context.ts';

/**
 * For a view whose code is read when it is first shown: the Desk, or what stood in for the view, was given the keyboard
 * before. It goes on to the view now, as soon as it is drawn: `keepFocus` would give it to the next best thing.
 */
export function useLanding(): void {
  const session = useSession();
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isWaiting = activeElement instanceof HTMLElement && activeElement.dataset.area === 'desk';
    if (isWaiting || activeElement === document.body) focusArea(session, 'desk');
  }, [session]);
}
