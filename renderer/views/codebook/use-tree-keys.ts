import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import { giveKey, setCodebook } from '../../session/codebook/codebook.ts';
import type { CodebookLine } from '../../session/codebook/codebook-lines.ts';
import { fold, stepTag, type TagStep } from '../../session/codebook/codebook-moves.ts';
import {
  activeTag,
  beginNewTag,
  beginRename,
  isReadOnly,
  meantTags,
  selectTags,
  toggleTagSelected,
} from '../../session/codebook/codebook-selection.ts';
import { filterByTag } from '../../session/codebook/tag-filter.ts';
import { useSession } from '../parts/session-context.ts';

const steps: Readonly<Record<string, TagStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Whether a letter is meant with Shift: with capitals locked it is a capital without. */
export function isShifted(event: KeyboardEvent): boolean {
  if (event.getModifierState('CapsLock')) return event.shiftKey;
  return event.key !== event.key.toLowerCase();
}

/**
 * Keys of the codebook, after the pattern "tree" of the ARIA authoring practices, with the focus on the tree: arrows, Home,
 * End and pages move, right and left open and fold up; with Shift they select, Space selects, Control and A all. With Alt
 * the arrows move the tag itself. Letters and digits do what the buttons below the tree do, Shift+F10 and
 * the menu key open the menu of a tag.
 */
export function useTreeKeys(options: {
  readonly lines: readonly CodebookLine[];
  readonly activeIndex: number;
  readonly tree: RefObject<HTMLElement | null>;
  reveal(index: number): void;
  pageSize(): number;
  /** The menu of the line that has the keyboard. */
  openMenu(): void;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const { lines, activeIndex } = options;
  /** Where a selection with Shift begins. */
  const anchor = useRef<TagId | null>(null);

  const tagAt = (index: number) => {
    const line = lines[index];
    return line?.kind === 'tag' ? line.tag : null;
  };
  const goTo = (index: number, direction: 1 | -1): void => {
    let at = Math.max(0, Math.min(index, lines.length - 1));
    // The line of a name that is being typed is no tag yet.
    if (lines[at]?.kind === 'new') at += direction;
    const tag = tagAt(at);
    if (tag === null) return;
    setCodebook(session, { active: tag.id });
    options.reveal(at);
  };
  const move = (index: number, direction: 1 | -1, event: KeyboardEvent): void => {
    const from = tagAt(activeIndex)?.id ?? null;
    if (!event.shiftKey) anchor.current = null;
    else anchor.current ??= from;
    goTo(index, direction);
    if (anchor.current === null) return;
    const { active } = session.get().codebook;
    const ends = [anchor.current, active].map((id) => lines.findIndex(({ key }) => key === id));
    const between = lines.slice(Math.min(...ends), Math.max(...ends) + 1);
    selectTags(
      session,
      between.flatMap((line) => (line.kind === 'tag' ? [line.tag.id] : [])),
    );
  };
  const ask = (kind: 'tag' | 'merge-tags' | 'split-tag' | 'remove-tags'): void => {
    if (isReadOnly(session)) return;
    const tags = meantTags(session);
    const [first] = tags;
    if (first === undefined) return;
    if (kind === 'tag' || kind === 'split-tag') session.openDialog({ kind, tagId: first.id });
    else session.openDialog({ kind, tagIds: tags.map(({ id }) => id) });
  };

  /** Arrows, Home, End and pages. */
  const onMove = (event: KeyboardEvent): boolean => {
    const line = lines[activeIndex];
    switch (event.key) {
      case 'ArrowDown':
        move(activeIndex + 1, 1, event);
        return true;
      case 'ArrowUp':
        move(activeIndex - 1, -1, event);
        return true;
      case 'Home':
        move(0, 1, event);
        return true;
      case 'End':
        move(lines.length - 1, -1, event);
        return true;
      case 'PageDown':
        move(activeIndex + options.pageSize(), 1, event);
        return true;
      case 'PageUp':
        move(activeIndex - options.pageSize(), -1, event);
        return true;
      case 'ArrowRight':
        if (line?.kind !== 'tag' || line.isOpen === null) return true;
        if (line.isOpen) goTo(activeIndex + 1, 1);
        else fold(session, line.tag.id, false);
        return true;
      case 'ArrowLeft':
        if (line?.kind !== 'tag') return true;
        if (line.isOpen === true && session.get().codebook.find === '') {
          fold(session, line.tag.id, true);
        } else {
          const above = lines.findLastIndex(
            ({ level }, index) => index < activeIndex && level < line.level,
          );
          if (above >= 0) goTo(above, -1);
        }
        return true;
      default:
        return false;
    }
  };

  /** What the buttons below the tree do. */
  const onLetter = (event: KeyboardEvent): boolean => {
    const tag = activeTag(session);
    switch (event.key) {
      case 'n':
      case 'N':
        beginNewTag(session, isShifted(event) ? 'below' : 'after');
        return true;
      case 'F2':
        if (tag !== null) beginRename(session, tag);
        return true;
      case 'Enter':
        ask('tag');
        return true;
      case 'm':
        ask('merge-tags');
        return true;
      case 's':
        ask('split-tag');
        return true;
      case 'Delete':
      case 'Backspace':
        ask('remove-tags');
        return true;
      case 'f':
        if (tag !== null) filterByTag(session, tag);
        return true;
      case ' ':
        if (tag !== null) toggleTagSelected(session, tag.id);
        anchor.current = tag?.id ?? null;
        return true;
      default:
        if (!/^[0-9]$/.test(event.key) || tag === null) return false;
        if (isReadOnly(session)) return true;
        if (event.key !== '0') giveKey(session, tag, Number(event.key));
        else if (tag.key !== null) giveKey(session, tag, null);
        return true;
    }
  };

  return (event) => {
    if (event.nativeEvent.isComposing || event.target !== options.tree.current) return;
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const step = steps[event.key];
    if (event.altKey) {
      const tag = activeTag(session);
      if (step === undefined || mod || tag === null) return;
      done();
      if (!isReadOnly(session)) stepTag(session, tag.id, step);
      return;
    }
    if (mod) {
      if (event.key.toLowerCase() !== 'a' || event.shiftKey) return;
      done();
      selectTags(
        session,
        lines.flatMap((line) => (line.kind === 'tag' ? [line.tag.id] : [])),
      );
      return;
    }
    if (event.key === 'Escape' && session.get().codebook.selected.size > 0) {
      done();
      selectTags(session, []);
      return;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      done();
      options.openMenu();
      return;
    }
    if (onMove(event) || onLetter(event)) done();
  };
}
