import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { makeFilledProject, reports, shortArticles } from '../support/filled-project.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { articleRow, openArticle, pane, whenSaved } from '../support/reading.ts';

const count = 60;

function library(window: Page): Locator {
  return window.getByRole('region', { name: 'Library', exact: true });
}

function grid(window: Page): Locator {
  return library(window).getByRole('grid', { name: 'Articles', exact: true });
}

function bar(window: Page): Locator {
  return library(window).getByRole('toolbar', { name: 'Selected articles' });
}

/** Titles of the rows that are drawn, from top to bottom, or of the first ones of them. */
async function titles(window: Page, first?: number): Promise<string[]> {
  return (await grid(window).locator('.article-title').allTextContents()).slice(0, first);
}

/** Chooses from the menu of the list. */
async function choose(window: Page, section: string, name: string): Promise<void> {
  await library(window).getByRole('button', { name: 'Sort, group and columns' }).click();
  await window
    .getByRole('group', { name: section })
    .getByRole('menuitemradio', { name, exact: true })
    .click();
  await expect(window.getByRole('menu')).toHaveCount(0);
}

test.beforeEach(async ({ folder }) => {
  await makeFilledProject(join(folder, 'project'), reports(count));
});

test('sort, group, fold and filter; the choices come back', async ({ start, folder }) => {
  const args = ['--project', join(folder, 'project')];
  const first = await start({ args });
  const { window } = first;
  await articlesCounted(window, count);

  await test.step('by day, earliest first', async () => {
    await expect(grid(window).getByRole('row').first()).toContainText('1 May 2031');
    await expect.poll(() => titles(window, 2)).toEqual(['Report 1', 'Report 2']);
  });

  await test.step('numbers in titles count as numbers; last to first', async () => {
    await choose(window, 'Group by', 'Nothing');
    await choose(window, 'Sort by', 'Title');
    await expect.poll(() => titles(window, 3)).toEqual(['Report 1', 'Report 2', 'Report 3']);
    await choose(window, 'Order', 'Last to first');
    await expect.poll(() => titles(window, 2)).toEqual(['Report 60', 'Report 59']);
    await choose(window, 'Order', 'First to last');
  });

  await test.step('by outlet, folded', async () => {
    await choose(window, 'Group by', 'Outlet');
    const agency = grid(window).getByRole('button', { name: /^Agency Wire/ });
    await expect(agency).toHaveAccessibleName('Agency Wire 20 articles');
    await agency.click();
    await expect(agency).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(() => titles(window, 1)).toEqual(['Report 1']);
  });

  await test.step('filter over title, outlet and tags, accents and case alike; the count is said', async () => {
    const filter = library(window).getByRole('searchbox', { name: 'Filter articles' });
    await filter.fill('LÀNTERN 12');
    await expect(articleRow(window, 'Report 12')).toBeVisible();
    await expect.poll(() => titles(window)).toEqual(['Report 12']);
    await expect(library(window).getByText('1 of 60', { exact: true })).toBeVisible();
    await expect(library(window).getByRole('status').first()).toHaveText('1 of 60 articles');
    await filter.fill('official');
    await expect(library(window).getByText('7 of 60', { exact: true })).toBeVisible();
    await filter.fill('nothing like it');
    await expect(library(window)).toContainText('No article’s title, outlet, byline');
    await library(window).getByRole('button', { name: 'Show all articles' }).click();
    await expect(filter).toHaveValue('');
  });
  await whenSaved(window);
  await first.close();

  await test.step('after a new start', async () => {
    const second = (await start({ args })).window;
    const agency = grid(second).getByRole('button', { name: /^Agency Wire/ });
    await expect(agency).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(() => titles(second, 1)).toEqual(['Report 1']);
    await second.keyboard.press('Control+z');
    await said(second, 'There is nothing to undo.');
  });
});

