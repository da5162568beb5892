import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted } from '../../support/areas.ts';
import { launchVariorum } from '../../support/launch.ts';
import { withSampleArticles } from '../../support/making-projects.ts';
import { kindButton, openReview, queue } from '../../support/reviewing.ts';

const out = join(repositoryRoot, 'out', 'tour', 'review');
const size = { width: 1440, height: 900 };
let folder = '';
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.waitForTimeout(400);
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  await mkdir(out, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('the queue of suggestions', async () => {
  const empty = await launchVariorum({ args: ['--project', join(folder, 'empty')] });
  await empty.window.setViewportSize(size);
  await empty.window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await empty.window.keyboard.press('Control+8');
  await picture(empty.window, 'no-articles');
  await empty.close();

  const { window, close } = await launchVariorum({
    args: withSampleArticles(join(folder, 'project')),
  });
  await window.setViewportSize(size);
  await articlesCounted(window, 8);
  await openReview(window);
  for (const kind of ['Conflicts', 'Clusters', 'Parallel passages', 'Quotations', 'Silences']) {
    await kindButton(window, kind).click();
    await picture(window, kind.toLowerCase().replace(' ', '-'));
  }
  await kindButton(window, 'Clusters').click();
  await queue(window).focus();
  await window.keyboard.press('e');
  await picture(window, 'accept-with-changes');
  await window.keyboard.press('Escape');
  await window.keyboard.press('a');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await picture(window, 'several-chosen');
  await window.keyboard.press('d');
  await kindButton(window, 'Silences').click();
  await queue(window).getByRole('option').first().waitFor();
  await picture(window, 'a-silence');
  await kindButton(window, 'Dismissed').click();
  await picture(window, 'dismissed');
  await kindButton(window, 'All').click();
  await window.getByRole('button', { name: 'Scores…' }).click();
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'scores-dark');
  await window.setViewportSize({ width: 900, height: 700 });
  await picture(window, 'narrow-dark');
  await window.getByRole('button', { name: 'Scores…' }).click();
  await window.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await picture(window, 'narrow-contrast');
  await window.getByRole('button', { name: 'How suggestions work' }).click();
  await picture(window, 'how-suggestions-work');
  await window.keyboard.press('Escape');
  await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await window.setViewportSize(size);
  await window.keyboard.press('Control+Alt+m');
  await window.getByRole('grid', { name: 'Claims and articles' }).waitFor();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('e');
  await picture(window, 'beside-a-cell');
  await close();
});
