import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { highlight, tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { showView } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { goToTag, showCodebook } from '../support/codebook.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { matrixGrid } from '../support/matrix.ts';
import { openArticle } from '../support/reading.ts';

const length = '31 kilometres';
const wording = 'The tunnel is 31 kilometres long.';

/** A passage of the sample with a tag, under a claim. */
async function fileClaim(window: Page): Promise<void> {
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await tag(window, 'Length');
  await window.keyboard.press('c');
  const asked = window.getByRole('dialog', { name: 'Claim' });
  await asked.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await asked.waitFor({ state: 'detached' });
}

test('Y32 Y34 Y37: a brief is drafted from a tag and from the matrix, and what is wrong is said', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const { window } = await start({ args: withSampleArticles(project) });
  await fileClaim(window);
  await mkdir(join(project, 'templates'), { recursive: true });
  const own = (name: string, text: string) => writeFile(join(project, 'templates', name), text);
  await own('misspelt.md', '---\ntitle: Misspelt\n---\n{{ claims[0].wordng }}\n');
  await own('cut-off.md', '---\ntitle: Cut off\n\n{{ title }}\n');
  await own('picture.md', 'PNG\0\0');
  // Liquid has long done its work when the Markdown of this one is read.
  await own('endless.md', '{% for i in (1..60000) %}*a_ {% endfor %}');
  const dialog = window.getByRole('dialog', { name: 'Draft a brief' });
  const preview = dialog.getByRole('region', { name: 'Preview' });

  await test.step('from a tag, by the menu of the codebook', async () => {
    await showCodebook(window);
    await goToTag(window, 'Length');
    await window.getByRole('button', { name: /templates$/ }).click();
    await window.getByRole('menuitem', { name: 'Draft a brief from the tags' }).click();
    const tags = dialog.getByRole('group', { name: 'Tags' });
    await expect(tags.getByRole('checkbox', { name: 'Length' })).toBeChecked();
    await expect(dialog.getByText('0 claims, 1 passage of 1 article')).toBeVisible();
    await expect(preview).toContainText(length);
    await expectAccessible(window, 'drafting a brief');
  });

  await test.step('a choice of nothing, a wrong name and an endless template say so', async () => {
    await dialog.getByRole('checkbox', { name: 'Length' }).uncheck();
    await expect(preview.getByRole('alert')).toContainText('No tag is chosen.');
    await expect(dialog.getByRole('button', { name: 'Draft', exact: true })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Length' }).check();
    const template = dialog.getByLabel('Template');
    await template.selectOption('file:endless.md');
    // The window answers meanwhile: the claims can be looked at.
    await dialog.getByRole('radio', { name: 'Claims' }).check();
    await expect(dialog.getByRole('checkbox', { name: wording })).toBeChecked();
    await expect(preview.getByRole('alert')).toContainText('“endless.md” takes too long');
    await template.selectOption('file:misspelt.md');
    await expect(preview.getByRole('alert')).toContainText(
      '“misspelt.md”, line 4, column 4: there is nothing called “claims.0.wordng”',
    );
    await template.selectOption('file:cut-off.md');
    await expect(preview.getByRole('alert')).toContainText('line 1: its head has no end');
    await template.selectOption('file:picture.md');
    await expect(preview.getByRole('alert')).toContainText('“picture.md” is no text');
    await template.selectOption('file:misspelt.md');
    await dialog.getByRole('checkbox', { name: wording }).uncheck();
    await expect(preview.getByRole('alert')).toContainText('No claim is chosen.');
  });

  await test.step('the draft of the tag', async () => {
    await dialog.getByRole('radio', { name: 'Tags' }).check();
    await dialog.getByLabel('Template').selectOption('event-summary');
    await expect(preview).toContainText('What the sources say');
    await dialog.getByRole('button', { name: 'Draft', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const text = window.getByRole('textbox', { name: 'Text of the brief' });
    await expect(text).toContainText('What the sources say');
    await expect(text).toContainText(length);
  });

  await test.step('from the matrix', async () => {
    // In a text that key is the comment's.
    await showView(window, 'Claims');
    await window.keyboard.press('Control+Alt+m');
    await expect(matrixGrid(window)).toBeVisible();
    await command(window, 'Draft a brief');
    await expect(dialog.getByRole('radio', { name: /matrix/ })).toBeChecked();
    await dialog.getByLabel('Template').selectOption('who-says-what');
    await expect(preview).toContainText('Asserts C1');
    await expect(preview).toContainText('no passage of it is under what was chosen');
    await dialog.getByRole('button', { name: 'Draft', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const text = window.getByRole('textbox', { name: 'Text of the brief' });
    await expect(text).toContainText('Asserts C1 (The tunnel is 31 kilometres long)');
  });
});
