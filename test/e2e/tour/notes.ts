import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight, tag } from '../../support/annotating.ts';
import { showView } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample } from '../../support/making-projects.ts';
import { openArticle } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'notes');

test('notes with references, reading settings and themes, on the sample', async () => {
  test.slow();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { window, close } = await launchVariorum();
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  await window.setViewportSize({ width: 1440, height: 900 });
  await window.getByRole('button', { name: /^Sample/ }).click();
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, '6,500 jobs');
  await tag(window, 'figure');
  await highlight(reader, 'support 6,500 jobs during');
  await tag(window, 'promise');
  await highlight(reader, '31 kilometres');
  await window.keyboard.press('c');
  await window.getByRole('dialog', { name: 'Claim from this passage' }).waitFor();
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await window.keyboard.press('n');
  await window.keyboard.type('As in @');
  await window.getByRole('listbox', { name: 'What to mention' }).waitFor();
  await picture('what-to-mention');
  for (const typed of ['1:1', '@c1', '@fig', '@midnight call']) {
    await window.keyboard.type(typed);
    await window.getByRole('listbox', { name: 'What to mention' }).waitFor();
    await window.keyboard.press('Enter');
  }
  await picture('a-note-with-references');
  await window.keyboard.press('Escape');
  await window.getByRole('complementary', { name: 'Inspector' }).getByRole('option').last().click();
  await picture('mentioned-in');
  await showView(window, 'Claims');
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await picture('a-claim-with-its-note');
  await showView(window, 'Read');
  const settings = window.getByRole('dialog', { name: 'Reading settings' });
  for (const theme of ['Dark', 'High contrast, light', 'High contrast, dark']) {
    await command(window, 'Reading settings');
    await settings.waitFor();
    if (theme === 'Dark') await picture('reading-settings');
    await settings.getByRole('radio', { name: theme, exact: true }).check();
    await window.keyboard.press('Escape');
    await settings.waitFor({ state: 'detached' });
    const name = theme.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await picture(name);
    for (const view of ['Claims', 'Brief'] as const) {
      await showView(window, view);
      await picture(`${name}-${view.toLowerCase()}`);
    }
    await showView(window, 'Read');
  }
  await window.emulateMedia({ forcedColors: 'active' });
  await picture('the-systems-own-colours');
  await window.emulateMedia({ forcedColors: 'none' });
  await window.setViewportSize({ width: 900, height: 700 });
  await command(window, 'Reading settings');
  await settings.waitFor();
  await picture('narrow');
  await close();
});
