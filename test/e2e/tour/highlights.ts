import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight, highlightOf, tag } from '../../support/annotating.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample, whenSampleIsThere } from '../../support/making-projects.ts';
import { openArticle, openBeside } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'highlights');

test('highlights: the margin, the card, edges, the same words', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { window, close } = await launchVariorum({ args: ['--sample'] });
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  await window.setViewportSize({ width: 1440, height: 900 });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await picture('empty');

  await highlight(reader, '31 kilometres between Kessy Head and Grèvemont');
  await tag(window, 'figure');
  await window.keyboard.press('n');
  await window.keyboard.type('As the ministry has it, and nobody else.');
  await window.keyboard.press('Escape');
  await highlight(reader, '31 kilometres');
  await highlight(reader, 'between Kessy Head', '1');
  await window.keyboard.press('c');
  await window.getByRole('dialog', { name: 'Claim from this passage' }).waitFor();
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await window.keyboard.press('l');
  await highlight(reader, '6,500 jobs', '3');
  await window.keyboard.press('l');
  await window.getByRole('dialog', { name: 'Link' }).waitFor();
  await window.keyboard.press('Enter');
  await picture('margin');

  const mark = await highlightOf(reader, 'between Kessy Head').boundingBox();
  if (mark === null) throw new Error('The highlight is not drawn.');
  await window.mouse.move(mark.x + 20, mark.y + 8);
  await window.mouse.move(mark.x + 24, mark.y + 8);
  await window.locator('.annotation-card').waitFor();
  await picture('card');
  await window.keyboard.press('Escape');

  await highlightOf(reader, '6,500').click();
  await window.keyboard.press('e');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await picture('edges');
  await window.keyboard.press('Escape');

  await highlight(reader, 'Kessy Head');
  await tag(window, 'place');
  await window.keyboard.press('=');
  const dialog = window.getByRole('dialog', { name: 'Find the same words' });
  await dialog.getByRole('radio', { name: 'All articles' }).check();
  await dialog.getByRole('checkbox', { name: /highlighted already/ }).waitFor();
  await dialog.getByRole('listitem').getByRole('checkbox', { disabled: false }).first().check();
  await picture('same-words');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture('same-words-dark');
  await dialog.getByRole('button', { name: /^Highlight those visible/ }).click();
  await dialog.getByText(/^Highlighted/).waitFor();
  await window.keyboard.press('Escape');
  await picture('dark');
  await window.emulateMedia({ colorScheme: 'light' });
  await openBeside(window, sample.lantern);
  await window.setViewportSize({ width: 900, height: 800 });
  await highlightOf(reader, '31').scrollIntoViewIfNeeded();
  await picture('narrow');
  const more = window.getByRole('button', { name: /more annotations on this line$/ });
  if ((await more.count()) > 0) {
    await more.first().click();
    await picture('more-on-a-line');
  }
  await close();
});
