import { expect, type Locator, type Page } from '@playwright/test';

/** The table of annotations. */
export function evidenceGrid(window: Page): Locator {
  return window.getByRole('main').getByRole('grid', { name: 'Annotations' });
}

/** The row of an annotation, by its number: "1:2". */
export function evidenceRow(window: Page, number: string): Locator {
  return evidenceGrid(window).getByRole('row', { name: new RegExp(`^${number} `) });
}

/** Shows the table with its key; it has the keyboard then. */
export async function showEvidence(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+5');
  await expect(evidenceGrid(window).locator('[data-index]:focus, [data-index] :focus')).toHaveCount(
    1,
  );
  return evidenceGrid(window);
}

/** Waits until the view counts so many: "12 of 600 annotations". */
export async function evidenceCounted(window: Page, text: string): Promise<void> {
  await expect(window.getByRole('main').getByText(text, { exact: true })).toBeVisible();
}

/** Narrows the table to rows with these words. */
export async function filterEvidenceBy(window: Page, words: string): Promise<void> {
  const box = window.getByRole('main').getByRole('searchbox');
  await box.fill(words);
}

/** The figure of a row and a column of the statistics, as a button. */
export function figure(window: Page, row: string, column: string): Locator {
  return window.getByRole('main').getByRole('button', {
    name: new RegExp(`^[\\d,]+ passages?, ${row}, ${column}$`),
  });
}
