import { expect, type Locator, type Page } from '@playwright/test';

/** The drawing, which takes the keys. */
export function graphFrame(window: Page): Locator {
  return window.getByRole('application', { name: /^Graph of links/ });
}

/** Shows the graph by key and waits until it is laid out. */
export async function showGraph(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+Alt+g');
  const frame = graphFrame(window);
  await expect(frame).toBeFocused();
  await graphSettled(window);
  return frame;
}

/** Waits until the layout rests. */
export async function graphSettled(window: Page): Promise<void> {
  await expect(graphFrame(window)).toHaveAttribute('data-progress', 'settled');
}

/** Waits until the graph says that it has so many points and lines. */
export async function graphCounted(window: Page, text: string): Promise<void> {
  await expect(window.locator('.graph-count')).toHaveText(text);
}

/** What the point that the keyboard is on is joined to, by relation and number, as the list beside the drawing says it. */
export async function neighboursShown(window: Page): Promise<readonly string[]> {
  const items = window.getByRole('list', { name: 'Neighbours' }).getByRole('button');
  const texts = await items.evaluateAll((buttons) =>
    buttons.map((button) =>
      ['.graph-relation', '.graph-sign']
        .map((part) => button.querySelector(part)?.textContent ?? '')
        .join(' '),
    ),
  );
  return texts;
}
