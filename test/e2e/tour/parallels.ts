import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { said } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../../support/making-projects.ts';
import {
  clusterList,
  clusterTable,
  passageSigns,
  passagesMarked,
} from '../../support/parallels.ts';
import { openArticle } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'parallels');
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

/** The same screen in light, in dark, and narrow. */
async function pictures(window: Page, name: string): Promise<void> {
  await picture(window, name);
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, `${name}-dark`);
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize({ width: 900, height: 800 });
  await picture(window, `${name}-narrow`);
  await window.setViewportSize({ width: 1440, height: 900 });
}

test('parallel passages: beside the text, known at once, listed, as clusters', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  const empty = await launchVariorum({
    userDataDir: join(folder, 'empty-data'),
    args: ['--project', join(folder, 'empty')],
  });
  await empty.window.setViewportSize({ width: 1440, height: 900 });
  await command(empty.window, 'Show the clusters of parallel passages');
  await expect(empty.window.getByRole('heading', { name: 'No clusters' })).toBeVisible();
  await picture(empty.window, 'no-clusters');
  await empty.close();

  const { window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: withSampleArticles(join(folder, 'project')),
  });
  await window.setViewportSize({ width: 1440, height: 900 });
  await whenSampleIsThere(window);
  await openArticle(window, sample.agency);
  await passagesMarked(window);
  await pictures(window, 'beside-the-text');
  await passageSigns(window).first().hover();
  await picture(window, 'pointed-at');
  await window.keyboard.press(')');
  await window.keyboard.press(')');
  await window.keyboard.press('p');
  await window.getByRole('dialog', { name: 'Parallel passages in other articles' }).waitFor();
  await pictures(window, 'known-at-once');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: /^Pane: / })).toHaveCount(2);
  await pictures(window, 'opened-beside');
  await window.keyboard.press('P');
  await said(window, /^Parallel passage \d/);
  await pictures(window, 'listed');
  await window.keyboard.press('Shift+L');
  await window.getByRole('dialog', { name: 'Link the parallel passages' }).waitFor();
  await picture(window, 'link');
  await window.keyboard.press('Escape');

  await command(window, 'Show the clusters of parallel passages');
  await expect(clusterList(window)).toBeFocused();
  const promise = clusterList(window).getByRole('option', { name: /We have promised this/ });
  await promise.click();
  await window.keyboard.press('Enter');
  await expect(clusterTable(window)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await pictures(window, 'cluster');
  await window.getByRole('radio', { name: 'By wording' }).check();
  await picture(window, 'by-wording');
  await clusterTable(window).focus();
  await window.keyboard.press('c');
  await window.getByRole('dialog', { name: /^Claim from/ }).waitFor();
  await pictures(window, 'claim-of-a-cluster');
  await window.keyboard.press('Enter');
  await said(window, /^Accepted: claim C1/);
  await picture(window, 'claim-made');
  await close();
  await rm(folder, { recursive: true, force: true });
});
