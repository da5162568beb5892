import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { said } from '../../support/areas.ts';
import { compareByKeys, comparison, pairs } from '../../support/comparing.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample, whenSampleIsThere } from '../../support/making-projects.ts';

const out = join(repositoryRoot, 'out', 'tour', 'comparing');
const size = { width: 1440, height: 900 };
let step = 0;

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
}

test('articles side by side', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { window, close } = await launchVariorum({ args: ['--sample'] });
  await window.setViewportSize(size);
  await whenSampleIsThere(window);
  await compareByKeys(window, [sample.readout, sample.agency]);
  await said(window, /pairs?: /);
  await picture(window, 'two');
  // The first pair that is not word for word the same.
  await pairs(window).locator('[data-kind="reworded"]').first().click();
  await picture(window, 'wording');
  await window.keyboard.press('Control+Alt+j');
  await expect(window.getByRole('dialog', { name: 'Link the pair' })).toBeVisible();
  await picture(window, 'link-dialog');
  await window.keyboard.press('Enter');
  await said(window, 'Linked as');
  await window.getByRole('document', { name: sample.agency }).focus();
  for (let count = 3; count <= 4; count += 1) {
    await window.keyboard.press('Control+Shift+Enter');
    await expect(comparison(window).getByRole('document')).toHaveCount(count);
  }
  await said(window, /pairs?: /);
  await window.keyboard.press('F7');
  await picture(window, 'four');
  await window.keyboard.press('Control+Alt+l');
  await window.keyboard.press('Control+Alt+i');
  await picture(window, 'four-wide');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'four-dark');
  await window.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await picture(window, 'four-contrast');
  await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await window.setViewportSize({ width: 900, height: 800 });
  await picture(window, 'four-narrow');
  await window.setViewportSize(size);
  for (let count = 3; count >= 0; count -= 1) {
    await window.keyboard.press('Control+Shift+x');
    await expect(comparison(window).getByRole('document')).toHaveCount(count);
    if (count === 1) await picture(window, 'one');
  }
  await picture(window, 'none');
  await close();
});
