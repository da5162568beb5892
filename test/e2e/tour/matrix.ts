import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted } from '../../support/areas.ts';
import { makeFilledProject, shortArticles } from '../../support/filled-project.ts';
import { launchVariorum } from '../../support/launch.ts';

const out = join(repositoryRoot, 'out', 'tour', 'matrix');
const size = { width: 1440, height: 900 };
let folder = '';
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  await mkdir(out, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('the matrix of claims and articles', async () => {
  const project = join(folder, 'project');
  const work = { annotationsEach: 20, claims: 40, links: 0, evidenceEach: 10 };
  await makeFilledProject(project, shortArticles(20), work);
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 20);
  await window.keyboard.press('Control+Alt+m');
  await window.getByRole('grid', { name: 'Claims and articles' }).waitFor();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Control+ArrowRight');
  await picture(window, 'matrix');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'matrix-dark');
  await window.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await picture(window, 'matrix-contrast');
  await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await window.keyboard.press('Enter');
  await window.getByRole('listbox', { name: 'Passages of the cell' }).waitFor();
  await picture(window, 'passages');
  await window.keyboard.press('e');
  await window.waitForTimeout(1_000);
  await picture(window, 'search');
  await window.setViewportSize({ width: 900, height: 800 });
  await window.waitForTimeout(300);
  await picture(window, 'search-narrow');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await picture(window, 'matrix-narrow');
  await close();
});
