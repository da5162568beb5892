import { expect, test } from '../support/app-test.ts';
import { inspector } from '../support/areas.ts';
import { whenSampleIsThere } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';

const readout = /^Readout of the Premier/;

test('words in a field are kept when its view goes or the window closes; nonsense does not hold it up', async ({
  start,
}) => {
  const args = ['--sample'];
  const first = await start({ args });
  await whenSampleIsThere(first.window);
  await openArticle(first.window, readout);
  const byline = inspector(first.window).getByRole('textbox', { name: 'Byline' });
  await byline.fill('Ada Strand');
  await first.window.keyboard.press('Control+4');
  await first.window.keyboard.press('Control+1');
  await expect(byline).toHaveValue('Ada Strand');

  await inspector(first.window).getByRole('textbox', { name: 'Outlet' }).fill('The Press Office');
  await inspector(first.window).getByRole('textbox', { name: 'Published' }).fill('some day soon');
  await first.close();

  const second = await start({ args });
  await openArticle(second.window, readout);
  const field = (name: string) => inspector(second.window).getByRole('textbox', { name });
  await expect(field('Byline')).toHaveValue('Ada Strand');
  await expect(field('Outlet')).toHaveValue('The Press Office');
  await expect(field('Published')).toHaveValue('2026-05-12T00:25:00+01:00');
});
