import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { clickHighlight, highlight, tag, tagsShown } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import {
  expectTags,
  goToTag,
  makeTag,
  showArticles,
  showCodebook,
  tagLine,
  tagTree,
} from '../support/codebook.ts';
import { typeInto } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { articleRow, openArticle } from '../support/reading.ts';

/** Waits until the tree names this tag as the one that has the keyboard. */
async function expectActive(window: Page, name: string): Promise<void> {
  const id = await tagLine(window, name).getAttribute('id');
  await expect(tagTree(window)).toBeFocused();
  await expect(tagTree(window)).toHaveAttribute('aria-activedescendant', id ?? '');
}

test('G1, G2: tags are made, moved, renamed and folded by keyboard alone, each step undone', async ({
  start,
  folder,
}) => {
  // Axe looks at each screen in four themes.
  test.slow();
  const { window } = await start({ args: withSampleArticles(`${folder}/Case`) });
  await whenSampleIsThere(window);
  const codebook = await showCodebook(window);
  await expect(codebook.getByRole('button', { name: 'Make a tag' })).toBeFocused();
  await expectAccessible(window, 'an empty codebook');
  await makeTag(window, 'Enter', 'economy');
  await makeTag(window, 'N', 'figure');
  await makeTag(window, 'n', 'quote');
  await makeTag(window, 'n', 'price');
  await expectTags(window, ['1 economy', '2 figure', '2 quote', '2 price']);

  await window.keyboard.press('Alt+ArrowUp');
  await expectTags(window, ['1 economy', '2 figure', '2 price', '2 quote']);
  await said(window, 'Moved the tag “price”: 2 of 3.');
  await window.keyboard.press('Alt+ArrowRight');
  await expectTags(window, ['1 economy', '2 figure', '3 price', '2 quote']);
  await expectActive(window, 'price');
  await window.keyboard.press('Alt+ArrowLeft');
  await window.keyboard.press('Alt+ArrowLeft');
  await expectTags(window, ['1 economy', '2 figure', '2 quote', '1 price']);
  await window.keyboard.press('Alt+ArrowLeft');
  await said(window, 'It is at the top already.');

  await window.keyboard.press('F2');
  const field = window.getByRole('textbox', { name: 'New name of the tag “price”' });
  await field.fill('Économy');
  await field.press('Enter');
  await expect(codebook.getByRole('alert')).toHaveText('There is a tag of that name already.');
  await field.fill('cost');
  await field.press('Enter');
  await expectActive(window, 'cost');

  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowLeft');
  await expectTags(window, ['1 economy', '1 cost']);
  await expect(tagLine(window, 'economy')).toHaveAttribute('aria-expanded', 'false');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expectActive(window, 'figure');
  await window.keyboard.press('7');
  await expect(tagLine(window, 'figure')).toContainText('key 7');

  for (const name of [
    'Edit tag “figure”',
    'Rename the tag “price” to “cost”',
    'Move the tag “price” to the top',
  ]) {
    await window.keyboard.press('Control+z');
    await said(window, `Undid: ${name}`);
    await expect(tagTree(window)).toBeFocused();
  }
  await expectTags(window, ['1 economy', '2 figure', '2 price', '2 quote']);
});

test('G2: a tag is dragged before, behind and below another; not below itself', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(`${folder}/Case`) });
  await whenSampleIsThere(window);
  const codebook = await showCodebook(window);
  await expect(codebook.getByRole('button', { name: 'Make a tag' })).toBeFocused();
  await makeTag(window, 'Enter', 'one');
  for (const name of ['two', 'three', 'four']) await makeTag(window, 'n', name);
  const drag = async (from: string, to: string, part: number): Promise<void> => {
    const box = await tagLine(window, to).boundingBox();
    if (box === null) throw new Error('No line.');
    await tagLine(window, from).dragTo(tagLine(window, to), {
      targetPosition: { x: 80, y: box.height * part },
    });
  };
  await drag('four', 'one', 0.1);
  await expectTags(window, ['1 four', '1 one', '1 two', '1 three']);
  await drag('four', 'two', 0.9);
  await expectTags(window, ['1 one', '1 two', '1 four', '1 three']);
  await drag('two', 'one', 0.5);
  await expectTags(window, ['1 one', '2 two', '1 four', '1 three']);
  await said(window, 'Moved the tag “two” below “one”');
  await drag('one', 'two', 0.5);
  await expectTags(window, ['1 one', '2 two', '1 four', '1 three']);
  // Those selected are dragged together.
  await tagLine(window, 'four').click();
  await tagLine(window, 'three').click({ modifiers: ['Control'] });
  await tagLine(window, 'four').click({ modifiers: ['Control'] });
  await drag('three', 'one', 0.5);
  await expectTags(window, ['1 one', '2 two', '2 four', '2 three']);
});

