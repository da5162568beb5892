import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { highlight, highlightOf } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said } from '../support/areas.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { articleRow, openArticle, openBeside, pane, selectWords } from '../support/reading.ts';

test('keys and Inspector follow the pane that has the keyboard, and no other', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  const lantern = await openBeside(window, sample.lantern);
  await highlight(lantern, '3.9 billion crowns');
  const quote = inspector(window).getByRole('blockquote');
  await expect(quote).toHaveText('3.9 billion crowns');

  await window.keyboard.press('Control+Enter');
  await expect(readout).toBeFocused();
  await expect(quote).toHaveText('31 kilometres');
  await window.keyboard.press('Delete');
  await said(window, 'Removed annotation 1:1');
  await expect(readout.locator('[data-annotations]')).toHaveCount(0);
  await expect(lantern.locator('[data-annotations]')).toHaveCount(1);
});

test('a drag begins where it is pressed, whatever was selected there before', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  const lantern = await openBeside(window, sample.lantern);
  await selectWords(readout, 'forty minutes');
  await selectWords(lantern, '3.9 billion crowns');
  await selectWords(readout, 'fourteen boreholes');
  await window.keyboard.press('h');
  const quote = inspector(window).getByRole('blockquote');
  await expect(quote).toHaveText('fourteen boreholes');
  // The same from a field beside the text, with words selected in it.
  await selectWords(readout, '31 kilometres');
  await window
    .getByRole('searchbox', { name: /^Filter/ })
    .first()
    .click();
  await selectWords(readout, 'forty minutes');
  await window.keyboard.press('h');
  await expect(quote).toHaveText('forty minutes');
});

test('a claim leaves the Inspector when an article is opened', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await window.keyboard.press('c');
  await window.getByRole('button', { name: 'Make claim' }).click();
  await window.getByRole('button', { name: 'Claims', exact: true }).click();
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await expect(inspector(window).getByRole('textbox', { name: 'Wording' })).toBeVisible();
  await openArticle(window, sample.lantern);
  await expect(inspector(window).getByRole('textbox', { name: 'Outlet' })).toHaveValue(
    'The Evening Lantern',
  );
});

/** How far the pane that shows a text is scrolled, in pixels. */
function scrolled(text: Locator): Promise<number> {
  return text.evaluate((element) => element.closest('.reader')?.scrollTop ?? -1);
}

test('one article in two panes: what is highlighted, tagged and undone in one is in both, each scrolls by itself', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'long.txt');
  const paragraphs = Array.from(
    { length: 80 },
    (_, index) => `Paragraph ${index} says that ferry ${index} left the harbour at noon.`,
  );
  await writeFile(file, `The long story\n\n${paragraphs.join('\n\n')}\n`);
  const args = ['--project', join(folder, 'project'), '--import', file];
  const { window } = await start({ args });
  await articlesCounted(window, 1);
  await openArticle(window, 'The long story');
  const row = articleRow(window, 'The long story');
  await row.hover();
  await row.getByRole('button', { name: /Open beside/ }).click();
  const panes = pane(window, 'The long story');
  await expect(panes).toHaveCount(2);
  const [left, right] = [panes.nth(0), panes.nth(1)];
  await expect(right).toBeFocused();

  await highlight(right, 'ferry 2 left');
  for (const one of [left, right]) await expect(highlightOf(one, 'ferry 2 left')).toBeVisible();
  await highlight(left, 'ferry 4 left');
  for (const one of [left, right]) await expect(highlightOf(one, 'ferry 4 left')).toBeVisible();

  await window.keyboard.press('Control+z');
  for (const one of [left, right]) {
    await expect(highlightOf(one, 'ferry 4 left')).toHaveCount(0);
    await expect(highlightOf(one, 'ferry 2 left')).toBeVisible();
  }
  await window.keyboard.press('Control+Shift+z');
  for (const one of [left, right]) await expect(highlightOf(one, 'ferry 4 left')).toBeVisible();

  const before = await scrolled(left);
  await right.press('Control+End');
  await expect.poll(() => scrolled(right)).toBeGreaterThan(before + 500);
  expect(await scrolled(left)).toBe(before);
  await highlight(right, 'ferry 79 left');
  await expect(highlightOf(left, 'ferry 79 left')).toBeAttached();
  expect(await scrolled(left)).toBe(before);
});

test('two texts stand side by side where the Desk has room for them, below each other where it has not', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await openArticle(window, sample.readout);
  await openBeside(window, sample.agency);
  const panes = window.getByRole('region', { name: /^Pane: / });
  const places = async () => {
    const [one, other] = [await panes.first().boundingBox(), await panes.last().boundingBox()];
    if (one === null || other === null) throw new Error('A text is not drawn.');
    return { one, other };
  };
  await window.setViewportSize({ width: 1300, height: 800 });
  await expect.poll(async () => (await places()).one.y === (await places()).other.y).toBe(true);
  await window.setViewportSize({ width: 900, height: 600 });
  await expect.poll(async () => (await places()).one.x === (await places()).other.x).toBe(true);
  const { one, other } = await places();
  expect(other.y).toBeGreaterThanOrEqual(one.y + one.height);
  expect(Math.min(one.width, other.width)).toBeGreaterThan(300);
});
