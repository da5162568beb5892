import type { EditorView } from 'prosemirror-view';
import type { TextOffset } from '../../app/base/brand.ts';
import type { Block } from '../../app/record/text.ts';
import { firstIndex } from './first-index.ts';
import { hitLayer, passageNames } from './hit-layer.ts';
import { inView } from './in-view.ts';
import { listenToMargin } from './margin-events.ts';
import type { OffsetMap } from './offset-map.ts';
import { type PassageMark, placeMarks } from './place-marks.ts';

/** What the bars beside a text say, and whom they tell. */
export interface PassageMarksOptions {
  /** What a screen reader calls all of them. */
  readonly title: string;
  /** What a screen reader says of one. Asked for those in view only. */
  describe(id: string): string;
  /** A mark was clicked, or Enter pressed on it. */
  onOpen(id: string): void;
  /** The keyboard is on a mark. */
  onFocus(id: string): void;
  /** A key on a mark that means nothing there; true: handled. */
  onKey(event: KeyboardEvent): boolean;
}

/** Bars along the lines of passages, at the end of the lines, each with a sign that says how many. */
export interface PassageMarks {
  /** Puts `marks`, in order of their starts, in the place of all drawn. Those of one lane must not overlap. */
  set(marks: readonly PassageMark[]): void;
  destroy(): void;
}

interface Drawn {
  readonly bar: HTMLElement;
  readonly sign: HTMLButtonElement;
}

/**
 * Draws passages that are something to the analyst beyond this text. Only those in view are elements; the words of one are
 * set off, by the CSS Custom Highlight API, while pointer or keyboard are on it. The signs are buttons behind one stop of
 * the Tab key: the arrow keys go from one to the next, and on beyond what is in view. `seek` scrolls to an offset.
 */
