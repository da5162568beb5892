import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight, highlightOf } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, statusLine } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { openArticle, selectWords, whenSaved } from '../support/reading.ts';

test('New makes a project, Sample opens the sample, Recent lists both and opens them', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'Harbour case');
  const { app, window } = await start();
  const closeProject = async () => {
    await command(window, 'Close the project');
    await window.getByRole('heading', { name: 'Recent' }).waitFor();
  };
  await expect(window.getByText('Projects you open will be listed here.')).toBeVisible();

  await answerSave(app, null);
  await window.getByRole('button', { name: /^New/ }).click();
  await expect(window.getByRole('button', { name: /^New/ })).toBeVisible();
  await answerSave(app, project);
  await window.getByRole('button', { name: /^New/ }).click();
  await expect(window.getByRole('heading', { name: 'Harbour case', level: 1 })).toBeVisible();
  expect(await readFile(join(project, '.variorum', 'project.json'), 'utf8')).toContain('"schema"');
  await closeProject();

  await window.getByRole('button', { name: /^Sample/ }).click();
  await articlesCounted(window, 8);
  await whenSaved(window);
  await closeProject();

  const recent = window.getByRole('main', { name: 'Start' }).getByRole('listitem');
  await expect(recent).toContainText(['Strait tunnel, May', 'Harbour case']);
  await recent.filter({ hasText: 'Harbour case' }).getByRole('button').click();
  await expect(window.getByRole('heading', { name: 'Harbour case', level: 1 })).toBeVisible();
  await expect(statusLine(window)).toContainText('0 articles');
  await closeProject();
  await recent.filter({ hasText: 'Strait tunnel, May' }).getByRole('button').click();
  await articlesCounted(window, 8);
});

test('Recent opens the very folder that was chosen, of a project and its copy', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'original');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await whenSaved(first.window);
  await first.close();
  await cp(project, join(folder, 'copy'), { recursive: true });
  const second = await start({ args: ['--project', join(folder, 'copy')] });
  await articlesCounted(second.window, 8);
  await second.close();
  const { window } = await start();
  const recent = window.getByRole('main', { name: 'Start' }).getByRole('listitem');
  await expect(recent).toContainText(['copy', 'original']);
  await recent.filter({ hasText: 'original' }).getByRole('button').click();
  await expect(window.getByRole('heading', { name: 'original', level: 1 })).toBeVisible();
});

test('a folder that is no project is refused with a clear message', async ({ start, folder }) => {
  const stranger = join(folder, 'Holiday pictures');
  await mkdir(stranger);
  const { app, window } = await start();
  await answerOpen(app, [stranger]);
  await window.getByRole('button', { name: /^Open/ }).click();
  const message = window.getByRole('dialog', { name: 'The project could not be opened' });
  await expect(message).toContainText('“Holiday pictures” is not a Variorum project');
  await message.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('button', { name: /^Open/ })).toBeVisible();

  await writeFile(join(stranger, 'beach.txt'), 'Sand.');
  await answerSave(app, stranger);
  await window.getByRole('button', { name: /^New/ }).click();
  await expect(message).toContainText('has files in it, so no project was made there');
});

test('a project of a newer program opens for reading only, and says so', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await highlight(await openArticle(first.window, sample.readout), '31 kilometres');
  await whenSaved(first.window);
  await first.close();
  const path = join(project, '.variorum', 'project.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as { schema: number };
  await writeFile(path, JSON.stringify({ ...file, schema: file.schema + 1 }));

  const { app, window } = await start({ args: ['--project', project] });
  await expect(window.getByText('It is open for reading only').first()).toBeVisible();
  const reader = await openArticle(window, sample.readout);
  await expect(highlightOf(reader, '31 kilometres')).toHaveText('31 kilometres');
  await selectWords(reader, 'fourteen boreholes');
  await window.keyboard.press('h');
  await expect(window.getByText('It is open for reading only').first()).toBeVisible();
  await expect(highlightOf(reader, 'fourteen boreholes')).toHaveCount(0);
  await expect(statusLine(window)).toContainText('1 annotation');
  await answerOpen(app, [path]);
  const before = await readFile(path, 'utf8');
  await window.keyboard.press('Escape');
  expect(JSON.parse(before)).toMatchObject({ schema: file.schema + 1 });
});
