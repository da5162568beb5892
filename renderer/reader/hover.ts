/**
 * Tells which piece of a highlight the mouse went over; `null`: over none, or a button is held. Only a mouse that moves
 * counts: what is drawn or scrolled under one that rests is nothing that the analyst pointed at. Returns what ends it.
 */
export function followPointer(
  text: HTMLElement,
  onPoint: (mark: Element | null) => void,
): () => void {
  let present: Element | null = null;
  let [x, y] = [0, 0];
  const tell = (mark: Element | null): void => {
    if (mark === present) return;
    present = mark;
    onPoint(mark);
  };
  const abort = new AbortController();
  const { signal } = abort;
  text.addEventListener(
    'pointermove',
    ({ target, buttons, pointerType, clientX, clientY }) => {
      const moved = clientX !== x || clientY !== y;
      [x, y] = [clientX, clientY];
      // A finger does not hover.
      if (!moved || pointerType === 'touch') return;
      const mark = target instanceof Element ? target.closest('[data-annotations]') : null;
      tell(buttons === 0 ? mark : null);
    },
    { signal, passive: true },
  );
  text.addEventListener('pointerleave', () => tell(null), { signal });
  // The piece stays the present one: a mouse that rests on it after the click does not point at it anew.
  text.addEventListener('pointerdown', () => onPoint(null), { signal });
  return () => abort.abort();
}
