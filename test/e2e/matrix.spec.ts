import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { articleRow, whenSaved } from '../support/reading.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

function grid(window: Page) {
  return window.getByRole('grid', { name: 'Claims and articles' });
}

/** The cell with the keyboard. */
function active(window: Page) {
  return grid(window).locator('[data-active]');
}

async function newClaim(window: Page, wording: string): Promise<void> {
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(grid(window)).toBeFocused();
}

/** From an empty project on, keys alone: the matrix with its first claim. */
async function firstClaim(window: Page, wording: string): Promise<void> {
  await window.keyboard.press('Control+Alt+m');
  await expect(window.getByRole('button', { name: 'New claim…' })).toBeFocused();
  await window.keyboard.press('Enter');
  await newClaim(window, wording);
}

/** Goes to the cell of an outlet in the present row, from its beginning, by arrow keys. */
async function goToColumn(window: Page, name: RegExp): Promise<void> {
  await window.keyboard.press('Home');
  for (let step = 0; step < 12; step += 1) {
    await window.keyboard.press('ArrowRight');
    if (name.test((await active(window).textContent()) ?? '')) return;
  }
  throw new Error('There is no such column.');
}

async function searchHere(window: Page): Promise<void> {
  await window.keyboard.press('e');
  await expect(window.locator('[data-focus-name="matrix-side"]')).toBeFocused();
  await expect(window.getByText(/sentences? ha(s|ve) some|No sentence of it/)).toBeVisible();
}

