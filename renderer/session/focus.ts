import type { Session } from './session.ts';
import { shownPanes, showsTexts } from './shown-panes.ts';

/** The areas in the order in which F6 goes through them; each has an element with `data-area`. */
const areas = ['library', 'desk', 'inspector', 'status'] as const;
export type Area = (typeof areas)[number];

/** What was last used in each area. Weak: what is no longer drawn is forgotten. */
const lastUsed = new Map<Area, WeakRef<HTMLElement>>();

/** Whether the focus is being put somewhere for want of a better place: that is no use of it. */
let makeshift = false;

/** Begins to note what is used in each area. Returns what ends it. */
export function noteLastUsed(): () => void {
  const abort = new AbortController();
  const note = ({ target }: FocusEvent): void => {
    if (makeshift || !(target instanceof HTMLElement)) return;
    const area = areaOf(target);
    if (area === null || areaElement(area) === target) return;
    lastUsed.set(area, new WeakRef(target));
  };
  globalThis.addEventListener('focusin', note, { signal: abort.signal });
  return () => abort.abort();
}

/** Puts the focus where the keyboard begins in an area. After the next drawing. */
export function focusArea(session: Session, area: Area): void {
  requestAnimationFrame(() => focusNow(session, area, false));
}

/** Goes to the next (1) or previous (-1) area that is shown, to what was last used there. */
export function stepArea(session: Session, direction: 1 | -1): void {
  const shown = areas.filter((area) => areaElement(area) !== null);
  const present = shown.findIndex((area) => areaElement(area)?.contains(document.activeElement));
  const from = Math.max(present, direction === 1 ? -1 : 0);
  const next = shown[(from + direction + shown.length) % shown.length];
  if (next !== undefined) focusNow(session, next, true);
}

/** How many frames an element may take to be drawn. */
const patience = 10;

/**
 * What the field of a record's note is called for `focusNamed`. With the record's id: the Inspector follows a moment after
 * the text, and what is typed must not go into the note of what it showed before.
 */
export function noteName(id: string): string {
  return `note of ${id}`;
}

/**
 * Puts the focus on the element with that `data-focus-name`, as soon as it is drawn. What is drawn in answer to a key
 * is there after a microtask, so that the next key, however quick, goes where the analyst means it.
 */
export function focusNamed(name: string): void {
  let frames = 0;
  const attempt = (): void => {
    const element = document.querySelector<HTMLElement>(`[data-focus-name="${name}"]`);
    // What is being written in a footnote goes on there.
    const field = element?.querySelector<HTMLElement>('.footnote-panel [contenteditable="true"]');
    const target =
      field ?? element?.querySelector<HTMLElement>('[contenteditable="true"]') ?? element;
    if (target !== null) focusInPlace(target);
    else if (frames < patience) {
      frames += 1;
      requestAnimationFrame(attempt);
    }
  };
  queueMicrotask(attempt);
}

/**
 * Puts the focus on an element. Of what is taller than its area, a long text, the browser would show the beginning, wherever
 * the caret is: that is scrolled by who goes to a place in it.
 */
function focusInPlace(element: HTMLElement): void {
  const area = element.closest('[data-area]')?.clientHeight ?? innerHeight;
  element.focus({ preventScroll: element.offsetHeight > area });
}

/** Where the keyboard begins in an area, the best first: its text, its list, whatever can be reached. */
const stops = [
  '[data-focus-name="brief"] [role="textbox"]',
  '[role="grid"]',
  '[role="tree"]',
  '[role="listbox"]',
  // What an empty list offers in its place.
  '[data-begin]',
  '[tabindex="0"]',
  'button:not([disabled]), input, textarea, select',
];

/** `again`: what was last used there comes before the first stop. */
function focusNow(session: Session, area: Area, again: boolean): void {
  const element = areaElement(area);
  if (element === null) return;
  // A reader waits for its text; its pane gives it the focus when it is there.
  if (showsReader(session, area)) {
    session.panes.focus(session.get().activePane);
    return;
  }
  const last = again ? lastUsed.get(area)?.deref() : undefined;
  const known = last !== undefined && element.contains(last) && canTakeFocus(last) ? last : null;
  focusInPlace(known ?? firstStop(element) ?? element);
}

function firstStop(element: HTMLElement): HTMLElement | null {
  for (const stop of stops) {
    // Not the list of a menu that is closed, say.
    const found = [...element.querySelectorAll<HTMLElement>(stop)].find(canTakeFocus);
    if (found !== undefined) return found;
  }
  return null;
}

function showsReader(session: Session, area: Area): boolean {
  const state = session.get();
  return area === 'desk' && showsTexts(state) && shownPanes(state).length > 0;
}

/** Whether there is anything in an area that keys could act on. */
function holdsSomething(session: Session, area: Area): boolean {
  const element = areaElement(area);
  return element !== null && (showsReader(session, area) || firstStop(element) !== null);
}

/** The area that an element is in; `null`: in none. */
export function areaOf(element: HTMLElement): Area | null {
  const name = element.closest<HTMLElement>('[data-area]')?.dataset.area;
  return areas.find((area) => area === name) ?? null;
}

/** Whether an element is there to be used: drawn, seen, not switched off. */
export function canTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/**
 * Puts the focus where something is going on: an open dialog, else `area` if there is anything in it (what was last used
 * there), else the text that is open, the Library, or the first button of the start screen. It does
 * not count as the last used of its area.
 */
export function focusAreaNow(session: Session, area: Area | null): void {
  makeshift = true;
  try {
    focusBest(session, area);
  } finally {
    makeshift = false;
  }
}

function focusBest(session: Session, area: Area | null): void {
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  if (dialog !== null) {
    dialog.focus();
    return;
  }
  const preferred: Area = session.get().panes.length > 0 ? 'desk' : 'library';
  const wanted: readonly (Area | null)[] = [area, preferred, 'library', 'desk'];
  const next = wanted.find((name) => name !== null && holdsSomething(session, name));
  if (next != null) focusNow(session, next, true);
  else document.querySelector<HTMLElement>('main button:not([disabled])')?.focus();
}

function areaElement(area: Area): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-area="${area}"]`);
}
