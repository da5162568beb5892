import { expect, type Locator, type Page } from '@playwright/test';
import { inspector } from './areas.ts';
import { typeInto, whenClosed } from './dialogs.ts';
import { selectWords } from './reading.ts';

/** Selects words with the mouse and presses the key that highlights them; waits until the Inspector shows them. */
export async function highlight(reader: Locator, words: string, key = 'h'): Promise<void> {
  const window = reader.page();
  await selectWords(reader, words);
  await window.keyboard.press(key);
  await expectInspected(window, words);
}

/** The first piece of a highlight that holds these words. */
export function highlightOf(reader: Locator, words: string): Locator {
  return reader.locator('[data-annotations]', { hasText: words }).first();
}

/** Puts a highlight before the analyst with a click. */
export async function clickHighlight(reader: Locator, words: string): Promise<void> {
  await highlightOf(reader, words).click();
}

/** Waits until the Inspector shows the annotation of just these words. */
export async function expectInspected(window: Page, words: string): Promise<void> {
  await expect(inspector(window).getByRole('blockquote').first()).toHaveText(words);
}

/** The tags on the annotation that is inspected, in their order. */
export function tagsShown(window: Page): Locator {
  return inspector(window)
    .getByRole('list', { name: 'Tags of this annotation' })
    .getByRole('listitem')
    .filter({ has: window.getByRole('button', { name: /^Take off the tag / }) });
}

/** Types into the dialog that the tag key opens, and chooses what comes first. */
export async function tag(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('t');
  const dialog = window.getByRole('dialog', { name: 'Tag' });
  await typeInto(dialog, typed);
  await window.keyboard.press('Enter');
  await whenClosed(dialog);
  await expect(window.locator('[role="document"]:focus')).toBeAttached();
}
