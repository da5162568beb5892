import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { showCodebook, tagLine, tagTree } from '../../support/codebook.ts';
import { command } from '../../support/commands.ts';
import { launchVariorum } from '../../support/launch.ts';
import { withSampleArticles } from '../../support/making-projects.ts';
import { answerOpen } from '../../support/native-dialogs.ts';
import { openArticle, selectWords } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'codebook');
const readout = /^Readout of the Premier/;

test('the codebook', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { app, window, close } = await launchVariorum({
    args: withSampleArticles(join(out, 'project', 'Strait tunnel')),
  });
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  await window.setViewportSize({ width: 1440, height: 900 });
  const reader = await openArticle(window, readout);
  const codebook = await showCodebook(window);
  await picture('empty');
  await codebook.getByRole('button', { name: 'Begin from a template…' }).click();
  await window.getByRole('dialog').waitFor();
  await picture('templates');
  await window.getByRole('button', { name: /^Fact checking/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Import “Fact checking”' });
  await dialog.getByRole('heading', { level: 3 }).first().waitFor();
  await picture('preview');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await tagLine(window, 'figure').waitFor();
  for (const [words, key] of [
    ['31 kilometres', '5'],
    ['30 June', '6'],
    ['first trains in 2034', '1'],
    ['The rock has never been the problem; the paperwork has', '2'],
  ] as const) {
    await reader.focus();
    await selectWords(reader, words);
    await window.keyboard.press(key);
  }
  await tagLine(window, 'check').click();
  await picture('counts');
  await window.keyboard.press('f');
  await picture('filtered');
  await window.keyboard.press('f');
  await tagLine(window, 'figure').click();
  await tagLine(window, 'quotation').click({ modifiers: ['Control'] });
  await tagLine(window, 'source').click({ modifiers: ['Control'] });
  await picture('selected');
  await window.keyboard.press('m');
  await window.getByRole('dialog').waitFor();
  await picture('merge');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  for (const [key, name] of [
    ['s', 'split'],
    ['Delete', 'remove'],
    ['Enter', 'edit'],
  ] as const) {
    await tagLine(window, 'check').click();
    await window.keyboard.press(key);
    await window.getByRole('dialog').waitFor();
    await picture(name);
    await window.keyboard.press('Escape');
  }
  await window.keyboard.press('Control+Alt+f');
  await window.getByRole('dialog').waitFor();
  await window.keyboard.type('check AND NOT (figure OR quotation)');
  await picture('filter');
  await window.keyboard.press('Enter');
  await window.getByRole('tab', { name: 'Articles' }).click();
  await picture('filtered-library');
  await showCodebook(window);
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme });
    if (colorScheme === 'dark') await picture('dark');
  }
  await window.emulateMedia({ contrast: 'more' });
  await picture('high-contrast');
  await window.emulateMedia({ contrast: 'no-preference' });
  await window.setViewportSize({ width: 900, height: 700 });
  await picture('narrow');
  await window.setViewportSize({ width: 1440, height: 900 });
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `subject ${index % 40}/matter ${index % 280}/detail ${index}`,
  );
  const file = join(out, 'project', 'large.csv');
  await writeFile(file, `path\n${rows.join('\n')}`);
  await answerOpen(app, [file]);
  await command(window, 'Import a codebook');
  await window.getByRole('button', { name: 'Import', exact: true }).click();
  await tagLine(window, 'subject 0').waitFor();
  await tagTree(window).focus();
  await window.keyboard.press('End');
  await picture('large');
  await close();
});
