import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectInspected, highlight, highlightOf } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, showView } from '../support/areas.ts';
import { fileUnderClaim } from '../support/claim-dialog.ts';
import { pressIn, whenClosed } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, openBeside } from '../support/reading.ts';
import { counted, undoAndRedo } from '../support/undo-redo.ts';

const length = '31 kilometres';

/** One choice of the Inspector beside a claim. */
function choice(window: Page, name: string | RegExp) {
  return inspector(window).getByRole('combobox', { name });
}

test('undo and redo of links, claims, evidence, stances and statuses', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  const lantern = await openBeside(window, sample.lantern);
  await highlight(lantern, length);
  await window.keyboard.press('l');
  await highlight(readout, length);
  const links = () => inspector(window).getByRole('button', { name: /^Follow link/ });
  const claims = () => inspector(window).getByRole('button', { name: /^Show claim/ });

  await undoAndRedo(window, {
    name: 'Link “repeats”',
    ...counted(links, 0, 1),
    change: async () => {
      await window.keyboard.press('l');
      const dialog = window.getByRole('dialog', { name: 'Link' });
      await pressIn(dialog, 'Enter');
      await whenClosed(dialog);
      await expect(readout).toBeFocused();
    },
  });

  await undoAndRedo(window, {
    name: 'Make claim',
    ...counted(claims, 0, 1),
    change: async () => {
      await window.keyboard.press('c');
      const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
      await dialog.getByRole('textbox', { name: 'Wording' }).fill('It is 31 kilometres long.');
      await window.keyboard.press('Enter');
      await whenClosed(dialog);
      await expect(readout).toBeFocused();
    },
  });

  await undoAndRedo(window, {
    name: 'File as evidence for C1',
    ...counted(claims, 0, 1),
    change: async () => {
      const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
      await window.keyboard.press('c');
      await fileUnderClaim(dialog, 'C1');
      await dialog.getByRole('button', { name: 'File as evidence' }).click();
      await whenClosed(dialog);
    },
    before: async () => {
      // Undoing leaves the passage inspected; at first it has to be brought there.
      if ((await claims().count()) > 0) {
        await window.keyboard.press('Control+Enter');
        await expect(lantern).toBeFocused();
        await window.keyboard.press('[');
      }
      await expectInspected(window, length);
      await expect(claims()).toHaveCount(0);
    },
  });

  await showView(window, 'Claims');
  const row = window.getByRole('button', { name: /^Claim C1/ });
  await row.click();
  await undoAndRedo(window, {
    name: 'Change stance',
    before: () => expect(choice(window, 'Stance of 4:1')).toHaveValue('asserts'),
    after: () => expect(choice(window, 'Stance of 4:1')).toHaveValue('denies'),
    change: async () => {
      await choice(window, 'Stance of 4:1').selectOption('denies');
    },
  });
  await undoAndRedo(window, {
    name: 'Edit claim C1',
    before: () => expect(row).toContainText('open'),
    after: () => expect(row).toContainText('disputed'),
    change: async () => {
      await choice(window, 'Status').selectOption('disputed');
    },
  });
  await undoAndRedo(window, {
    name: 'Remove evidence',
    ...counted(() => inspector(window).getByRole('combobox', { name: /^Stance of/ }), 2, 1),
    change: () => inspector(window).getByRole('button', { name: 'Remove evidence 4:1' }).click(),
  });
  await window.keyboard.press('Control+z');
  await undoAndRedo(window, {
    name: 'Remove claim',
    ...counted(() => row, 1, 0),
    change: () => inspector(window).getByRole('button', { name: 'Remove claim' }).click(),
  });
  await window.keyboard.press('Control+z');

  await test.step('an annotation goes and comes with its links and its evidence', async () => {
    await showView(window, 'Read');
    await undoAndRedo(window, {
      name: 'Remove highlight',
      before: async () => {
        await expect(highlightOf(readout, length)).toHaveCount(1);
        await showView(window, 'Links');
        await expect(window.getByRole('heading', { name: '1 link', exact: true })).toBeVisible();
        await showView(window, 'Claims');
        await expect(row).toContainText('2 passages');
        await showView(window, 'Read');
      },
      after: async () => {
        await expect(highlightOf(readout, length)).toHaveCount(0);
        await showView(window, 'Links');
        await expect(window.getByRole('heading', { name: '0 links' })).toBeVisible();
        await showView(window, 'Claims');
        await expect(row).toContainText('1 passage');
        await showView(window, 'Read');
      },
      change: async () => {
        await readout.click({ position: { x: 5, y: 5 } });
        await window.keyboard.press(']');
        await expectInspected(window, length);
        await window.keyboard.press('Delete');
      },
    });
  });
});
