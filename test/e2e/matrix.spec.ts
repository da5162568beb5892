import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape, hasKeyboard, pressIn, whenClosed } from '../support/dialogs.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import {
  activeCell,
  firstClaim,
  goToColumn,
  matrixGrid,
  newClaim,
  searchHere,
} from '../support/matrix.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { wordsAt } from '../support/project-texts.ts';
import { workbookReaders } from '../support/read-workbook.ts';
import { articleRow, whenSaved } from '../support/reading.ts';

test('X3 to X10, X20: keys alone fill a row: evidence, a silence, undo of each, and it leaves as a workbook', async ({
  start,
  folder,
}) => {
  const { window, app } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await firstClaim(window, 'The tunnel will cost 4.2 billion crowns.');

  await goToColumn(window, /^The Counting House/);
  await expect(activeCell(window)).toHaveAccessibleName(/: not yet checked$/);
  await window.keyboard.press('m');
  await said(window, /^Search the article first/);
  await expect(activeCell(window)).toHaveAccessibleName(/: not yet checked$/);

  await searchHere(window);
  const found = window.getByRole('listbox', { name: 'Sentences found' });
  await expect(found).toBeFocused();
  await window.keyboard.press('Space');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(found.getByRole('option', { selected: true })).toHaveCount(2);
  await window.keyboard.press('Enter');
  const stance = window.getByRole('dialog', { name: 'File 2 passages as evidence' });
  await pressIn(stance, 'd');
  await said(window, 'Filed 2 passages as evidence for C1: denies.');
  await whenClosed(stance);
  await window.keyboard.press('Escape');
  await expect(matrixGrid(window)).toBeFocused();
  await expect(activeCell(window)).toHaveAccessibleName(/^The Counting House: denies, 2 passages/);
  await expect(inspector(window).getByText(/^C1 × The Counting House · 2 passages$/)).toBeVisible();

  await window.keyboard.press('s');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(activeCell(window)).toHaveAccessibleName(/: reports, 2 passages/);
  await window.keyboard.press('Control+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: denies, 2 passages/);
  await window.keyboard.press('Control+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+Shift+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: denies, 2 passages/);

  await goToColumn(window, /^The Kessy Mercury/);
  await searchHere(window);
  await window.keyboard.press('m');
  await said(window, /is silent on C1\.$/);
  await window.keyboard.press('Escape');
  await expect(activeCell(window)).toHaveAccessibleName(/: silent, searched “tunnel\*/);
  await window.keyboard.press('Control+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+Shift+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: silent/);
  await window.keyboard.press('Delete');
  await expect(activeCell(window)).toHaveAccessibleName(/: not yet checked/);
  await window.keyboard.press('Control+z');
  await expect(activeCell(window)).toHaveAccessibleName(/: silent/);

  // What has its own evidence or silence is where Control and an arrow go.
  await window.keyboard.press('Home');
  await window.keyboard.press('Control+ArrowRight');
  await expect(activeCell(window)).toHaveAccessibleName(/: (denies|silent)/);

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
    await expect(matrixGrid(window)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('main').getByRole('document')).toHaveCount(0);
  await whenSaved(window);

  const path = join(folder, 'matrix.xlsx');
  await answerSave(app, path);
  await command(window, 'Export the matrix as XLSX');
  await said(window, /^Exported 1 claim × \d columns to matrix\.xlsx\.$/);
  for (const { name, read } of workbookReaders()) {
    const sheets = await read(path);
    const [heads = [], row = []] = sheets.get('Matrix') ?? [];
    const cell = (column: RegExp) => row[heads.findIndex((head) => column.test(head))];
    expect(row[0], name).toContain('The tunnel will cost 4.2 billion crowns.');
    expect(cell(/^The Counting House/), name).toMatch(
      /^denies · 2 passages\ndenies \d+:1 \(The Counting House\): “/,
    );
    expect(cell(/^The Kessy Mercury/), name).toMatch(/^silent\nsearched “tunnel\* OR /);
    expect(row, name).toContain('not yet checked');
    const [titles = [], ...passages] = sheets.get('Passages') ?? [];
    expect(passages, name).toHaveLength(2);
    for (const passage of passages) {
      const at = (title: string): string => passage[titles.indexOf(title)] ?? '';
      const place = {
        hash: at('SHA-256 of the revision'),
        start: Number(at('Start (UTF-16)')),
        end: Number(at('End (UTF-16)')),
        line: '',
      };
      expect(at('Quotation'), name).toBe(await wordsAt(join(folder, 'project'), place));
    }
  }
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
  await expect(matrixGrid(window).getByRole('columnheader').nth(1)).toHaveAttribute(
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
  await pressIn(window.getByRole('dialog', { name: 'File 1 passage as evidence' }), 'q');
  await expect(
    matrixGrid(window).getByRole('gridcell', { name: /Lantern: qualifies, 1 passage/ }),
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
  const heads = () => matrixGrid(window).getByRole('columnheader');
  const head = (index: number) => heads().nth(index);
  // Names say which articles are copies of each other as soon as that is known.
  await expect(
    matrixGrid(window).locator('[role=columnheader][aria-label$="2 copies"]'),
  ).not.toHaveCount(0);
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

  await window.getByRole('button', { name: 'View', exact: true }).click();
  await window.getByRole('menuitemradio', { name: 'Outlets' }).click();
  await whenClosed(window.getByRole('menu'));
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
  const stance = window.getByRole('dialog', { name: 'File 1 passage as evidence' });
  await hasKeyboard(stance);
  await expectAccessible(window, 'stance');
  await pressIn(stance, 'a');
  await said(window, /^Filed/);
  await expectAccessible(window, 'matrix with a search');
  await expectNamedControls(window);
});

/** Chooses in the menu of the view, by keys. The keyboard is on its button again then: a frame after the menu has gone. */
async function chooseInView(window: Page, name: string): Promise<void> {
  const opener = window.getByRole('button', { name: 'View', exact: true });
  await opener.press('Enter');
  await window.getByRole('menuitemradio', { name }).press('Enter');
  await window.keyboard.press('Escape');
  await expect(opener).toBeFocused();
}

test('X1, X2, X11: menus, chips, folding and groups; a column of an outlet holds all its articles', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  await makeFilledProject(project, reports(7), { annotationsEach: 3, claims: 4, links: 0 });
  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 7);
  await window.keyboard.press('Control+2');
  // C2 becomes a part of C1.
  await window.getByRole('button', { name: /^Claim C2:/ }).focus();
  await window.keyboard.press('Alt+ArrowRight');
  await said(window, /C2/);
  await window.keyboard.press('Control+Alt+m');
  await expect(matrixGrid(window)).toBeVisible();
  const rows = matrixGrid(window).getByRole('rowheader');
  const count = window.locator('.matrix-count');
  const heads = matrixGrid(window).getByRole('columnheader');
  await expect(count).toHaveText('4 claims × 7 articles');

  await test.step('the parts of a claim are folded away', async () => {
    await matrixGrid(window).focus();
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Space');
    await expect(rows).toHaveCount(3);
    await expect(rows.first()).toHaveAttribute('aria-expanded', 'false');
    await window.keyboard.press('Alt+ArrowRight');
    await expect(rows).toHaveCount(4);
  });

  await test.step('the menu of a column pins and hides it, the menu of the view shows it again', async () => {
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowUp');
    const name = await heads.nth(2).getAttribute('aria-label');
    await window.keyboard.press('Enter');
    const menu = window.getByRole('menu', { name: 'Column' });
    await menu.getByRole('menuitem', { name: 'Pin' }).press('Enter');
    await expect(heads.nth(1)).toHaveAttribute('aria-label', name ?? '');
    // The keys are the grid's again in the frame after the menu has gone.
    await expect(menu).toHaveCount(0);
    await expect(matrixGrid(window)).toBeFocused();
    await window.keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: 'Hide' }).press('Enter');
    await expect(count).toHaveText('4 claims × 6 articles, 1 hidden');
    await window.getByRole('button', { name: 'View', exact: true }).press('Enter');
    await window.getByRole('menuitem', { name: 'Show all 1' }).press('Enter');
    await expect(count).toHaveText('4 claims × 7 articles');
  });

  await test.step('columns are put together by language', async () => {
    await chooseInView(window, 'Language');
    await expect(matrixGrid(window).locator('.matrix-group').first()).toBeVisible();
  });

  await test.step('an outlet is one column with the passages of all its articles', async () => {
    await chooseInView(window, 'Outlets');
    await expect(count).toHaveText('4 claims × 3 outlets');
    await matrixGrid(window).focus();
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('e');
    await expect(window.locator('[data-focus-name="matrix-side"]')).toBeFocused();
    await expect(inspector(window).getByText('Search the articles')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(matrixGrid(window)).toBeFocused();
    await window.keyboard.press('Escape');
  });

  await test.step('chips narrow the claims', async () => {
    await window.getByRole('button', { name: 'Has unchecked cells' }).press('Enter');
    const [unchecked] = ((await count.textContent()) ?? '').split(' ');
    await window.getByRole('button', { name: 'Has unchecked cells' }).press('Enter');
    await expect(count).toHaveText('4 claims × 3 outlets');
    expect(Number(unchecked)).toBeLessThanOrEqual(4);
    await window.getByRole('button', { name: 'Status', exact: true }).press('Enter');
    const statuses = window.getByRole('dialog', { name: 'Status' });
    await statuses.getByRole('option').first().click();
    await closeWithEscape(statuses);
    await expect(window.getByRole('button', { name: /^Status: / })).toBeVisible();
  });
});
