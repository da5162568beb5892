import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView, statusLine } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { dropFiles } from '../support/drop-files.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { squarePicture } from '../support/printed-brief.ts';
import { openArticle, whenSaved } from '../support/reading.ts';

test('I25 pictures dropped on a brief are asked about one after the other, none is imported, those that are none are named', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  const files = ['one.png', 'photo.heic', 'two.png', 'three.png'].map((name) => join(folder, name));
  for (const file of files) {
    await writeFile(file, file.endsWith('.png') ? Buffer.from(squarePicture.png, 'base64') : 'x');
  }
  await dropFiles(window, files);
  const dialog = window.getByRole('dialog');
  for (const [words, name] of [
    ['picture 1 of 4', 'First'],
    ['picture 3 of 4', 'Second'],
  ] as const) {
    await expect(dialog).toContainText(words);
    await dialog.getByRole('textbox', { name: 'Caption' }).fill(name);
    await dialog.getByRole('textbox', { name: /^Description/ }).fill(`A square, ${name}`);
    await dialog.getByRole('button', { name: 'Insert' }).press('Enter');
    await said(window, 'The figure was put in.');
  }
  await expect(dialog).toContainText('picture 4 of 4');
  await window.keyboard.press('Escape');
  await expect(dialog).toContainText('“photo.heic”: The picture can not be read. Save it as PNG');
  await dialog.getByRole('button').last().press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(text.getByRole('figure')).toHaveCount(2);
  await expect(text.getByRole('figure').first()).toContainText('First');
  await expect(text.getByRole('figure').last()).toContainText('Second');
  // The last import is still that of the articles.
  await statusLine(window).getByRole('button', { name: 'Import report' }).click();
  const report = window.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('8 articles added');
  await expect(report).not.toContainText('refused');
});

test('I31 a figure says that the project says something else by now, and is drawn anew from itself and from the check', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, '31 kilometres');
  await window.keyboard.press('c');
  const asked = window.getByRole('dialog', { name: 'Claim' });
  await asked.getByRole('textbox', { name: 'Wording' }).fill('The tunnel is 31 kilometres long.');
  await window.keyboard.press('Enter');
  await asked.waitFor({ state: 'detached' });
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await command(window, 'Insert the matrix as a figure');
  const dialog = window.getByRole('dialog', { name: 'Insert a figure' });
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await said(window, 'The figure was put in.');
  const check = window.getByRole('region', { name: 'Check' });
  await expect(check.getByRole('status')).toContainText('Check finished');
  const chip = text.getByRole('button', { name: 'changed since it was drawn · draw anew' });
  const finding = check.getByRole('treeitem', { name: '1 figure older than what it shows' });
  await expect(chip).toHaveCount(0);

  const reword = async (wording: string): Promise<void> => {
    await showView(window, 'Claims');
    await window.getByRole('button', { name: /^Claim C1:/ }).click();
    const field = inspector(window).getByLabel('Wording', { exact: true });
    await field.fill(wording);
    await field.press('Enter');
    await showView(window, 'Brief');
  };

  await test.step('told at the figure and in the check, drawn anew by pointer, and undone', async () => {
    await reword('The tunnel is 32 kilometres long.');
    await expect(finding).toBeVisible();
    await expect(chip).toBeVisible();
    await expectAccessible(window, 'a figure that changed');
    await chip.click();
    await said(window, 'The figure was drawn anew.');
    await expect(finding).toHaveCount(0);
    await expect(chip).toHaveCount(0);
    await whenSaved(window);
    await window.keyboard.press('Control+z');
    await expect(chip).toBeVisible();
  });

  await test.step('by key, from the list of the check', async () => {
    await finding.click();
    await expect(
      inspector(window).getByText('What it shows changed since it was drawn.'),
    ).toBeVisible();
    await check.getByRole('tree', { name: 'Findings of the check' }).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('u');
    await said(window, 'The figure was drawn anew.');
    await expect(chip).toHaveCount(0);
  });
});
