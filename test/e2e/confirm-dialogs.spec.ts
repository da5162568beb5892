import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { said } from '../support/areas.ts';
import { expectTags, goToTag, makeTag, showCodebook, tagTree } from '../support/codebook.ts';
import { hasKeyboard } from '../support/dialogs.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { articleRow } from '../support/reading.ts';

/** The accessible name of what has the keyboard. */
async function focused(window: Page): Promise<string> {
  return window.evaluate(() => document.activeElement?.textContent ?? '');
}

test('Enter in a dialog that asks does what its set-off button says: the safe one where something goes; Escape cancels', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await window.getByRole('main', { name: 'Desk' }).waitFor();
  await showCodebook(window);
  await makeTag(window, 'Enter', 'figure');
  await makeTag(window, 'n', 'quote');

  await test.step('what removes something', async () => {
    await goToTag(window, 'figure');
    await window.keyboard.press('Delete');
    const dialog = window.getByRole('dialog', { name: 'Remove “figure”' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expectTags(window, ['1 figure', '1 quote']);
    await window.keyboard.press('Delete');
    await dialog.waitFor();
    await window.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expectTags(window, ['1 figure', '1 quote']);
    await window.keyboard.press('Delete');
    await expect.poll(() => focused(window)).toBe('Cancel');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expectTags(window, ['1 quote']);
    await window.keyboard.press('Control+z');
    await expectTags(window, ['1 figure', '1 quote']);
  });

  await test.step('what is asked for with choices', async () => {
    await tagTree(window).focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('m');
    const dialog = window.getByRole('dialog', { name: 'Merge tags' });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: 'quote' }).check();
    await window.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expectTags(window, ['1 quote']);
    await window.keyboard.press('Control+z');
    await expectTags(window, ['1 figure', '1 quote']);
    // Without touching a choice as well.
    await tagTree(window).focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('m');
    await dialog.waitFor();
    await window.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expectTags(window, ['1 figure']);
  });
});

/** Gives the command by its name. */
async function askToEmpty(window: Page): Promise<void> {
  await window.keyboard.press('Control+k');
  await hasKeyboard(window.getByRole('dialog', { name: 'Search or run a command' }));
  await window.keyboard.type('Empty the trash');
  await window.keyboard.press('Enter');
}

test('Enter does not empty the trash; the button does', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await articleRow(window, sample.readout).focus();
  await window.keyboard.press('Delete');
  await said(window, 'Moved 1 article to the trash');
  await askToEmpty(window);
  const dialog = window.getByRole('dialog', { name: 'Empty the trash' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await askToEmpty(window);
  await dialog.getByRole('button', { name: 'Empty the trash' }).press('Enter');
  await said(window, 'Removed 1 article from the project.');
});
