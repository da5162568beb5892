import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { articlesCounted, said } from '../../support/areas.ts';
import { command } from '../../support/commands.ts';
import { dropFiles } from '../../support/drop-files.ts';
import { makeFilledProject, shortArticles } from '../../support/filled-project.ts';
import { makeHostileFiles } from '../../support/hostile-files.ts';
import { launchVariorum } from '../../support/launch.ts';
import { sample, sampleArticles, whenSampleIsThere } from '../../support/making-projects.ts';
import { makeMixedFolder } from '../../support/mixed-folder.ts';
import { answerOpen } from '../../support/native-dialogs.ts';
import { callingPage } from '../../support/outside-world.ts';
import { openArticle, selectWords, whenSaved } from '../../support/reading.ts';
import {
  concordance,
  concordanceLines,
  expectFound,
  searchFor,
  searchResults,
} from '../../support/searching.ts';

const out = join(repositoryRoot, 'out', 'tour', 'corpus');
const size = { width: 1440, height: 900 };
const narrow = { width: 760, height: 800 };

let chapter = '';
let step = 0;

/** The pictures of a test have a folder of their own. */
async function beginChapter(name: string): Promise<void> {
  chapter = join(out, name);
  step = 0;
  await rm(chapter, { recursive: true, force: true });
  await mkdir(chapter, { recursive: true });
}

async function picture(window: Page, name: string): Promise<void> {
  step += 1;
  await window.screenshot({ path: join(chapter, `${String(step).padStart(2, '0')}-${name}.png`) });
}

/** The same screen in the dark, and in a narrow window. */
async function inOtherLights(window: Page, name: string): Promise<void> {
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, `${name}-dark`);
  await window.emulateMedia({ colorScheme: 'light' });
  await window.setViewportSize(narrow);
  await picture(window, `${name}-narrow`);
  await window.setViewportSize(size);
}

async function choose(window: Page, section: string, name: string): Promise<void> {
  await window.getByRole('button', { name: 'Sort, group and columns' }).click();
  await window
    .getByRole('group', { name: section })
    .getByRole('menuitemradio', { name, exact: true })
    .click();
}

let folder = '';

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-tour-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

test('searching: articles, concordance, the find bar', async () => {
  await beginChapter('searching');
  const { window, close } = await launchVariorum({ args: ['--sample'] });
  await window.setViewportSize(size);
  await whenSampleIsThere(window);
  await searchFor(window, '');
  await picture(window, 'search-empty');
  await searchFor(window, 'tunnel (cost');
  await picture(window, 'search-problem');
  await expectFound(window, 'tunnel OR boreholes', 8);
  await window.keyboard.press('Enter');
  await picture(window, 'search-articles');
  await inOtherLights(window, 'search-articles');
  await searchResults(window).press('Enter');
  await window.locator('[role="document"]:focus').waitFor();
  await picture(window, 'find-bar');
  await inOtherLights(window, 'find-bar');
  await window.keyboard.press('h');
  await window.keyboard.press('Escape');
  await searchFor(window, 'tunnel');
  await window.getByRole('radio', { name: 'Concordance' }).check();
  await concordanceLines(window).first().waitFor();
  await concordance(window).focus();
  await window.keyboard.press('r');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('2');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('3');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press(' ');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press(' ');
  await picture(window, 'concordance');
  await inOtherLights(window, 'concordance');
  await close();
});

