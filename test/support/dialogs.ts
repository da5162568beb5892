import { expect, type Locator, type Page } from '@playwright/test';
import { focusHeld } from './focus.ts';

/**
 * Waits until a dialog has the keyboard. It gets it a moment after it was drawn: on a busy machine a key that is pressed
 * as soon as the dialog is seen goes to what had the focus before.
 */
export async function hasKeyboard(dialog: Locator): Promise<void> {
  await expect(dialog.and(dialog.page().locator(':focus-within'))).toHaveCount(1);
}

/** Types words into the field with which a dialog begins. */
export async function typeInto(dialog: Locator, words: string): Promise<void> {
  await expect(dialog.locator('input:focus, textarea:focus, [contenteditable]:focus')).toHaveCount(
    1,
  );
  await dialog.page().keyboard.type(words);
}

/** Presses a key in a dialog, as soon as it is heard there. */
export async function pressIn(dialog: Locator, key: string): Promise<void> {
  await hasKeyboard(dialog);
  await dialog.page().keyboard.press(key);
}

/** Waits until a dialog is gone and keys act on what had them before it. */
export async function whenClosed(dialog: Locator): Promise<void> {
  await dialog.waitFor({ state: 'detached' });
  await keyboardBack(dialog.page());
}

/** Gives a dialog up by its key. */
export async function closeWithEscape(dialog: Locator): Promise<void> {
  await pressIn(dialog, 'Escape');
  await whenClosed(dialog);
}

/** Waits until the focus has come to rest: it goes back in the frame after a dialog or a menu has gone. */
export async function keyboardBack(window: Page): Promise<void> {
  await window.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  await focusHeld(window);
}
