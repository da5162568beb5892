import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Rows above and below those in sight. */
const more = 3;

/** How many rows are taken to be in sight before the list was laid out. */
const atFirst = 8;

/**
 * Which rows of a list are to be drawn, all of the same height in pixels, and keeps the row `chosen` in sight (-1: none).
 * A virtualiser that measures rows makes a list of all measures anew whenever a row comes or goes, which with 10,000
 * rows is most of what one more highlight costs; rows of one height need none.
 */
export function useFixedRows(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  count: number,
  chosen: number,
): { readonly from: number; readonly to: number } {
  const [view, setView] = useState({ first: 0, rows: atFirst });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const follow = (): void => {
      const first = Math.floor(element.scrollTop / height);
      const rows = Math.ceil(element.clientHeight / height) + 1;
      setView((before) =>
        before.first === first && before.rows === rows ? before : { first, rows },
      );
    };
    element.addEventListener('scroll', follow, { passive: true });
    const sizes = new ResizeObserver(follow);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', follow);
      sizes.disconnect();
    };
  }, [scroller, height]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || chosen < 0) return;
    const top = chosen * height;
    const wanted = Math.min(top, Math.max(element.scrollTop, top + height - element.clientHeight));
    if (wanted === element.scrollTop) return;
    element.scrollTop = wanted;
    const first = Math.floor(wanted / height);
    // At once, not when the browser tells of the scrolling: nothing empty is shown in between.
    setView((before) => (before.first === first ? before : { ...before, first }));
  }, [scroller, height, chosen]);

  const from = Math.max(0, Math.min(view.first, count - view.rows) - more);
  return { from, to: Math.min(count, view.first + view.rows + more) };
}
