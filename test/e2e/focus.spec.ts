import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { articleRow, openArticle, pane } from '../support/reading.ts';

const count = 12;

function library(window: Page): Locator {
  return window.getByRole('region', { name: 'Library', exact: true });
}

function bar(window: Page): Locator {
  return library(window).getByRole('toolbar', { name: 'Selected articles' });
}

/** Chooses articles of the list, from one to the other. */
async function selectFrom(window: Page, first: string, last: string): Promise<void> {
  await articleRow(window, first).click({ modifiers: ['Control'] });
  await articleRow(window, last).click({ modifiers: ['Shift'] });
}

async function focusIn(list: Locator): Promise<void> {
  await expect(list.locator(':focus')).toBeAttached();
}

test('a new project begins with the keyboard in its empty list', async ({ start, folder }) => {
  const { app, window } = await start();
  await answerSave(app, join(folder, 'Harbour case'));
  await window.getByRole('button', { name: /^New/ }).click();
  await expect(library(window).getByRole('button', { name: 'Import files…' })).toBeFocused();
  await command(window, 'Close the project');
  await expect(window.getByRole('button', { name: /^New/ })).toBeFocused();
});

test('archive, trash, restore, empty, and all of it taken back: the keyboard and the selection stay', async ({
  start,
  folder,
}) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  const articles = library(window).getByRole('grid', { name: 'Articles', exact: true });
  const trash = library(window).getByRole('grid', { name: 'Articles in the trash' });
  const selected = (number: number) =>
    library(window).getByText(`${number} selected`, { exact: true });

  await test.step('archive all that the filter leaves: the list says where they are, and shows them', async () => {
    const filter = library(window).getByRole('searchbox', { name: 'Filter articles' });
    await filter.fill('lantern');
    await filter.press('ArrowDown');
    await window.keyboard.press('Control+a');
    await expect(selected(4)).toBeVisible();
    await bar(window).getByRole('button', { name: 'Archive' }).click();
    await said(window, 'Archive 4 articles. The chip “Archived” below the filter lists them.');
    await expect(library(window)).toContainText('4 articles in the archive are not shown.');
    const show = library(window).getByRole('button', { name: 'Show 4 archived articles' });
    await expect(show).toBeFocused();
    await window.keyboard.press('Control+z');
    await expect(selected(4)).toBeVisible();
    await focusIn(library(window));
    await window.keyboard.press('Control+Shift+z');
    await expect(selected(4)).toHaveCount(0);
    await expect(show).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(articles.getByRole('row', { name: /^Report/ })).toHaveCount(4);
    await focusIn(articles);
    await window.keyboard.press('Control+z');
    await expect(library(window)).toContainText('4 articles that are not archived are not shown.');
    await library(window).getByRole('button', { name: 'Show all articles' }).click();
    await focusIn(articles);
  });

  await test.step('several to the trash', async () => {
    await selectFrom(window, 'Report 3', 'Report 5');
    await bar(window).getByRole('button', { name: 'Move to the trash' }).click();
    await articlesCounted(window, count - 3);
    await expect(articleRow(window, 'Report 6')).toBeFocused();
    await window.keyboard.press('Control+z');
    await expect(selected(3)).toBeVisible();
    await window.keyboard.press('Control+Shift+z');
    await articlesCounted(window, count - 3);
  });

  await test.step('an article in the trash says so, and is restored from where it is read', async () => {
    await library(window).getByRole('button', { name: 'Trash, 3 articles' }).click();
    await trash.getByRole('row', { name: 'Report 4' }).click();
    await expect(pane(window, 'Report 4')).toBeVisible();
    await expect(window.locator('.pane-head')).toContainText('In the trash');
    await expect(inspector(window)).toContainText('In the trash since');
    await expect(inspector(window).getByRole('button', { name: 'Move to the trash' })).toHaveCount(
      0,
    );
    await inspector(window).getByRole('button', { name: 'Restore', exact: true }).click();
    await said(window, 'Restored 1 article.');
    await expect(window.locator('.pane-head')).not.toContainText('In the trash');
    await expect(pane(window, 'Report 4')).toBeFocused();
  });

  await test.step('restore, empty, take back', async () => {
    await trash.getByRole('row', { name: 'Report 3' }).click({ modifiers: ['Control'] });
    await bar(window).getByRole('button', { name: 'Restore 1 article' }).click();
    await expect(trash.getByRole('row', { name: 'Report 5' })).toBeFocused();
    await library(window).getByRole('button', { name: 'Empty trash…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Empty the trash' });
    await expect(dialog).toContainText('1 article will be removed from the project.');
    await dialog.getByRole('button', { name: 'Empty the trash' }).click();
    await expect(library(window)).toContainText('The trash is empty.');
    await expect(
      library(window).getByRole('button', { name: 'Back to the articles' }),
    ).toBeFocused();
    await window.keyboard.press('Control+z');
    await expect(trash.getByRole('row', { name: 'Report 5' })).toBeVisible();
    await focusIn(library(window));
    await library(window).getByRole('button', { name: 'Back to the articles' }).click();
    await focusIn(library(window));
  });
});