test('the grid by keyboard alone', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await grid(window).focus();
  const row = (title: string) => articleRow(window, title).and(window.locator('[aria-rowindex]'));
  const press = (key: string) => window.keyboard.press(key);

  await expect(row('Report 1').first()).toBeFocused();
  await press('ArrowUp');
  await expect(grid(window).getByRole('button', { name: /^1 May 2031/ })).toBeFocused();
  await press('ArrowLeft');
  await expect(grid(window).getByRole('button', { name: /^1 May 2031/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await press('ArrowRight');
  await press('ArrowRight');
  await press('End');
  await expect(articleRow(window, 'Report 60')).toBeFocused();
  await press('Home');
  await press('ArrowDown');
  await press('ArrowRight');
  await expect(
    window.getByRole('checkbox', { name: 'Select: Report 1', exact: true }),
  ).toBeFocused();
  await press('ArrowRight');
  await expect(window.getByRole('button', { name: 'Star: Report 1', exact: true })).toBeFocused();
  await press('Enter');
  await said(window, 'Star 1 article.');
  await press('Escape');
  await press('ArrowLeft');
  await expect(grid(window).getByRole('button', { name: /^1 May 2031/ })).toBeFocused();

  await test.step('letters go to a title', async () => {
    // Letters more than a second apart begin anew: on a machine that is busy, once more.
    await expect(async () => {
      await press('Escape');
      await window.keyboard.type('report 30');
      await expect(articleRow(window, 'Report 30')).toBeFocused({ timeout: 1_000 });
    }).toPass();
  });

  await test.step('select with Space, Shift and arrows, all, none', async () => {
    await press(' ');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await expect(articleRow(window, 'Report 31')).toHaveAttribute('aria-selected', 'true');
    await expect(library(window).getByText('2 selected', { exact: true })).toBeVisible();
    await press('Shift+ArrowUp');
    await press('Shift+ArrowUp');
    await expect(library(window).getByText('1 selected', { exact: true })).toBeVisible();
    await press('Control+a');
    await expect(library(window).getByText('60 selected', { exact: true })).toBeVisible();
    await press('Escape');
    await expect(bar(window)).toHaveCount(0);
    await expect(articleRow(window, 'Report 30')).toBeFocused();
  });

  await test.step('to the trash and back, the focus stays in the list', async () => {
    await press('Delete');
    await said(window, 'Moved 1 article to the trash');
    await articlesCounted(window, count - 1);
    await expect(grid(window).locator(':focus')).toBeAttached();
    await press('Control+z');
    await articlesCounted(window, count);
  });

  await test.step('Enter opens, Shift and Enter beside', async () => {
    await press('End');
    await press('Enter');
    await expect(pane(window, 'Report 60')).toBeFocused();
    await press('F6');
    await press('F6');
    await press('F6');
    await expect(articleRow(window, 'Report 60')).toBeFocused();
    await press('ArrowUp');
    await press('ArrowUp');
    await press('Shift+Enter');
    await expect(pane(window, 'Report 59')).toBeFocused();
    await expect(pane(window, 'Report 60')).toBeVisible();
  });
});

test('what is done to many articles is one step each', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await choose(window, 'Group by', 'Nothing');
  await articleRow(window, 'Report 2')
    .first()
    .click({ modifiers: ['Control'] });
  await articleRow(window, 'Report 5')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(library(window).getByText('4 selected', { exact: true })).toBeVisible();
  const press = (name: string) => bar(window).getByRole('button', { name }).click();

  await test.step('star', async () => {
    await press('Star');
    await said(window, 'Star 4 articles.');
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Star 4 articles.');
    await window.keyboard.press('Control+Shift+z');
    await library(window)
      .getByRole('button', { name: /^Narrow by/ })
      .click();
    await library(window).getByRole('button', { name: 'Starred', exact: true }).click();
    await expect(library(window).getByText('4 of 60', { exact: true })).toBeVisible();
    await library(window).getByRole('button', { name: 'Show all', exact: true }).click();
  });

  await test.step('tag with a new tag, then take it off', async () => {
    await articleRow(window, 'Report 2')
      .first()
      .click({ modifiers: ['Control'] });
    await articleRow(window, 'Report 5')
      .first()
      .click({ modifiers: ['Shift'] });
    await press('Tag…');
    const dialog = window.getByRole('dialog', { name: 'Tag 4 articles' });
    await dialog.getByRole('combobox').fill('tunnel call');
    await expect(dialog.getByRole('option').first()).toContainText('tunnel call');
    await window.keyboard.press('Enter');
    await said(window, 'Tag as “tunnel call”: 4 articles.');
    const filter = library(window).getByRole('searchbox', { name: 'Filter articles' });
    await filter.fill('tunnel call');
    await expect(library(window).getByText('4 of 60', { exact: true })).toBeVisible();
    await choose(window, 'Group by', 'Tag');
    await grid(window)
      .getByRole('button', { name: /^tunnel call 4 articles/ })
      .click();
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Tag as “tunnel call”: 4 articles.');
    await expect(grid(window)).toHaveCount(0);
    await filter.fill('');
    await choose(window, 'Group by', 'Nothing');
  });

  await test.step('edit what is known: only the fields that were touched', async () => {
    await press('Edit what is known…');
    const dialog = window.getByRole('dialog', { name: 'Edit 4 articles' });
    await expect(dialog.getByRole('textbox', { name: 'Outlet' })).toHaveAttribute(
      'placeholder',
      'Different values',
    );
    await expect(dialog.getByRole('textbox', { name: 'Byline' })).toHaveValue('Ana Lindqvist');
    await dialog.getByRole('textbox', { name: 'Published' }).fill('some day');
    await expect(dialog.getByText(/Write the date as/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Change 4 articles' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Leave Published as it is' }).click();
    await dialog.getByRole('textbox', { name: 'Outlet' }).fill('The Ledger');
    await dialog.getByRole('button', { name: 'Change 4 articles' }).click();
    await said(window, 'Correct 4 articles.');
    await expect(articleRow(window, 'Report 3').first()).toContainText('The Ledger');
    await expect(articleRow(window, 'Report 3').first()).toContainText('3 May 2031');
    await window.keyboard.press('Control+z');
    await expect(articleRow(window, 'Report 3').first()).toContainText('The Lantern');
  });

  await test.step('archive hides until the chip shows', async () => {
    await press('Archive');
    await expect(library(window).getByText('56 of 60', { exact: true })).toBeVisible();
    await library(window).getByRole('button', { name: 'Archived', exact: true }).click();
    await expect
      .poll(() => titles(window))
      .toEqual(['Report 2', 'Report 3', 'Report 4', 'Report 5']);
    await expectAccessible(window, 'Library narrowed to the archive');
    await window.keyboard.press('Control+z');
  });
});

test('lines stand right under each other after the window was narrow for a while', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'long-titles');
  await makeFilledProject(project, shortArticles(40));
  const { window } = await start({ args: ['--project', project] });
  await window.setViewportSize({ width: 1440, height: 900 });
  await articlesCounted(window, 40);
  await expect(articleRow(window, /./).first()).toBeVisible();
  const gaps = () =>
    grid(window).evaluate((element) => {
      const places = [...element.querySelectorAll('[role="row"]')]
        .map((row) => row.getBoundingClientRect())
        .sort((one, other) => one.top - other.top);
      return places.filter(({ bottom }, index) => {
        const below = places[index + 1];
        return below !== undefined && Math.abs(below.top - bottom) > 1;
      }).length;
    });
  await expect.poll(gaps).toBe(0);
  await window.setViewportSize({ width: 760, height: 800 });
  await expect.poll(gaps).toBe(0);
  await window.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(gaps).toBe(0);
});

