import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { highlight, highlightOf, tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import { doSomeWork, expectThatWork } from '../support/some-work.ts';

const length = '31 kilometres';
const opening = 'first trains in 2034';

function changes(window: Page) {
  return window.getByRole('grid', { name: 'Changes' });
}

/** The row of the newest change of that name. */
function change(window: Page, name: string | RegExp) {
  return changes(window).getByRole('row', { name }).first();
}

async function showHistory(window: Page): Promise<void> {
  await window.keyboard.press('Control+6');
  await expect(changes(window)).toBeFocused();
}

test('who changed what, narrowed, opened and restored, by keyboard alone', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await doSomeWork(window);
  await window.keyboard.press('Control+z');
  await said(window, /^Undid: Write the note/);
  await whenSaved(window);
  await showHistory(window);

  await test.step('the newest first, with what each touched', async () => {
    const names = changes(window).getByRole('row');
    await expect(names.nth(1)).toContainText('Undo Write the note of');
    await expect(names.nth(3)).toContainText('Make claim C1');
    await expect(names.nth(3)).toContainText('1 claim, 1 piece of evidence');
    await expect(change(window, /Read/)).toContainText('by itself');
    await expect(change(window, /Import/)).toContainText('import');
    await expectAccessible(window, 'the history');
    await expectNamedControls(window);
  });

  await test.step('before and after of the chosen one, in words', async () => {
    await window.keyboard.press('ArrowDown');
    await expect(inspector(window).getByRole('heading', { level: 3 })).toContainText(
      'Write the note of',
    );
    await expect(inspector(window).getByRole('insertion')).toHaveText('As the ministry has it.');
    await window.keyboard.press('Home');
    await expect(inspector(window).getByRole('deletion')).toHaveText('As the ministry has it.');
    await window.keyboard.press('Enter');
    await expect(window.locator('[data-focus-name="history-entry"]')).toBeFocused();
    await expectAccessible(window, 'a change');
  });

  await test.step('a record as it was', async () => {
    const restore = inspector(window).getByRole('button', {
      name: /^Restore as it was before: /,
    });
    await restore.focus();
    await window.keyboard.press('Enter');
    await said(window, /^Restore annotation 1:2 to before .*: done\./);
    await expect(change(window, /Restore annotation 1:2/)).toBeVisible();
    await expectThatWork(window);
  });

  await test.step('narrowed by words, kind, author; what the program did is hidden', async () => {
    await showHistory(window);
    await window.getByRole('searchbox', { name: 'Words in the name of the change' }).fill('CLAIM');
    await expect(changes(window).getByRole('row')).toHaveCount(2);
    await said(window, '1 change found.');
    await window.getByRole('button', { name: 'Show all', exact: true }).click();
    await window.getByRole('combobox', { name: 'Touches' }).selectOption('briefs');
    await expect(changes(window).getByRole('row')).toHaveCount(2);
    await expect(change(window, /Send/)).toBeVisible();
    await window.getByRole('button', { name: 'Show all', exact: true }).click();
    await window.getByRole('button', { name: 'By itself' }).click();
    await expect(change(window, /by itself/)).toHaveCount(0);
    await window.getByRole('button', { name: 'Imports' }).click();
    await expect(change(window, /Import/)).toHaveCount(0);
    await window.getByRole('button', { name: 'Show all', exact: true }).click();
    await window.getByRole('searchbox', { name: 'Words in the name of the change' }).fill('xyz');
    await expect(window.getByText('No change is like that.')).toBeVisible();
    await window.getByRole('button', { name: 'Show all changes' }).click();
    await expect(changes(window)).toBeVisible();
  });
});

test('the row that is chosen is the change that the Inspector shows, also when newer ones come', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await doSomeWork(window);
  await whenSaved(window);
  await showHistory(window);
  const chosen = changes(window).getByRole('row', { selected: true });
  const shown = inspector(window).getByRole('heading', { level: 3 });

  await test.step('a click leaves the keyboard in the list', async () => {
    await change(window, /Make claim C1/).click();
    await expect(changes(window)).toBeFocused();
    await expect(shown).toHaveText('Make claim C1');
    await window.keyboard.press('ArrowDown');
    await expect(shown).toHaveText('Tag as “figure”');
    await expect(chosen).toContainText('Tag as “figure”');
  });

  await test.step('newer changes go before it', async () => {
    await window.keyboard.press('Control+z');
    await said(window, /^Undid: Write the note/);
    await whenSaved(window);
    await window.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(changes(window).getByRole('row').nth(1)).toContainText('Undo Write the note');
    await expect(chosen).toContainText('Tag as “figure”');
    await expect(shown).toHaveText('Tag as “figure”');
  });

  await test.step('at the top, the newest is chosen', async () => {
    await changes(window).focus();
    await window.keyboard.press('Home');
    await expect(shown).toContainText('Undo Write the note');
    await window.keyboard.press('Control+Shift+z');
    await said(window, /^Did again: Write the note/);
    await expect(chosen).toContainText('Redo Write the note');
    await expect(shown).toContainText('Redo Write the note');
  });

  await test.step('Escape goes from the change back to the list', async () => {
    await window.keyboard.press('Enter');
    await expect(window.locator('[data-focus-name="history-entry"]')).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(changes(window)).toBeFocused();
  });
});

