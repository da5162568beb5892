import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said, showView } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { expectInertHtml } from '../support/exporting.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { statedPlaces, wordsAt } from '../support/project-texts.ts';
import { workbookReaders } from '../support/read-workbook.ts';
import { pane, whenSaved } from '../support/reading.ts';

const articles = 4;
const claims = 5;

test.beforeEach(async ({ folder }) => {
  const work = { annotationsEach: 3, claims, links: 0 };
  await makeFilledProject(join(folder, 'project'), reports(articles), work);
});

function matrix(window: Page): Locator {
  return window.locator('[aria-label="Claims and articles"]');
}

/** Shows the matrix with a column for each article, the keyboard in it. */
async function showMatrix(window: Page): Promise<void> {
  await articlesCounted(window, articles);
  await expect(pane(window, 'Report 1')).toBeFocused();
  await window.keyboard.press('Control+Alt+m');
  await expect(matrix(window)).toBeVisible();
}

/** Chooses in the menu "Export…" by keys and waits for what is said. */
async function exportAs(window: Page, item: string, told: RegExp): Promise<void> {
  await window.getByRole('button', { name: 'Export…', exact: true }).press('Enter');
  await window.getByRole('menu', { name: 'Export the matrix' }).waitFor();
  await window.getByRole('menuitem', { name: item }).press('Enter');
  await said(window, told);
}

function tables(window: Page): Locator {
  return window.getByRole('textbox', { name: 'Text of the brief' }).locator('table');
}

test('X20 to X22: what the matrix shows is exported as XLSX, CSV and HTML, and other programs read it', async ({
  start,
  folder,
}) => {
  const { window, app } = await start({ args: ['--project', join(folder, 'project')] });
  await showMatrix(window);
  let grid: string[][] = [];

  await test.step('CSV: the rows and columns of the screen', async () => {
    await answerSave(app, join(folder, 'matrix.csv'));
    await exportAs(window, 'Table (CSV)…', /^Exported 5 claims × \d columns to matrix\.csv\.$/);
    const csv = await readFile(join(folder, 'matrix.csv'), 'utf8');
    grid = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
    expect(grid.map((row) => row[0]?.slice(0, 2))).toEqual(['Cl', 'C1', 'C2', 'C3', 'C4', 'C5']);
    const filled = grid.slice(1).flatMap((row) => row.slice(1));
    expect(filled.filter((cell) => /passages?\n/.test(cell)).length).toBeGreaterThan(4);
    expect(filled).toContain('not yet checked');
  });

  await test.step('XLSX: other programs read the same cells, and each passage in full', async () => {
    await answerSave(app, join(folder, 'matrix.xlsx'));
    await exportAs(window, 'Workbook (XLSX)…', /to matrix\.xlsx\.$/);
    const once = await readFile(join(folder, 'matrix.xlsx'));
    await answerSave(app, join(folder, 'again.xlsx'));
    await exportAs(window, 'Workbook (XLSX)…', /to again\.xlsx\.$/);
    expect(Buffer.compare(once, await readFile(join(folder, 'again.xlsx')))).toBe(0);
    for (const { read: open } of workbookReaders()) {
      const read = await open(join(folder, 'matrix.xlsx'));
      expect(read.get('Matrix')).toEqual(grid);
      expect(read.get('Claims')).toHaveLength(claims + 1);
      const [heads = [], ...passages] = read.get('Passages') ?? [];
      const at = (row: readonly string[], name: string): string => row[heads.indexOf(name)] ?? '';
      expect(passages.length).toBeGreaterThan(4);
      for (const row of passages) {
        const words = await wordsAt(join(folder, 'project'), {
          hash: at(row, 'SHA-256 of the revision'),
          start: Number(at(row, 'Start (UTF-16)')),
          end: Number(at(row, 'End (UTF-16)')),
          line: '',
        });
        expect(at(row, 'Quotation')).toBe(words);
      }
    }
  });

  await test.step('HTML: one table with heads, every quotation at the place it states', async () => {
    await answerSave(app, join(folder, 'matrix.html'));
    await exportAs(window, 'Page (HTML)…', /to matrix\.html\.$/);
    const html = await readFile(join(folder, 'matrix.html'), 'utf8');
    expectInertHtml(html);
    const places = statedPlaces(html);
    expect(places.length).toBeGreaterThan(4);
    const seen = await window.evaluate(
      (page) => {
        const parsed = new DOMParser().parseFromString(page, 'text/html');
        const scopes = (scope: string) => parsed.querySelectorAll(`th[scope=${scope}]`).length;
        return {
          tables: parsed.querySelectorAll('table').length,
          columns: scopes('col'),
          rows: scopes('row'),
          quotations: [...parsed.querySelectorAll('td .quotation')].map(
            (words) => words.textContent,
          ),
        };
      },
      html.replace(/<style>[^<]*<\/style>/, ''),
    );
    expect(seen).toMatchObject({ tables: 1, columns: grid[0]?.length, rows: claims });
    for (const place of places) {
      expect(seen.quotations).toContain(await wordsAt(join(folder, 'project'), place));
    }
    await answerSave(app, join(folder, 'again.html'));
    await exportAs(window, 'Page (HTML)…', /to again\.html\.$/);
    expect(await readFile(join(folder, 'again.html'), 'utf8')).toBe(html);
  });
});

