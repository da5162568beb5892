import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said } from '../support/areas.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { openArticle, openBeside } from '../support/reading.ts';

test('keys and Inspector follow the pane that has the keyboard, and no other', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  const lantern = await openBeside(window, sample.lantern);
  await highlight(lantern, '3.9 billion crowns');
  const quote = inspector(window).getByRole('blockquote');
  await expect(quote).toHaveText('3.9 billion crowns');

  await window.keyboard.press('Control+Enter');
  await expect(readout).toBeFocused();
  await expect(quote).toHaveText('31 kilometres');
  await window.keyboard.press('Delete');
  await said(window, 'Removed annotation 1:1');
  await expect(readout.locator('[data-annotations]')).toHaveCount(0);
  await expect(lantern.locator('[data-annotations]')).toHaveCount(1);
});

test('a claim leaves the Inspector when an article is opened', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await window.keyboard.press('c');
  await window.getByRole('button', { name: 'Make claim' }).click();
  await window.getByRole('button', { name: 'Claims', exact: true }).click();
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await expect(inspector(window).getByRole('textbox', { name: 'Wording' })).toBeVisible();
  await openArticle(window, sample.lantern);
  await expect(inspector(window).getByRole('textbox', { name: 'Outlet' })).toHaveValue(
    'The Evening Lantern',
  );
});