test('the history of a record, from the Inspector, also after it is gone', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await tag(window, 'figure');
  const history = inspector(window).getByRole('region', { name: 'History' });
  await history.getByText('Last changes').click();
  await expect(history.getByRole('list', { name: 'Last changes' })).toContainText(
    /Tag as “figure”.*Highlight/,
  );
  await window.keyboard.press('Escape');
  await reader.focus();
  await window.keyboard.press('Delete');
  await expect(highlightOf(reader, length)).toHaveCount(0);
  await whenSaved(window);
  await showHistory(window);
  await change(window, /Remove highlight/).click();
  await expect(inspector(window)).toContainText('Removed annotation 1:1');
  await inspector(window).getByRole('button', { name: 'Its history: annotation 1:1' }).click();
  await expect(changes(window).getByRole('row')).toHaveCount(4);
  const only = window.getByRole('button', { name: /^Only annotation 1:1/ });
  await expect(only).toBeVisible();
  await expect(window.locator('.history-record')).toHaveText(
    /^Shown are only the changes of\s*annotation 1:1$/,
  );
  await change(window, /Remove highlight/).click();
  await inspector(window)
    .getByRole('button', { name: /^Bring back .*: annotation 1:1/ })
    .click();
  await said(window, /^Bring back annotation 1:1: done\./);
  await openArticle(window, sample.readout);
  await expect(highlightOf(reader, length)).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await expect(highlightOf(reader, length)).toHaveCount(0);
});

test('the project as it was, as one change that undo takes back', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, opening);
  await highlight(reader, length);
  await tag(window, 'figure');
  await whenSaved(window);
  await showHistory(window);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(inspector(window).getByRole('heading', { level: 3 })).toHaveText('Highlight');
  await command(window, 'Restore the project to the selected');
  const dialog = window.getByRole('dialog', { name: 'Restore the project' });
  await expect(dialog.getByRole('row', { name: 'tags – – 1' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'annotations – – 1' })).toBeVisible();
  await expectAccessible(window, 'restoring the project');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await said(window, /^Restore the project to .*: done\./);
  await expect(change(window, /^.*Restore the project to/)).toBeVisible();
  await openArticle(window, sample.readout);
  await expect(highlightOf(reader, opening)).toHaveCount(1);
  await expect(highlightOf(reader, length)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await said(window, /^Undid: Restore the project to/);
  await expect(highlightOf(reader, length)).toHaveCount(1);
});

test('undo is named, in palette, menu and buttons, and goes on after a restart', async ({
  start,
  folder,
}) => {
  const args = withSampleArticles(join(folder, 'project'));
  const first = await start({ args });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  await first.window.keyboard.press('Control+z');
  await first.window.keyboard.press('Control+z');
  await said(first.window, 'Undid: Make claim C1.');
  const buttons = first.window.getByRole('button', { name: 'Undo Tag as “figure”' });
  await expect(buttons).toBeVisible();
  await expect(first.window.getByRole('button', { name: 'Redo Make claim C1' })).toBeVisible();
  const labels = () =>
    first.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap(({ submenu }) =>
        (submenu?.items ?? []).map(({ label }) => label),
      ),
    );
  await expect.poll(labels).toContain('&Undo Tag as “figure”');
  await expect.poll(labels).toContain('&Redo Make claim C1');
  await whenSaved(first.window);
  await first.close();

  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await command(window, 'Undo Tag as “figure”');
  await said(window, 'Undid: Tag as “figure”.');
  for (const name of ['Tag as “figure”', 'Make claim C1']) {
    await window.keyboard.press('Control+Shift+z');
    await said(window, `Did again: ${name}.`);
  }
  await window.keyboard.press('Control+Shift+z');
  await said(window, /^Did again: Write the note/);
  await window.keyboard.press('Control+Shift+z');
  await said(window, 'There is nothing to redo.');
  await expectThatWork(window);
});
