import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said } from '../support/areas.ts';
import { dropFiles } from '../support/drop-files.ts';
import { hostileFiles, makeHostileFiles } from '../support/hostile-files.ts';
import { quotesOnDisk } from '../support/journal-on-disk.ts';
import { makeMixedFolder, mixedArticles, sharedWord } from '../support/mixed-folder.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { callingPage, startServer } from '../support/outside-world.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import {
  concordance,
  concordanceLines,
  expectFound,
  searchBox,
  searchFor,
  searchResults,
} from '../support/searching.ts';
import { outsideOf, watchRequests } from '../support/watch-requests.ts';

const sharing = mixedArticles.filter(({ isForeign }) => isForeign !== true);
const articleCount = mixedArticles.length + 1;
const refusedNames = Object.keys(hostileFiles);

interface ReportRow {
  readonly File: string;
  readonly Part: string;
  readonly Outcome: string;
  readonly Format: string;
  readonly Title: string;
  readonly Reason: string;
}

/** Goes on with Tab until something has the keyboard. */
async function tabTo(window: Page, goal: Locator): Promise<void> {
  for (let press = 0; press < 30; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}

function reader(window: Page): Locator {
  return window.locator('[role="document"]');
}

async function expectQuotes(project: string, count: number): Promise<void> {
  const quotes = await quotesOnDisk(project);
  expect(quotes).toHaveLength(count);
  for (const { quote, words } of quotes) expect(words).toBe(quote);
}

test('a mixed folder is dropped, reported, searched and annotated from the concordance (A1, A2, F3, S11)', async ({
  start,
  folder,
}) => {
  test.slow();
  const outside = await startServer();
  const pile = join(folder, 'pile');
  await makeMixedFolder(pile, callingPage(outside.address));
  await makeHostileFiles(pile);
  const project = join(folder, 'project');
  const { app, window } = await start({ args: ['--project', project] });
  const asked = await watchRequests(app);
  const report = window.getByRole('dialog', { name: 'Import report' });

  await test.step('the report names every file with its outcome', async () => {
    await window.getByRole('region', { name: 'Library' }).waitFor();
    await dropFiles(window, [pile]);
    await expect(report).toBeVisible({ timeout: 40_000 });
    await articlesCounted(window, articleCount);
    await expect(report).toContainText(
      `${articleCount} articles added, ${await refusals(report)} refused.`,
    );
    for (const [name, reason] of Object.entries(hostileFiles)) {
      const line = report.getByRole('listitem').filter({ hasText: `pile/${name}` });
      await expect(line.first()).toContainText(reason);
    }
  });

  await test.step('the report as CSV has the same files, with their parts, formats and titles', async () => {
    await answerSave(app, join(folder, 'report.csv'));
    await report.getByRole('button', { name: 'Export report…' }).click();
    await said(window, 'The report was written to report.csv.');
    const text = await readFile(join(folder, 'report.csv'), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data, errors } = Papa.parse<ReportRow>(text.slice(1), { header: true });
    expect(errors.filter(({ type }) => type !== 'FieldMismatch')).toEqual([]);
    const added = data.filter(({ Outcome }) => Outcome === 'New article');
    expect(added.map(({ File, Part, Title, Format }) => [File, Part, Title, Format])).toEqual(
      expect.arrayContaining(
        mixedArticles.map(({ file, part, title, format }) => [
          `pile/${file}`,
          part ?? '',
          title,
          format,
        ]),
      ),
    );
    expect(added).toHaveLength(articleCount);
    for (const name of refusedNames) {
      const row = data.find(({ File }) => File === `pile/${name}`);
      expect(row?.Outcome, name).toBe('Refused');
      expect(row?.Reason, name).toMatch(hostileFiles[name] ?? /never/);
    }
    await report.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a page with scripts and pictures is read, and nothing of it runs or is fetched', async () => {
    const page = await openArticle(window, 'The page that calls home');
    await expect(page).toContainText('Nothing may be fetched');
    await expect(page.locator('img, script, iframe, object, video, a')).toHaveCount(0);
  });

  await test.step('search finds every article, also by its outlet, its date and words of other letters', async () => {
    await expectFound(window, sharedWord, sharing.length);
    await expectFound(window, '"gazette says that the crossing"', 1);
    await expectFound(window, 'outlet:strand', 1);
    await expectFound(window, 'встреча переправ*', 1);
    await expectFound(window, 'on:2031-05-15', 2);
  });

  await test.step('from the list of articles into one, by keyboard; it is highlighted and tagged there', async () => {
    await searchFor(window, sharedWord);
    await window.keyboard.press('Enter');
    await expect(searchResults(window)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowDown');
    await expect(searchResults(window).getByRole('option').nth(2)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await window.keyboard.press('Enter');
    await expect(reader(window)).toBeFocused();
    await window.keyboard.press('h');
    await said(window, /^Highlighted/);
    await tag(window, 'promise');
    await whenSaved(window);
    await expectQuotes(project, 1);
  });

  await test.step('from the concordance: one line, one with a tag, then all of them', async () => {
    await window.keyboard.press('Control+Shift+F');
    await tabTo(window, window.getByRole('radio', { name: 'Articles' }));
    await window.keyboard.press('ArrowRight');
    await expect(concordanceLines(window)).toHaveCount(sharing.length);
    await window.keyboard.press('Control+Shift+F');
    await expect(searchBox(window)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await expect(concordance(window)).toBeFocused();
    await window.keyboard.press('l');
    // A line that has no highlight yet: one of the two, whichever article the first highlight is in.
    await window.keyboard.press('Home');
    const marked = () => window.locator('.kwic-annotated');
    await expect(marked()).toHaveCount(1);
    await goToPlainLine(window);
    await window.keyboard.press('h');
    await expect(marked()).toHaveCount(2);
    await expect(inspector(window).getByRole('blockquote')).toHaveText(sharedWord);
    await goToPlainLine(window);
    await window.keyboard.press('1');
    await expect(marked()).toHaveCount(3);
    await expect(
      inspector(window).getByRole('list', { name: 'Tags of this annotation' }),
    ).toContainText('promise');
    await window.keyboard.press('Shift+H');
    await said(window, `Highlighted ${sharing.length - 3} passages. 3 were highlighted already.`);
    await expect(marked()).toHaveCount(sharing.length);
  });

  await test.step('on disk the quote of each is what stands at its place', async () => {
    await whenSaved(window);
    await expectQuotes(project, sharing.length);
    const quotes = await quotesOnDisk(project);
    expect(new Set(quotes.map(({ quote }) => quote))).toEqual(new Set([sharedWord]));
  });

  await test.step('undo takes them back by the step, on the screen and on disk', async () => {
    await window.keyboard.press('Control+z');
    await expect(window.locator('.kwic-annotated')).toHaveCount(3);
    await window.keyboard.press('Control+z');
    await expect(window.locator('.kwic-annotated')).toHaveCount(2);
    await whenSaved(window);
    await expectQuotes(project, 2);
  });

  expect(outsideOf(await asked())).toEqual([]);
  expect(outside.visits).toEqual([]);
  await outside.close();
});

/** How many files and parts the report says were refused. */
async function refusals(report: Locator): Promise<string> {
  const heading = await report.getByRole('heading', { name: /^Refused/ }).textContent();
  const count = /\((\d+)\)/.exec(heading ?? '')?.[1] ?? '';
  expect(Number(count)).toBeGreaterThanOrEqual(refusedNames.length);
  return count;
}

/** Goes down from the line with the cursor to the next one that has no highlight. */
async function goToPlainLine(window: Page): Promise<void> {
  for (let press = 0; press < sharing.length; press += 1) {
    const id = await concordance(window).getAttribute('aria-activedescendant');
    const current = window.locator(`[id="${id ?? ''}"]`);
    if ((await current.locator('.kwic-annotated').count()) === 0) return;
    await window.keyboard.press('ArrowDown');
    await expect(concordance(window)).not.toHaveAttribute('aria-activedescendant', id ?? '');
  }
}
