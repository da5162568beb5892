import type { EditorView } from 'prosemirror-view';
import type { TextOffset } from '../../app/base/brand.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { listenToMargin } from './margin-events.ts';
import { marginLines } from './margin-lines.ts';
import { fillMarker, type MarginNote, sameNote } from './margin-marker.ts';
import { marginRows } from './margin-rows.ts';
import type { OffsetMap } from './offset-map.ts';
import type { ReaderSpan } from './reader-span.ts';
import { type SpanIndex, spanById } from './span-index.ts';

/** What the markers beside a text show, and whom they tell. */
export interface MarginOptions {
  /** What a marker says of an annotation. Asked for those in view only. */
  describe(id: AnnotationId): Omit<MarginNote, 'colors'>;
  /** A marker was clicked, or Enter pressed on it. */
  onOpen(id: AnnotationId): void;
  /** The button of those that have no room was clicked; `anchor` is it. */
  onMore(ids: readonly AnnotationId[], anchor: HTMLElement): void;
  /** The keyboard is on a marker. */
  onFocus(id: AnnotationId): void;
  /** The pointer came to a marker, or left it. */
  onPoint(id: AnnotationId | null): void;
  /** A key on a marker that means nothing there; true: handled. */
  onKey(event: KeyboardEvent): boolean;
  /** The keyboard goes back to the text. */
  onLeave(): void;
  /** Brings an offset into view, and its marker with it. */
  onSeek(offset: TextOffset): void;
}

/** The markers beside a text. */
export interface Margin {
  /** Draws the markers of the annotations that begin in the blocks from `first` to `last`. */
  draw(first: number, last: number): void;
  /** Sets off the marker of an annotation; `null`: none. */
  setCurrent(id: AnnotationId | null): void;
  /** Sets off the markers of the annotations under the pointer. */
  setLit(ids: readonly AnnotationId[]): void;
  destroy(): void;
}

/** A marker is a square of so many pixels; so much of the gutter is for each, and so much before the text is free. */
const markerSize = 24;
const slotWidth = 26;
const beforeText = 8;

/** A marker, or the button of several. */
interface Drawn {
  readonly button: HTMLButtonElement;
  readonly ids: readonly AnnotationId[];
  readonly note: MarginNote | null;
}

/**
 * Draws a marker for each annotation beside the line it begins on. Only those in view are elements: the cost depends on
 * what is in view, not on how many annotations there are. Markers are buttons behind one stop of the Tab key: the arrow
 * keys go from one to the next, and on beyond what is in view.
 */
