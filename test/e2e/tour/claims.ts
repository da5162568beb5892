import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight } from '../../support/annotating.ts';
import { inspector, showView } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample } from '../../support/making-projects.ts';
import { openArticle } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'claims');

const passages = [
  [sample.readout, '31 kilometres', 'The tunnel is 31 kilometres long.'],
  [sample.readout, '6,500 jobs', 'Building it gives 6,500 people work.'],
  [sample.readout, 'support 6,500 jobs during', 'The jobs are for the time of building.'],
] as const;

test('claims, speakers, merging and splitting, on the sample', async () => {
  test.slow();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { window, close } = await launchVariorum();
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  const field = (name: string) => inspector(window).getByLabel(name, { exact: true });
  const write = async (name: string, value: string): Promise<void> => {
    await field(name).fill(value);
    await field(name).press('Enter');
  };
  const claim = (number: number) =>
    window.getByRole('button', { name: new RegExp(`^Claim C${number}:`) });
  await window.setViewportSize({ width: 1440, height: 900 });
  await window.getByRole('button', { name: /^Sample/ }).click();
  await window.getByRole('grid', { name: 'Articles' }).waitFor();
  await showView(window, 'Claims');
  await picture('no-claims-yet');
  for (const [article, words, wording] of passages) {
    await showView(window, 'Read');
    const reader = await openArticle(window, article);
    await highlight(reader, words);
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
    await dialog.getByRole('combobox', { name: 'Speaker' }).fill('Thora');
    if (wording.startsWith('Building')) await picture('a-claim-from-a-passage');
    await window.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }
  await showView(window, 'Claims');
  await claim(1).click();
  await write('Speaker', 'Thora Velmund');
  await write('Said on', '8 May 2026 – 9 May 2026');
  await write('Place', 'Hesk');
  await write('Confidence', '70');
  await field('Importance').selectOption('much');
  await write('Ask a question', 'With or without the ramps?');
  await write('Answer 1', 'With them, the agency says.');
  await write('Ask a question', 'Who measured it?');
  await claim(3).focus();
  await window.keyboard.press('Alt+ArrowRight');
  await claim(1).click();
  await picture('a-claim');
  await inspector(window).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await picture('a-claim-further-down');
  await field('Speaker').fill('t');
  await picture('who-says-it');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await claim(1).click();
  await inspector(window).getByRole('button', { name: 'Merge…' }).click();
  await window.getByRole('dialog', { name: 'Merge C1 with' }).waitFor();
  await window.keyboard.type('C2');
  await window.keyboard.press('Enter');
  await window.getByRole('dialog', { name: 'Merge claims' }).waitFor();
  await picture('merging-two-claims');
  await window.keyboard.press('Escape');
  await inspector(window).getByRole('button', { name: 'Split…' }).click();
  await window.getByRole('dialog', { name: 'Split C1' }).waitFor();
  await picture('splitting-a-claim');
  await window.keyboard.press('Escape');
  await inspector(window).getByRole('button', { name: 'Relate…' }).click();
  await picture('relating-two-claims');
  await window.keyboard.press('Escape');
  await command(window, 'Speakers');
  await window
    .getByRole('dialog', { name: 'Speakers' })
    .getByRole('button', { name: /^Thora Velmund/ })
    .click();
  await picture('speakers');
  await window.keyboard.press('Escape');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture('claims-dark');
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize({ width: 900, height: 700 });
  await picture('claims-narrow');
  await close();
});
