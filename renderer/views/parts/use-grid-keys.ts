import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type GridLines, lineLeft } from '../../session/grid-lines.ts';
import { useSession } from './session-context.ts';

/** Letters typed within this time of each other are one word, in milliseconds. */
const typingPause = 1_000;

export interface GridKeys {
  /** The line that Tab goes to; at most one past the end of an empty list. */
  readonly activeIndex: number;
  /** Whether the focus is in the grid: then Tab leaves it. */
  readonly holdsFocus: boolean;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
  onClick(event: MouseEvent<HTMLElement>): void;
}

/** What the keys of a grid do; indexes are those of its lines. */
export interface GridActions {
  open(index: number, beside: boolean): void;
  /** A line was clicked that is not being selected. */
  click(index: number): void;
  toggleGroup(index: number): void;
  /** Puts a line into the selection or takes it out. */
  toggle(index: number): void;
  /** Selects what stands from one line to another, whichever comes first. */
  selectBetween(one: number, other: number): void;
  selectAll(): void;
  /** `false`: nothing was selected. */
  clearSelection(): boolean;
  /** What Delete does. `false`: nothing, here. */
  remove(index: number): boolean;
  /** What Space does in place of selecting. `false`: it selects. */
  space?(index: number): boolean;
  /** A letter or digit. `false`: it goes to what begins with it. */
  letter?(key: string, index: number): boolean;
  /** The line after `from` that begins with what was typed; `-1`: none. */
  lineTyped(from: number, typed: string): number;
  /** Where a selection begins that a click with Shift ends, before any other began; `-1`: at the click. */
  clickAnchor?(): number;
}

/**
 * Keys and clicks of a virtual grid, after the pattern "grid" of the ARIA authoring practices: arrows, Home, End and
 * pages move; with Shift they select; Space selects, Control and A all; letters go to a title; Enter opens, with Shift
 * beside; right goes into a line, left out of it and to its group. One line at a time can be reached with Tab. A line's
 * element has `data-index`, what takes the focus in it `data-stop`, if that is not the line itself.
 */
