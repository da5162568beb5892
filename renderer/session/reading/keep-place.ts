import type { TextOffset } from '../../../app/base/brand.ts';
import type { Reader } from '../../reader/create-reader.ts';

/** How long after the last scrolling the place is looked up, in milliseconds: doing so costs a layout. */
const pause = 150;
/** How long a reader may take to come to the place that it was put to: see `ScrollPosition.scrollTo`. */
const settling = 250;

/** Room that is left below a caret that was put back into the view, in pixels. */
const room = 6;

/** A place that a reader is kept at. */
interface Place {
  /** Stands in the first line in view. */
  readonly top: TextOffset;
  /** The caret, if it is in view and has the keyboard. */
  readonly caret: TextOffset | null;
}

/** Which place each reader is being kept at: several changes in a row must not creep from line to line. */
const places = new WeakMap<Reader, Place>();

/**
 * What is read stays where it is when a reader becomes wider or narrower: a window is zoomed, another pane opens, an area is
 * dragged. The browser keeps the distance from the text's beginning, which is another place of it then. The first line in
 * view stays the first, but where the caret was in view and would not be any more: then its line is the last. Returns what
 * ends it.
 */
export function keepPlace(reader: Reader): () => void {
  const { scroller } = reader;
  let width = scroller.clientWidth;
  let moved = false;
  let restoring = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noteAfter = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(note, wait);
  };
  const note = (): void => {
    if (scroller.clientWidth === 0) return;
    const place = placeOf(reader);
    // What is above the place in a long text may have come to its true height only now.
    if (restoring && place.top !== places.get(reader)?.top) putBack(reader);
    else places.set(reader, place);
    moved = false;
    restoring = false;
  };
  /** The analyst goes elsewhere: nothing is put back any more. */
  const giveWay = (): void => {
    restoring = false;
  };
  /** Whether the width is another one than before; then the reader is back at its place. */
  const followWidth = (): boolean => {
    const now = scroller.clientWidth;
    // Not drawn, or only its height changed.
    if (now === 0 || now === width) return false;
    width = now;
    // Where it was put a moment ago, by a jump, is not known yet, and not to be taken back.
    if (moved) return true;
    restoring = true;
    putBack(reader);
    noteAfter(settling);
    return true;
  };
  const onScroll = (): void => {
    // Zooming tells that it scrolled before it tells the new width.
    if (restoring || followWidth()) return;
    moved = true;
    noteAfter(pause);
  };
  /** The caret went elsewhere, perhaps without scrolling. */
  const onSelection = (): void => {
    if (!restoring && hasKeyboard(reader)) noteAfter(pause);
  };
  const observer = new ResizeObserver(followWidth);
  observer.observe(scroller);
  const abort = new AbortController();
  const options = { signal: abort.signal, passive: true };
  scroller.addEventListener('scroll', onScroll, options);
  scroller.ownerDocument.addEventListener('selectionchange', onSelection, options);
  for (const name of ['wheel', 'keydown', 'pointerdown'] as const) {
    scroller.addEventListener(name, giveWay, options);
  }
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    abort.abort();
  };
}

/** Does what makes lines break elsewhere, and puts the readers back to the places that they are at. */
export function keepingPlaces(readers: readonly Reader[], change: () => void): void {
  for (const reader of readers) places.set(reader, placeOf(reader));
  change();
  for (const reader of readers) putBack(reader);
}

/**
 * Its first line in view comes to the top; at the text's beginning, what stands above that as well. If the caret was in view
 * and is not then, its line comes to the bottom.
 */
function putBack(reader: Reader): void {
  const { top = 0, caret = null } = places.get(reader) ?? {};
  if (top === 0) reader.scroller.scrollTop = 0;
  else reader.scrollTo(top as TextOffset);
  if (caret === null) return;
  const box = reader.scroller.getBoundingClientRect();
  const line = reader.lineAt(caret);
  if (line.bottom <= box.bottom) return;
  const height = line.bottom - line.top + room;
  reader.scrollTo(caret, Math.max(0, 1 - height / Math.max(1, box.height)));
}

function placeOf(reader: Reader): Place {
  const top = firstInView(reader);
  return { top, caret: caretInView(reader, top) };
}

/**
 * The start of the first line in view; the place that the reader was put to last, as long as that stands in this line:
 * lines begin elsewhere with every size.
 */
function firstInView(reader: Reader): TextOffset {
  const top = reader.topVisibleOffset();
  const last = places.get(reader)?.top;
  if (last === undefined || last < top) return top;
  return reader.lineAt(last).top === reader.lineAt(top).top ? last : top;
}

/** A screen shows fewer code units: to ask where a line far off is would lay out what nobody sees. */
const mostInView = 20_000;

function caretInView(reader: Reader, top: TextOffset): TextOffset | null {
  if (!hasKeyboard(reader)) return null;
  const { head } = reader.selection();
  if (head < top || head > top + mostInView) return null;
  return reader.lineAt(head).bottom <= reader.scroller.getBoundingClientRect().bottom + 1
    ? head
    : null;
}

function hasKeyboard({ scroller }: Reader): boolean {
  return scroller.contains(scroller.ownerDocument.activeElement);
}
