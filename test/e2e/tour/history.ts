import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { inspector } from '../../support/areas.ts';
import { launchVariorum } from '../../support/launch.ts';
import { whenSampleIsThere, withSampleArticles } from '../../support/making-projects.ts';
import { whenSaved } from '../../support/reading.ts';
import { doSomeWork } from '../../support/some-work.ts';

const out = join(repositoryRoot, 'out', 'tour', 'history');
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

test('the history and the ways back', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  const { window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: withSampleArticles(join(folder, 'project')),
  });
  await window.setViewportSize({ width: 1440, height: 900 });
  await whenSampleIsThere(window);
  await doSomeWork(window);
  await window.keyboard.press('Control+z');
  await whenSaved(window);
  await window.keyboard.press('Control+6');
  const changes = window.getByRole('grid', { name: 'Changes' });
  await expect(changes).toBeFocused();
  await expect(inspector(window).getByRole('deletion')).toBeVisible();
  await picture(window, 'changes');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'changes-dark');
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize({ width: 900, height: 800 });
  await picture(window, 'changes-narrow');
  await window.setViewportSize({ width: 1440, height: 900 });
  await window.getByRole('searchbox', { name: /^Words in the name/ }).fill('nothing like it');
  await expect(window.getByText('No change is like that.')).toBeVisible();
  await picture(window, 'nothing-found');
  await window.getByRole('button', { name: 'Show all changes' }).click();
  await changes.getByRole('row', { name: /Tag as/ }).click();
  await expect(inspector(window).getByRole('heading', { level: 3 })).toContainText('Tag as');
  await inspector(window).getByRole('button', { name: 'Restore the project to here…' }).click();
  await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
  await picture(window, 'restore');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('undo');
  await picture(window, 'undo-by-name');
  await close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
