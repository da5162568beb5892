import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectInspected, highlight } from '../support/annotating.ts';
import { expect, type StartOptions, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { exportAndProve } from '../support/exporting.ts';
import {
  ferryChanged,
  ferryFirst,
  ferrySecond,
  ferryTitle,
  ferryWords,
} from '../support/ferry-story.ts';
import type { LaunchedVariorum } from '../support/launch.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { openArticle, selectWords, whenSaved } from '../support/reading.ts';

interface Annotated extends LaunchedVariorum {
  readonly file: string;
  readonly project: string;
  readonly reader: Locator;
}

/** A project with the first state of the story, annotated. */
async function annotate(
  start: (options?: StartOptions) => Promise<LaunchedVariorum>,
  folder: string,
  words: readonly string[],
): Promise<Annotated> {
  const file = join(folder, 'fares.txt');
  const project = join(folder, 'project');
  await writeFile(file, ferryFirst);
  const launched = await start({ args: ['--project', project, '--import', file] });
  await articlesCounted(launched.window, 1);
  const reader = await openArticle(launched.window, ferryTitle);
  for (const one of words) await highlight(reader, one);
  return { ...launched, file, project, reader };
}

/** Imports the file again with other words in it. */
async function change({ app, window, file }: Annotated, text: string): Promise<void> {
  await writeFile(file, text);
  await answerOpen(app, [file]);
  await window.keyboard.press('Control+o');
}

function waitingList(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Annotations to carry over' });
}

function notice(window: Page): Locator {
  return window.getByRole('note', { name: 'Revision' });
}

const all = Object.values(ferryWords);

test('K1, K3: what stands unchanged goes at once, all else waits in the review, which a keyboard is enough for', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, all);
  const { window, reader } = annotated;
  await change(annotated, ferrySecond);
  await said(window, '4 annotations wait to be carried over to a new revision.');
  await expect(notice(window)).toContainText('Revision 1 of 2');
  await expect(notice(window)).toContainText('4 annotations wait to be carried over');
  await expect(statusLine(window)).toContainText('4 to carry over');
  // The earlier revision still shows all of them.
  for (const words of all) {
    await expect(reader.locator('[data-annotations]', { hasText: words }).first()).toBeAttached();
  }

  await command(window, 'Review carried');
  const list = waitingList(window);
  await expect(list).toBeFocused();
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(list.getByRole('option').nth(0)).toContainText('Changed');
  await expect(list.getByRole('option').nth(1)).toContainText('Moved');
  await expect(list.getByRole('option').nth(2)).toContainText('Uncertain');
  await expect(list.getByRole('option').nth(3)).toContainText('Not found');
  await expectAccessible(window, 'carry over');
  await expectNamedControls(window);

  await test.step('the old and the new words stand side by side', async () => {
    const detail = window.getByRole('region', { name: 'Annotation 1:2' });
    await expect(detail.getByRole('deletion').first()).toContainText('nobody');
    await expect(detail.getByRole('insertion').first()).toContainText('hardly anybody');
  });

  await test.step('Enter accepts, a number chooses, K keeps', async () => {
    await window.keyboard.press('Enter');
    await said(window, 'Carried 1:2 over to revision 2. 3 left.');
    await window.keyboard.press('Enter');
    await said(window, 'Carried 1:3 over to revision 2. 2 left.');
    await window.keyboard.press('Enter');
    await said(window, 'choose one by its number');
    await window.keyboard.press('2');
    await said(window, 'Carried 1:4 over to revision 2. 1 left.');
    await window.keyboard.press('Enter');
    await said(window, 'Its words were not found');
    await window.keyboard.press('k');
    await said(window, '1:5 stays on its revision.');
    await expect(window.getByRole('heading', { name: 'Nothing waits' })).toBeVisible();
    await expectAccessible(window, 'nothing to carry over');
    await expect(window.locator('body')).not.toBeFocused();
  });

  await test.step('undo brings them back one by one, in the list', async () => {
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Keep 1:5 on revision 1.');
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Carry 1:4 over to revision 2.');
    await expect(list.getByRole('option')).toHaveCount(2);
    await window.keyboard.press('Control+Shift+z');
    await window.keyboard.press('Control+Shift+z');
    await expect(list).toHaveCount(0);
  });

  await test.step('the present revision shows what was carried over, and all of it outlives a reload', async () => {
    await whenSaved(window);
    await window.reload();
    const again = await openArticle(window, ferryTitle);
    await expect(notice(window)).toHaveCount(0);
    for (const words of [ferryWords.unchanged, ferryWords.moved, ferryChanged]) {
      await expect(again.locator('[data-annotations]', { hasText: words }).first()).toBeAttached();
    }
    const rows = inspector(window)
      .getByRole('listbox', { name: 'Annotations' })
      .getByRole('option');
    await expect(rows.filter({ hasText: 'on revision 1' })).toHaveCount(1);
  });
});

