import { type RefObject, useEffect, useRef } from 'react';

/**
 * What Enter does in a dialog that nobody has chosen anything in: the button that is set off. `data-default` names it where it
 * is not the primary one, so that what removes something asks for a choice: there it is Cancel.
 *
 * The button takes the keyboard when the dialog opens, if no field does; where there are fields, Enter means it all the same on
 * the dialog itself, and the primary one on what is chosen with a click or the space bar. Forms have their own Enter. Wants the dialog's
 * content, a child of the element with the role.
 */
export function useDefaultButton(content: RefObject<HTMLElement | null>): void {
  const isOpen = useRef(false);
  // At each drawing: what a dialog asks may be worked out after it opened.
  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    const { activeElement } = element.ownerDocument;
    // What had the keyboard before has it until the dialog takes it, which it does after this.
    const isFree = !isOpen.current || activeElement === element.parentElement;
    isOpen.current = true;
    if (!isFree || element.contains(activeElement)) return;
    if (namedDefault(element) !== null || !hasFields(element)) defaultOf(element)?.focus();
  });
  useEffect(() => {
    const dialog = content.current?.parentElement;
    if (dialog === null || dialog === undefined) return;
    const abort = new AbortController();
    dialog.addEventListener('keydown', (event) => pressed(event, dialog), {
      signal: abort.signal,
    });
    return () => abort.abort();
  }, [content]);
}

function pressed(event: KeyboardEvent, dialog: HTMLElement): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  const { target } = event;
  const isChoice =
    target instanceof HTMLInputElement &&
    target.form === null &&
    (target.type === 'radio' || target.type === 'checkbox');
  if (target !== dialog && !isChoice) return;
  const button = isChoice ? primaryOf(dialog) : defaultOf(dialog);
  if (button === null) return;
  event.preventDefault();
  button.click();
}

function namedDefault(element: HTMLElement): HTMLElement | null {
  return element.querySelector('.dialog-buttons [data-default]');
}

function defaultOf(element: HTMLElement): HTMLElement | null {
  return namedDefault(element) ?? primaryOf(element);
}

function primaryOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector('.dialog-buttons .primary:not(:disabled)');
}

function hasFields(element: HTMLElement): boolean {
  return element.querySelector('input, select, textarea, [contenteditable]') !== null;
}
