import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape, typeInto } from '../support/dialogs.ts';
import {
  evidenceCounted,
  evidenceGrid,
  evidenceRow,
  figure,
  filterEvidenceBy,
  showEvidence,
} from '../support/evidence.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { articleRow, pane, whenSaved } from '../support/reading.ts';

const count = 60;

test.beforeEach(async ({ folder }) => {
  const work = { annotationsEach: 10, claims: 30, links: 120 };
  await makeFilledProject(join(folder, 'project'), reports(count), work);
});

/** Opens the project and waits until all of it is there. */
async function whenThere(window: Page): Promise<void> {
  await articlesCounted(window, count);
  await expect(statusLine(window)).toContainText('600 annotations');
  await expect(pane(window, 'Report 1')).toBeFocused();
}

/** What stands in a column of the rows that are drawn, from top to bottom, or of the first ones of them. */
async function cells(window: Page, column: string, first?: number): Promise<string[]> {
  const drawn = evidenceGrid(window).locator(`[data-column="${column}"]`);
  return (await drawn.allTextContents()).slice(0, first);
}

/** Takes the last change back by key, and waits until that is said. */
async function undo(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+z');
  await said(window, `Undid: ${name}`);
}

test('by keys alone: filter, select, tag in one step, undo, open and the way back', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await showEvidence(window);
  await evidenceCounted(window, '600 annotations');
  await expect.poll(() => cells(window, 'number', 3)).toEqual(['1:1', '1:2', '1:3']);

  await test.step('words of quotation and note narrow it, and the count says so', async () => {
    await window.keyboard.press('ArrowUp');
    await expect(window.locator('[role="columnheader"] button:focus')).toHaveText('Number');
    await window.getByRole('searchbox', { name: 'Filter quotations and notes' }).focus();
    await window.keyboard.type('"COMPARE with 12"');
    await evidenceCounted(window, '2 of 600 annotations');
    await window.keyboard.press('Escape');
    await window.keyboard.type('compare');
    await evidenceCounted(window, '120 of 600 annotations');
    await window.keyboard.press('ArrowDown');
    await expect(evidenceRow(window, '1:1')).toBeFocused();
  });

  await test.step('E5: all of them get a tag, which one undo takes away', async () => {
    await window.keyboard.press('Control+a');
    await expect(window.getByRole('main').getByText('120 selected', { exact: true })).toBeVisible();
    await window.keyboard.press('t');
    await typeInto(window.getByRole('dialog', { name: 'Tag 120 annotations' }), 'to check');
    await window.keyboard.press('Enter');
    await said(window, 'Tagged 120 annotations as “to check”');
    await expect(evidenceRow(window, '1:1')).toContainText('to check');
    await expect(evidenceRow(window, '1:1')).toBeFocused();
    await undo(window, 'Tag 120 annotations as “to check”');
    await expect(evidenceRow(window, '1:1')).not.toContainText('to check');
    await window.keyboard.press('Escape');
    await expect(window.getByText('120 selected')).toHaveCount(0);
  });

  await test.step('Space shows the passage in its paragraph; it follows the keyboard', async () => {
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press(' ');
    const preview = window.getByRole('region', { name: /^Preview of/ });
    await expect(preview).toHaveAccessibleName('Preview of 1:6');
    await expect(preview).toContainText('What report 1 says of the matter.');
    await expect(preview).toContainText('Note: To compare with 6.');
    await window.keyboard.press('ArrowDown');
    await expect(preview).toHaveAccessibleName('Preview of 2:1');
    await expect(inspector(window).getByText('To compare with 2.')).toBeVisible();
    await window.keyboard.press(' ');
    await expect(preview).toHaveCount(0);
  });

  await test.step('Enter opens the passage in its article; the key of the view leads back to its row', async () => {
    await window.keyboard.press('Enter');
    await expect(pane(window, 'Report 2')).toBeFocused();
    await expect(window.getByRole('button', { name: /^Back to the evidence/ })).toBeVisible();
    await window.keyboard.press('Control+5');
    await expect(evidenceRow(window, '2:1')).toBeFocused();
    await evidenceCounted(window, '120 of 600 annotations');
  });

  await test.step('Shift and Enter open it beside what is read; the bar leads back as well', async () => {
    await window.keyboard.press('Shift+Enter');
    // It is the article that is read: that one stands beside itself.
    await expect(pane(window, 'Report 2')).toHaveCount(2);
    await window.getByRole('button', { name: /^Back to the evidence/ }).click();
    await expect(evidenceRow(window, '2:1')).toBeFocused();
  });
});