test('X3 to X10: keys alone fill a row: evidence from a search, a silence, undo of each', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await firstClaim(window, 'The tunnel will cost 4.2 billion crowns.');

  await goToColumn(window, /^The Counting House/);
  await expect(active(window)).toHaveAccessibleName(/: not yet checked$/);
  await window.keyboard.press('m');
  await said(window, /^Search the article first/);
  await expect(active(window)).toHaveAccessibleName(/: not yet checked$/);

  await searchHere(window);
  const found = window.getByRole('listbox', { name: 'Sentences found' });
  await expect(found).toBeFocused();
  await window.keyboard.press('Space');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(found.getByRole('option', { selected: true })).toHaveCount(2);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'File 2 passages as evidence' })).toBeVisible();
  await window.keyboard.press('d');
  await said(window, 'Filed 2 passages as evidence for C1: denies.');
  await window.keyboard.press('Escape');
  await expect(grid(window)).toBeFocused();
  await expect(active(window)).toHaveAccessibleName(/^The Counting House: denies, 2 passages/);
  await expect(inspector(window).getByText(/^C1 × The Counting House · 2 passages$/)).toBeVisible();

  await window.keyboard.press('s');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(active(window)).toHaveAccessibleName(/: reports, 2 passages/);
  await window.keyboard.press('Control+z');
  await expect(active(window)).toHaveAccessibleName(/: denies, 2 passages/);
  await window.keyboard.press('Control+z');
  await expect(active(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+Shift+z');
  await expect(active(window)).toHaveAccessibleName(/: denies, 2 passages/);

  await goToColumn(window, /^The Kessy Mercury/);
  await searchHere(window);
  await window.keyboard.press('m');
  await said(window, /is silent on C1\.$/);
  await window.keyboard.press('Escape');
  await expect(active(window)).toHaveAccessibleName(/: silent, searched “tunnel\*/);
  await window.keyboard.press('Control+z');
  await expect(active(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+Shift+z');
  await expect(active(window)).toHaveAccessibleName(/: silent/);
  await window.keyboard.press('Delete');
  await expect(active(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+z');
  await expect(active(window)).toHaveAccessibleName(/: silent/);

  // What has its own evidence or silence is where Control and an arrow go.
  await window.keyboard.press('Home');
  await window.keyboard.press('Control+ArrowRight');
  await expect(active(window)).toHaveAccessibleName(/: (denies|silent)/);

  await goToColumn(window, /^The Counting House/);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('listbox', { name: 'Passages of the cell' })).toBeFocused();
  await expect(window.getByRole('main').getByRole('document')).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('main').getByRole('document')).toBeFocused();
  // The first press may close the card of the highlight at the caret.
  await expect(async () => {
    await window.keyboard.press('Escape');
    await expect(grid(window)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('main').getByRole('document')).toHaveCount(0);
  await whenSaved(window);
});

test('X10: keys reach the corner, where nothing is sent; what was read beside the matrix opens from elsewhere', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await firstClaim(window, 'The tunnel will cost 4.2 billion crowns.');
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('b');
  await said(window, 'Go to a claim or a cell first.');
  await window.keyboard.press('ArrowRight');
  await expect(grid(window).getByRole('columnheader').nth(1)).toHaveAttribute(
    'data-active',
    'true',
  );
  await window.keyboard.press('ArrowDown');
  await searchHere(window);
  const text = window.getByRole('main').getByRole('document');
  await expect(text).toBeVisible();
  const title = await text.getAttribute('aria-label');

  await window.getByRole('radio', { name: 'List' }).click();
  await expect(text).toHaveCount(0);
  await articleRow(window, title ?? '').click();
  await expect(text).toBeVisible();
  await expect(window.getByRole('radiogroup', { name: 'Show claims as' })).toHaveCount(0);
});

test('X8: typing in the matrix changes nothing; words selected in the text are filed by a key', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await firstClaim(window, 'The tunnel will be 31 kilometres long.');
  await whenSaved(window);
  const journal = await statusLine(window)
    .getByText(/^Journal/)
    .textContent();
  await goToColumn(window, /^The Evening Lantern/);
  await window.keyboard.type('xyz qwrtu 123');
  await expect(statusLine(window).getByText(/^Journal/)).toHaveText(journal ?? '');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await searchHere(window);
  await window.getByRole('main').getByRole('document').focus();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Control+Shift+ArrowRight');
  await window.keyboard.press('Control+Shift+ArrowRight');
  await window.keyboard.press('a');
  await expect(window.getByRole('dialog', { name: 'File 1 passage as evidence' })).toBeVisible();
  await window.keyboard.press('q');
  await expect(
    grid(window).getByRole('gridcell', { name: /Lantern: qualifies, 1 passage/ }),
  ).toBeVisible();
  await expect(window.getByRole('radio', { name: 'Matrix' })).toBeChecked();
});

test('X1, X2: columns are hidden, pinned, moved and grouped, and stay so', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  const { window } = first;
  await whenSampleIsThere(window);
  await firstClaim(window, 'The tunnel will cost 4.2 billion crowns.');
  const heads = () => grid(window).getByRole('columnheader');
  const head = (index: number) => heads().nth(index);
  const second = await head(2).getAttribute('aria-label');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(head(1)).toHaveAttribute('aria-label', second ?? '');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(head(2)).toHaveAttribute('aria-label', second ?? '');
  await window.keyboard.press('p');
  await expect(head(1)).toHaveAttribute('aria-label', second ?? '');
  await said(window, /is pinned\.$/);
  await window.keyboard.press('End');
  await window.keyboard.press('h');
  await said(window, /is hidden/);
  await expect(window.getByText('1 claim × 7 articles, 1 hidden')).toBeVisible();

  // By mouse: the third column is dragged behind the fourth.
  await window.keyboard.press('Home');
  const third = await head(2).getAttribute('aria-label');
  const from = await head(2).boundingBox();
  const to = await head(3).boundingBox();
  if (from === null || to === null) throw new Error('The heads are not drawn.');
  await window.mouse.move(from.x + 40, from.y + 30);
  await window.mouse.down();
  await window.mouse.move(from.x + 70, from.y + 30);
  await window.mouse.move(to.x + to.width - 20, to.y + 30);
  await window.mouse.up();
  await expect(head(3)).toHaveAttribute('aria-label', third ?? '');

  await window.getByRole('button', { name: 'View' }).click();
  await window.getByRole('menuitemradio', { name: 'Outlets' }).click();
  await window.keyboard.press('Escape');
  await expect(window.getByText(/1 claim × \d outlets/)).toBeVisible();
  await whenSaved(window);
  await first.close();

  const again = await start({ args: ['--project', project] });
  await articlesCounted(again.window, 8);
  await again.window.keyboard.press('Control+2');
  await expect(again.window.getByText(/1 claim × \d outlets/)).toBeVisible();
});

test('the matrix is accessible, empty, filled and with a search beside it', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await window.keyboard.press('Control+Alt+m');
  await expect(window.getByRole('button', { name: 'New claim…' })).toBeFocused();
  await expectAccessible(window, 'empty matrix');
  await window.keyboard.press('Enter');
  await newClaim(window, 'The tunnel will cost 4.2 billion crowns.');
  await goToColumn(window, /^The Counting House/);
  await searchHere(window);
  await window.keyboard.press('Enter');
  await window.getByRole('dialog', { name: 'File 1 passage as evidence' }).waitFor();
  await expectAccessible(window, 'stance');
  await window.keyboard.press('a');
  await said(window, /^Filed/);
  await expectAccessible(window, 'matrix with a search');
  await expectNamedControls(window);
});

test('real articles: a claim in English is searched in each, and one is silent', async ({
  start,
  folder,
}) => {
  const files = sharedCorpus('xi-putin-calls').filter((path) => path.endsWith('.txt'));
  test.skip(files.length === 0, 'The shared corpus is not here.');
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await dropFiles(window, files);
  await articlesCounted(window, files.length);
  await firstClaim(window, 'Xi and Putin spoke by telephone on Thursday.');
  for (let column = 0; column < files.length; column += 1) {
    if (column > 0) await window.keyboard.press('ArrowRight');
    await searchHere(window);
    const count = await window.getByRole('listbox', { name: 'Sentences found' }).count();
    if (count > 0) {
      await window.keyboard.press('Enter');
      await window.getByRole('dialog', { name: 'File 1 passage as evidence' }).waitFor();
      await window.keyboard.press('r');
      await said(window, /^Filed/);
    } else {
      await window.keyboard.press('m');
      await said(window, /is silent/);
    }
    await window.keyboard.press('Escape');
    await expect(grid(window)).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(active(window)).toHaveAccessibleName(/: (reports, 1 passage|silent)/);
  }
});
