import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, statusLine } from '../support/areas.ts';
import { dropFiles } from '../support/drop-files.ts';
import { articleRow } from '../support/reading.ts';
import { expectFound, searchResults } from '../support/searching.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

const texts = sharedCorpus('xi-putin-calls').filter((path) => path.endsWith('.txt'));
const office = sharedCorpus('office');
const pages = sharedCorpus('web').map((folder) => join(folder, 'source.html'));
const formats = ['txt', 'docx', 'epub', 'odt', 'pdf', 'rtf'];

/** Drops files and waits for the end of the job; answers with the open report. */
async function dropAndReport(window: Page, files: readonly string[]): Promise<Locator> {
  await window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await dropFiles(window, files);
  const report = window.getByRole('dialog', { name: 'Import report' });
  const button = statusLine(window).getByRole('button', { name: 'Import report' });
  await button.click({ timeout: 60_000 });
  await expect(report).toBeVisible();
  return report;
}

test('R3: five accounts in six formats each, dropped at once, are five articles with several origins', async ({
  start,
  folder,
}) => {
  const isThere = texts.length > 0 && office.length > 0;
  test.skip(!isThere, 'The folders xi-putin-calls and office of ../shared/corpus are not there.');
  test.slow();
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  const report = await dropAndReport(window, [...texts, ...office]);
  await expect(report).not.toContainText('refused');
  await report.getByRole('button', { name: 'Close' }).click();

  const library = window.getByRole('region', { name: 'Library', exact: true });
  await test.step('a PDF that parts a paragraph otherwise is a near duplicate of its text', async () => {
    await articlesCounted(window, 7);
    await library.getByRole('button', { name: 'Sort, group and columns' }).click();
    await window
      .getByRole('group', { name: 'Group by' })
      .getByRole('menuitemradio', { name: 'Near duplicates', exact: true })
      .click();
    const likeness = library.getByRole('button', { name: /^same words: differences/ });
    await expect(likeness).toHaveCount(2);
    await likeness.first().click();
    const view = window.getByRole('region', { name: 'Differences', exact: true });
    // Which of the two is the earlier is told by the dates of the files.
    await expect(view).toContainText(/1 changed, 1 (?:inserted|cut)/);
    await expect(view.getByRole('region', { name: 'The two texts' })).toBeFocused();
    await window.keyboard.press('Escape');
  });

  await test.step('every file is an origin of just one article', async () => {
    const rows = articleRow(window, /./).filter({
      has: window.getByRole('button', { name: /^Star: / }),
    });
    await expect(rows).toHaveCount(7);
    const origins: string[] = [];
    for (const row of await rows.all()) {
      await row.click();
      await expect(row).toHaveAttribute('data-active');
      const files = inspector(window).getByRole('definition').filter({ hasText: 'imported' });
      for (const file of await files.allTextContents()) {
        origins.push(file.replace(/imported .*$/s, ''));
      }
    }
    expect(origins.sort()).toEqual([...texts, ...office].map((path) => basename(path)).sort());
    expect(new Set(origins.map((name) => name.replace(/^.*\./, '')))).toEqual(new Set(formats));
  });

  await test.step('they are searched', async () => {
    await expectFound(window, '"sovereignty, security, and development interests"', 3);
    await expectFound(window, 'putin', 7);
  });
});

test('the saved pages of the web arrive, with their own characters, and are found', async ({
  start,
  folder,
}) => {
  test.skip(pages.length === 0, 'The folder web of ../shared/corpus is not there.');
  test.slow();
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  const report = await dropAndReport(window, pages);
  // Some of them differ in their marks only, not in their text.
  const counts = /(\d+) articles added, (\d+) known already, not added again\./;
  await expect(report).toHaveText(counts);
  const [, added, known] = (counts.exec((await report.textContent()) ?? '') ?? []).map(Number);
  expect((added ?? 0) + (known ?? 0)).toBe(pages.length);
  expect(known).toBeLessThan(4);
  await report.getByRole('button', { name: 'Close' }).click();
  await articlesCounted(window, added ?? 0);
  await expectFound(window, 'outlet:guardian', 1);
  await expectFound(window, 'Passwörter Einmal*', 1);
  await expectFound(window, 'taça Libertadores', 1);
  await expectFound(window, '"renseignement massivement approuvé"', 1);
  await window.keyboard.press('Enter');
  await expect(searchResults(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.locator('[role="document"]')).toContainText('renseignement');
});
