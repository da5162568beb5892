import { expect, type Locator, type Page } from '@playwright/test';

/** The queue of suggestions. */
export function queue(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Suggestions' });
}

/** The line of the queue that keys act on. */
export function atLine(window: Page): Locator {
  return queue(window).locator('[data-at]');
}

/** Shows the queue by its key and waits until main has looked through all articles. */
export async function openReview(window: Page): Promise<void> {
  await window.keyboard.press('Control+8');
  const head = window.getByRole('region', { name: 'Review' });
  await expect(queue(window)).toBeFocused();
  await expect(head.getByText(/^Looking: /)).toHaveCount(0);
}

/** The button of a kind above the queue. */
export function kindButton(window: Page, name: string): Locator {
  return window
    .getByRole('group', { name: 'Kinds of suggestions' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}