export function useGridKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly lines: GridLines;
  readonly actions: GridActions;
  /** When it becomes another one, the first line is meant again. */
  readonly resetOn: unknown;
  /** The line that was left when the grid was last shown. */
  readonly startKey?: string | null;
  /** The line that the keyboard went to. */
  readonly onActive?: (index: number) => void;
  reveal(index: number): void;
  pageSize(): number;
}): GridKeys {
  const session = useSession();
  const { grid, lines, actions, reveal, pageSize, onActive } = options;
  const [activeKey, setKey] = useState<string | null>(options.startKey ?? null);
  const [holdsFocus, setHoldsFocus] = useState(false);
  const before = useRef<{ lines: GridLines; index: number }>({ lines, index: 0 });
  const activeIndex = useMemo(() => {
    if (activeKey === null) return firstIndex(lines);
    const { index } = before.current;
    if (lines.keyAt(index) === activeKey) return index;
    const found = lines.indexOf(activeKey);
    return found >= 0 ? found : lineLeft(before.current.lines, index, lines);
  }, [lines, activeKey]);
  before.current = { lines, index: activeIndex };
  const isFirst = useRef(true);
  // Who typed into the filter means the first of what it found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each letter anew
  useEffect(() => {
    if (!isFirst.current) setKey(null);
    isFirst.current = false;
  }, [options.resetOn]);
  /** Where a selection with Shift begins. */
  const anchor = useRef<string | null>(null);
  const wantsFocus = useRef(false);
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const stop = stopOf(grid.current, activeIndex);
    if (stop === null) return;
    wantsFocus.current = false;
    stop.focus({ preventScroll: true });
  });

  const setActive = (index: number): void => {
    setKey(lines.keyAt(index));
    onActive?.(index);
  };
  const goTo = (index: number): void => {
    const to = Math.max(0, Math.min(index, lines.count - 1));
    const key = lines.keyAt(to);
    if (key === null) return;
    wantsFocus.current = true;
    setActive(to);
    reveal(to);
    // The same line again: nothing is drawn anew, so the focus is put there now.
    if (key === lines.keyAt(activeIndex)) {
      const stop = stopOf(grid.current, activeIndex);
      if (stop !== null) {
        wantsFocus.current = false;
        stop.focus({ preventScroll: true });
      }
    }
  };
  const extendTo = (index: number): void => {
    const to = Math.max(0, Math.min(index, lines.count - 1));
    anchor.current ??= lines.keyAt(activeIndex);
    const begun = anchor.current === null ? -1 : lines.indexOf(anchor.current);
    actions.selectBetween(begun === -1 ? to : begun, to);
    goTo(to);
  };
  const move = (index: number, event: KeyboardEvent): void => {
    if (event.shiftKey) extendTo(index);
    else {
      anchor.current = null;
      goTo(index);
    }
  };
  const toggle = (index: number): void => {
    actions.toggle(index);
    anchor.current = lines.keyAt(index);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const isThere = activeIndex < lines.count;
    const isGroup = isThere && lines.isGroup(activeIndex);
    const stop = stopOf(grid.current, activeIndex);
    const target = event.target as HTMLElement;
    if (target.closest('[data-grid-head]') !== null) return;
    const inside = target !== stop && target !== grid.current;
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    switch (event.key) {
      case 'ArrowDown':
        done();
        move(activeIndex + 1, event);
        return;
      case 'ArrowUp':
        done();
        if (activeIndex === 0 && !event.shiftKey && focusHead(grid.current)) return;
        move(activeIndex - 1, event);
        return;
      case 'Home':
        done();
        move(0, event);
        return;
      case 'End':
        done();
        move(lines.count - 1, event);
        return;
      case 'PageDown':
        done();
        move(activeIndex + pageSize(), event);
        return;
      case 'PageUp':
        done();
        move(activeIndex - pageSize(), event);
        return;
      case 'ArrowRight':
        done();
        if (isGroup) {
          if (lines.isOpen(activeIndex)) goTo(activeIndex + 1);
          else actions.toggleGroup(activeIndex);
        } else focusInside(stop, target, 1);
        return;
      case 'ArrowLeft':
        done();
        if (inside) focusInside(stop, target, -1);
        else if (isGroup && lines.isOpen(activeIndex)) actions.toggleGroup(activeIndex);
        else if (isThere && !isGroup && lines.headOf(activeIndex) >= 0) {
          goTo(lines.headOf(activeIndex));
        }
        return;
      case 'Escape':
        if (inside) {
          done();
          stop?.focus();
        } else if (actions.clearSelection()) done();
        return;
      case 'Enter':
        if (inside || !isThere || isGroup) return;
        done();
        actions.open(activeIndex, event.shiftKey);
        return;
      case ' ':
        if (inside) return;
        // In the middle of a title that is being typed it is a letter like others.
        if (isTyping(event.timeStamp)) {
          done();
          goToTyped(' ', event.timeStamp);
          return;
        }
        if (!isThere || isGroup) return;
        done();
        if (event.shiftKey) extendTo(activeIndex);
        else if (event.ctrlKey || actions.space?.(activeIndex) !== true) toggle(activeIndex);
        return;
      case 'Delete':
        if (inside || !isThere || isGroup) return;
        if (actions.remove(activeIndex)) done();
        return;
      default:
    }
    if (mod && event.key.toLowerCase() === 'a' && !event.shiftKey) {
      done();
      actions.selectAll();
      return;
    }
    if (!mod && !inside && /^[\p{L}\p{N}]$/u.test(event.key)) {
      done();
      if (isThere && actions.letter?.(event.key, activeIndex) === true) return;
      goToTyped(event.key, event.timeStamp);
    }
  };

  const isTyping = (at: number): boolean => at - typed.current.at <= typingPause;
  const goToTyped = (letter: string, at: number): void => {
    const fresh = !isTyping(at);
    typed.current = { text: fresh ? letter : typed.current.text + letter, at };
    const from = fresh ? activeIndex + 1 : activeIndex;
    const index = actions.lineTyped(from, typed.current.text);
    if (index >= 0) goTo(index);
  };

  return {
    activeIndex,
    holdsFocus,
    onKeyDown,
    onFocus: (event) => {
      if (!holdsFocus) setHoldsFocus(true);
      if (event.target === grid.current) {
        goTo(activeIndex);
        return;
      }
      const index = lineIndexOf(event.target);
      if (index !== null && lines.keyAt(index) !== activeKey) setActive(index);
    },
    onBlur: (event) => {
      if (grid.current?.contains(event.relatedTarget) === true) return;
      setHoldsFocus(false);
    },
    onClick: (event) => {
      const target = event.target as HTMLElement;
      const index = lineIndexOf(target);
      if (index === null || index >= lines.count || lines.isGroup(index)) return;
      const box = target.closest('input');
      if (target.closest('button') !== null) return;
      const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
      setActive(index);
      if (event.shiftKey) {
        const from = actions.clickAnchor?.() ?? -1;
        anchor.current ??= lines.keyAt(from) ?? lines.keyAt(index);
        extendTo(index);
      } else if (mod || box !== null) toggle(index);
      else {
        actions.clearSelection();
        anchor.current = lines.keyAt(index);
        actions.click(index);
      }
    },
  };
}

/** The first line that is no head of a group, as a rule. */
function firstIndex(lines: GridLines): number {
  return lines.count > 1 && lines.isGroup(0) ? 1 : 0;
}

/** The element of a line that takes the focus: the row of an article, the button of a group. */
function stopOf(grid: HTMLElement | null, index: number): HTMLElement | null {
  const row = grid?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  return row?.querySelector<HTMLElement>('[data-stop]') ?? row;
}

function lineIndexOf(target: EventTarget): number | null {
  const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
  return row === null ? null : Number(row.dataset.index);
}

/** Goes to the next (1) or previous (-1) button of a line; before the first one is the line itself. */
function focusInside(stop: HTMLElement | null, target: HTMLElement, step: 1 | -1): void {
  if (stop === null) return;
  const controls = [...stop.querySelectorAll<HTMLElement>('button, input')];
  const next = controls.indexOf(target) + step;
  if (next < 0) stop.focus();
  else controls[Math.min(next, controls.length - 1)]?.focus();
}

/** Goes up into the heads of the columns, if there are any. */
function focusHead(grid: HTMLElement | null): boolean {
  const head = grid?.querySelector<HTMLElement>('[data-grid-head] button') ?? null;
  head?.focus();
  return head !== null;
}
