import { highlight, tag, tagsShown } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said } from '../support/areas.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';

test('a tag is renamed, gets another colour and key, is removed; each is undone', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await tag(window, 'figure');
  const open = () =>
    inspector(window)
      .getByRole('button', { name: /^Edit the tag/ })
      .click();
  const dialog = window.getByRole('dialog', { name: 'Edit tag' });

  await open();
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await window.keyboard.type('given up');
  await expect(name).toHaveValue('given up');
  await window.keyboard.press('Escape');
  await expect(name).toHaveValue('figure');
  await closeWithEscape(dialog);
  await expect(tagsShown(window)).toHaveText(['figure']);

  await open();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('quotation');
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(dialog).toContainText('There is a tag of that name already.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('length');
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
  await dialog.getByRole('radio', { name: 'teal' }).check();
  await dialog.getByRole('combobox', { name: 'Key' }).selectOption('1');
  await said(window, '“quotation” has none');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(tagsShown(window)).toHaveText(['length']);

  await open();
  await dialog.getByRole('button', { name: 'Remove tag from the project…' }).click();
  const removal = window.getByRole('dialog', { name: 'Remove “length”' });
  await expect(removal).toContainText('“length” is on 1 annotation.');
  await removal.getByRole('button', { name: 'Remove “length”' }).click();
  await expect(tagsShown(window)).toHaveText([]);
  await readout.focus();
  for (const undone of ['Remove tag', 'Edit tag', 'Edit tag', 'Rename the tag']) {
    await window.keyboard.press('Control+z');
    await said(window, `Undid: ${undone}`);
  }
  await expect(tagsShown(window)).toHaveText(['figure']);
});