test('G8 to G11: tags are counted, merged, split and removed with a choice; each is one step of undo', async ({
  start,
}) => {
  // Axe looks at each screen in four themes.
  test.slow();
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  for (const [words, name] of [
    ['31 kilometres', 'length'],
    ['30 June', 'deadline'],
    ['18 June', 'deadline'],
  ] as const) {
    await highlight(readout, words);
    await tag(window, name);
  }
  await showCodebook(window);
  await expect(tagLine(window, 'deadline').locator('.tag-count')).toHaveText([
    /2 in this article/,
    /2 in the project/,
  ]);
  await goToTag(window, 'length');
  await window.keyboard.press('Alt+ArrowUp');
  await goToTag(window, 'deadline');

  await test.step('merge', async () => {
    await window.keyboard.press('m');
    const choose = window.getByRole('dialog', { name: 'Merge “deadline” into' });
    await choose.waitFor();
    await expectAccessible(window, 'merge into');
    await typeInto(choose, 'length');
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: 'Merge tags' });
    await expect(dialog).toContainText('“length” takes the place of “deadline” on 2 annotations.');
    await expectAccessible(window, 'merge');
    await dialog.getByRole('button', { name: 'Merge 2 tags' }).click();
    await said(window, 'Merged the tag “deadline” into “length”, on 2 annotations.');
    await expect(tagLine(window, 'deadline')).toHaveCount(0);
    await expect(tagTree(window)).toBeFocused();
    await expect(tagLine(window, 'length').locator('.tag-count').first()).toContainText('3');
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Merge the tag “deadline” into “length”.');
    await expect(tagLine(window, 'deadline').locator('.tag-count').first()).toContainText('2');
  });

  await test.step('split', async () => {
    await goToTag(window, 'deadline');
    await window.keyboard.press('s');
    const dialog = window.getByRole('dialog', { name: 'Split “deadline”' });
    await dialog.getByRole('textbox', { name: 'Name of the new tag' }).fill('meeting');
    await dialog.getByRole('searchbox').fill('18');
    await dialog.getByRole('checkbox', { name: 'All 1 shown' }).check();
    await expect(dialog.getByRole('status')).toHaveText('1 passage of 2 chosen');
    await expectAccessible(window, 'split');
    await dialog.getByRole('button', { name: 'Move 1 passage to the new tag' }).click();
    await said(window, 'Made the tag “meeting” with 1 passage of “deadline”.');
    await expect(tagLine(window, 'meeting').locator('.tag-count').first()).toContainText('1');
    await clickHighlight(readout, '18 June');
    await expect(tagsShown(window)).toHaveText(['meeting']);
  });

  await test.step('remove', async () => {
    await goToTag(window, 'meeting');
    await window.keyboard.press('Delete');
    const dialog = window.getByRole('dialog', { name: 'Remove “meeting”' });
    await expect(dialog).toContainText('is on 1 annotation');
    await expectAccessible(window, 'remove');
    await dialog.getByRole('radio', { name: 'Give them another tag instead' }).check();
    await dialog.getByRole('combobox', { name: 'The tag given instead' }).selectOption('length');
    await dialog.getByRole('button', { name: 'Remove “meeting”' }).click();
    await expect(tagLine(window, 'meeting')).toHaveCount(0);
    await expect(tagsShown(window)).toHaveText(['length']);
    await goToTag(window, 'deadline');
    await window.keyboard.press('Delete');
    await window
      .getByRole('radio', { name: /^Remove the 1 annotation that has no other tag/ })
      .check();
    await window.getByRole('button', { name: 'Remove “deadline”' }).click();
    await said(window, 'Removed the tag “deadline” and 1 annotation. Undo brings it back.');
    await expect(readout.locator('[data-annotations]', { hasText: '30 June' })).toHaveCount(0);
    for (const name of [
      'Remove tag “deadline”',
      'Remove tag “meeting”',
      'Split the tag “meeting” off “deadline”',
    ]) {
      await window.keyboard.press('Control+z');
      await said(window, `Undid: ${name}.`);
    }
    await expect(tagLine(window, 'deadline').locator('.tag-count').first()).toContainText('2');
  });
});

