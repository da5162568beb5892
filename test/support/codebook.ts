import { expect, type Locator, type Page } from '@playwright/test';

/** Shows the codebook by its key; the tree, or what an empty one offers, has the keyboard then. */
export async function showCodebook(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+Alt+k');
  const region = window.getByRole('region', { name: 'Codebook' });
  await region.waitFor();
  return region;
}

export async function showArticles(window: Page): Promise<void> {
  await window.getByRole('tab', { name: 'Articles' }).click();
  await window.getByRole('grid', { name: 'Articles' }).waitFor();
}

export function tagTree(window: Page): Locator {
  return window.getByRole('tree', { name: 'Tags' });
}

/** The line of a tag: its accessible name begins with the tag's. */
export function tagLine(window: Page, name: string): Locator {
  return tagTree(window)
    .locator('.tag-line')
    .filter({
      has: window.locator('.tag-name', { hasText: new RegExp(`^${name}$`) }),
    });
}

/** The tags that are listed, each with its level: `2 figure`. */
async function listedTags(window: Page): Promise<readonly string[]> {
  return tagTree(window)
    .getByRole('treeitem')
    .evaluateAll((lines) =>
      lines.map(
        (line) =>
          `${line.getAttribute('aria-level')} ${line.querySelector('.tag-name')?.textContent}`,
      ),
    );
}

export async function expectTags(window: Page, tags: readonly string[]): Promise<void> {
  await expect.poll(() => listedTags(window)).toEqual(tags);
}

/** Puts the keyboard on a tag, with a click as a person does. */
export async function goToTag(window: Page, name: string): Promise<void> {
  await tagLine(window, name).click();
  await expect(tagTree(window)).toBeFocused();
}

/**
 * Makes a tag by key, after the one that has the keyboard (`n`) or below it (`N`), or the first one from the button that
 * an empty codebook begins with (`Enter`).
 */
export async function makeTag(window: Page, key: 'n' | 'N' | 'Enter', name: string): Promise<void> {
  await window.keyboard.press(key);
  const field = window.getByRole('textbox', { name: 'Name of the new tag' });
  await expect(field).toBeFocused();
  await field.fill(name);
  await field.press('Enter');
  await expect(tagLine(window, name)).toBeVisible();
  await expect(tagTree(window)).toBeFocused();
}
