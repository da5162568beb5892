import { expect, type Locator, type Page } from '@playwright/test';

/** The bars' signs beside the text: one button a passage. */
export function passageSigns(window: Page): Locator {
  return window
    .getByRole('toolbar', { name: 'Parallel passages beside the text' })
    .getByRole('button');
}

/** Waits until the program has found passages of the open article, and marked them. */
export async function passagesMarked(window: Page): Promise<void> {
  await expect(passageSigns(window).first()).toBeVisible();
}

/** The open article's list in the Inspector. */
export function parallelsList(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Parallel passages' });
}

/** The clusters of the project. */
export function clusterList(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Clusters' });
}

/** The passages of the open cluster. */
export function clusterTable(window: Page): Locator {
  return window.getByRole('grid', { name: 'Passages of the cluster' });
}
