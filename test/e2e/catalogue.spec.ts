import { cp, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import type { LaunchedVariorum } from '../support/launch.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { whenSaved } from '../support/reading.ts';
import { expectFound, searchResults } from '../support/searching.ts';

type Start = (options: { readonly args: readonly string[] }) => Promise<LaunchedVariorum>;

/** A project with the sample's articles that was searched once, closed; and where its catalogue is. */
async function searchedProject(start: Start, folder: string) {
  const project = join(folder, 'project');
  const { window, close } = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(window);
  await expectSearched(window);
  await whenSaved(window);
  await close();
  return { project, file: join(project, '.variorum', 'catalogue.db') };
}

async function expectSearched(window: Page): Promise<void> {
  await expectFound(window, 'outlet:lantern "timetable promised"', 1);
  await expect(searchResults(window).getByRole('option')).toContainText([sample.lantern]);
}

test('S13: a catalogue that was deleted is built anew, and search works', async ({
  start,
  folder,
}) => {
  const { project, file } = await searchedProject(start, folder);
  const hidden = join(project, '.variorum');
  for (const name of await readdir(hidden)) {
    if (name.startsWith('catalogue.db')) await rm(join(hidden, name));
  }
  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 8);
  await expectSearched(window);
  expect((await stat(file)).size).toBeGreaterThan(0);
});

test('S13: a damaged catalogue is noticed, said and built anew, and nothing else is lost', async ({
  start,
  folder,
}) => {
  const { project, file } = await searchedProject(start, folder);
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, Math.floor(size / 8_192) * 4_096);
  await handle.close();
  const second = await start({ args: ['--project', project] });
  await articlesCounted(second.window, 8);
  await said(second.window, 'The catalogue was damaged and was built anew.');
  await expectSearched(second.window);
  await second.close();

  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 8);
  await expectSearched(window);
  await expect(window.getByRole('region', { name: 'Status' })).not.toContainText('damaged');
});

test('S13: a project that was copied to another path is searched there, and so is the original', async ({
  start,
  folder,
}) => {
  const { project } = await searchedProject(start, folder);
  const copy = join(folder, 'another place', 'copy of it');
  await cp(project, copy, { recursive: true });
  const copied = await start({ args: ['--project', copy] });
  await articlesCounted(copied.window, 8);
  await expectSearched(copied.window);
  await copied.close();
  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 8);
  await expectSearched(window);
});
