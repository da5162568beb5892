import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { highlight } from '../../support/annotating.ts';
import { showView } from '../../support/areas.ts';
import { launchVariorum } from '../../support/launch.ts';
import { dragMarker } from '../../support/linking.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../../support/making-projects.ts';
import { openArticle, openBeside } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'links');
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

test('links: made, seen over the text, listed, their types', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
  const { window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: withSampleArticles(join(folder, 'project')),
  });
  await window.setViewportSize({ width: 1440, height: 900 });
  await whenSampleIsThere(window);
  await showView(window, 'Links');
  await expect(window.getByRole('heading', { name: 'No links yet' })).toBeVisible();
  await pictures(window, 'nothing-yet');
  await showView(window, 'Read');
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, 'first trains in 2034');
  await highlight(readout, '31 kilometres');
  await window.keyboard.press('c');
  await window
    .getByRole('dialog', { name: 'Claim from this passage' })
    .getByRole('textbox', { name: 'Wording' })
    .fill('The tunnel is 31 kilometres long.');
  await window.keyboard.press('Enter');
  const lantern = await openBeside(window, sample.lantern);
  await highlight(lantern, '31 kilometres');
  await dragMarker(window, '4:1', '1:2', 'before');
  await picture(window, 'drawn-from-marker-to-marker');
  await window.mouse.up();
  const dialog = window.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('radio', { name: 'repeats' }).check();
  await picture(window, 'how-it-relates');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(window.locator('.link-curve')).toHaveCount(1);
  await dragMarker(window, '1:1', '1:2');
  await dialog.getByRole('radio', { name: 'elaborates' }).check();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await window.getByRole('button', { name: /^1:2/ }).first().click();
  await expect(window.locator('.link-curve')).toHaveCount(2);
  await pictures(window, 'arrows');
  await window.getByRole('button', { name: 'Add link…' }).click();
  const add = window.getByRole('dialog', { name: 'Add link' });
  await expect(add.getByRole('combobox', { name: 'The other end' })).toBeFocused();
  await window.keyboard.type('C1');
  await picture(window, 'link-with-a-claim');
  await window.keyboard.press('Enter');
  await expect(add).toHaveCount(0);
  await showView(window, 'Links');
  const grid = window.getByRole('grid', { name: 'Links' });
  await grid.getByRole('row', { name: /elaborates/ }).click();
  await window.keyboard.press('n');
  await window.keyboard.type('Where the trains would run, and how far.');
  await window.keyboard.press('Enter');
  await pictures(window, 'table');
  await window.keyboard.press('Control+a');
  await picture(window, 'selected');
  await window.keyboard.press('t');
  await expect(window.getByRole('dialog')).toBeVisible();
  await picture(window, 'another-type');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Narrow by type/ }).click();
  await window.getByRole('searchbox', { name: 'Filter the links' }).fill('nothing like it');
  await picture(window, 'nothing-found');
  await window.getByRole('button', { name: 'Show all links' }).click();
  await window.getByRole('button', { name: 'Types of links…' }).click();
  const types = window.getByRole('dialog', { name: 'Types of links' });
  await types.getByRole('button', { name: /^elaborates/ }).click();
  await types.getByRole('radio', { name: 'dashed' }).check();
  await types.getByRole('radio', { name: 'teal' }).check();
  await types.getByRole('button', { name: 'Save' }).click();
  await pictures(window, 'types');
  await types.getByRole('button', { name: /^Remove or merge/ }).click();
  await picture(window, 'remove-or-merge');
  await close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