test('an article that was opened by itself is read once something in it is highlighted', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'fresh')) });
  await whenSampleIsThere(window);
  const opened = grid(window).locator('[data-open]');
  await expect(opened).toHaveAccessibleDescription(/^unread;/);
  await window.locator('.reader-text').focus();
  await window.keyboard.press('Control+Shift+ArrowRight');
  await window.keyboard.press('h');
  await said(window, /^Highlighted\./);
  await expect(opened).not.toHaveAccessibleDescription(/unread/);
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Highlight.');
  await expect(opened).not.toHaveAccessibleDescription(/unread/);
});

test('opening an article marks it read, without a step of undo', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  const unread = articleRow(window, 'Report 4');
  await expect(unread).toHaveAccessibleDescription(/^unread;/);
  await openArticle(window, 'Report 4');
  await expect(articleRow(window, 'Report 4')).not.toHaveAccessibleDescription(/unread/);
  await window.keyboard.press('Control+z');
  await said(window, 'There is nothing to undo.');
});

test('the trash: restore, and empty it for good', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await openArticle(window, 'Report 3');
  await command(window, 'Move the article to the trash');
  await articlesCounted(window, count - 1);
  await expect(pane(window, 'Report 3')).toHaveCount(0);
  await articleRow(window, 'Report 4').click({ modifiers: ['Control'] });
  await bar(window).getByRole('button', { name: 'Move to the trash' }).click();
  await articlesCounted(window, count - 2);

  await library(window).getByRole('button', { name: 'Trash, 2 articles' }).click();
  const trash = library(window).getByRole('grid', { name: 'Articles in the trash' });
  await expect(trash.getByRole('row')).toHaveCount(2);
  await expectAccessible(window, 'trash');
  await expectNamedControls(window);
  await trash.getByRole('row', { name: 'Report 4' }).click({ modifiers: ['Control'] });
  await bar(window).getByRole('button', { name: 'Restore 1 article' }).click();
  await articlesCounted(window, count - 1);
  await library(window).getByRole('button', { name: 'Empty trash…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Empty the trash' });
  await expect(dialog).toContainText('1 article will be removed');
  await expectAccessible(window, 'dialog: Empty the trash');
  await dialog.getByRole('button', { name: 'Empty the trash' }).click();
  await expect(library(window)).toContainText('The trash is empty.');
  await window.keyboard.press('Control+z');
  await expect(trash.getByRole('row', { name: 'Report 3' })).toBeVisible();
});

