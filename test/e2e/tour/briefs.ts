import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight } from '../../support/annotating.ts';
import { showView } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample } from '../../support/making-projects.ts';
import { openArticle } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'briefs');

const passages = [
  [sample.readout, '31 kilometres', 'The tunnel is 31 kilometres long.'],
  [sample.lantern, '31 kilometres', null],
  [sample.readout, '6,500 jobs', 'Building it gives 6,500 people work.'],
] as const;

test('a brief: drafted, written, cited, checked, exported; other programs', async () => {
  test.slow();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { window, close } = await launchVariorum();
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  /** The same screen in the dark, in high contrast, and in a narrow window. */
  const all = async (name: string): Promise<void> => {
    await picture(name);
    await window.emulateMedia({ colorScheme: 'dark' });
    await picture(`${name}-dark`);
    await window.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await picture(`${name}-contrast`);
    await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await window.setViewportSize({ width: 900, height: 800 });
    await picture(`${name}-narrow`);
    await window.setViewportSize({ width: 1440, height: 900 });
  };
  await window.setViewportSize({ width: 1440, height: 900 });
  await window.getByRole('button', { name: /^Sample/ }).click();
  await window.getByRole('grid', { name: 'Articles' }).waitFor();
  for (const [article, words, wording] of passages) {
    const reader = await openArticle(window, article);
    await highlight(reader, words);
    if (wording === null) continue;
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
    await window.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }
  await showView(window, 'Brief');
  await all('empty');
  await command(window, 'Draft a brief');
  const draft = window.getByRole('dialog', { name: 'Draft a brief' });
  await draft.waitFor();
  await window.waitForTimeout(1_000);
  await all('draft');
  await window.keyboard.press('Escape');
  await draft.waitFor({ state: 'detached' });
  await window.getByRole('main').getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await window.keyboard.type('# What it is\nThe tunnel is 34 kilometres long, says the readout ');
  await window
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: 'In the sentence' })
    .first()
    .click();
  await window.keyboard.type('.\n## Work\nNobody says who pays. “A hope” is what it is.');
  await window.keyboard.press('Control+Alt+f');
  await window.keyboard.type('Asked twice, by telephone.');
  await window.keyboard.press('Escape');
  await window.waitForTimeout(1_500);
  await all('written');
  await window.getByRole('button', { name: 'More about the brief' }).click();
  await picture('menu');
  await window.keyboard.press('Escape');
  for (const [name, title] of [
    ['Citations of the brief', 'citations'],
    ['Export the brief', 'export'],
    ['Export to another program', 'export-to'],
    ['Import from another program', 'import-from'],
  ] as const) {
    await command(window, name);
    await window.getByRole('dialog').waitFor();
    await window.waitForTimeout(800);
    await all(title);
    await window.keyboard.press('Escape');
    await window.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await close();
});