test('sorted by several columns, grouped, narrowed by chips; the choices come back', async ({
  start,
  folder,
}) => {
  const args = ['--project', join(folder, 'project')];
  const first = await start({ args });
  const { window } = first;
  await whenThere(window);
  await showEvidence(window);
  const head = (name: string) =>
    evidenceGrid(window).getByRole('columnheader').getByRole('button', { name });

  await test.step('E3: by outlet, then by number, the last one first', async () => {
    await head('Outlet').click();
    await head('Number').click({ modifiers: ['Shift'] });
    await head('Number').click({ modifiers: ['Shift'] });
    await expect(evidenceRow(window, '59:10')).toBeVisible();
    await expect.poll(() => cells(window, 'number', 2)).toEqual(['59:10', '59:9']);
    expect(new Set(await cells(window, 'outlet', 20))).toEqual(new Set(['Agency Wire']));
    await expect(head('Number')).toHaveAccessibleName(/sorted by as number 2, descending/);
    await said(window, 'Sorted by outlet, ascending, then by number, descending.');
    await expect(evidenceRow(window, '59:10')).toHaveAccessibleDescription(/Agency Wire/);
  });

  await test.step('columns are chosen, and made wider by key', async () => {
    await window.getByRole('main').getByRole('button', { name: 'Sort, group and columns' }).click();
    const columns = window.getByRole('group', { name: 'Columns' });
    await columns.getByRole('menuitemcheckbox', { name: 'Note' }).click();
    await columns.getByRole('menuitemcheckbox', { name: 'Author' }).click();
    await closeWithEscape(window.getByRole('menu'));
    await expect(head('Note')).toHaveCount(0);
    await expect.poll(() => cells(window, 'author', 1)).toEqual(['Ada']);
    const width = async (): Promise<number> => (await head('Tags').boundingBox())?.width ?? 0;
    const before = await width();
    await head('Tags').focus();
    await window.keyboard.press('Shift+ArrowRight');
    await expect.poll(width).toBe(before + 16);
  });

  await test.step('E4: by tag, with a group folded up', async () => {
    await window.getByRole('main').getByRole('button', { name: 'Sort, group and columns' }).click();
    await window
      .getByRole('group', { name: 'Group by' })
      .getByRole('menuitemradio', { name: 'Tag', exact: true })
      .click();
    const group = evidenceGrid(window).getByRole('button', { name: /^agency/ });
    await expect(group).toHaveAccessibleName('agency 195 annotations');
    await group.click();
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await expect(evidenceGrid(window).getByRole('button', { name: /^comment/ })).toBeVisible();
  });

  await test.step('E2: chips narrow it', async () => {
    await window
      .getByRole('button', { name: 'Narrow by outlet, article, claim, author or date' })
      .click();
    const chips = window.getByRole('group', { name: 'Narrow the annotations' });
    await chips.getByRole('button', { name: 'Outlet', exact: true }).click();
    await window.getByRole('option', { name: /^The Lantern/ }).click();
    await closeWithEscape(window.getByRole('dialog'));
    await evidenceCounted(window, '200 of 600 annotations');
    await chips.getByRole('button', { name: 'Note: no matter' }).click();
    await evidenceCounted(window, '40 of 600 annotations');
    await chips.getByLabel('Published from').fill('2031-06-01');
    await evidenceCounted(window, '20 of 600 annotations');
    await chips.getByLabel('Published to').fill('2031-05-01');
    await expect(chips.getByRole('alert')).toContainText('The first day is after the last');
    await chips.getByLabel('Published to').fill('2032-01-01');
    await expect(chips.getByRole('alert')).toHaveCount(0);
    await evidenceCounted(window, '20 of 600 annotations');
    await chips.getByRole('button', { name: 'Show all' }).click();
    await evidenceCounted(window, '600 annotations');
  });

  await whenSaved(window);
  await first.close();
  const again = (await start({ args })).window;
  await whenThere(again);
  await showEvidence(again);
  await expect(evidenceGrid(again).getByRole('button', { name: /^agency/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect.poll(() => cells(again, 'author', 1)).toEqual(['Ada']);
});

test('E5: off, link, claim, brief and removal for several at once, each one step', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await showEvidence(window);
  await filterEvidenceBy(window, '60:');
  await evidenceCounted(window, '10 of 600 annotations');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Control+a');
  const bar = window.getByRole('toolbar', { name: 'Selected annotations' });
  const dialog = window.getByRole('dialog');

  await test.step('a tag comes off', async () => {
    await bar.getByRole('button', { name: 'Take a tag off…' }).click();
    await expect(dialog).toHaveAccessibleName('Take a tag off 10 annotations');
    await typeInto(dialog, 'agency');
    await window.keyboard.press('Enter');
    await said(window, /^Took “agency” off [34] annotations/);
    const tags = async () => (await cells(window, 'tags')).join();
    await expect.poll(tags).not.toContain('agency');
    await undo(window, 'Take “agency” off');
    await expect.poll(tags).toContain('agency');
  });

  await test.step('keys and bar act on what is seen of the selected, and on nothing else', async () => {
    await window.keyboard.press('Control+Alt+f');
    await window.getByRole('textbox', { name: 'Show only annotations with' }).fill('agency');
    await window.keyboard.press('Enter');
    await expect(window.getByText(/^[34] selected, [67] more not shown$/)).toBeVisible();
    await bar.getByRole('button', { name: 'Remove…' }).click();
    await expect(dialog).toHaveAccessibleName(/^Remove [34] annotations$/);
    await closeWithEscape(dialog);
    await evidenceGrid(window).getByRole('row', { name: /^60:/ }).first().focus();
    await window.keyboard.press('Delete');
    await expect(dialog).toHaveAccessibleName(/^Remove [34] annotations$/);
    await closeWithEscape(dialog);
    await command(window, 'Clear the tag filter');
    await expect(window.getByText('10 selected', { exact: true })).toBeVisible();
  });

  await test.step('all are linked to one', async () => {
    await bar.getByRole('button', { name: 'Link…' }).click();
    await dialog.getByLabel('Each of them').selectOption('echoes');
    await dialog.getByRole('combobox', { name: 'The other passage' }).fill('1:3');
    await dialog.getByRole('option', { name: /^1:3 / }).click();
    await said(window, 'Linked 10 annotations: “echoes” 1:3');
    await expect(evidenceRow(window, '60:2')).toContainText('echoes 1:3');
    await undo(window, 'Link 10 annotations');
    await expect(evidenceRow(window, '60:2')).not.toContainText('echoes 1:3');
  });

  await test.step('all are evidence of a new claim', async () => {
    await bar.getByRole('button', { name: 'Claim…' }).click();
    await expect(dialog).toHaveAccessibleName('Claim from 10 passages');
    await dialog.getByLabel('Wording').fill('Sixty reports say so.');
    await dialog.getByLabel('These passages').selectOption('reports');
    await dialog.getByRole('button', { name: 'Make claim' }).click();
    await said(window, 'Made claim C31 from 10 passages');
    await expect(evidenceRow(window, '60:2')).toContainText('C31 reports');
    await undo(window, 'Make claim');
    await expect(evidenceRow(window, '60:2')).not.toContainText('C31');
  });

  await test.step('all are quoted in a brief, in the order of the table', async () => {
    await bar.getByRole('button', { name: 'Send to brief' }).click();
    await said(window, 'Sent 10 passages to a new brief');
    await window.keyboard.press('Control+4');
    const quoted = window.getByRole('textbox', { name: 'Text of the brief' });
    await expect(quoted).toContainText('60:10');
    const numbers = async () =>
      [...((await quoted.textContent()) ?? '').matchAll(/60:(?:10|[1-9])/g)].map(
        ([number]) => number,
      );
    await expect.poll(numbers).toEqual(Array.from({ length: 10 }, (_, index) => `60:${index + 1}`));
    await window.keyboard.press('Control+5');
  });

  await test.step('removal says what goes with them, and in which brief they are quoted', async () => {
    await bar.getByRole('button', { name: 'Remove…' }).click();
    await expect(dialog).toHaveAccessibleName('Remove 10 annotations');
    await expect(dialog).toContainText('2 notes');
    await expect(dialog).toContainText('Quoted in “Brief”');
    await dialog.getByRole('button', { name: 'Remove 10 annotations' }).click();
    await said(window, 'Removed 10 annotations');
    await expect(window.getByRole('main').getByText('No annotation has “60:”')).toBeVisible();
    await expect(window.getByRole('button', { name: 'Show all annotations' })).toBeFocused();
    await undo(window, 'Remove 10 annotations');
    await evidenceCounted(window, '10 of 600 annotations');
    await expect(evidenceRow(window, '60:1')).toBeVisible();
  });
  await whenSaved(window);
});

test('E6: each figure of the statistics opens its passages, and the way back leads to it', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await showEvidence(window);
  await window.getByRole('tab', { name: 'Statistics' }).click();

  await test.step('by outlet, with the keyboard', async () => {
    await window.getByRole('grid', { name: 'Tags by outlet' }).focus();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowRight');
    await expect(figure(window, 'agency', 'Harbour Times')).toBeFocused();
    await expect(figure(window, 'agency', 'Harbour Times')).toHaveText('65');
    await window.keyboard.press('Enter');
    await evidenceCounted(window, '65 of 600 annotations');
    await expect(window.getByText('Passages: “agency”, Harbour Times')).toBeVisible();
    await expect
      .poll(async () => new Set(await cells(window, 'outlet')))
      .toEqual(new Set(['Harbour Times']));
    await window.getByRole('button', { name: 'Back to the statistics' }).click();
    await expect(figure(window, 'agency', 'Harbour Times')).toBeFocused();
    await evidenceCounted(window, '600 annotations');
  });

  await test.step('over time', async () => {
    await window.getByRole('radio', { name: 'Over time' }).check({ force: true });
    await expect(figure(window, 'All passages', 'May 2031')).toHaveText('310');
    await figure(window, 'All passages', 'June 2031').click();
    await evidenceCounted(window, '290 of 600 annotations');
    await window.getByRole('button', { name: 'Show the passages of all figures' }).click();
    await evidenceCounted(window, '600 annotations');
  });

  await test.step('E8: tags together, which a file has as well', async () => {
    await window.getByRole('tab', { name: 'Statistics' }).click();
    await window.getByRole('radio', { name: 'Tags together' }).check({ force: true });
    await window.getByRole('radio', { name: 'Overlapping passages' }).check({ force: true });
    const cell = figure(window, 'agency', 'comment');
    const shown = (await cell.textContent()) ?? '';
    expect(await figure(window, 'comment', 'agency').textContent()).toBe(shown);
    await answerSave(app, join(folder, 'together.csv'));
    await window.getByRole('button', { name: 'Export CSV…' }).click();
    await said(window, 'Exported 4 rows to together.csv');
    const rows = Papa.parse<string[]>(await readFile(join(folder, 'together.csv'), 'utf8')).data;
    expect(rows[0]).toEqual([
      'Tags together',
      'agency',
      'comment',
      'official',
      'picture story',
      'All',
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual(['agency', '195', shown]);
    await cell.click();
    await evidenceCounted(window, `${shown} of 600 annotations`);
  });
});

test('E9: the exported table is what is shown', async ({ start, folder }) => {
  const { app, window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await showEvidence(window);
  await filterEvidenceBy(window, '7:');
  await evidenceCounted(window, '10 of 600 annotations');
  await evidenceGrid(window).getByRole('button', { name: 'Number' }).click();
  await answerSave(app, join(folder, 'evidence.csv'));
  await window.getByRole('button', { name: 'Export CSV…' }).click();
  await said(window, 'Exported 10 rows to evidence.csv');
  const file = await readFile(join(folder, 'evidence.csv'), 'utf8');
  expect(file.startsWith('\ufeff')).toBe(true);
  const [heads, ...rows] = Papa.parse<string[]>(file.slice(1).trimEnd()).data;
  expect(heads).toEqual([
    'Number',
    'Article',
    'Quotation',
    'Tags',
    'Note',
    'Outlet',
    'Published',
    'Links',
    'Claims',
    'Guessed',
  ]);
  expect(rows.map(([number]) => number)).toEqual(
    Array.from({ length: 10 }, (_, index) => `'7:${10 - index}`),
  );
  expect(rows.every(([, , quote]) => /report 7|7\nWhat|Report 7/.test(quote ?? ''))).toBe(true);
  expect(rows[0]?.[6]).toBe('2031-05-07');
  await answerSave(app, null);
  await window.getByRole('button', { name: 'Export CSV…' }).click();
  await said(window, 'Exported 10 rows to evidence.csv');
});

test('E1: what is in the trash is not in the table', async ({ start, folder }) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await articleRow(window, 'Report 1').first().focus();
  await window.keyboard.press('Delete');
  await said(window, 'Moved 1 article to the trash');
  await showEvidence(window);
  await evidenceCounted(window, '590 annotations');
  await expect(evidenceRow(window, '2:1')).toBeFocused();
  await window.keyboard.press('Control+z');
  await evidenceCounted(window, '600 annotations');
});

test('table, statistics and dialogs are accessible, in a narrow window as well', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await whenThere(window);
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await showEvidence(window);
  await window.keyboard.press(' ');
  await window.keyboard.press('Shift+ArrowDown');
  await window
    .getByRole('button', { name: 'Narrow by outlet, article, claim, author or date' })
    .click();
  await expectNamedControls(window);
  await expectAccessible(window, 'the table');
  await window.setViewportSize({ width: 900, height: 800 });
  await expectAccessible(window, 'the table, narrow');
  await window.getByRole('button', { name: 'Remove…' }).click();
  await expectAccessible(window, 'the question before removal');
  await closeWithEscape(window.getByRole('dialog'));
  await window.getByRole('tab', { name: 'Statistics' }).click();
  for (const name of ['By outlet', 'Over time', 'Tags together']) {
    await window.getByRole('radio', { name }).check({ force: true });
    await expectAccessible(window, `statistics, ${name}`);
  }
});