export function createMargin(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
  spansNow: () => SpanIndex,
  options: MarginOptions,
): Margin {
  const document = scroller.ownerDocument;
  const host = document.createElement('div');
  host.className = 'reader-margin';
  host.setAttribute('role', 'toolbar');
  host.setAttribute('aria-orientation', 'vertical');
  host.setAttribute('aria-label', 'Annotations beside the text');
  scroller.append(host);
  const linesOf = marginLines(scroller, view, blocks, offsets);
  const drawn = new Map<string, Drawn>();
  let order: readonly string[] = [];
  let current: AnnotationId | null = null;
  let lit: ReadonlySet<AnnotationId> = new Set();
  let stop = '';
  /** The marker that takes the keyboard as soon as it is drawn. */
  let sought: AnnotationId | null = null;

  function draw(first: number, last: number): void {
    const gutter = Number.parseFloat(getComputedStyle(view.dom).paddingLeft);
    const slots = Math.max(1, Math.floor((gutter - beforeText) / slotWidth));
    const textLeft = view.dom.getBoundingClientRect().left - scroller.getBoundingClientRect().left;
    const right = textLeft + gutter - beforeText;
    const rows = marginRows(linesOf(spansNow(), first, last), slots, markerSize);
    const wanted: string[] = [];
    for (const { top, shown, more } of rows) {
      const count = shown.length + (more.length > 0 ? 1 : 0);
      const place = (index: number) => [right - (count - index) * slotWidth, top] as const;
      for (const [index, span] of shown.entries()) wanted.push(put(span, ...place(index)));
      if (more.length > 0) wanted.push(putMore(more, ...place(count - 1)));
    }
    arrange(wanted);
    markCurrent();
  }

  function put(span: ReaderSpan, left: number, middle: number): string {
    const known = drawn.get(span.id);
    const note: MarginNote = { ...options.describe(span.id), colors: span.colors };
    const button = known?.button ?? makeButton('reader-marker', span.id);
    if (known?.note == null || !sameNote(known.note, note)) {
      fillMarker(button, note);
      drawn.set(span.id, { button, ids: [span.id], note });
    }
    move(button, left, middle);
    return span.id;
  }

  function putMore(spans: readonly ReaderSpan[], left: number, middle: number): string {
    const key = `more ${spans[0]?.id}`;
    const button = drawn.get(key)?.button ?? makeButton('reader-more', key);
    const ids = spans.map(({ id }) => id);
    const text = `+${ids.length > 99 ? '99' : ids.length}`;
    if (button.textContent !== text) {
      button.textContent = text;
      button.setAttribute('aria-label', `${ids.length} more annotations on this line`);
      button.setAttribute('aria-haspopup', 'dialog');
    }
    // For what leads to one of them from outside.
    button.dataset.ids = ids.join(' ');
    drawn.set(key, { button, ids, note: null });
    move(button, left, middle);
    return key;
  }

  function makeButton(name: string, key: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = name;
    button.tabIndex = -1;
    button.dataset.key = key;
    return button;
  }

  /** Puts the buttons in the order of the text and takes away the others, but for one with the keyboard on it. */
  function arrange(wanted: readonly string[]): void {
    const keep = new Set(wanted);
    const active = keyOf(document.activeElement);
    for (const [key, { button, ids }] of drawn) {
      if (keep.has(key)) continue;
      if (key === active) {
        if (ids.every((id) => spanById(spansNow(), id) !== undefined)) continue;
        leaveGone(key, wanted);
      }
      button.remove();
      drawn.delete(key);
    }
    let next = host.firstElementChild;
    for (const key of wanted) {
      const button = drawn.get(key)?.button;
      if (button === undefined) continue;
      while (next !== null && !keep.has(keyOf(next) ?? '')) next = next.nextElementSibling;
      if (button === next) next = next.nextElementSibling;
      else host.insertBefore(button, next);
    }
    order = wanted;
    setStop(order.includes(stop) ? stop : (order[0] ?? ''));
    const found = sought === null ? undefined : order.find((key) => holds(key, sought));
    if (found !== undefined) focusKey(found);
  }

  function holds(key: string, id: AnnotationId | null): boolean {
    return id !== null && drawn.get(key)?.ids.includes(id) === true;
  }

  /** The annotation of the marker with the keyboard was removed: the next one takes it, or else the text. */
  function leaveGone(key: string, wanted: readonly string[]): void {
    const at = order.indexOf(key);
    const next = [...order.slice(at + 1), ...order.slice(0, at).reverse()];
    const heir = next.find((other) => wanted.includes(other) && drawn.has(other));
    if (heir === undefined) options.onLeave();
    else focusKey(heir);
  }

  function setStop(key: string): void {
    const before = drawn.get(stop)?.button;
    if (before !== undefined) before.tabIndex = -1;
    stop = key;
    const after = drawn.get(key)?.button;
    if (after !== undefined) after.tabIndex = 0;
  }

  function focusKey(key: string): void {
    sought = null;
    setStop(key);
    drawn.get(key)?.button.focus({ preventScroll: true });
  }

  function markCurrent(): void {
    for (const { button, ids } of drawn.values()) {
      button.toggleAttribute('data-current', current !== null && ids.includes(current));
      button.toggleAttribute(
        'data-lit',
        ids.some((id) => lit.has(id)),
      );
    }
  }

  function stepFrom(key: string, direction: 1 | -1): void {
    const next = order[order.indexOf(key) + direction];
    if (next !== undefined && isInSight(next)) {
      focusKey(next);
      return;
    }
    const span = spanBeyond(key, direction);
    if (span === undefined) return;
    sought = span.id;
    options.onSeek(span.start);
  }

  function isInSight(key: string): boolean {
    const box = scroller.getBoundingClientRect();
    const { top, bottom } = drawn.get(key)?.button.getBoundingClientRect() ?? box;
    return top >= box.top && bottom <= box.bottom;
  }

  /** The annotation after or before those of a marker, in the order of the text. */
  function spanBeyond(key: string, direction: 1 | -1): ReaderSpan | undefined {
    const ids = drawn.get(key)?.ids ?? [];
    const { spans } = spansNow();
    const at = spans.findIndex(({ id }) => id === (direction === 1 ? ids.at(-1) : ids[0]));
    return at === -1 ? undefined : spans[at + direction];
  }

  function keyOf(element: EventTarget | null): string | null {
    const button = element instanceof Element ? element.closest('[data-key]') : null;
    return button instanceof HTMLElement && host.contains(button)
      ? (button.dataset.key ?? null)
      : null;
  }

  const stopListening = listenToMargin(host, {
    keyOf,
    press(key) {
      const entry = drawn.get(key);
      const [id] = entry?.ids ?? [];
      if (entry === undefined || id === undefined) return;
      if (entry.note === null) options.onMore(entry.ids, entry.button);
      else options.onOpen(id);
    },
    focused(key) {
      setStop(key);
      const entry = drawn.get(key);
      const [id] = entry?.ids ?? [];
      if (entry?.note != null && id !== undefined) options.onFocus(id);
    },
    pointed(key) {
      const entry = key === null ? undefined : drawn.get(key);
      options.onPoint(entry?.note == null ? null : (entry.ids[0] ?? null));
    },
    step: stepFrom,
    goToEnd(end) {
      const key = end === 'first' ? order[0] : order.at(-1);
      if (key !== undefined) focusKey(key);
    },
    leave: options.onLeave,
    otherKey: options.onKey,
  });

  return {
    draw,
    setCurrent(id) {
      if (id === current) return;
      current = id;
      // With the keyboard elsewhere, Tab goes to the marker of the annotation before the analyst.
      if (id !== null && drawn.has(id) && keyOf(document.activeElement) === null) setStop(id);
      markCurrent();
    },
    setLit(ids) {
      lit = new Set(ids);
      markCurrent();
    },
    destroy() {
      stopListening();
      host.remove();
    },
  };
}

function move(button: HTMLElement, left: number, middle: number): void {
  const transform = `translate(${Math.round(left)}px, ${Math.round(middle - markerSize / 2)}px)`;
  if (button.style.transform !== transform) button.style.transform = transform;
}
