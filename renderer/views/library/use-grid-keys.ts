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
import type { ArticleId } from '../../../app/record/ids.ts';
import { type LibraryLine, lineLeft, lineTyped } from '../../session/library-lines.ts';
import {
  articlesBetween,
  articlesOf,
  clearSelection,
  select,
  toggleSelected,
} from '../../session/library-selection.ts';
import { moveToTrash } from '../../session/library-trash.ts';
import { toggleGroup } from '../../session/library-view.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

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

/**
 * Keys and clicks of a virtual grid, after the pattern "grid" of the ARIA authoring practices: arrows, Home, End and
 * pages move; with Shift they select; Space selects, Control and A all; letters go to a title; Enter opens, with Shift
 * beside; right goes into a line, left out of it and to its group. One line at a time can be reached with Tab.
 */
export function useGridKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly lines: readonly LibraryLine[];
  reveal(index: number): void;
  pageSize(): number;
}): GridKeys {
  const session = useSession();
  const { grid, lines, reveal, pageSize } = options;
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [holdsFocus, setHoldsFocus] = useState(false);
  const indexOf = (key: string): number => lines.findIndex((line) => line.key === key);
  const before = useRef<{ lines: readonly LibraryLine[]; index: number }>({ lines, index: 0 });
  const activeIndex = useMemo(() => {
    if (activeKey === null) return lines[0]?.kind === 'group' && lines.length > 1 ? 1 : 0;
    const found = lines.findIndex(({ key }) => key === activeKey);
    return found >= 0 ? found : lineLeft(before.current.lines, before.current.index, lines);
  }, [lines, activeKey]);
  before.current = { lines, index: activeIndex };
  const filter = useSessionState((state) => state.library.filter);
  // Who typed into the filter means the first of what it found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each letter anew
  useEffect(() => setActiveKey(null), [filter]);
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

  const goTo = (index: number): void => {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (line === undefined) return;
    wantsFocus.current = true;
    setActiveKey(line.key);
    reveal(lines.indexOf(line));
    // The same line again: nothing is drawn anew, so the focus is put there now.
    if (line.key === lines[activeIndex]?.key) {
      const stop = stopOf(grid.current, activeIndex);
      if (stop !== null) {
        wantsFocus.current = false;
        stop.focus({ preventScroll: true });
      }
    }
  };
  const extendTo = (index: number): void => {
    const to = Math.max(0, Math.min(index, lines.length - 1));
    anchor.current ??= lines[activeIndex]?.key ?? null;
    const begun = anchor.current === null ? -1 : indexOf(anchor.current);
    const from = begun === -1 ? to : begun;
    select(session, articlesBetween(lines, from, to));
    goTo(to);
  };
  const move = (index: number, event: KeyboardEvent): void => {
    if (event.shiftKey) extendTo(index);
    else {
      anchor.current = null;
      goTo(index);
    }
  };
  const open = (id: ArticleId, beside: boolean): void => {
    session.panes.open(id, { focus: true, beside });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const line = lines[activeIndex];
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
        move(lines.length - 1, event);
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
        if (line?.kind === 'group') {
          if (line.isOpen) goTo(activeIndex + 1);
          else toggleGroup(session, line.group.id);
        } else focusInside(stop, target, 1);
        return;
      case 'ArrowLeft':
        done();
        if (inside) focusInside(stop, target, -1);
        else if (line?.kind === 'group' && line.isOpen) toggleGroup(session, line.group.id);
        else if (line?.kind === 'article' && line.groupKey !== null) {
          goTo(indexOf(line.groupKey));
        }
        return;
      case 'Escape':
        if (inside) {
          done();
          stop?.focus();
        } else if (session.get().library.selected.size > 0) {
          done();
          clearSelection(session);
        }
        return;
      case 'Enter':
        if (inside || line?.kind !== 'article') return;
        done();
        open(line.item.id, event.shiftKey);
        return;
      case ' ':
        if (inside) return;
        // In the middle of a title that is being typed it is a letter like others.
        if (isTyping(event.timeStamp)) {
          done();
          goToTyped(' ', event.timeStamp);
          return;
        }
        if (line?.kind !== 'article') return;
        done();
        if (event.shiftKey) extendTo(activeIndex);
        else {
          toggleSelected(session, line.item.id);
          anchor.current = line.key;
        }
        return;
      case 'Delete':
        if (inside || session.get().library.place === 'trash') return;
        done();
        if (session.store.project.readOnly !== null) {
          session.say(session.store.project.readOnly);
          return;
        }
        moveToTrash(session, whatIsMeant());
        return;
      default:
    }
    if (mod && event.key.toLowerCase() === 'a' && !event.shiftKey) {
      done();
      select(session, allArticles(lines));
      return;
    }
    if (!mod && !inside && /^[\p{L}\p{N}]$/u.test(event.key)) {
      done();
      goToTyped(event.key, event.timeStamp);
    }
  };

  const whatIsMeant = () => {
    const { selected } = session.get().library;
    const line = lines[activeIndex];
    if (line?.kind !== 'article') return [];
    return articlesOf(session, selected.has(line.item.id) ? selected : [line.item.id]);
  };
  const isTyping = (at: number): boolean => at - typed.current.at <= typingPause;
  const goToTyped = (letter: string, at: number): void => {
    const fresh = !isTyping(at);
    typed.current = { text: fresh ? letter : typed.current.text + letter, at };
    const from = fresh ? activeIndex + 1 : activeIndex;
    const index = lineTyped(lines, from, typed.current.text);
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
      const line = index === null ? undefined : lines[index];
      if (line !== undefined && line.key !== activeKey) setActiveKey(line.key);
    },
    onBlur: (event) => {
      if (grid.current?.contains(event.relatedTarget) === true) return;
      setHoldsFocus(false);
    },
    onClick: (event) => {
      const target = event.target as HTMLElement;
      const index = lineIndexOf(target);
      const line = index === null ? undefined : lines[index];
      if (line?.kind !== 'article' || index === null) return;
      const box = target.closest('input');
      if (target.closest('button') !== null) return;
      const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
      setActiveKey(line.key);
      if (event.shiftKey) {
        anchor.current ??= lines[lastOpened(lines, session.activeArticle()?.id)]?.key ?? line.key;
        extendTo(index);
      } else if (mod || box !== null) {
        toggleSelected(session, line.item.id);
        anchor.current = line.key;
      } else {
        clearSelection(session);
        anchor.current = line.key;
        open(line.item.id, false);
      }
    },
  };
}

function allArticles(lines: readonly LibraryLine[]): ArticleId[] {
  // Groups that are folded up count: what is selected is what the filter leaves.
  return lines.flatMap((line) => {
    if (line.kind === 'article') return [line.item.id];
    return line.isOpen ? [] : line.group.items.map(({ id }) => id);
  });
}

function lastOpened(lines: readonly LibraryLine[], id: ArticleId | undefined): number {
  return lines.findIndex((line) => line.kind === 'article' && line.item.id === id);
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
