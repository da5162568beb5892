import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted } from '../../support/areas.ts';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { graphSettled, showGraph } from '../../support/graph.ts';
import { launchVariorum } from '../../support/launch.ts';
import { addLinks } from '../../support/linked-project.ts';

const out = join(repositoryRoot, 'out', 'tour', 'graph');
const size = { width: 1440, height: 900 };
let folder = '';
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  await graphSettled(window);
  // What was left out while it moved comes back.
  await window.waitForTimeout(400);
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

test('the graph of a project of some size', async () => {
  const project = join(folder, 'project');
  await makeFilledProject(project, reports(30), { annotationsEach: 3, claims: 12, links: 0 });
  await addLinks(project, 110);
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 30);
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await showGraph(window);
  await picture(window, 'connected');
  await inOtherLights(window, 'connected');
  await window.keyboard.press('Home');
  await picture(window, 'point');
  await inOtherLights(window, 'point');
  await window.keyboard.press('f');
  await picture(window, 'one-step');
  await window.keyboard.press('2');
  await picture(window, 'two-steps');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  for (const name of ['By outlet', 'Over time']) {
    await window.getByRole('radio', { name }).check({ force: true });
    await picture(window, name.toLowerCase().replace(' ', '-'));
  }
  await inOtherLights(window, 'over-time');
  await window.getByRole('radio', { name: 'Connected' }).check({ force: true });
  await window.getByRole('button', { name: 'Passages', exact: true }).click();
  await picture(window, 'articles');
  await window
    .getByRole('searchbox', { name: 'Find in the graph' })
    .fill('nothing has these words');
  await picture(window, 'nothing-left');
  await close();
});

test('5,000 links', async () => {
  const project = join(folder, 'project');
  await makeFilledProject(project, reports(200), { annotationsEach: 9, claims: 0, links: 0 });
  await addLinks(project, 5_000);
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 200);
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await window.getByRole('button', { name: 'Links', exact: true }).click();
  await showGraph(window);
  await picture(window, 'large');
  await window.keyboard.press('Home');
  for (let press = 0; press < 6; press += 1) await window.keyboard.press('+');
  await picture(window, 'large-zoomed');
  await window.keyboard.press('0');
  await window.getByRole('button', { name: 'Passages', exact: true }).click();
  await picture(window, 'large-articles');
  await close();
});