test('X23 and X24: the matrix, a row and a cell go to the brief by keys, stay live, and are taken back one by one', async ({
  start,
  folder,
}) => {
  const { window, app } = await start({ args: ['--project', join(folder, 'project')] });
  await showMatrix(window);

  await command(window, 'Send the matrix to the brief');
  await said(window, /^Sent the matrix, 5 claims × \d columns to a new brief/);
  await matrix(window).focus();
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('b');
  await said(window, /^Sent the row of C1 to the brief/);
  // To the first cell that holds something.
  await window.keyboard.press('Control+ArrowRight');
  await window.keyboard.press('b');
  await said(window, /^Sent C1 in .+ to the brief/);

  await showView(window, 'Brief');
  await expect(tables(window)).toHaveCount(2);
  await expect(tables(window).first().locator('tr')).toHaveCount(claims + 1);
  await expect(tables(window).first().locator('.citation-number').first()).toHaveText('1');
  await expectAccessible(window, 'a brief with a table');

  await test.step('what is exported of it is proven by the texts', async () => {
    for (const [keys, file] of [
      ['Control+Shift+h', 'brief.html'],
      ['Control+Shift+m', 'brief.md'],
    ] as const) {
      await answerSave(app, join(folder, file));
      await window.keyboard.press(keys);
      await said(window, `Exported to ${file}.`);
      const exported = await readFile(join(folder, file), 'utf8');
      // A line of a Markdown table holds no line break: it is written as a character reference.
      const printed = exported.replaceAll('&#xA;', '\n');
      const places = statedPlaces(exported);
      expect(places.length).toBeGreaterThan(4);
      for (const place of places) {
        expect(printed).toContain(await wordsAt(join(folder, 'project'), place));
      }
    }
  });

  await test.step('cells by Tab, a row by the bar, and all of it taken back', async () => {
    await tables(window).first().locator('th').first().click();
    await window.keyboard.press('Tab');
    await window.keyboard.press('Control+b');
    await window.getByRole('button', { name: 'Add row below' }).click();
    await expect(tables(window).first().locator('tr')).toHaveCount(claims + 2);
    // What was written up to here is a step of its own.
    await whenSaved(window);
    await window.getByRole('button', { name: 'Remove table' }).click();
    await expect(tables(window)).toHaveCount(1);
    await window.keyboard.press('Control+z');
    await expect(tables(window)).toHaveCount(2);
    await window.keyboard.press('Control+z');
    await expect(tables(window).first().locator('tr')).toHaveCount(claims + 1);
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Send C1 in ');
    await expect(tables(window)).toHaveCount(2);
    await window.keyboard.press('Control+z');
    await expect(tables(window)).toHaveCount(1);
    await window.keyboard.press('Control+z');
    await expect(tables(window)).toHaveCount(0);
    await window.keyboard.press('Control+Shift+z');
    await expect(tables(window)).toHaveCount(1);
  });
});

test('X20 where one passage is not what its text says, no format is written, and it is named', async ({
  start,
  folder,
}) => {
  const { window, app } = await start({ args: ['--project', join(folder, 'project')] });
  await showMatrix(window);
  // The texts are gone from the folder while the program runs.
  await rm(join(folder, 'project', '.variorum', 'texts'), { recursive: true });
  await answerSave(app, join(folder, 'refused'));
  for (const item of ['Workbook (XLSX)…', 'Table (CSV)…', 'Page (HTML)…']) {
    await window.getByRole('button', { name: 'Export…', exact: true }).press('Enter');
    await window.getByRole('menuitem', { name: item }).press('Enter');
    const dialog = window.getByRole('dialog').filter({ hasText: 'could not be read' });
    await expect(dialog).toContainText('2:2');
    await closeWithEscape(dialog);
  }
  expect(existsSync(join(folder, 'refused'))).toBe(false);
});