test('files: report, columns, folders, revisions, differences', async () => {
  await beginChapter('files');
  const watched = join(folder, 'agency');
  await mkdir(watched);
  for (const name of await readdir(sampleArticles)) {
    await copyFile(join(sampleArticles, name), join(watched, name));
  }
  const [wire = ''] = (await readdir(watched)).filter((name) => name.includes('lantern'));
  const story = await readFile(join(watched, wire), 'utf8');
  await writeFile(
    join(watched, 'copy.md'),
    story
      .replace('The Evening Lantern', 'The Morning Courier')
      .replace('Tunnel timetable promised for June', 'Timetable for tunnel promised')
      .replaceAll('premiers', 'leaders'),
  );
  const { app, window, close } = await launchVariorum({
    args: ['--project', join(folder, 'Strait tunnel')],
  });
  await window.setViewportSize(size);
  await picture(window, 'empty-project');
  await command(window, 'Watched folders');
  await answerOpen(app, [watched]);
  await window.getByRole('button', { name: 'Add folder…' }).click();
  await articlesCounted(window, 9);
  await picture(window, 'watched-folders');
  await inOtherLights(window, 'watched-folders');
  await window.keyboard.press('Escape');

  const reader = await openArticle(window, sample.lantern);
  await selectWords(reader, 'late-night call');
  await window.keyboard.press('h');
  await whenSaved(window);
  await writeFile(
    join(watched, wire),
    `${story.replace('late-night call', 'call late on Monday night').trimEnd()}\n\nThe ministry did not answer questions.\n`,
  );
  await said(window, '1 article with a new revision.');
  await picture(window, 'revision-notice');
  await openArticle(window, sample.observer);
  await openArticle(window, sample.lantern);
  await picture(window, 'revisions-in-the-inspector');
  await window.getByRole('button', { name: 'Differences of revision 2 to revision 1' }).click();
  await window.getByRole('region', { name: 'The two texts' }).waitFor();
  await window.keyboard.press('n');
  await picture(window, 'differences');
  await inOtherLights(window, 'differences');
  await window.keyboard.press('Escape');
  await choose(window, 'Group by', 'Near duplicates');
  await picture(window, 'clusters');
  await inOtherLights(window, 'clusters');

  const pile = join(folder, 'pile');
  await makeMixedFolder(pile, callingPage('http://127.0.0.1:9'));
  await makeHostileFiles(pile);
  await writeFile(join(pile, 'table.csv'), 'a,b,c\nOne,"The first row says it all.",x\n');
  await dropFiles(window, [pile]);
  const report = window.getByRole('dialog', { name: 'Import report' });
  await report.waitFor();
  await picture(window, 'import-report');
  await inOtherLights(window, 'import-report');
  await report.getByRole('button', { name: /^Columns to choose/ }).click();
  await report.getByRole('button', { name: 'Choose columns of' }).click();
  await window.getByRole('cell').first().waitFor();
  await picture(window, 'table-columns');
  await inOtherLights(window, 'table-columns');
  await window.keyboard.press('Escape');
  await command(window, 'Show jobs and import reports');
  await picture(window, 'jobs');
  await window.keyboard.press('Escape');
  await window.getByRole('searchbox', { name: 'Filter articles' }).fill('Президент');
  await openArticle(window, 'Президент рассказал о переправе');
  await picture(window, 'a-guessed-encoding');
  await window.getByRole('button', { name: 'Change the character encoding' }).click();
  await picture(window, 'encoding');
  await window.keyboard.press('Escape');
  await close();
});

test('the Library with many articles, and a long job', async () => {
  await beginChapter('library');
  const project = join(folder, 'Many');
  await makeFilledProject(project, shortArticles(2_000));
  const burst = join(folder, 'burst');
  await mkdir(burst);
  for (let index = 0; index < 1_500; index += 1) {
    const text = `Late wire ${index}\n\n${`It says ${index} of the matter. `.repeat(40)}\n`;
    await writeFile(join(burst, `late-${index}.txt`), text);
  }
  const { window, close } = await launchVariorum({ args: ['--project', project] });
  await window.setViewportSize(size);
  await articlesCounted(window, 2_000);
  const library = window.getByRole('region', { name: 'Library', exact: true });
  await picture(window, 'library');
  await dropFiles(window, [burst]);
  await window.getByRole('button', { name: 'Pause' }).waitFor();
  await picture(window, 'job-in-the-status-line');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await library.getByRole('button', { name: 'Wide list' }).click();
  await choose(window, 'Group by', 'Outlet');
  await window.keyboard.press('Escape');
  await picture(window, 'library-wide');
  await inOtherLights(window, 'library-wide');
  const rows = library
    .getByRole('row')
    .filter({ has: window.getByRole('button', { name: /^Star/ }) });
  await rows.nth(1).click({ modifiers: ['Control'] });
  await rows.nth(4).click({ modifiers: ['Shift'] });
  await library.getByRole('button', { name: /^Narrow by/ }).click();
  await picture(window, 'library-selection');
  await inOtherLights(window, 'library-selection');
  await library.getByRole('button', { name: 'Sort, group and columns' }).click();
  await picture(window, 'library-menu');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Edit what is known…' }).click();
  await picture(window, 'library-edit');
  await window.keyboard.press('Escape');
  await library.getByRole('button', { name: 'Move to the trash' }).click();
  await library.getByRole('button', { name: /^Trash/ }).click();
  await picture(window, 'trash');
  await inOtherLights(window, 'trash');
  await close();
});
