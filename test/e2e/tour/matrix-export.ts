import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted, said, showView } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { launchVariorum } from '../../support/launch.ts';
import { answerSave } from '../../support/native-dialogs.ts';

const out = join(repositoryRoot, 'out', 'tour', 'matrix-export');
let step = 0;

/** The same screen in light, in dark, and narrow. */
async function pictures(window: Page, name: string): Promise<void> {
  step += 1;
  const path = (look: string): string =>
    join(out, `${String(step).padStart(2, '0')}-${name}-${look}.png`);
  await window.screenshot({ path: path('light') });
  await window.emulateMedia({ colorScheme: 'dark' });
  await window.screenshot({ path: path('dark') });
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize({ width: 900, height: 800 });
  await window.screenshot({ path: path('narrow') });
  await window.setViewportSize({ width: 1440, height: 900 });
}

test('the matrix exported, and as a table in the brief', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  const project = join(folder, 'project');
  await makeFilledProject(project, reports(6), { annotationsEach: 3, claims: 8, links: 0 });
  const { window, app, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: ['--project', project],
  });
  await window.setViewportSize({ width: 1440, height: 900 });
  await articlesCounted(window, 6);
  await command(window, 'Show the matrix');
  await window.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(window.getByRole('menu', { name: 'Export the matrix' })).toBeVisible();
  await pictures(window, 'menu');
  await window.keyboard.press('Escape');
  await answerSave(app, join(out, 'matrix.html'));
  await command(window, 'Export the matrix as HTML');
  await said(window, 'to matrix.html.');
  await answerSave(app, join(out, 'matrix.xlsx'));
  await command(window, 'Export the matrix as XLSX');
  await said(window, 'to matrix.xlsx.');
  await command(window, 'Send the matrix to the brief');
  await said(window, 'Sent the matrix');
  await showView(window, 'Brief');
  await window.locator('.rich-text th').first().click();
  await expect(window.getByRole('button', { name: 'Add row below' })).toBeVisible();
  await pictures(window, 'brief');
  await close();
  await rm(folder, { recursive: true, force: true });
});
