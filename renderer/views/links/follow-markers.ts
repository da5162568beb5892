/**
 * Calls `draw` now, and once before the next picture whenever markers beside a text may have moved: a reader scrolls, the
 * Desk gets another size, markers come and go. Returns what ends it.
 */
export function followMarkers(desk: HTMLElement, draw: () => void): () => void {
  let frame = 0;
  const ask = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  const abort = new AbortController();
  desk.addEventListener('scroll', ask, { signal: abort.signal, capture: true, passive: true });
  const sizes = new ResizeObserver(ask);
  sizes.observe(desk);
  const markers = new MutationObserver(ask);
  for (const margin of desk.querySelectorAll('.reader-margin')) {
    sizes.observe(margin.parentElement ?? margin);
    markers.observe(margin, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['style', 'data-ids'],
    });
  }
  ask();
  return () => {
    cancelAnimationFrame(frame);
    abort.abort();
    sizes.disconnect();
    markers.disconnect();
  };
}
