/** Whom drawing a link from marker to marker tells. Ids are those of annotations. */
export interface LinkDragListener {
  /** Whether a link may be drawn at all. */
  mayBegin(): boolean;
  begun(): void;
  dropped(from: string, to: string): void;
}

/** So far a press may move and still is a click, in pixels. */
const slack = 6;
/** Nearer than this to the upper or lower edge of a text it scrolls, so many pixels a picture. */
const scrollEdge = 36;
const scrollStep = 14;

/**
 * Lets a link be drawn with the pointer from a marker beside a text to another marker, or to a highlight, of the same pane or
 * the other. Escape gives it up. The same is done without a pointer by pressing L twice. Returns what ends it.
 */
export function linkByDrag(
  desk: HTMLElement,
  layer: SVGSVGElement,
  listener: LinkDragListener,
): () => void {
  const { ownerDocument: document } = desk;
  const abort = new AbortController();
  let drag: AbortController | null = null;

  desk.addEventListener(
    'pointerdown',
    (event) => {
      const marker =
        event.target instanceof Element ? event.target.closest('.reader-marker') : null;
      const from = marker instanceof HTMLElement ? marker.dataset.key : undefined;
      if (event.button !== 0 || from === undefined || !(marker instanceof HTMLElement)) return;
      drag?.abort();
      drag = new AbortController();
      follow(event, marker, from, drag);
    },
    { signal: abort.signal, capture: true },
  );

  function follow(
    down: PointerEvent,
    marker: HTMLElement,
    from: string,
    one: AbortController,
  ): void {
    const { signal } = one;
    const line = layer.querySelector<SVGPathElement>('.link-drag');
    const start = marker.getBoundingClientRect();
    let begun = false;
    let frame = 0;
    let at = { x: down.clientX, y: down.clientY };
    let over: Element | null = null;

    const end = (): void => {
      cancelAnimationFrame(frame);
      over?.removeAttribute('data-link-target');
      line?.removeAttribute('d');
      desk.removeAttribute('data-linking');
    };
    signal.addEventListener('abort', end);
    const draw = (): void => {
      const origin = layer.getBoundingClientRect();
      const home = marker.isConnected ? marker.getBoundingClientRect() : start;
      const [x, y] = [home.left + home.width / 2, home.top + home.height / 2];
      line?.setAttribute(
        'd',
        `M${x - origin.left} ${y - origin.top}L${at.x - origin.left} ${at.y - origin.top}`,
      );
      const next = targetAt(document, at.x, at.y, from)?.element ?? null;
      if (next === over) return;
      over?.removeAttribute('data-link-target');
      next?.setAttribute('data-link-target', '');
      over = next;
    };
    const scroll = (): void => {
      const reader = document.elementFromPoint(at.x, at.y)?.closest('.reader') ?? null;
      const box = reader?.getBoundingClientRect();
      if (box !== undefined) {
        if (at.y < box.top + scrollEdge) reader?.scrollBy(0, -scrollStep);
        else if (at.y > box.bottom - scrollEdge) reader?.scrollBy(0, scrollStep);
      }
      draw();
      frame = requestAnimationFrame(scroll);
    };
    document.addEventListener(
      'pointermove',
      (move) => {
        at = { x: move.clientX, y: move.clientY };
        if (begun) return;
        if (Math.hypot(at.x - down.clientX, at.y - down.clientY) < slack) return;
        if (!listener.mayBegin()) {
          one.abort();
          return;
        }
        begun = true;
        // Nothing below the pointer is to answer to it: no card opens, no text is selected.
        marker.setPointerCapture(down.pointerId);
        desk.setAttribute('data-linking', '');
        listener.begun();
        scroll();
      },
      { signal },
    );
    document.addEventListener(
      'pointerup',
      (up) => {
        const target = begun ? targetAt(document, up.clientX, up.clientY, from) : null;
        const moved = begun;
        one.abort();
        if (!moved) return;
        swallowClick(document);
        if (target !== null) listener.dropped(from, target.id);
      },
      { signal },
    );
    document.addEventListener('pointercancel', () => one.abort(), { signal });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !begun) return;
        event.preventDefault();
        event.stopPropagation();
        one.abort();
        // The button is still down.
        document.addEventListener('pointerup', () => swallowClick(document), {
          once: true,
          capture: true,
        });
      },
      { signal, capture: true },
    );
  }

  return () => {
    drag?.abort();
    abort.abort();
  };
}

/** The annotation whose marker or highlight is at a place; `null`: none, or the one that the link begins at. */
function targetAt(
  document: Document,
  x: number,
  y: number,
  from: string,
): { readonly id: string; readonly element: Element } | null {
  const element = document.elementFromPoint(x, y)?.closest('.reader-marker, [data-annotations]');
  if (!(element instanceof HTMLElement)) return null;
  const ids = element.dataset.key ?? element.dataset.annotations ?? '';
  const id = ids.split(' ').find((one) => one !== from && one !== '');
  return id === undefined ? null : { id, element };
}

/**
 * The end of a drag on the element that it began at is a click for the browser: nobody is to hear of it. The browser sends it
 * together with the release, before anything else runs.
 */
function swallowClick(document: Document): void {
  const stop = new AbortController();
  document.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    { signal: stop.signal, capture: true },
  );
  setTimeout(() => stop.abort());
}