export function passageMarks(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
  seek: (offset: TextOffset) => void,
  options: PassageMarksOptions,
): PassageMarks {
  const document = scroller.ownerDocument;
  const host = document.createElement('div');
  host.className = 'reader-passages';
  host.setAttribute('role', 'toolbar');
  host.setAttribute('aria-orientation', 'vertical');
  host.setAttribute('aria-label', options.title);
  const lit = hitLayer(scroller, view, blocks, passageNames);
  const drawn = new Map<string, Drawn>();
  let marks: readonly PassageMark[] = [];
  let byLane: readonly (readonly PassageMark[])[] = [];
  let order: readonly string[] = [];
  let stop = '';
  /** The mark that takes the keyboard as soon as it is drawn. */
  let sought: string | null = null;
  let litNow: string | null = null;

  function draw(first: number, last: number): void {
    const from = blocks[first]?.start ?? 0;
    const to = blocks[last]?.end ?? 0;
    const near = byLane.flatMap((lane) => {
      const begin = firstIndex(lane.length, (at) => (lane[at]?.end ?? 0) > from);
      const end = firstIndex(lane.length, (at) => (lane[at]?.start ?? 0) >= to);
      return lane.slice(begin, Math.max(begin, end));
    });
    near.sort((one, other) => one.start - other.start || one.lane - other.lane);
    const placed = placeMarks(scroller, view, blocks, offsets, near, { first, last });
    const active = keyOf(document.activeElement);
    for (const { mark, bar, sign } of placed) {
      const elements = drawn.get(mark.id) ?? make(mark);
      drawn.set(mark.id, elements);
      place(elements.bar, bar);
      place(elements.sign, sign);
      // A passage that begins far above has its bar here; its sign is where it begins.
      elements.sign.hidden = sign === null && mark.id !== active;
    }
    order = placed.filter(({ sign }) => sign !== null).map(({ mark }) => mark.id);
    arrange(placed.map(({ mark }) => mark.id));
    if (sought !== null && order.includes(sought)) focusKey(sought);
  }

  function make(mark: PassageMark): Drawn {
    const bar = document.createElement('div');
    bar.className = 'reader-passage-bar';
    bar.dataset.key = mark.id;
    const sign = document.createElement('button');
    sign.type = 'button';
    sign.className = 'reader-passage-sign';
    sign.tabIndex = -1;
    sign.dataset.key = mark.id;
    sign.textContent = mark.count > 99 ? '99+' : String(mark.count);
    sign.setAttribute('aria-label', options.describe(mark.id));
    sign.setAttribute('aria-haspopup', 'dialog');
    for (const element of [bar, sign]) element.toggleAttribute('data-varied', mark.varied);
    return { bar, sign };
  }

  /** Puts the elements in the order of the text and takes away the others, but for one with the keyboard on it. */
  function arrange(wanted: readonly string[]): void {
    const keep = new Set(wanted);
    const active = keyOf(document.activeElement);
    for (const [key, { bar, sign }] of drawn) {
      if (keep.has(key)) continue;
      bar.remove();
      if (key === active && marks.some(({ id }) => id === key)) continue;
      if (key === active) view.focus();
      sign.remove();
      drawn.delete(key);
    }
    let next = host.firstElementChild;
    for (const key of wanted) {
      const elements = drawn.get(key);
      if (elements === undefined) continue;
      for (const element of [elements.bar, elements.sign]) {
        if (element === next) next = next.nextElementSibling;
        else host.insertBefore(element, next);
      }
    }
    setStop(order.includes(stop) ? stop : (order[0] ?? ''));
  }

  function setStop(key: string): void {
    const before = drawn.get(stop)?.sign;
    if (before !== undefined) before.tabIndex = -1;
    stop = key;
    const after = drawn.get(key)?.sign;
    if (after !== undefined) after.tabIndex = 0;
  }

  function focusKey(key: string): void {
    sought = null;
    setStop(key);
    drawn.get(key)?.sign.focus({ preventScroll: true });
  }

  /** Sets off the words of a mark, with its bar and sign; `null`: of none. */
  function light(key: string | null): void {
    if (key === litNow) return;
    litNow = key;
    for (const [id, { bar, sign }] of drawn) {
      for (const element of [bar, sign]) element.toggleAttribute('data-lit', id === key);
    }
    const mark = marks.find(({ id }) => id === key);
    lit.set(mark === undefined ? [] : [mark], -1);
  }

  function step(key: string, direction: 1 | -1): void {
    const at = marks.findIndex(({ id }) => id === key);
    const next = at === -1 ? undefined : marks[at + direction];
    if (next !== undefined) goTo(next);
  }

  function goTo(mark: PassageMark): void {
    const box = scroller.getBoundingClientRect();
    const sign = order.includes(mark.id) ? drawn.get(mark.id)?.sign : undefined;
    const { top, bottom } = sign?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    if (sign !== undefined && top >= box.top && bottom <= box.bottom) {
      focusKey(mark.id);
      return;
    }
    sought = mark.id;
    seek(mark.start);
    watch.refresh();
  }

  function keyOf(element: EventTarget | null): string | null {
    const found = element instanceof Element ? element.closest('[data-key]') : null;
    return found instanceof HTMLElement && host.contains(found)
      ? (found.dataset.key ?? null)
      : null;
  }

  /** What the pointer or else the keyboard is on. */
  const followFocus = (): void => light(keyOf(document.activeElement));
  const stopListening = listenToMargin(host, {
    keyOf,
    press: options.onOpen,
    focused(key) {
      setStop(key);
      light(key);
      options.onFocus(key);
    },
    pointed(key) {
      if (key === null) followFocus();
      else light(key);
    },
    step,
    goToEnd(end) {
      const mark = end === 'first' ? marks[0] : marks.at(-1);
      if (mark !== undefined) goTo(mark);
    },
    leave() {
      light(null);
      view.focus();
    },
    otherKey: options.onKey,
  });
  const blur = (): void => light(null);
  host.addEventListener('focusout', blur);
  scroller.append(host);
  const watch = inView(scroller, view, draw);

  return {
    set(next) {
      marks = next;
      const lanes = 1 + Math.max(-1, ...new Set(next.map(({ lane }) => lane)));
      byLane = Array.from({ length: lanes }, (_, at) => next.filter(({ lane }) => lane === at));
      // A mark of the same place may say something else now.
      for (const [key, { bar, sign }] of drawn) {
        if (key === keyOf(document.activeElement)) {
          const mark = next.find(({ id }) => id === key);
          if (mark !== undefined) sign.textContent = String(mark.count);
          continue;
        }
        bar.remove();
        sign.remove();
        drawn.delete(key);
      }
      light(keyOf(document.activeElement));
      watch.refresh();
    },
    destroy() {
      host.removeEventListener('focusout', blur);
      stopListening();
      watch.destroy();
      lit.destroy();
      host.remove();
    },
  };
}

function place(
  element: HTMLElement,
  box: { left: number; top: number; height: number; width?: number } | null,
): void {
  element.hidden = box === null;
  if (box === null) return;
  const transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
  if (element.style.transform !== transform) element.style.transform = transform;
  const height = `${Math.round(box.height)}px`;
  if (element.style.height !== height) element.style.height = height;
  const width = box.width === undefined ? '' : `${box.width}px`;
  if (element.style.width !== width) element.style.width = width;
}
