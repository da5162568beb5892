import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { said, showView } from '../support/areas.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';

/** How far below the upper edge of its area a line of the brief stands, and whether it is seen. */
async function heightOf(window: Page, words: string): Promise<number> {
  const line = window
    .getByRole('textbox', { name: 'Text of the brief' })
    .getByText(words, { exact: true });
  const [box, area] = await Promise.all([
    line.boundingBox(),
    window.locator('.brief-scroll').boundingBox(),
  ]);
  if (box === null || area === null) throw new Error(`“${words}” is not there.`);
  return box.y - area.y;
}

test('I32, I35, I36: a brief stands where it was left, its outline keeps the keyboard, a comment that is left is kept', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(`${folder}/project`) });
  const { keyboard } = window;
  await whenSampleIsThere(window);
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.focus();
  await keyboard.type('# Cost');
  await keyboard.press('Enter');
  for (let at = 0; at < 60; at += 1) {
    await keyboard.insertText(`Line ${at} of the brief.`);
    await keyboard.press('Enter');
  }
  for (const heading of ['## By year', '# Date', '## Opening']) {
    await keyboard.type(heading);
    await keyboard.press('Enter');
  }

  await test.step('I32 the caret and what is seen, after the reader and after another brief', async () => {
    await text.getByText('Line 30 of the brief.').click();
    await keyboard.press('Home');
    const height = await heightOf(window, 'Line 30 of the brief.');
    const near = async (): Promise<void> =>
      expect
        .poll(async () => Math.abs((await heightOf(window, 'Line 30 of the brief.')) - height))
        .toBeLessThan(3);
    await showView(window, 'Read');
    await showView(window, 'Brief');
    await near();
    await text.focus();
    await keyboard.type('Here: ');
    await expect(text.getByText('Here: Line 30 of the brief.')).toBeVisible();
    for (let letter = 0; letter < 6; letter += 1) await keyboard.press('Backspace');

    await window.getByRole('button', { name: 'More about the brief' }).click();
    await window.getByRole('menuitem', { name: 'New brief' }).click();
    await expect(text).not.toContainText('Line 30');
    await window.getByRole('combobox', { name: 'Brief', exact: true }).selectOption({ index: 0 });
    await expect(text).toContainText('Line 30');
    await near();
    await text.focus();
    await keyboard.type('There: ');
    await expect(text.getByText('There: Line 30 of the brief.')).toBeVisible();
  });

  await test.step('I35 the outline by pointer and keyboard', async () => {
    const outline = window.getByRole('tree', { name: 'Outline' });
    const lines = outline.getByRole('treeitem');
    await lines.getByText('Date').click();
    await expect(outline).toBeFocused();
    await expect(text.getByRole('heading', { name: 'Date' })).toBeInViewport();
    await keyboard.press('ArrowDown');
    await keyboard.press('Alt+ArrowUp');
    await expect(lines).toHaveText(['Cost', 'By year', 'Opening', 'Date']);
    await said(window, 'Moved the section “Opening”, now below “Cost”.');
    await keyboard.press('Home');
    await keyboard.press('Alt+ArrowUp');
    await expect(window.locator('.outline-refusal')).toContainText('nothing stands above it');
    await lines.getByText('Opening').dblclick();
    await expect(text).toBeFocused();
    await keyboard.type(' day');
    await expect(text.getByRole('heading', { name: 'Opening day' })).toBeVisible();
  });

  await test.step('I36 a comment that Escape leaves', async () => {
    const asking = window.getByRole('dialog', { name: 'Comment to self' });
    const comment = asking.getByRole('textbox', { name: 'Comment' });
    await keyboard.press('Shift+Home');
    await window.getByTitle(/^Comment to self \(Ctrl Alt M\)$/).click();
    await comment.fill('Which day is it?');
    await keyboard.press('Escape');
    await expect(asking).toHaveCount(0);
    await said(window, 'The comment is not saved.');
    await expect(text).toBeFocused();
    await keyboard.press('Control+Alt+m');
    await expect(comment).toHaveValue('Which day is it?');
    await keyboard.press('Enter');
    await said(window, 'Commented.');
    await keyboard.press('ArrowLeft');
    await expect(window.getByText('Which day is it?')).toBeVisible();
  });

  await test.step('a long outline and the findings below it scroll each by itself', async () => {
    await text.focus();
    await keyboard.press('Control+End');
    for (let at = 1; at <= 40; at += 1) {
      await keyboard.type('# ');
      await keyboard.insertText(`Part ${at}`);
      await keyboard.press('Enter');
    }
    const last = window.getByRole('treeitem', { name: 'Part 40' });
    await expect(last).toHaveCount(1);
    const [outline, findings] = await Promise.all([
      window.locator('.outline').boundingBox(),
      window.getByRole('region', { name: 'Check', exact: true }).boundingBox(),
    ]);
    if (outline === null || findings === null) throw new Error('Nothing stands beside the brief.');
    expect(outline.y + outline.height).toBeLessThanOrEqual(findings.y);
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await expect(window.getByRole('heading', { name: 'Check', exact: true })).toBeInViewport();
  });
});
