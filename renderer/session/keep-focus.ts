import { type Area, areaOf, canTakeFocus, focusAreaNow } from './focus.ts';
import type { Session } from './session.ts';

/** Where the focus was last, and what was around it, the nearest first. */
interface Held {
  readonly element: HTMLElement;
  readonly around: readonly HTMLElement[];
  /** Whether it was in no area: in a dialog, the top bar, the start screen. */
  readonly isOutside: boolean;
}

/** What takes the focus for something that went from beside it: its list, or else its field. */
const takers = ['[role="grid"], [role="tree"], [role="listbox"]', 'input, textarea, select'];

/**
 * Sees to it that the focus is never lost: where what held it is taken away or can't be used any more (a bar of buttons
 * goes when its articles do, a dialog's opener is gone), the next key would be heard by nothing. It goes to the field or
 * list around what went, or to where its area begins; after a dialog to the area before it. Returns what ends it.
 */
export function keepFocus(session: Session): () => void {
  let held: Held | null = null;
  let area: Area | null = null;
  /** Something else is about to have it: what held it may go in between, as a field does that hands over as it is left. */
  let isMoving = false;
  const abort = new AbortController();
  const note = ({ target }: FocusEvent): void => {
    isMoving = false;
    if (!(target instanceof HTMLElement)) return;
    const within = areaOf(target);
    area = within ?? area;
    held = { element: target, around: ancestors(target), isOutside: within === null };
  };
  const isLost = (): boolean =>
    (document.activeElement === null || document.activeElement === document.body) &&
    (held === null || !canTakeFocus(held.element));
  const mend = (): void => {
    if (abort.signal.aborted || !isLost()) return;
    const around = held?.isOutside === false ? held.around : [];
    if (around.some(takeOver)) return;
    // In the Inspector the next thing would be a field of whatever is inspected now, and keys would be typed into it.
    focusAreaNow(session, area === 'inspector' ? 'desk' : area);
  };
  const look = (): void => {
    if (isMoving || !isLost()) return;
    // A dialog gives the focus back by itself, in the frame after it has gone; what opens a project needs one to draw.
    if (held?.isOutside !== false) requestAnimationFrame(() => requestAnimationFrame(mend));
    else mend();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null) return;
    isMoving = true;
    setTimeout(() => {
      if (!isMoving) return;
      isMoving = false;
      look();
    });
  };
  globalThis.addEventListener('focusin', note, { signal: abort.signal });
  globalThis.addEventListener('blur', leave, { signal: abort.signal, capture: true });
  return () => {
    observer.disconnect();
    abort.abort();
  };
}

function ancestors(element: HTMLElement): readonly HTMLElement[] {
  const around: HTMLElement[] = [];
  let next = element.parentElement;
  while (next !== null && next.dataset.area === undefined) {
    around.push(next);
    next = next.parentElement;
  }
  return around;
}

/** Gives the focus to a list or field that `element` is or holds. `false`: there is none, or it would not take it. */
function takeOver(element: HTMLElement): boolean {
  if (!element.isConnected) return false;
  return takers.some((wanted) => {
    const taker = element.matches(wanted) ? element : element.querySelector<HTMLElement>(wanted);
    if (taker === null || !canTakeFocus(taker)) return false;
    taker.focus();
    return document.activeElement !== document.body;
  });
}
