import { type InputHTMLAttributes, type KeyboardEvent, useCallback, useId, useState } from 'react';
import type { ChoiceItem } from '../parts/choice-list.tsx';

/** What a field offers while it is typed into. */
export interface OfferedChoices {
  /** Of the field's element; what belongs to the list is named after it. */
  readonly id: string;
  readonly isOpen: boolean;
  /** Empty while the list is closed. */
  readonly choices: readonly ChoiceItem[];
  /** Which of them Enter takes; -1: none. */
  readonly marked: number;
  /** What tells the field's element, and whoever hears it, of the list. */
  readonly attributes: InputHTMLAttributes<HTMLInputElement>;
  /** Something was typed: the list opens with no line marked. */
  readonly open: () => void;
  /** Closes the list, and remembers which line was marked. Always the same function. */
  readonly hide: () => void;
  readonly close: () => void;
  /** Up and Down open the list and mark its lines, round and round; Enter and Escape are the field's. */
  readonly onKeyDown: (
    event: KeyboardEvent,
    field: {
      readonly onEnter: (event: KeyboardEvent) => void;
      readonly onEscape: (event: KeyboardEvent) => void;
    },
  ) => void;
}

/**
 * The list below a field, and its keys.
 *
 * @param offer what the field offers for what stands in it; asked once for each drawing while the list is open, and when a
 * key opens it
 */
export function useOfferedChoices(offer: () => readonly ChoiceItem[]): OfferedChoices {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const choices = isOpen ? offer() : [];
  const hasList = choices.length > 0;
  const hide = useCallback(() => setOpen(false), []);
  const mark = (index: number): void => {
    setOpen(true);
    const { length } = isOpen ? choices : offer();
    setMarked(length === 0 ? -1 : (index + length) % length);
  };
  return {
    id,
    isOpen,
    choices,
    marked,
    attributes: {
      id,
      role: 'combobox',
      'aria-expanded': hasList,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': hasList && marked >= 0 ? `${id}-${marked}` : undefined,
      autoComplete: 'off',
    },
    open: () => {
      setOpen(true);
      setMarked(-1);
    },
    hide,
    close: () => {
      setOpen(false);
      setMarked(-1);
    },
    onKeyDown: (event, { onEnter, onEscape }) => {
      if (event.nativeEvent.isComposing) return;
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp':
          event.preventDefault();
          mark(event.key === 'ArrowDown' ? marked + 1 : Math.max(0, marked) - 1);
          return;
        case 'Enter':
          onEnter(event);
          return;
        case 'Escape':
          onEscape(event);
          return;
        default:
      }
    },
  };
}
