import { expect, type Locator, type Page } from '@playwright/test';
import { whenClosed } from './dialogs.ts';

/** The table of claims and articles. */
export function matrixGrid(window: Page): Locator {
  return window.getByRole('grid', { name: 'Claims and articles' });
}

/** The cell with the keyboard. */
export function activeCell(window: Page): Locator {
  return matrixGrid(window).locator('[data-active]');
}

/** Answers the dialog for a new claim. */
export async function newClaim(window: Page, wording: string): Promise<void> {
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await whenClosed(dialog);
  await expect(matrixGrid(window)).toBeFocused();
}

/** From an empty project on, keys alone: the matrix with its first claim. */
export async function firstClaim(window: Page, wording: string): Promise<void> {
  await window.keyboard.press('Control+Alt+m');
  await expect(window.getByRole('button', { name: 'New claim…' })).toBeFocused();
  await window.keyboard.press('Enter');
  await newClaim(window, wording);
}

/** Goes to the cell of an outlet in the present row, from its beginning, by arrow keys. */
export async function goToColumn(window: Page, name: RegExp): Promise<void> {
  await window.keyboard.press('Home');
  for (let step = 0; step < 12; step += 1) {
    await window.keyboard.press('ArrowRight');
    if (name.test((await activeCell(window).textContent()) ?? '')) return;
  }
  throw new Error('There is no such column.');
}

/** Searches the articles of the cell with the keyboard and waits for what is found. */
export async function searchHere(window: Page): Promise<void> {
  await window.keyboard.press('e');
  await expect(window.locator('[data-focus-name="matrix-side"]')).toBeFocused();
  await expect(window.getByText(/sentences? ha(s|ve) some|No sentence of it/)).toBeVisible();
}
