import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { said } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { expectTags, showCodebook, tagLine, tagTree } from '../support/codebook.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';

test('G12, G13: a template is begun with, the codebook goes to QDC and CSV and comes back; a file of another program is told of first', async ({
  start,
  folder,
}) => {
  // Axe looks at each screen in four themes.
  test.slow();
  const { app, window } = await start({ args: withSampleArticles(join(folder, 'Case')) });
  await whenSampleIsThere(window);
  const codebook = await showCodebook(window);
  await codebook.getByRole('button', { name: 'Begin from a template…' }).click();
  const templates = window.getByRole('dialog', { name: 'Begin from a template' });
  await expectAccessible(window, 'templates');
  await templates.getByRole('button', { name: /^Quotations and figures/ }).click();
  const preview = window.getByRole('dialog', { name: 'Import “Quotations and figures”' });
  await expect(preview).toContainText('8 tags will be made');
  await expectAccessible(window, 'preview of an import');
  await preview.getByRole('button', { name: 'Import' }).click();
  const tree = [
    '1 quotation',
    '2 paraphrase',
    '1 figure',
    '2 amount',
    '2 share',
    '2 change',
    '2 estimate',
    '1 date',
  ];
  await expectTags(window, tree);
  await expect(tagTree(window)).toBeFocused();
  await expectAccessible(window, 'codebook');

  const qdc = join(folder, 'codes.qdc');
  await answerSave(app, qdc);
  await command(window, 'Export the codebook as QDC');
  await said(window, 'Exported to codes.qdc. QDC has no place for the keys of tags; CSV has.');
  expect(await readFile(qdc, 'utf8')).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
  const csv = join(folder, 'codes.csv');
  await answerSave(app, csv);
  await command(window, 'Export the codebook as CSV');
  await said(window, 'Exported to codes.csv.');
  expect(await readFile(csv, 'utf8')).toContain('figure/share,share,figure,teal,');

  await command(window, 'Save the codebook as a template');
  const save = window.getByRole('dialog', { name: 'Save the codebook as a template' });
  await save.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await save.getByRole('textbox', { name: 'Name' }).press('Enter');
  await said(window, 'Saved the codebook as the template “Mine” on this machine.');

  await tagTree(window).focus();
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Import the codebook “Quotations and figures”.');
  await expect(codebook.getByRole('button', { name: 'Make a tag' })).toBeVisible();

  await answerOpen(app, [csv]);
  await command(window, 'Import a codebook');
  await window.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expectTags(window, tree);
  await expect(tagLine(window, 'share')).toContainText('key 5');

  const foreign = join(folder, 'foreign.qdc');
  await writeFile(
    foreign,
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="7c9e6679-7425-40de-944b-e07fc1f90ae7" name="FIGURE" isCodable="true" color="#123456"><Code name="guess"/></Code></Codes><Sets><Set guid="7c9e6679-7425-40de-944b-e07fc1f90ae8" name="Main"/></Sets></CodeBook>',
  );
  await answerOpen(app, [foreign]);
  await command(window, 'Import a codebook');
  const dialog = window.getByRole('dialog', { name: 'Import “foreign.qdc”' });
  await expect(dialog).toContainText('1 tag will be made');
  await expect(dialog).toContainText('FIGURE / guess');
  await expect(dialog).toContainText('Sets, which were left out');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expectTags(window, [...tree.slice(0, 7), '2 guess', '1 date']);

  await writeFile(foreign, '<html><body>not a codebook</body></html>');
  await command(window, 'Import a codebook');
  await expect(window.getByRole('dialog')).toContainText('There is no codebook in this file.');
  await closeWithEscape(window.getByRole('dialog'));

  await command(window, 'Begin from a codebook template');
  await expect(templates.getByRole('button', { name: /^Mine/ })).toBeVisible();
  await templates.getByRole('button', { name: 'Remove the template “Mine”' }).click();
  await expect(templates.getByRole('button', { name: /^Mine/ })).toHaveCount(0);
});