test('G3 to G7: a filter by tags acts everywhere, follows its tags, and is taken away by one press', async ({
  start,
}) => {
  // Axe looks at each screen in four themes.
  test.slow();
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await tag(window, 'figure');
  await highlight(readout, '30 June');
  await tag(window, 'date');
  const marks = readout.locator('[data-annotations]');
  await expect(marks).toHaveCount(2);

  await window.keyboard.press('Control+Alt+f');
  const dialog = window.getByRole('dialog', { name: 'Filter by tags' });
  const field = dialog.getByRole('textbox', { name: 'Show only annotations with' });
  await expect(field).toBeFocused();
  await field.fill('figure and date');
  await expect(dialog.getByRole('status')).toHaveText('No expression of this codebook’s tags yet');
  await field.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'There is no tag “figure and date”. Write AND, OR and NOT in capitals.',
  );
  await field.fill('NOT (date OR quotation)');
  await expect(dialog.getByRole('status')).toHaveText('1 of 2 annotations in the project');
  await expectAccessible(window, 'filter by tags');
  await field.press('Enter');
  await said(window, 'Filtered by tags: NOT (date OR quotation).');

  await expect(marks).toHaveCount(1);
  await expect(
    inspector(window).getByRole('listbox', { name: 'Annotations' }).getByRole('option'),
  ).toHaveCount(1);
  await expect(articleRow(window, sample.readout)).toBeVisible();
  await expect(articleRow(window, sample.agency)).toHaveCount(0);
  const library = window.getByRole('region', { name: 'Library', exact: true });
  await expect(library).toContainText('1 of 8');

  await showCodebook(window);
  await goToTag(window, 'date');
  await window.keyboard.press('F2');
  await expect(window.getByRole('textbox', { name: 'New name of the tag “date”' })).toBeFocused();
  await window.keyboard.type('day of the year');
  await window.keyboard.press('Enter');
  await showArticles(window);
  await expect(
    library.getByRole('button', { name: 'Filtered by tags: NOT (day of the year OR quotation)' }),
  ).toBeVisible();
  await expect(marks).toHaveCount(1);
  await expectNamedControls(window);
  await library.getByRole('button', { name: 'Clear the tag filter' }).click();
  await expect(marks).toHaveCount(2);
  await expect(articleRow(window, sample.agency)).toBeVisible();
  expect(await window.evaluate(() => document.activeElement === document.body)).toBe(false);

  await showCodebook(window);
  await goToTag(window, 'figure');
  await window.keyboard.press('f');
  await expect(marks).toHaveText(['31 kilometres']);
  await expectAccessible(window, 'codebook with a filter');
  await window.keyboard.press('f');
  await expect(marks).toHaveCount(2);
});

test('a name that is left by a press is taken over, and what was pressed has the keyboard', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await showCodebook(window);
  await makeTag(window, 'Enter', 'figure');
  await window.keyboard.press('F2');
  await expect(window.getByRole('textbox', { name: /^New name of the tag/ })).toBeFocused();
  await window.keyboard.type('number');
  await readout.getByText('The premiers welcomed').click();
  await expect(tagLine(window, 'number')).toBeVisible();
  await expect(readout).toBeFocused();
  await goToTag(window, 'number');
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: 'Name of the new tag' })).toBeFocused();
  await window.keyboard.type('sum');
  const field = window.getByRole('searchbox', { name: 'Find a tag' });
  await field.click();
  await window.keyboard.type('su');
  await expect(field).toHaveValue('su');
  await expectTags(window, ['1 sum']);
  await field.fill('');
  await goToTag(window, 'sum');
  await window.keyboard.press('F2');
  await expect(window.getByRole('textbox', { name: /^New name of the tag/ })).toBeFocused();
  await window.keyboard.type('Number');
  await readout.getByText('The premiers welcomed').click();
  await said(window, 'The name “Number” was not taken. There is a tag of that name already.');
  await expectTags(window, ['1 number', '1 sum']);
});

test('a tag has a menu, by the right button and by key; `N` makes a tag wherever the keyboard is', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await window.getByRole('main', { name: 'Desk' }).waitFor();
  const codebook = await showCodebook(window);
  await codebook.getByRole('button', { name: 'Make a tag' }).waitFor();
  // Nothing is there yet: the key that the button names makes the first one all the same.
  await makeTag(window, 'n', 'figure');
  await makeTag(window, 'n', 'quote');
  const menu = window.getByRole('menu', { name: 'Tag “figure”' });

  await tagLine(window, 'figure').click({ button: 'right' });
  await expect(menu).toBeVisible();
  await expectAccessible(window, 'menu of a tag');
  await menu.getByRole('menuitem', { name: 'Make a tag below' }).click();
  const field = window.getByRole('textbox', { name: 'Name of the new tag' });
  await expect(field).toBeFocused();
  await field.fill('sum');
  await field.press('Enter');
  await expectTags(window, ['1 figure', '2 sum', '1 quote']);

  await goToTag(window, 'figure');
  await window.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(tagTree(window)).toBeFocused();
  await window.keyboard.press('ContextMenu');
  await menu.getByRole('menuitem', { name: 'Remove…' }).press('Enter');
  await window.getByRole('dialog', { name: 'Remove “figure”' }).waitFor();
  await window.keyboard.press('Escape');
  await expect(tagTree(window)).toBeFocused();

  // With capitals locked the key is a capital without Shift.
  await tagTree(window).dispatchEvent('keydown', {
    ...{ key: 'N', modifierCapsLock: true, bubbles: true, cancelable: true },
  });
  await expect(field).toBeFocused();
  await field.fill('beside');
  await field.press('Enter');
  await expectTags(window, ['1 figure', '2 sum', '1 beside', '1 quote']);
  await window.getByRole('button', { name: 'New tag', exact: true }).focus();
  await window.keyboard.press('n');
  await expect(field).toBeFocused();
});
