import type { AnnotationId } from '../../../app/record/ids.ts';
import type { Reader } from '../../reader/create-reader.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';

/** A box in the window's pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The small card that shows the annotations at a place of the text. */
export interface CardState {
  readonly pane: Pane['id'];
  /** Innermost first. */
  readonly ids: readonly AnnotationId[];
  /** What the card must not hide: the lines of the annotations, or of the innermost, as wide as the text. */
  readonly passage: Box;
  /** What the card must not leave: the pane's text as far as it is in view. */
  readonly view: Box;
  /** Opened by a button to choose from: it has the keyboard, and stays until something is chosen or Escape is pressed. */
  readonly chooses: boolean;
}

/**
 * Milliseconds: the pointer must rest so long on a highlight, the caret so long in one; so long the pointer may take on
 * its way to the card.
 */
const delays = { pointer: 400, caret: 700, leave: 300 } as const;

/** What is about to happen to a window's card. */
interface Waiting {
  timer: ReturnType<typeof setTimeout> | undefined;
  /** That timer while it is the caret's. */
  caret: ReturnType<typeof setTimeout> | undefined;
  /** The pointer is over the card. */
  held: boolean;
}

const waiting = new WeakMap<Session, Waiting>();

function waitingOf(session: Session): Waiting {
  const known = waiting.get(session);
  if (known !== undefined) return known;
  const made: Waiting = { timer: undefined, caret: undefined, held: false };
  waiting.set(session, made);
  // Who takes the mouse has left the caret: its card would come up under what is about to be pressed.
  globalThis.addEventListener('pointermove', ({ movementX, movementY }) => {
    const isCaret = made.caret !== undefined && made.caret === made.timer;
    if (isCaret && (movementX !== 0 || movementY !== 0)) clearTimeout(made.timer);
  });
  return made;
}

/** The mouse came over annotations of a pane, innermost first, or left them (an empty list). */
export function pointAt(session: Session, pane: Pane['id'], ids: readonly AnnotationId[]): void {
  const { card } = session.get();
  if (card?.chooses === true) return;
  if (ids.length > 0) soon(session, delays.pointer, () => showCard(session, pane, ids));
  else if (!waitingOf(session).held) soon(session, delays.leave, () => closeCard(session));
}

/** The pointer came over the card, or left it. */
export function holdCard(session: Session, held: boolean): void {
  const state = waitingOf(session);
  state.held = held;
  clearTimeout(state.timer);
  if (!held && session.get().card?.chooses === false) {
    soon(session, delays.leave, () => closeCard(session));
  }
}

/** A key was pressed in a text: the card goes; it comes back when the keyboard brings the caret into a highlight. */
export function followCaret(session: Session, pane: Pane['id'], event: KeyboardEvent): void {
  if (modifiers.has(event.key) || event.key === 'Escape') return;
  closeCard(session);
  if (!goesElsewhere(event)) return;
  soon(session, delays.caret, () => {
    const { linkFrom, edges, find, dialog } = session.get();
    const reader = session.panes.mountedIn(pane)?.reader;
    if (reader === undefined || linkFrom !== null || edges !== null) return;
    if (find !== null || dialog !== null) return;
    const { empty, head } = reader.selection();
    const isHere = reader.scroller.contains(document.activeElement);
    if (empty && isHere) showCard(session, pane, reader.annotationsAt(head));
  });
  const state = waitingOf(session);
  state.caret = state.timer;
}

const modifiers = new Set(['Shift', 'Alt', 'AltGraph', 'Control', 'Meta', 'CapsLock']);

function goesElsewhere({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === '[' || key === ']') return true;
  return !shiftKey && /^(Arrow|Page|Home$|End$)/.test(key);
}

/** Shows the annotations, innermost first, at once; none: nothing. */
export function showCard(session: Session, pane: Pane['id'], ids: readonly AnnotationId[]): void {
  const reader = session.panes.mountedIn(pane)?.reader;
  if (reader === undefined || ids.length === 0) {
    closeCard(session);
    return;
  }
  const view = boxOf(reader.scroller);
  const around = linesOf(session, reader, ids);
  // Passages of many lines would leave no room: then the innermost is what is being read.
  const fits = around.bottom - around.top <= (view.bottom - view.top) / 2;
  const passage = fits ? around : linesOf(session, reader, ids.slice(0, 1));
  put(session, { pane, ids, passage, view, chooses: false });
}

/** The lines of annotations, as wide as the text. */
function linesOf(session: Session, reader: Reader, ids: readonly AnnotationId[]): Box {
  const passages = ids.flatMap((id) => session.store.records.get('annotation', id)?.passage ?? []);
  return {
    ...textBox(reader),
    top: Math.min(...passages.map(({ start }) => reader.lineAt(start).top)),
    bottom: Math.max(...passages.map(({ end }) => reader.lineAt(end).bottom)),
  };
}

/** Opens the card at a button, to choose one of the annotations from. */
export function openCard(
  session: Session,
  pane: Pane['id'],
  ids: readonly AnnotationId[],
  at: Box,
): void {
  const reader = session.panes.mountedIn(pane)?.reader;
  if (reader === undefined) return;
  const passage = { ...textBox(reader), top: at.top, bottom: at.bottom };
  put(session, { pane, ids, passage, view: boxOf(reader.scroller), chooses: true });
}

/** Takes the card away, and the one that was about to come. `false`: there was none. */
export function closeCard(session: Session): boolean {
  const state = waitingOf(session);
  clearTimeout(state.timer);
  state.held = false;
  if (session.get().card === null) return false;
  session.set({ card: null });
  return true;
}

function put(session: Session, card: CardState): void {
  const state = waitingOf(session);
  clearTimeout(state.timer);
  session.set({ card });
}

function soon(session: Session, delay: number, act: () => void): void {
  const state = waitingOf(session);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => {
    if (session.hasProject) act();
  }, delay);
}

function textBox(reader: Reader): Box {
  const text = reader.scroller.querySelector('[role="document"] > *');
  return boxOf(text ?? reader.scroller);
}

function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}
