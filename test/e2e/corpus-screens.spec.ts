import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { copy } from '../support/copying.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { openArticle, pane } from '../support/reading.ts';

/** A Russian sentence or two in windows-1251. */
function cyrillic(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
}

test('a table that asks for its columns: from the report to the articles', async ({
  start,
  folder,
}) => {
  const pile = join(folder, 'pile');
  await mkdir(pile);
  await writeFile(
    join(pile, 'rows.csv'),
    'a,b,c\nOne,"The first row says a good deal of the matter.",x\nTwo,"The second row says the rest of it all.",y\n',
  );
  await writeFile(join(pile, 'broken.docx'), 'no document');
  const { app, window } = await start({
    args: ['--project', join(folder, 'project'), '--import', pile],
  });
  const report = window.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByRole('heading', { name: 'Columns to choose (1)' })).toBeVisible();
  await expect(report.getByRole('heading', { name: 'Refused (1)' })).toBeVisible();
  await report.getByRole('button', { name: 'Columns to choose (1)' }).click();
  await expect(report.getByRole('heading', { name: 'Refused (1)' })).toHaveCount(0);

  await answerSave(app, join(folder, 'report.csv'));
  await report.getByRole('button', { name: 'Export report…' }).click();
  await said(window, 'report.csv');
  const csv = await readFile(join(folder, 'report.csv'), 'utf8');
  expect(csv).toContain('broken.docx');
  expect(csv).toContain('rows.csv');

  await report.getByRole('button', { name: 'Choose columns of' }).click();
  const dialog = window.getByRole('dialog', { name: 'Choose columns' });
  await expect(dialog.getByRole('cell', { name: 'The first row says' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/which column holds the text/);
  await expectAccessible(window, 'columns');
  await expectNamedControls(window);
  await dialog.getByLabel('Text', { exact: true }).selectOption('b');
  await dialog.getByLabel('Title', { exact: true }).selectOption('a');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await articlesCounted(window, 2);
  await said(window, '2 articles added.');
  await openArticle(window, 'One');
  await expect(pane(window, 'One')).toContainText('a good deal of the matter');
});

test('what was assumed of a file is shown, confirmed and changed', async ({ start, folder }) => {
  const file = join(folder, 'rech.txt');
  await writeFile(
    file,
    cyrillic(
      'Президент сказал, что переговоры прошли хорошо.\n\nОн добавил, что встреча была полезной.',
    ),
  );
  const { window } = await start({
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  await articlesCounted(window, 1);
  const shown = inspector(window);
  await expect(shown).toContainText('Read as windows-1251');

  await test.step('a guess is marked, and one press confirms it', async () => {
    await expect(shown).toContainText('guessed from the file’s name');
    await shown.getByRole('button', { name: /^Confirm Title/ }).click();
    await expect(shown).toContainText(/confirmed by .+, \d/);
    await expect(shown).not.toContainText('guessed from the file’s name');
    await shown.getByRole('button', { name: 'Take back the correction of Title' }).click();
    await expect(shown).toContainText('guessed from the file’s name');
  });

  await test.step('another encoding makes a revision, which the pane shows', async () => {
    await shown.getByRole('button', { name: 'Change the character encoding' }).click();
    const dialog = window.getByRole('dialog', { name: 'Character encoding' });
    await expectAccessible(window, 'encoding');
    await dialog.getByLabel('Encoding', { exact: true }).selectOption('koi8-r');
    await dialog.getByRole('button', { name: 'Read again' }).click();
    await said(window, '1 article with a new revision.');
    await expect(shown).toContainText('Read as koi8-r, as chosen by hand');
    await expect(shown.getByRole('list', { name: 'Revisions' }).getByRole('listitem')).toHaveCount(
      2,
    );
    await expect(window.getByRole('note', { name: 'Revision' })).toHaveCount(0);
  });
});

test('folders are watched, looked through and let go', async ({ start, folder }) => {
  const watched = join(folder, 'agency');
  await mkdir(watched);
  await writeFile(join(watched, 'one.txt'), 'The first wire of the day\n\nIt says very little.');
  const { app, window } = await start({ args: ['--project', join(folder, 'project')] });
  await command(window, 'Watched folders');
  const dialog = window.getByRole('dialog', { name: 'Watched folders' });
  const folders = dialog.getByRole('list', { name: 'Folders' }).getByRole('listitem');
  await expect(folders).toHaveCount(1);
  await expect(folders).toContainText(['The project’s own']);
  await answerOpen(app, [watched]);
  await dialog.getByRole('button', { name: 'Add folder…' }).click();
  await expect(folders).toHaveCount(2);
  await articlesCounted(window, 1);
  await expectAccessible(window, 'folders');
  await expectNamedControls(window);

  await writeFile(join(watched, 'two.txt'), 'The second wire of the day\n\nIt says a little more.');
  await dialog.getByRole('button', { name: 'Look for changes now' }).click();
  await articlesCounted(window, 2);
  await dialog.getByRole('button', { name: 'Stop watching agency' }).click();
  await expect(folders).toHaveCount(1);
  await said(window, 'Its articles stay.');
  await articlesCounted(window, 2);
});

test('what is pasted outside of fields is an article; in a field it is text', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  const html =
    '<h1>A headline from the web</h1><p>And a paragraph with enough words in it to be one.</p>';
  await copy(window, { html });
  await window.getByRole('main', { name: 'Desk' }).focus();
  await window.keyboard.press('Control+v');
  await articlesCounted(window, 1);
  await said(window, 'Pasted as an article: “A headline from the web”.');
  const reader = pane(window, 'A headline from the web');
  await expect(reader).toBeFocused();
  await expect(reader).toContainText('enough words');

  await test.step('also with the caret in a text, which stays as it is', async () => {
    await copy(window, {
      text: 'Another headline altogether\n\nWith a paragraph of plain text below it.',
    });
    await reader.focus();
    await window.keyboard.press('Control+v');
    await articlesCounted(window, 2);
    await expect(pane(window, 'Another headline altogether')).toBeFocused();
    await openArticle(window, 'A headline from the web');
    await expect(reader).not.toContainText('Another headline');
  });

  await test.step('but not in a field', async () => {
    const filter = window.getByRole('searchbox', { name: 'Filter articles' });
    await filter.focus();
    await window.keyboard.press('Control+v');
    await expect(filter).toHaveValue(/Another headline/);
    await filter.fill('');
    await articlesCounted(window, 2);
  });

  await test.step('and by the command', async () => {
    await copy(window, {
      text: 'A third headline by command\n\nWith its own paragraph of plain text.',
    });
    await command(window, 'Paste as article');
    await expect(window.getByRole('textbox', { name: 'Paste here' })).toBeFocused();
    await window.keyboard.press('Control+v');
    await articlesCounted(window, 3);
  });

  await test.step('undo takes it back', async () => {
    await expect(pane(window, 'A third headline by command')).toBeFocused();
    await window.keyboard.press('Control+z');
    await articlesCounted(window, 2);
  });
});

test('jobs are listed with their reports', async ({ start, folder }) => {
  const file = join(folder, 'one.txt');
  await writeFile(file, 'The first wire of the day\n\nIt says very little.');
  const { window } = await start({
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  await articlesCounted(window, 1);
  await expect(statusLine(window).getByRole('button', { name: 'Import report' })).toBeVisible();
  await command(window, 'Show jobs and import reports');
  const jobs = window.getByRole('dialog', { name: 'Jobs' });
  await expect(jobs.getByRole('listitem')).toContainText(['Finished']);
  await expectAccessible(window, 'jobs');
  await jobs.getByRole('button', { name: /^Report of/ }).click();
  const report = window.getByRole('dialog', { name: 'Import report' });
  await report.getByRole('button', { name: 'Open The first wire of the day' }).click();
  await expect(pane(window, 'The first wire of the day')).toBeFocused();
});
