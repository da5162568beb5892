import { expect, type Page } from '@playwright/test';

/** Runs a command by its name in the palette. The words must be those of the first one that the palette offers then. */
export async function command(window: Page, words: string): Promise<void> {
  // Keys do nothing before the project is on the screen.
  await window.getByRole('main', { name: 'Desk' }).waitFor();
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog', { name: 'Search or run a command' });
  await palette.getByRole('combobox').waitFor();
  await window.keyboard.type(words);
  await expect(palette.getByRole('option').first()).toContainText(words);
  await window.keyboard.press('Enter');
}
