import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { openArticle, pane, selectWords, whenSaved } from '../support/reading.ts';
import {
  concordance,
  concordanceLines,
  searchBox,
  searchFor,
  searchResults,
} from '../support/searching.ts';

/** The one text that is open. (A page is a document, too.) */
function readerOf(window: Page): Locator {
  return window.locator('[role="document"]');
}

test('from words to the article, its hits drawn, by keyboard alone', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await searchFor(window, 'boreholes');
  await expect(searchResults(window).getByRole('option')).not.toHaveCount(0);
  await expect(
    searchResults(window).getByRole('option').first().locator('mark').first(),
  ).toHaveText(/boreholes/i);
  await window.keyboard.press('Enter');
  await expect(searchResults(window)).toBeFocused();
  await window.keyboard.press('Enter');
  const reader = readerOf(window);
  await expect(reader).toBeFocused();
  const bar = window.getByRole('search', { name: 'Find bar' });
  await expect(bar.getByRole('status').first()).toHaveText(/^1 of \d/);
  const drawn = () =>
    window.evaluate(() => [...(CSS.highlights.get('search-hit-current') ?? [])].length);
  await expect.poll(drawn).toBe(1);
  await window.keyboard.press('h');
  await said(window, /^Highlighted/);
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(reader).toBeFocused();
});

test('the concordance: sorted, a line highlighted, then all lines, and one undo', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await searchFor(window, 'tunnel');
  await window.getByRole('radio', { name: 'Concordance' }).check();
  await expect(concordanceLines(window).first()).toContainText('tunnel');
  const count = await concordanceLines(window).count();
  expect(count).toBeGreaterThan(5);
  await concordance(window).focus();
  await window.keyboard.press('r');
  await expect(concordance(window).getByRole('columnheader', { name: 'After' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('h');
  await said(window, /^Highlighted. Annotation \d:1/);
  await expect(inspector(window).getByRole('blockquote')).toHaveText(/tunnel/i);
  await window.keyboard.press('Shift+H');
  await said(window, /^Highlighted \d+ passages. 1 was highlighted already./);
  await whenSaved(window);
  await expect.poll(() => window.locator('.kwic-annotated').count()).toBeGreaterThan(5);
  await window.keyboard.press('Control+z');
  await expect(window.locator('.kwic-annotated')).toHaveCount(1);

  await window.keyboard.press('Enter');
  await expect(readerOf(window)).toBeFocused();
  await expect(readerOf(window).locator('[data-annotations]')).toHaveText(/tunnel/i);
});

test('a search is saved, runs again after another start, and goes with undo', async ({ start }) => {
  const first = await start({ args: ['--sample'] });
  await whenSampleIsThere(first.window);
  await searchFor(first.window, '"opening date"');
  await first.window.getByRole('button', { name: 'Save this search…' }).click();
  await expect(first.window.locator('input:focus:not([type="search"])')).toHaveCount(1);
  await first.window.keyboard.type('The date');
  await first.window.keyboard.press('Enter');
  await said(first.window, 'Saved the search “The date”.');
  await whenSaved(first.window);
  await first.close();

  const { window } = await start({ args: ['--sample'] });
  await articlesCounted(window, 8);
  await searchFor(window, '');
  const saved = window.getByRole('list', { name: 'Saved searches' });
  await saved.getByRole('button', { name: /^The date/ }).click();
  await expect(searchBox(window)).toHaveValue('"opening date"');
  await expect(searchResults(window).getByRole('option')).not.toHaveCount(0);
  await saved.getByRole('button', { name: 'Delete the search The date' }).click();
  await expect(saved).toHaveCount(0);
  await searchBox(window).blur();
  await window.keyboard.press('Control+z');
  await expect(saved.getByRole('button', { name: /^The date/ })).toBeVisible();
});

test('what is selected in a text is searched for', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await selectWords(readout, '31 kilometres');
  await window.keyboard.press('Control+Shift+F');
  await expect(searchBox(window)).toHaveValue('"31 kilometres"');
  await expect(searchResults(window).getByRole('option')).not.toHaveCount(0);
  await window.getByRole('option', { name: sample.lantern }).click({ modifiers: ['Shift'] });
  await expect(pane(window, sample.readout)).toBeVisible();
  await expect(pane(window, sample.lantern)).toBeFocused();
});

test('the screens of the search have names and pass the accessibility checks', async ({
  start,
}) => {
  test.slow();
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await searchFor(window, '');
  await expectAccessible(window, 'search, empty');
  await searchFor(window, 'tunnel');
  await expect(searchResults(window).getByRole('option')).not.toHaveCount(0);
  await expectAccessible(window, 'search, articles');
  await expectNamedControls(window);
  await window.getByRole('radio', { name: 'Concordance' }).check();
  await expect(concordanceLines(window)).not.toHaveCount(0);
  await concordance(window).focus();
  await window.keyboard.press('h');
  await said(window, /^Highlighted/);
  await window.keyboard.press(' ');
  await expectAccessible(window, 'search, concordance');
  await searchFor(window, 'tunnel (cost');
  await expect(window.getByRole('alert').filter({ hasText: 'parenthesis' })).toBeVisible();
  await window.getByText('How to ask').click();
  await expectAccessible(window, 'search, a problem');
  await searchFor(window, 'zzzz');
  await expect(window.getByText('No article holds that')).toBeVisible();
  await expectAccessible(window, 'search, nothing found');
});
