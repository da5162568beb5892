import { appendFile, cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { statusLine } from '../support/areas.ts';
import { makeFilledProject, shortArticles } from '../support/filled-project.ts';
import { killHard } from '../support/kill-hard.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import { doSomeWork, expectThatWork } from '../support/some-work.ts';

/** What the window says of the opening itself. */
function notices(window: Page) {
  return window.getByRole('list', { name: 'Notices' });
}

/** The journal's newest file. */
async function newestSegment(project: string): Promise<string> {
  const folder = join(project, '.variorum', 'journal');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const last = names.at(-1);
  if (last === undefined) throw new Error('The journal has no file.');
  return join(folder, last);
}

test('killed right after “Saved”, everything is there on the next start', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  await whenSaved(first.window);
  await killHard(first);
  const { window } = await start({ args: ['--project', project] });
  await expectThatWork(window);
  await expect(notices(window)).toContainText('did not close this project properly');
});

test('killed as soon as “Saved” stands there while a note is being typed, the note is there', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  const reader = await openArticle(first.window, sample.readout);
  await highlight(reader, '31 kilometres');
  await whenSaved(first.window);
  await first.window.keyboard.press('n');
  await first.window.keyboard.type('Typed a moment ago');
  await whenSaved(first.window);
  await killHard(first);
  const { window } = await start({ args: ['--project', project] });
  await openArticle(window, sample.readout);
  await window.keyboard.press(']');
  await expect(window.getByRole('textbox', { name: 'Note' })).toHaveText('Typed a moment ago');
});

test('with the database’s folder deleted, everything is rebuilt from the journal, with a notice', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  await whenSaved(first.window);
  await first.close();
  await rm(join(first.userDataDir, 'IndexedDB'), { recursive: true });
  const { window } = await start({ args: ['--project', project] });
  await expect(notices(window)).toContainText('it was rebuilt from the journal');
  await expectThatWork(window);
});

test('a large project that this computer keeps nothing of yet tells how far its opening is', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const work = { annotationsEach: 10, claims: 0, links: 0 };
  await makeFilledProject(project, shortArticles(1_500), work);
  const { window } = await start({ args: ['--project', project] });
  const progress = window.getByRole('progressbar', { name: 'Opening the project' });
  await expect(progress).toHaveAttribute('max', /^\d{5}$/);
  await expect(window.getByRole('status')).toContainText('being made from its journal');
  await expect(window.getByText(/^[\d,]+ of 1\d,\d{3} records$/)).toBeVisible();
  await expect(statusLine(window)).toContainText('1,500 articles · 15,000 annotations');
});

test('a torn last line of the journal is cut off, with a notice, and all whole changes are there', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  await whenSaved(first.window);
  await first.close();
  await appendFile(await newestSegment(project), '{"sequence":99,"change":{"id":"0190');
  const second = await start({ args: ['--project', project] });
  await expect(notices(second.window)).toContainText('last line was not written to its end');
  await expectThatWork(second.window);
  const reader = await openArticle(second.window, sample.readout);
  await highlight(reader, '6,500 jobs');
  await whenSaved(second.window);
  await second.close();
  const third = await start({ args: ['--project', project] });
  await expectThatWork(third.window);
  await expect(notices(third.window)).toHaveCount(0);
  await expect(statusLine(third.window)).toContainText('3 annotations');
});

test('a second program is told that the project is in use, and the first goes on', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  const second = await start({ userDataDir: join(folder, 'other-user') });
  await answerOpen(second.app, [project]);
  await second.window.getByRole('button', { name: /^Open/ }).click();
  const message = second.window.getByRole('dialog');
  await expect(message).toContainText('This project is open in another Variorum');
  await message.getByRole('button', { name: 'Close' }).click();
  await expect(second.window.getByRole('button', { name: /^Sample/ })).toBeVisible();
  await highlight(await openArticle(first.window, sample.readout), '6,500 jobs');
  await whenSaved(first.window);
  await first.close();
  await second.window.getByRole('button', { name: /^Open/ }).click();
  await expectThatWork(second.window);
  await expect(statusLine(second.window)).toContainText('3 annotations');
});

test('the project folder, copied to another place, shows everything to another user', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await doSomeWork(first.window);
  await whenSaved(first.window);
  await first.close();
  const copy = join(folder, 'elsewhere', 'copy');
  await cp(project, copy, { recursive: true });
  await rm(project, { recursive: true });
  const { window } = await start({
    args: ['--project', copy],
    userDataDir: join(folder, 'other-user'),
  });
  await expectThatWork(window);
  await expect(window.getByRole('heading', { name: 'copy' })).toBeVisible();
});
