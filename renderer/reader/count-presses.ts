import type { EditorView } from 'prosemirror-view';

/**
 * Makes the view count presses as the system does. prosemirror-view 1.42 (`input.ts`, `handlers.mousedown`) takes what is
 * pressed within half a second near the same place for a double or triple click by its own clock: it then selects the
 * block and follows no drag, although the system says that it was a single press. To be called at each `mousedown`,
 * before the view sees it.
 */
export function countPresses(view: EditorView, { detail }: MouseEvent): void {
  if (detail > 1) return;
  const { lastClick } = (view as unknown as { input: { lastClick: { time: number } } }).input;
  lastClick.time = 0;
}
