import type { EditorView } from 'prosemirror-view';
import type { Edge } from '../../app/anchor/move-edge.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { OffsetMap } from './offset-map.ts';
import type { EdgeListener } from './reader-edges.ts';
import type { ReaderSpan } from './reader-span.ts';

/** The handles at both ends of the annotation that is set off. */
export interface EdgeHandles {
  /** Puts them at the ends of an annotation, `active` being the one that keys move; `null` takes them away. */
  draw(span: ReaderSpan | null, active: Edge | null): void;
  destroy(): void;
}

const edges = ['start', 'end'] as const;

/** So near to the upper or lower edge of the view a dragged handle scrolls the text, by so much a frame, in pixels. */
const scrollZone = 28;
const scrollStep = 9;

/** Moved by less a handle was clicked, not dragged: the caret goes there. */
const dragStart = 3;

/**
 * Makes the handles. They are for the pointer alone, and hidden from screen readers: keys move edges without them. Only
 * ever two elements, at the annotation before the analyst.
 */
export function edgeHandles(
  scroller: HTMLElement,
  view: EditorView,
  offsets: OffsetMap,
  listener: EdgeListener,
): EdgeHandles {
  const document = scroller.ownerDocument;
  const handles = { start: makeHandle('start'), end: makeHandle('end') };
  let shown: ReaderSpan | null = null;
  let drag: AbortController | null = null;

  function makeHandle(edge: Edge): HTMLElement {
    const handle = document.createElement('div');
    handle.className = `reader-edge reader-edge-${edge}`;
    handle.setAttribute('aria-hidden', 'true');
    const knob = document.createElement('div');
    knob.className = 'reader-knob';
    knob.title = 'Drag to move this edge; hold Alt to go by characters';
    knob.addEventListener('pointerdown', (event) => grab(event, edge, knob));
    handle.append(knob);
    return handle;
  }

  function draw(span: ReaderSpan | null, active: Edge | null): void {
    shown = span;
    for (const edge of edges) {
      const handle = handles[edge];
      if (span === null) {
        handle.remove();
        continue;
      }
      const at = offsets.toPos(span[edge]);
      const { left, top, bottom } = view.coordsAtPos(at, edge === 'start' ? 1 : -1);
      const box = scroller.getBoundingClientRect();
      const x = left - box.left + scroller.scrollLeft;
      const y = top - box.top + scroller.scrollTop;
      handle.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      handle.style.height = `${Math.round(bottom - top)}px`;
      handle.toggleAttribute('data-active', edge === active);
      if (!handle.isConnected) scroller.append(handle);
    }
  }

  function grab(event: PointerEvent, edge: Edge, knob: HTMLElement): void {
    if (event.button !== 0 || shown === null || drag !== null) return;
    // The text keeps its caret and its focus.
    event.preventDefault();
    view.focus();
    const { id } = shown;
    knob.setPointerCapture(event.pointerId);
    drag = new AbortController();
    const { signal } = drag;
    let last = { x: event.clientX, y: event.clientY, exact: event.altKey };
    let isDragged = false;
    let frame = 0;

    const follow = (): void => {
      frame = 0;
      if (!isDragged) return;
      const by = scrollBy(last.y);
      if (by !== 0) scroller.scrollTop += by;
      const offset = offsetAt(last.x, last.y);
      if (offset !== null) listener.onDrag(offset, last.exact);
      if (by !== 0) frame = requestAnimationFrame(follow);
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(follow);
    };
    const stop = (end: () => void): void => {
      cancelAnimationFrame(frame);
      drag?.abort();
      drag = null;
      scroller.removeAttribute('data-dragging');
      end();
    };
    const onMove = ({ clientX, clientY, altKey }: PointerEvent): void => {
      const far = Math.hypot(clientX - event.clientX, clientY - event.clientY);
      if (!isDragged && far < dragStart) return;
      if (!isDragged) {
        isDragged = true;
        scroller.setAttribute('data-dragging', '');
        listener.onGrab(id, edge);
      }
      last = { x: clientX, y: clientY, exact: altKey };
      soon();
    };
    const onUp = (): void => {
      const { x, y } = last;
      if (isDragged) {
        cancelAnimationFrame(frame);
        follow();
        stop(() => listener.onDrop());
      } else stop(() => listener.onPress(offsetAt(x, y)));
    };
    knob.addEventListener('pointermove', onMove, { signal });
    knob.addEventListener('pointerup', onUp, { signal });
    knob.addEventListener('pointercancel', () => stop(() => listener.onGiveUp()), { signal });
    // Before anything else that Escape could mean.
    document.defaultView?.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key === 'Alt' && isDragged) {
          last = { ...last, exact: true };
          soon();
        }
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        stop(() => listener.onGiveUp());
      },
      { signal, capture: true },
    );
  }

  function scrollBy(y: number): number {
    const { top, bottom } = scroller.getBoundingClientRect();
    if (y < top + scrollZone) return -scrollStep;
    return y > bottom - scrollZone ? scrollStep : 0;
  }

  /** The offset nearest to a place of the window; `null`: the text is not there. */
  function offsetAt(x: number, y: number): TextOffset | null {
    const text = view.dom.getBoundingClientRect();
    const box = scroller.getBoundingClientRect();
    const left = Math.min(Math.max(x, text.left + 1), text.right - 1);
    const top = Math.min(Math.max(y, box.top + 1), box.bottom - 1);
    const place = view.posAtCoords({ left, top });
    return place === null ? null : offsets.toOffset(place.pos);
  }

  return {
    draw,
    destroy() {
      drag?.abort();
      for (const edge of edges) handles[edge].remove();
    },
  };
}
