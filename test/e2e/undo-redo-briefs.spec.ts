import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, showView } from '../support/areas.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import { counted, undoAndRedo } from '../support/undo-redo.ts';

const length = '31 kilometres';

test('undo and redo of what is done to a brief', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  const desk = window.getByRole('main', { name: 'Desk' });
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  const title = window.getByRole('textbox', { name: 'Title of the brief' });

  await undoAndRedo(window, {
    name: 'Send to brief',
    before: async () => {
      await showView(window, 'Brief');
      await expect(desk.getByRole('heading', { name: 'No brief yet' })).toBeVisible();
      await showView(window, 'Read');
      await expect(reader).toBeFocused();
    },
    after: async () => {
      await showView(window, 'Brief');
      await expect(text).toContainText(length);
      await showView(window, 'Read');
      await expect(reader).toBeFocused();
    },
    change: () => window.keyboard.press('b'),
  });

  await showView(window, 'Brief');
  await undoAndRedo(window, {
    name: 'Edit brief',
    before: () => expect(text).not.toContainText('A sentence of my own.'),
    after: () => expect(text).toContainText('A sentence of my own.'),
    change: async () => {
      await text.press('Control+End');
      await window.keyboard.type('A sentence of my own.');
      await whenSaved(window);
    },
  });

  await undoAndRedo(window, {
    name: 'Edit brief',
    ...counted(() => text.getByText(length), 1, 2),
    change: async () => {
      await inspector(window)
        .getByRole('button', { name: `Cite in the sentence: ${length}` })
        .click();
    },
  });

  await undoAndRedo(window, {
    name: 'Rename brief',
    before: () => expect(title).toHaveValue('Brief'),
    after: () => expect(title).toHaveValue('The length'),
    change: async () => {
      await title.fill('The length');
      await title.press('Enter');
      // A field keeps undo to itself while it has the focus.
      await text.focus();
    },
  });

  await undoAndRedo(window, {
    name: 'Remove brief',
    before: () => expect(text).toContainText('A sentence of my own.'),
    after: () => expect(desk.getByRole('heading', { name: 'No brief yet' })).toBeVisible(),
    change: async () => {
      await desk.getByRole('button', { name: 'More about the brief' }).click();
      await window.getByRole('menuitem', { name: 'Remove brief' }).click();
    },
  });

  await undoAndRedo(window, {
    name: 'New brief',
    before: () => expect(desk.getByRole('heading', { name: 'No brief yet' })).toBeVisible(),
    after: () => expect(title).toHaveValue('Brief'),
    change: () => desk.getByRole('button', { name: 'New brief' }).click(),
  });
});
