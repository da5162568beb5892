import { expect, type Page } from '@playwright/test';

/** Runs a command by its name in the palette. The words must be those of the first one that the palette offers then. */
export async function command(window: Page, words: string): Promise<void> {
  // Keys do nothing before the project is on the screen.
  await window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').waitFor();
  await window.keyboard.type(words);
  await expect(window.getByRole('option').first()).toContainText(words);
  await window.keyboard.press('Enter');
}
