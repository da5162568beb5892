import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectInspected, highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { exportAndProve } from '../support/exporting.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { articleRow, openArticle, pane, whenSaved } from '../support/reading.ts';

const title = 'Ferry fares to rise in June';
const paragraphs = Array.from(
  { length: 14 },
  (_, index) => `Paragraph ${index + 1} tells of the fares on both coasts, and of who has to pay.`,
);

function story(change: (lines: string[]) => void): string {
  const lines = [title, ...paragraphs];
  change(lines);
  return `${lines.join('\n\n')}\n`;
}

const first = story(() => undefined);
const second = story((lines) => {
  lines[3] = 'Paragraph 3 tells of the fares on all three coasts, and of who has to pay.';
  lines.splice(9, 1);
  lines.push('The harbour master was not asked about any of this.');
});

/** Imports a file again by the dialog. */
async function importAgain(
  app: Parameters<typeof answerOpen>[0],
  window: Page,
  file: string,
): Promise<void> {
  await answerOpen(app, [file]);
  await window.keyboard.press('Control+o');
}

test('V5: a changed file is a new revision; what is read stays, annotations that wait stay on theirs and say so', async ({
  start,
  folder,
}) => {
  const old = 'Paragraph 3 tells of the fares on both coasts';
  const file = join(folder, 'fares.txt');
  await writeFile(file, first);
  const { app, window } = await start({
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  await articlesCounted(window, 1);
  const reader = await openArticle(window, title);
  await highlight(reader, old);
  const notice = window.getByRole('note', { name: 'Revision' });
  await expect(notice).toHaveCount(0);

  await writeFile(file, second);
  await importAgain(app, window, file);
  await said(window, '1 annotation waits to be carried over to a new revision.');
  await articlesCounted(window, 1);
  await expect(notice).toContainText('Revision 1 of 2, not the present one');
  await expect(reader).toContainText('Paragraph 3 tells of the fares on both coasts');
  await expect(reader.locator('[data-annotations]')).toHaveCount(1);

  await test.step('the present one draws nothing of it, and the list says where it is', async () => {
    await notice.getByRole('button', { name: 'Show the present one' }).click();
    await expect(notice).not.toContainText('not the present one');
    await expect(reader).toContainText('all three coasts');
    await expect(reader).toBeFocused();
    await expect(reader.locator('[data-annotations]')).toHaveCount(0);
    const list = inspector(window).getByRole('listbox', { name: 'Annotations' });
    await expect(list.getByRole('option')).toContainText(['on revision 1']);
  });

  await test.step('a new annotation is made on the revision that is shown', async () => {
    await highlight(reader, 'all three coasts');
    await expect(reader.locator('[data-annotations]')).toHaveCount(1);
    await window.keyboard.press(']');
    await expectInspected(window, 'all three coasts');
  });

  await test.step('opening the earlier annotation opens its revision', async () => {
    const list = inspector(window).getByRole('listbox', { name: 'Annotations' });
    await list.getByRole('option').filter({ hasText: 'on revision 1' }).click();
    await expect(notice).toContainText('Revision 1 of 2');
    await expectInspected(window, old);
    await expect(inspector(window)).toContainText('on revision 1');
    await expect(reader.locator('[data-annotations]')).toHaveCount(1);
  });

  await test.step('a click in the Library shows the present one again', async () => {
    await articleRow(window, title).click();
    await expect(notice).not.toContainText('not the present one');
    await expect(reader).toContainText('all three coasts');
  });

  await test.step('all of it outlives a reload', async () => {
    await whenSaved(window);
    await window.reload();
    await openArticle(window, title);
    await expect(statusLine(window)).toContainText('2 annotations');
    await inspector(window).getByRole('button', { name: 'Open revision 1' }).click();
    await expect(notice).toContainText('Revision 1 of 2');
  });
});

test('the differences of two revisions are read by keyboard alone', async ({ start, folder }) => {
  const file = join(folder, 'fares.txt');
  await writeFile(file, first);
  const { app, window } = await start({
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  await articlesCounted(window, 1);
  await openArticle(window, title);
  await writeFile(file, second);
  await importAgain(app, window, file);
  await said(window, '1 article with a new revision.');

  await command(window, 'what the last revision changed');
  const view = window.getByRole('region', { name: 'Differences', exact: true });
  await said(window, 'Paragraphs: 1 changed, 1 cut, 1 inserted');
  await expect(view.getByRole('region', { name: 'The two texts' })).toBeFocused();
  await expect(view).toContainText('Revision 1 of 2');
  await expect(view).toContainText('Revision 2 of 2');
  await expect(view).toContainText('% the same');

  await window.keyboard.press('n');
  await said(window, 'Difference 1 of 3. Replaced “both” by “all three”.');
  await expect(view.getByRole('deletion')).toContainText(['both']);
  await expect(view.getByRole('insertion')).toContainText(['all three']);
  await window.keyboard.press('F7');
  await said(window, 'Difference 2 of 3. Cut: “Paragraph 9 tells');
  await window.keyboard.press('Shift+F7');
  await said(window, 'Difference 1 of 3.');
  await window.keyboard.press('p');
  await said(window, 'That was the first one.');

  const fold = view.getByRole('button', { name: '3 unchanged paragraphs' });
  const folds = await view.getByRole('button', { name: /unchanged paragraphs$/ }).count();
  expect(folds).toBeGreaterThan(0);
  await fold.first().focus();
  await window.keyboard.press('Enter');
  await expect(view.getByRole('region', { name: 'The two texts' })).toBeFocused();
  await expect(view.getByRole('button', { name: /unchanged paragraphs$/ })).toHaveCount(folds - 1);

  await expectAccessible(window, 'differences');
  await expectNamedControls(window);
  await window.keyboard.press('Escape');
  await expect(pane(window, title)).toBeFocused();
});

test('C2: a brief quotes an earlier revision in its own words, and undo takes a revision back', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'fares.txt');
  await writeFile(file, first);
  const project = join(folder, 'project');
  const launched = await start({ args: ['--project', project, '--import', file] });
  const { app, window } = launched;
  await articlesCounted(window, 1);
  const reader = await openArticle(window, title);
  await highlight(reader, 'fares on both coasts');
  await window.keyboard.press('b');
  await said(window, /brief/);
  await writeFile(file, second);
  await importAgain(app, window, file);
  const notice = window.getByRole('note', { name: 'Revision' });
  await expect(notice).toContainText('Revision 1 of 2');

  await window.getByRole('button', { name: 'Brief', exact: true }).click();
  await expect(window.getByRole('main', { name: 'Desk' })).toContainText('fares on both coasts');
  await exportAndProve(launched, project, folder, ['fares on both coasts']);
  await window.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(notice).toContainText('Revision 1 of 2');
  await window.keyboard.press('Control+z');
  await said(window, /^Undid/);
  await expect(notice).toHaveCount(0);
  await expect(reader).toContainText('Paragraph 3 tells of the fares on both coasts');
});
