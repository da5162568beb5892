import { expect, type Page } from '@playwright/test';
import { hasKeyboard, keyboardBack } from './dialogs.ts';

/**
 * Runs a command by words of its name in the palette, which must offer it first then. When this is done, the palette has
 * gone and given the keyboard back; what the command opens may still be on its way.
 */
export async function command(window: Page, words: string): Promise<void> {
  // Keys do nothing before the project is on the screen.
  await window.getByRole('main', { name: 'Desk' }).waitFor();
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Search or run a command' });
  await hasKeyboard(palette);
  await window.keyboard.type(words);
  await expect(palette.getByRole('option').first()).toContainText(words, { ignoreCase: true });
  await window.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
  await keyboardBack(window);
}