test('from the filter the arrow goes to the first article found', async ({ start, folder }) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await articleRow(window, 'Report 7').click();
  const filter = library(window).getByRole('searchbox', { name: 'Filter articles' });
  await filter.fill('lantern');
  await filter.press('ArrowDown');
  await expect(articleRow(window, 'Report 3')).toBeFocused();
  await filter.fill('agency wire');
  await filter.press('ArrowDown');
  await expect(articleRow(window, 'Report 2')).toBeFocused();
});

test('a dialog opened from the palette gives the focus back to the text; Escape leaves a field; F6 goes to the first field', async ({
  start,
  folder,
}) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await openArticle(window, 'Report 2');
  const text = pane(window, 'Report 2');
  await expect(text).toBeFocused();
  await command(window, 'Edit what is known');
  const dialog = window.getByRole('dialog', { name: 'Edit 1 article' });
  await expect(dialog.getByRole('textbox', { name: 'Outlet' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await window.keyboard.press('F6');
  const title = inspector(window).getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.type(' and more');
  await window.keyboard.press('Escape');
  await expect(title).toHaveValue('Report 2');
  await window.keyboard.press('Escape');
  await expect(text).toBeFocused();
});

test('keys pressed while a dialog is still on its way act on nothing behind it, and Escape gives it up', async ({
  start,
  folder,
}) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  const text = await openArticle(window, 'Report 2');
  // In one turn of the page, as quick keys come: the code of this dialog has not been read before.
  const acted = await text.evaluate((element) => {
    const press = (key: string, held = {}) =>
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
      );
    press('e', { ctrlKey: true, altKey: true });
    return ['f', 'Escape'].map((key) => press(key));
  });
  expect(acted).toEqual([false, false]);
  await expect(window.getByRole('searchbox', { name: 'Find in article' })).toHaveCount(0);
  await expect(text).toBeFocused();
  // The palette opens only where no dialog is asked for.
  await command(window, 'Export to another program');
  await closeWithEscape(window.getByRole('dialog', { name: 'Export to another program' }));
  await expect(text).toBeFocused();
});

test('Control and A selects articles in the Library and never the window', async ({
  start,
  folder,
}) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await library(window).getByRole('button', { name: 'Sort, group and columns' }).focus();
  await window.keyboard.press('Control+a');
  await expect(library(window).getByText(`${count} selected`, { exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Claims', exact: true }).focus();
  await window.keyboard.press('Control+a');
  expect(await window.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  await openArticle(window, 'Report 2');
  await pane(window, 'Report 2').focus();
  await window.keyboard.press('Control+a');
  await expect
    .poll(() => window.evaluate(() => getSelection()?.toString() ?? ''))
    .toMatch(/Report 2|\w{4}/);
  const filter = library(window).getByRole('searchbox', { name: 'Filter articles' });
  await filter.fill('lantern');
  await filter.press('Control+a');
  await window.keyboard.type('x');
  await expect(filter).toHaveValue('x');
});