test('K6: what was lost is placed by hand; accepting many is one step of undo', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, [
    ferryWords.changed,
    ferryWords.moved,
    ferryWords.lost,
  ]);
  const { window } = annotated;
  await change(annotated, ferrySecond);
  await said(window, '3 annotations wait');
  await notice(window).getByRole('button', { name: 'Review' }).click();
  const list = waitingList(window);
  await expect(list.getByRole('option')).toHaveCount(3);

  await window.getByRole('button', { name: 'Accept all moved (1)' }).click();
  await expect(list.getByRole('option')).toHaveCount(2);
  await window.keyboard.press('Control+z');
  await said(window, /^Undid: Carry 1 annotation over/);
  await expect(list.getByRole('option')).toHaveCount(3);
  await window.getByRole('combobox', { name: /Score from which/ }).selectOption('0.7');
  await window.getByRole('button', { name: 'Accept all from 70 % (2)' }).click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Carry 2 annotations over to revision 2.');
  await expect(list.getByRole('option')).toHaveCount(3);
  await window.keyboard.press('Control+Shift+z');
  await expect(list.getByRole('option')).toHaveCount(1);

  await list.focus();
  await window.keyboard.press('m');
  const placing = window.getByRole('note', { name: 'Place by hand' });
  await expect(placing).toContainText(ferryWords.lost);
  const reader = window.locator('[role="document"]:focus');
  await expect(reader).toBeAttached();
  await window.keyboard.press('Enter');
  await said(window, 'Select the words first');
  await expectAccessible(window, 'placing by hand');
  await window.keyboard.press('Escape');
  await expect(waitingList(window)).toBeFocused();
  await window.keyboard.press('m');
  await expect(placing).toBeVisible();
  await selectWords(reader, 'publish its accounts');
  await window.keyboard.press('Enter');
  await said(window, 'Placed 1:3.');
  await expect(placing).toHaveCount(0);
  await window.getByRole('button', { name: 'Back to the reader' }).click();
  await expect(
    window.getByRole('document').locator('[data-annotations]', { hasText: 'publish its accounts' }),
  ).toBeAttached();
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Place 1:3 in revision 2.');
  await expect(notice(window)).toContainText('1 annotation waits');
});

test('K3: what went by itself is no step of undo, can be put back, and does not stand in the way of one', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, [ferryWords.unchanged]);
  const { window, reader } = annotated;
  await change(annotated, ferrySecond);
  await said(window, '1 article with a new revision.');
  await expect(notice(window)).toContainText('Revision 1 of 2');
  const rows = inspector(window).getByRole('listbox', { name: 'Annotations' }).getByRole('option');

  await test.step('put back, and offered again', async () => {
    await expect(rows.filter({ hasText: 'on revision 1' })).toHaveCount(0);
    await command(window, 'Review carried annotations');
    const atOnce = window.getByRole('region', { name: 'Carried over at once' });
    await expect(atOnce).toContainText('1 annotation to revision 2');
    await atOnce.getByRole('button', { name: /^Put back/ }).click();
    await said(window, '1:1 is back on the earlier revision.');
    await expect(atOnce).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Put 1:1 back on revision 1.');
    await atOnce.getByRole('button', { name: /^Put back/ }).click();
    await said(window, '1:1 is back on the earlier revision.');
    await window.getByRole('button', { name: 'Back to the reader' }).click();
    await notice(window).getByRole('button', { name: 'Show the present one' }).click();
    await expect(rows).toContainText(['on revision 1']);
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Put 1:1 back on revision 1.');
    await expect(rows.filter({ hasText: 'on revision 1' })).toHaveCount(0);
  });

  await test.step('undo takes back the import, and the annotation returns with it', async () => {
    await window.keyboard.press('Control+z');
    await said(window, /^Undid: Update/);
    await expect(reader).toContainText('eight crowns');
    await expect(reader.locator('[data-annotations]')).toHaveCount(1);
    await expect(rows.filter({ hasText: 'on ' })).toHaveCount(0);
  });

  await test.step('and then the highlight', async () => {
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Highlight.');
    await expect(reader.locator('[data-annotations]')).toHaveCount(0);
  });
});

