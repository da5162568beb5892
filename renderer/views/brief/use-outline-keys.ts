import type { KeyboardEvent } from 'react';
import {
  goToSection,
  type OutlineLine,
  shiftSectionBy,
  showSection,
  stepSection,
} from '../../session/writing/brief-outline.ts';
import { useSession } from '../parts/session-context.ts';

/**
 * Keys of the outline, after the pattern "tree" of the ARIA authoring practices, with the focus on the tree: arrows, Home
 * and End move, right and left open and fold up, Space shows the section, Enter goes to it. With Alt, up and down move the section, right
 * and left set it deeper or less deep.
 */
export function useOutlineKeys(options: {
  readonly lines: readonly OutlineLine[];
  readonly activeIndex: number;
  setActive(key: string): void;
  fold(key: string, isFolded: boolean): void;
  /** Why a section could not be moved; `null`: it was, or another key was pressed. */
  setRefusal(why: string | null): void;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const { lines, activeIndex } = options;
  const line = lines[activeIndex];
  const goTo = (index: number): void => {
    const next = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (next !== undefined) options.setActive(next.key);
  };
  const goIn = (): void => {
    if (line?.isOpen === false) options.fold(line.key, false);
    else if (line?.isOpen === true) goTo(activeIndex + 1);
  };
  const goOut = (): void => {
    if (line?.isOpen === true) options.fold(line.key, true);
    else if (line !== undefined) {
      const above = lines.findLastIndex(
        ({ depth }, index) => index < activeIndex && depth < line.depth,
      );
      if (above >= 0) goTo(above);
    }
  };
  const withAlt = (key: string, { at, key: name }: OutlineLine): boolean => {
    // The same line stays meant wherever it goes.
    options.setActive(name);
    const act = {
      ArrowUp: stepSection,
      ArrowDown: stepSection,
      ArrowRight: shiftSectionBy,
      ArrowLeft: shiftSectionBy,
    }[key];
    if (act === undefined) return false;
    options.setRefusal(act(session, at, key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1));
    return true;
  };
  const plain = new Map<string, () => void>([
    ['ArrowUp', () => goTo(activeIndex - 1)],
    ['ArrowDown', () => goTo(activeIndex + 1)],
    ['ArrowRight', goIn],
    ['ArrowLeft', goOut],
    ['Home', () => goTo(0)],
    ['End', () => goTo(lines.length - 1)],
    [' ', () => line !== undefined && showSection(session, line.at)],
    ['Enter', () => line !== undefined && goToSection(session, line.at)],
  ]);
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || line === undefined) return;
    if (event.altKey) {
      if (!withAlt(event.key, line)) return;
    } else {
      const act = plain.get(event.key);
      if (act === undefined) return;
      options.setRefusal(null);
      act();
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
