import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight } from '../../support/annotating.ts';
import { articlesCounted, said } from '../../support/areas.ts';
import { ferryFirst, ferrySecond, ferryTitle, ferryWords } from '../../support/ferry-story.ts';
import { launchVariorum } from '../../support/launch.ts';
import { answerOpen } from '../../support/native-dialogs.ts';
import { openArticle } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'carry-over');
const size = { width: 1440, height: 900 };

let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

/** The same screen in the dark, and in a narrow window. */
async function inOtherLights(window: Page, name: string): Promise<void> {
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, `${name}-dark`);
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize({ width: 900, height: 800 });
  await picture(window, `${name}-narrow`);
  await window.setViewportSize(size);
}

test('annotations of an article whose text has changed', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  step = 0;
  const folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  const file = join(folder, 'fares.txt');
  await writeFile(file, ferryFirst);
  const { app, window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  try {
    await window.setViewportSize(size);
    await articlesCounted(window, 1);
    const reader = await openArticle(window, ferryTitle);
    for (const words of Object.values(ferryWords)) await highlight(reader, words);
    await writeFile(file, ferrySecond);
    await answerOpen(app, [file]);
    await window.keyboard.press('Control+o');
    await said(window, '4 annotations wait');
    await picture(window, 'notice');
    await window.getByRole('button', { name: 'Review' }).click();
    const list = window.getByRole('listbox', { name: 'Annotations to carry over' });
    await list.waitFor();
    await picture(window, 'changed');
    await inOtherLights(window, 'changed');
    for (const name of ['moved', 'uncertain', 'lost']) {
      await window.keyboard.press('ArrowDown');
      await picture(window, name);
    }
    await window.keyboard.press('m');
    await window.getByRole('note', { name: 'Place by hand' }).waitFor();
    await picture(window, 'placing');
    await window.keyboard.press('Escape');
    await list.waitFor();
    await window.keyboard.press('k');
    await window
      .getByRole('button', { name: 'Accept all from 70 % (2)' })
      .or(list)
      .first()
      .waitFor();
    await window.getByRole('combobox', { name: /Score from which/ }).selectOption('0.7');
    await window.getByRole('button', { name: /^Accept all from 70 %/ }).click();
    await picture(window, 'one-left');
    await list.focus();
    await window.keyboard.press('1');
    await window.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await picture(window, 'empty');
    await inOtherLights(window, 'empty');
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
