import { expect, type Locator, type Page } from '@playwright/test';

/** What is selected, and what can be said of it. */
export function inspector(window: Page): Locator {
  return window.getByRole('complementary', { name: 'Inspector' });
}

/** Saved or not, and the last thing said. */
export function statusLine(window: Page): Locator {
  return window.getByRole('region', { name: 'Status' });
}

/** Waits until the project has so many articles, as the status line counts them. */
export async function articlesCounted(window: Page, count: number): Promise<void> {
  const words = count === 1 ? '1 article ' : `${count.toLocaleString('en-GB')} articles`;
  await expect(statusLine(window)).toContainText(words);
}

/** Waits until the last thing said to the analyst is this. */
export async function said(window: Page, text: string | RegExp): Promise<void> {
  await expect(statusLine(window).getByRole('status')).toContainText(text);
}

/** Shows a view in the Desk by the button above it. */
export async function showView(
  window: Page,
  name: 'Read' | 'Claims' | 'Links' | 'Search' | 'Brief',
): Promise<void> {
  const views = window.getByRole('navigation', { name: 'Views' });
  await views.getByRole('button', { name, exact: true }).click();
}