test('the wide list: columns, sorting by their heads, axe', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, count);
  await expectAccessible(window, 'narrow list');
  await library(window).getByRole('button', { name: 'Wide list' }).click();
  const head = (name: string) => grid(window).getByRole('columnheader', { name, exact: true });
  await expect(head('Published')).toHaveAttribute('aria-sort', 'ascending');
  await choose(window, 'Group by', 'Nothing');
  await head('Title').getByRole('button').click();
  await head('Title').getByRole('button').click();
  await expect(head('Title')).toHaveAttribute('aria-sort', 'descending');
  await said(window, 'Sorted by title, descending.');
  await expect.poll(() => titles(window, 1)).toEqual(['Report 60']);
  await library(window).getByRole('button', { name: 'Sort, group and columns' }).click();
  await window.getByRole('menuitemcheckbox', { name: 'Folder' }).click();
  await closeWithEscape(window.getByRole('menu'));
  await expect(head('Folder')).toBeVisible();
  await expect(
    articleRow(window, 'Report 60').getByRole('gridcell', { name: 'odd' }),
  ).toBeVisible();
  await expectAccessible(window, 'wide list');
  await expectNamedControls(window);
  await grid(window).focus();
  await window.keyboard.press('ArrowUp');
  await expect(head('Title').getByRole('button')).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await expect(head('Outlet').getByRole('button')).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(articleRow(window, 'Report 60')).toBeFocused();
  await expect(articleRow(window, 'Report 60')).toHaveAccessibleDescription(/\bodd\b/);
});

test('near duplicates stand together, and one press shows where they differ', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'copies');
  await makeFilledProject(project, shortArticles(150));
  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 150);
  await choose(window, 'Group by', 'Near duplicates');
  const likeness = grid(window).getByRole('button', {
    name: /(% alike|same words): differences from the first/,
  });
  await expect(likeness.first()).toBeVisible();
  await expect(likeness.first()).toHaveText(/^\d\d % alike$/);
  await likeness.first().click();
  await expect(window.getByRole('region', { name: 'Differences' })).toBeVisible();
});

test('a project that may only be read: the list can be looked at and grouped, nothing is changed', async ({
  start,
  folder,
}) => {
  const first = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(first.window, count);
  await first.close();
  const file = join(folder, 'project', '.variorum', 'project.json');
  const stated = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...stated, schema: 9_999 }));
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await expect(window.getByRole('region', { name: 'Status' })).toContainText('Read only');
  await choose(window, 'Group by', 'Outlet');
  await grid(window)
    .getByRole('button', { name: /^Agency Wire/ })
    .click();
  await expect.poll(() => titles(window, 1)).toEqual(['Report 1']);
  await openArticle(window, 'Report 7');
  await articleRow(window, 'Report 4')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(library(window).getByText('1 selected', { exact: true })).toBeVisible();
  await expect(bar(window)).toHaveCount(0);
  await window.keyboard.press('Delete');
  await articlesCounted(window, count);
});