test('K1, K3: a text that goes back to an earlier revision takes its annotations along', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, [ferryWords.unchanged, ferryWords.changed]);
  const { window, reader } = annotated;
  await change(annotated, ferrySecond);
  await said(window, '1 annotation waits');
  await command(window, 'Review carried annotations');
  await expect(waitingList(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await said(window, 'Carried 1:2 over to revision 2.');
  await change(annotated, ferryFirst);
  await said(window, '1 annotation waits');
  await expect(waitingList(window).getByRole('option')).toContainText(['1:2Changed']);
  await window.keyboard.press('Enter');
  await said(window, 'Carried 1:2 over to revision 1.');
  await window.getByRole('button', { name: 'Back to the reader' }).click();
  await expect(reader).toContainText('eight crowns');
  const rows = inspector(window).getByRole('listbox', { name: 'Annotations' }).getByRole('option');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'on revision' })).toHaveCount(0);
  await expect(
    reader.locator('[data-annotations]', { hasText: ferryWords.changed }).first(),
  ).toBeAttached();
});

test('K2, C4: links, claims and briefs follow: the brief quotes the new words once they are accepted', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, [ferryWords.changed]);
  const { window, project } = annotated;
  await window.keyboard.press('b');
  await said(window, /brief/);
  await change(annotated, ferrySecond);
  await said(window, '1 annotation waits');
  await window.getByRole('button', { name: 'Brief', exact: true }).click();
  const desk = window.getByRole('main', { name: 'Desk' });
  await expect(desk).toContainText(ferryWords.changed);
  const [before] = await exportAndProve(annotated, project, folder, [ferryWords.changed]);
  expect(before).toContain('changed by its source since');
  await command(window, 'Review carried annotations');
  await expect(waitingList(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await said(window, 'Carried 1:1 over to revision 2.');
  await window.getByRole('button', { name: 'Brief', exact: true }).click();
  await expect(desk).toContainText(ferryChanged);
  const [after] = await exportAndProve(annotated, project, folder, [ferryChanged]);
  expect(after).not.toContain('changed by its source since');
});

test('K3, K7: a revision that came while the project was closed is followed after the start', async ({
  start,
  folder,
}) => {
  const annotated = await annotate(start, folder, [ferryWords.unchanged, ferryWords.changed]);
  await whenSaved(annotated.window);
  await annotated.close();
  await writeFile(annotated.file, ferrySecond);
  // Imported by the command line before the window has looked at anything.
  const { window } = await start({
    args: ['--project', annotated.project, '--import', annotated.file],
  });
  await said(window, '1 annotation waits');
  await window.getByRole('button', { name: 'Carry over (1)' }).click();
  await expect(waitingList(window)).toBeFocused();
  await window.keyboard.press('k');
  await said(window, '1:2 stays on its revision.');
  await whenSaved(window);
  await window.reload();
  const reader = await openArticle(window, ferryTitle);
  await expect(reader.locator('[data-annotations]', { hasText: 'raise its fares' })).toBeAttached();
  await expect(statusLine(window)).not.toContainText('to carry over');

  await test.step('what is annotated on an earlier revision stays there', async () => {
    await inspector(window).getByRole('button', { name: 'Open revision 1' }).click();
    await expect(reader).toContainText('high tide');
    await highlight(reader, ferryWords.lost);
    await expectInspected(window, ferryWords.lost);
    await window.waitForTimeout(1_000);
    await expect(statusLine(window)).not.toContainText('to carry over');
    await command(window, 'Carry this annotation over to the present revision');
    await said(window, '1 annotation waits');
  });
});
