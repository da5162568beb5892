import { expect, type Locator, type Page } from '@playwright/test';

/** The marker of an annotation beside the text, by its number. */
export function marker(window: Page, number: string): Locator {
  return window
    .getByRole('toolbar', { name: 'Annotations beside the text' })
    .getByRole('button', { name: new RegExp(`^${number}\\b`) });
}

/** Draws a link with the mouse from one marker to another; `before`: the button of the mouse stays down. */
export async function dragMarker(
  window: Page,
  from: string,
  to: string,
  until: 'after' | 'before' = 'after',
): Promise<void> {
  const ends = await Promise.all([from, to].map((number) => middleOf(marker(window, number))));
  const [one, other] = ends;
  if (one === undefined || other === undefined) throw new Error('There are two ends.');
  await window.mouse.move(one.x, one.y);
  await window.mouse.down();
  await window.mouse.move(other.x, other.y, { steps: 8 });
  await expect(marker(window, to)).toHaveAttribute('data-link-target');
  if (until === 'after') await window.mouse.up();
}

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The table of links. */
export function linksGrid(window: Page): Locator {
  return window.getByRole('grid', { name: 'Links' });
}

/** The first row of the table with that number at one of its ends. */
export function linkRow(window: Page, number: string): Locator {
  return linksGrid(window)
    .getByRole('row', { name: new RegExp(`\\b${number}\\b`) })
    .first();
}
