import { mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { clickHighlight, expectInspected, highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { quotesOnDisk } from '../support/journal-on-disk.ts';
import type { LaunchedVariorum } from '../support/launch.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { articleRow, openArticle, whenSaved } from '../support/reading.ts';
import { expectFound, searchResults } from '../support/searching.ts';

const title = 'The first wire of the day';
const fares = 'Fares rise in June on both coasts';
const wire = (length: string) =>
  `${title}\n\n${fares}, the agency says.\n\nThe bridge will be ${length} long.\n`;

/** A wire that no other one resembles. */
function numbered(index: number): string {
  return `Wire number ${index}\n\nAt ${index} past midnight ship ${index * 7} left berth ${index * 13} with ${index * 17} crates.\n`;
}

/** Watches a folder besides the project's own, by the dialog. */
async function watch({ app, window }: LaunchedVariorum, folder: string): Promise<void> {
  await command(window, 'Watched folders');
  const dialog = window.getByRole('dialog', { name: 'Watched folders' });
  await answerOpen(app, [folder]);
  await dialog.getByRole('button', { name: 'Add folder…' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await closeWithEscape(dialog);
}

/** The files that the article in the Inspector came from. */
function files(window: Page) {
  return inspector(window).getByRole('definition').filter({ hasText: 'imported' });
}

test('R1, R5, V5: what happens to files of a watched folder, and what is seen of it', async ({
  start,
  folder,
}) => {
  test.slow();
  const watched = join(folder, 'agency');
  const project = join(folder, 'project');
  await mkdir(watched);
  await writeFile(join(watched, 'before.txt'), numbered(1));
  const launched = await start({ args: ['--project', project] });
  const { window } = launched;
  await watch(launched, watched);
  // What the analyst adds with the folder is an import of theirs; only what comes after it is the folder's.
  await articlesCounted(window, 1);
  const notice = window.getByRole('note', { name: 'Revision' });

  await test.step('a new file is an article', async () => {
    await writeFile(join(watched, 'one.txt'), wire('31 kilometres'));
    await articlesCounted(window, 2);
    const reader = await openArticle(window, title);
    await expect(files(window)).toContainText(['one.txt']);
    await highlight(reader, fares);
  });

  await test.step('a changed one is a revision; the text that is read stays, and still shows its annotation, which follows', async () => {
    const reader = await openArticle(window, title);
    await writeFile(join(watched, 'one.txt'), wire('33.5 kilometres'));
    await said(window, '1 article with a new revision.');
    await expect(notice).toContainText('Revision 1 of 2, not the present one');
    await expect(reader).toContainText('31 kilometres');
    await clickHighlight(reader, fares);
    await expectInspected(window, fares);
    await expect(inspector(window)).toContainText('Carried over from revision 1, unchanged');
  });

  await test.step('the differences of the two are read', async () => {
    await notice.getByRole('button', { name: 'Show differences' }).click();
    const view = window.getByRole('region', { name: 'Differences', exact: true });
    await expect(view.getByRole('deletion')).toContainText(['31']);
    await expect(view.getByRole('insertion')).toContainText(['33.5']);
    await expect(view.getByRole('region', { name: 'The two texts' })).toBeFocused();
    await window.keyboard.press('Escape');
    await notice.getByRole('button', { name: 'Show the present one' }).click();
    await expect(notice).toHaveCount(0);
  });

  await test.step('a renamed and a moved one takes its article along', async () => {
    await openArticle(window, title);
    // Off the annotation, which is on this revision by now: the Inspector shows the article.
    await window.keyboard.press('Control+End');
    await rename(join(watched, 'one.txt'), join(watched, 'renamed.txt'));
    await expect(files(window)).toContainText(['renamed.txt']);
    await mkdir(join(watched, 'May'));
    await rename(join(watched, 'renamed.txt'), join(watched, 'May', 'moved.txt'));
    await expect(files(window)).toContainText(['May/moved.txt']);
    await expect(files(window)).toHaveCount(1);
    await articlesCounted(window, 2);
  });

  await test.step('a deleted one leaves its article, its revisions and its annotation', async () => {
    await unlink(join(watched, 'May', 'moved.txt'));
    await writeFile(join(watched, 'later.txt'), numbered(0));
    await articlesCounted(window, 3);
    const reader = await openArticle(window, title);
    await expect(reader).toContainText('33.5 kilometres');
    await inspector(window).getByRole('button', { name: 'Open revision 1' }).click();
    await expect(reader.locator('[data-annotations]')).toHaveText(fares);
    await whenSaved(window);
    expect(await quotesOnDisk(project)).toEqual([{ quote: fares, words: fares }]);
  });

  await test.step('undo takes back the highlight, not what the folder brought', async () => {
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Highlight.');
    await articlesCounted(window, 3);
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Import “Wire number 1”.');
    await articlesCounted(window, 2);
    await window.keyboard.press('Control+z');
    await said(window, 'There is nothing to undo.');
  });
});

test('three hundred files at once, and what happened while the program was closed', async ({
  start,
  folder,
}) => {
  const watched = join(folder, 'agency');
  await mkdir(watched);
  const first = await start({ args: ['--project', join(folder, 'project')] });
  await watch(first, watched);

  await test.step('a burst arrives whole and can be searched', async () => {
    const names = Array.from({ length: 300 }, (_, index) => index + 1);
    await Promise.all(
      names.map((index) => writeFile(join(watched, `wire-${index}.txt`), numbered(index))),
    );
    await expect(statusLine(first.window)).toContainText('300 articles', { timeout: 40_000 });
    await expectFound(first.window, 'midnight', 300);
    await expectFound(first.window, '"berth 39"', 1);
    await whenSaved(first.window);
    await first.close();
  });

  await test.step('on the next start: the new one, the changed one, the deleted and the renamed one', async () => {
    await writeFile(join(watched, 'new.txt'), numbered(1_000));
    await writeFile(join(watched, 'wire-3.txt'), numbered(3).replace('crates', 'barrels'));
    await rename(join(watched, 'wire-4.txt'), join(watched, 'other-name.txt'));
    await unlink(join(watched, 'wire-5.txt'));
    const { window } = await start({ args: ['--project', join(folder, 'project')] });
    await articlesCounted(window, 301);
    await expectFound(window, 'barrels', 1);
    await window.keyboard.press('Enter');
    await expect(searchResults(window)).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(inspector(window).getByRole('list', { name: 'Revisions' })).toContainText(
      'Revision 2',
    );
    await expectFound(window, '"wire number 4"', 1);
    await window.keyboard.press('Enter');
    await expect(searchResults(window)).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(files(window)).toContainText(['other-name.txt']);
    await expectFound(window, '"wire number 5"', 1);
  });
});

test('a watched folder that goes away and comes back says so, and nothing else breaks', async ({
  start,
  folder,
}) => {
  const watched = join(folder, 'agency');
  await mkdir(watched);
  await writeFile(join(watched, 'one.txt'), wire('31 kilometres'));
  const launched = await start({ args: ['--project', join(folder, 'project')] });
  const { window } = launched;
  await watch(launched, watched);
  await articlesCounted(window, 1);
  await rename(watched, join(folder, 'unplugged'));
  await command(window, 'Watched folders');
  const dialog = window.getByRole('dialog', { name: 'Watched folders' });
  await dialog.getByRole('button', { name: 'Look for changes now' }).click();
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Not there');
  await articlesCounted(window, 1);
  await writeFile(join(folder, 'unplugged', 'two.txt'), numbered(2));
  await rename(join(folder, 'unplugged'), watched);
  await dialog.getByRole('button', { name: 'Look for changes now' }).click();
  await articlesCounted(window, 2);
  await expect(dialog.getByRole('listitem').nth(1)).not.toContainText('Not there');
  await closeWithEscape(dialog);
  await rm(watched, { recursive: true });
  await expect(articleRow(window, title)).toBeVisible();
  await openArticle(window, title);
});
