import { expect, type Page } from '@playwright/test';

/** Waits until the keyboard acts on something: the focus is never lost to the page as a whole. */
export async function focusHeld(window: Page): Promise<void> {
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.tagName ?? 'nothing'))
    .not.toMatch(/^(BODY|HTML|nothing)$/);
}
