import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** How far from the edge of what is seen a caret comes to stand, in pixels. */
const margin = 24;

/**
 * Brings a position of the text into view: its block first, and of a long one the line. For whoever is not typing: ProseMirror
 * scrolls only while the text has the keyboard, and only to the caret.
 */
export function bringIntoView(
  view: EditorView,
  position: number,
  block: 'nearest' | 'center' | 'start',
): void {
  whileSettling(view, () => {
    elementAt(view, position)?.scrollIntoView({ block });
    showLine(view, position);
  });
}

/** Brings what a transaction has put in into view, as much of it as there is room for, with the caret before all. */
export function bringChangeIntoView(view: EditorView, { mapping }: Transaction): void {
  const { maps } = mapping;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const [index, map] of maps.entries()) {
    const rest = mapping.slice(index + 1);
    map.forEach((_oldFrom, _oldTo, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  }
  const end = Math.min(to, view.state.doc.content.size);
  whileSettling(view, () => {
    if (from < end) {
      view.state.doc.nodesBetween(from, end, (node, position) => {
        if (!node.isBlock || position < from) return true;
        elementOf(view.nodeDOM(position))?.scrollIntoView({ block: 'nearest' });
        return false;
      });
    }
    const { head } = view.state.selection;
    elementAt(view, head)?.scrollIntoView({ block: 'nearest' });
    showLine(view, head);
  });
}

/** What an element is scrolled in; `null`: the window. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/^(?:auto|scroll)$/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/** For how many frames stretches that come into view may change their heights. */
const settling = 8;

/**
 * Scrolls now and with each of the next frames, until something else is selected or written or the analyst scrolls: a stretch
 * that was out of view has a height that is guessed (`stretches.ts`), and gets its true one a few frames later.
 */
export function whileSettling(view: EditorView, scroll: () => void): void {
  const { doc, selection } = view.state;
  const abort = new AbortController();
  const { signal } = abort;
  for (const name of ['wheel', 'pointerdown', 'keydown']) {
    globalThis.addEventListener(name, () => abort.abort(), {
      signal,
      capture: true,
      passive: true,
    });
  }
  let frames = settling;
  const next = (): void => {
    const { state } = view;
    const isSame = !view.isDestroyed && state.doc === doc && state.selection.eq(selection);
    if (signal.aborted || !isSame || frames === 0) {
      abort.abort();
      return;
    }
    frames -= 1;
    scroll();
    requestAnimationFrame(next);
  };
  scroll();
  requestAnimationFrame(next);
}

/** The element that begins at a position or holds it. */
function elementAt(view: EditorView, position: number): HTMLElement | null {
  return elementOf(view.nodeDOM(position)) ?? elementOf(view.domAtPos(position, 1).node);
}

function elementOf(dom: Node | null): HTMLElement | null {
  return dom instanceof HTMLElement ? dom : (dom?.parentElement ?? null);
}

/** A block may be taller than what is seen: the line of the position counts. */
function showLine(view: EditorView, position: number): void {
  const scroller = scrollerOf(view.dom);
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const line = view.coordsAtPos(position);
  if (line.bottom > bottom - margin) scroller.scrollTop += line.bottom - bottom + margin;
  else if (line.top < top + margin) scroller.scrollTop -= top + margin - line.top;
}
