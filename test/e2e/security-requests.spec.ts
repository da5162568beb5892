import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, showView } from '../support/areas.ts';
import { dropFiles } from '../support/drop-files.ts';
import { exportAndProve } from '../support/exporting.ts';
import { sampleArticles } from '../support/making-projects.ts';
import { callingPage, startServer } from '../support/outside-world.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import { outsideOf, watchRequests } from '../support/watch-requests.ts';

test('the whole path asks for nothing outside, not even for what an article names', async ({
  start,
  folder,
}) => {
  const outside = await startServer();
  const launched = await start();
  const { app, window } = launched;
  const asked = await watchRequests(app);
  const seen: string[] = [];
  window.context().on('request', (request) => seen.push(request.url()));
  await window.reload();
  await window.getByRole('button', { name: /^Sample/ }).click();
  await articlesCounted(window, 8);
  await writeFile(join(folder, 'tracker.html'), callingPage(outside.address));
  await dropFiles(window, [join(folder, 'tracker.html'), sampleArticles]);
  await articlesCounted(window, 9);
  const reader = await openArticle(window, 'The page that calls home');
  await expect(reader).toContainText('Nothing may be fetched');
  await expect(reader.locator('img, script, link, iframe, video')).toHaveCount(0);
  await highlight(reader, 'Nothing may be fetched');
  await window.keyboard.press('b');
  await showView(window, 'Brief');
  await whenSaved(window);
  const sample = join(launched.userDataDir, 'projects', 'Strait tunnel, May');
  await exportAndProve(launched, sample, folder, ['Nothing may be fetched']);

  const all = [...(await asked()), ...seen];
  expect(all.length).toBeGreaterThan(0);
  expect(outsideOf(all)).toEqual([]);
  expect(outside.visits).toEqual([]);
  await outside.close();
});
