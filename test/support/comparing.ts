import { expect, type Locator, type Page } from '@playwright/test';
import { articleRow } from './reading.ts';

/** The Desk's view of articles side by side. */
export function comparison(window: Page): Locator {
  return window.getByRole('region', { name: 'Comparison', exact: true });
}

/** The list of what they have in common. */
export function pairs(window: Page): Locator {
  return comparison(window).getByRole('listbox', { name: 'Pairs' });
}

/** The bands between two panes, by their letters. */
export function bands(window: Page, letters: string): Locator {
  return comparison(window)
    .getByRole('region', { name: `Pairs of ${letters}` })
    .getByRole('button');
}

/** How the wording of the chosen pair differs. */
export function wording(window: Page): Locator {
  return comparison(window).getByRole('region', { name: 'Differences of wording' });
}

/** Puts articles side by side from the Library, with keys alone. */
export async function compareByKeys(window: Page, titles: readonly RegExp[]): Promise<void> {
  for (const title of titles) {
    await articleRow(window, title).focus();
    await window.keyboard.press(' ');
  }
  await window.keyboard.press('Control+Alt+c');
  await expect(comparison(window).getByRole('document')).toHaveCount(titles.length);
}
