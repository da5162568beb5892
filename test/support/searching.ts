import { expect, type Locator, type Page } from '@playwright/test';

export function searchBox(window: Page): Locator {
  return window.getByRole('searchbox', { name: 'Search project' });
}

/** The articles that a search found; its options are the rows. */
export function searchResults(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Search results' });
}

export function concordance(window: Page): Locator {
  return window.getByRole('grid', { name: 'Concordance' });
}

/** The lines of the concordance that are drawn, without its head. */
export function concordanceLines(window: Page): Locator {
  return concordance(window)
    .getByRole('row')
    .filter({ has: window.getByRole('gridcell') });
}

/** Goes to the search by its key and types a query over the one that stands there. */
export async function searchFor(window: Page, query: string): Promise<void> {
  await window.keyboard.press('Control+Shift+F');
  await expect(searchBox(window)).toBeFocused();
  await searchBox(window).fill(query);
}

/** Searches, and waits until so many articles are found: the catalogue may still be reading texts. */
export async function expectFound(window: Page, query: string, articles: number): Promise<void> {
  await searchFor(window, query);
  const count = `${articles.toLocaleString('en-GB')} ${articles === 1 ? 'article' : 'articles'}`;
  await expect(window.locator('.search-count')).toHaveText(count);
}
