import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted } from '../../support/areas.ts';
import { evidenceGrid, figure, showEvidence } from '../../support/evidence.ts';
import { makeFilledProject, shortArticles } from '../../support/filled-project.ts';
import { launchVariorum } from '../../support/launch.ts';

const out = join(repositoryRoot, 'out', 'tour', 'evidence');
const size = { width: 1440, height: 900 };
let folder = '';
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

/** The same screen in the dark, in high contrast, and in a narrow window. */
async function inOtherLights(window: Page, name: string): Promise<void> {
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, `${name}-dark`);
  await window.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await picture(window, `${name}-contrast`);
  await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await window.setViewportSize({ width: 900, height: 800 });
  await picture(window, `${name}-narrow`);
  await window.setViewportSize(size);
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  await mkdir(out, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('the table of annotations and the statistics', async () => {
  const project = join(folder, 'project');
  const work = { annotationsEach: 10, claims: 200, links: 800 };
  await makeFilledProject(project, shortArticles(400), work);
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 400);
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await showEvidence(window);
  await picture(window, 'table');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press(' ');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await window
    .getByRole('button', { name: 'Narrow by outlet, article, claim, author or date' })
    .click();
  await picture(window, 'selected');
  await inOtherLights(window, 'selected');
  for (const [name, button] of [
    ['link', 'Link…'],
    ['claim', 'Claim…'],
    ['remove', 'Remove…'],
  ] as const) {
    await window
      .getByRole('toolbar', { name: 'Selected annotations' })
      .getByRole('button', { name: button })
      .click();
    await window.getByRole('dialog').waitFor();
    await picture(window, `dialog-${name}`);
    await window.keyboard.press('Escape');
  }
  await window.getByRole('main').getByRole('button', { name: 'Sort, group and columns' }).click();
  await picture(window, 'menu');
  await window
    .getByRole('group', { name: 'Group by' })
    .getByRole('menuitemradio', { name: 'Claim', exact: true })
    .click();
  await picture(window, 'by-claim');
  await window.getByRole('main').getByRole('searchbox').fill('nothing has these words');
  await picture(window, 'nothing-found');
  await window.getByRole('button', { name: 'Show all annotations' }).click();
  await evidenceGrid(window).waitFor();
  await window.getByRole('tab', { name: 'Statistics' }).click();
  for (const name of ['By outlet', 'Over time', 'Tags together']) {
    await window.getByRole('radio', { name }).check({ force: true });
    await picture(window, name.toLowerCase().replaceAll(' ', '-'));
    await inOtherLights(window, name.toLowerCase().replaceAll(' ', '-'));
  }
  await figure(window, 'agency', 'comment').click();
  await evidenceGrid(window).waitFor();
  await picture(window, 'passages-of-a-figure');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: /^Back to the evidence/ }).waitFor();
  await picture(window, 'way-back');
  await close();
});

test('nothing is annotated yet', async () => {
  const project = join(folder, 'project');
  await makeFilledProject(project, shortArticles(5));
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 5);
  await window.keyboard.press('Control+5');
  await window.getByRole('heading', { name: 'Nothing is annotated yet' }).waitFor();
  await picture(window, 'empty');
  await close();
});
