import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, statusLine } from '../support/areas.ts';
import { badFiles, makeBadFiles } from '../support/bad-files.ts';
import { dropFiles } from '../support/drop-files.ts';
import { makeFilledProject, shortArticles } from '../support/filled-project.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { openArticle, pane, whenSaved } from '../support/reading.ts';

/** A plain text of its own for each name. */
async function writeArticle(folder: string, name: string, title: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, `${title}\n\nWhat it says of the matter, in a sentence of ${name}.\n`);
  return path;
}

test('files and folders by dialog, by drop and from the command line; the same text twice adds nothing', async ({
  start,
  folder,
}) => {
  const given = await writeArticle(folder, 'given.txt', 'From the command line');
  const project = join(folder, 'project');
  const { app, window } = await start({ args: ['--project', project, '--import', given] });
  const importFiles = window
    .getByRole('region', { name: 'Library' })
    .getByRole('button', { name: 'Import files…' });

  await test.step('command line', async () => {
    await articlesCounted(window, 1);
    await expect(pane(window, 'From the command line')).toBeVisible();
  });

  await test.step('files by dialog', async () => {
    const chosen = [
      await writeArticle(folder, 'one.txt', 'The first one'),
      await writeArticle(folder, 'two.md', '# The second one'),
    ];
    await answerOpen(app, chosen);
    await importFiles.click();
    await articlesCounted(window, 3);
    await said(window, '2 articles added.');
  });

  await test.step('a folder by dialog, with a folder in it', async () => {
    await writeArticle(join(folder, 'pile'), 'three.txt', 'The third one');
    await writeArticle(join(folder, 'pile', 'deeper'), 'four.txt', 'The fourth one');
    await answerOpen(app, [join(folder, 'pile')]);
    await window.keyboard.press('Control+Shift+o');
    await articlesCounted(window, 5);
  });

  await test.step('a drop of real files', async () => {
    await dropFiles(window, [await writeArticle(folder, 'five.txt', 'The fifth one')]);
    await articlesCounted(window, 6);
    await said(window, '1 article added.');
    await openArticle(window, 'The fifth one');
  });

  await test.step('the same text again, under another name, adds nothing and says so', async () => {
    const words = 'The first one\n\nWhat it says of the matter, in a sentence of one.txt.\n';
    await writeFile(join(folder, 'copy.txt'), words);
    await answerOpen(app, [join(folder, 'copy.txt')]);
    await importFiles.click();
    await said(window, '0 articles added, 1 known already, not added again.');
    await articlesCounted(window, 6);
    await statusLine(window).getByRole('button', { name: 'Import report' }).click();
    const report = window.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('listitem')).toContainText(['copy.txt']);
    await expect(report.getByRole('listitem')).toContainText(['The first one']);
    await report.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a cancelled dialog does nothing', async () => {
    await answerOpen(app, []);
    await importFiles.click();
    await articlesCounted(window, 6);
  });
});

test('bad files are listed with their reasons, and the good one arrives', async ({
  start,
  folder,
}) => {
  const pile = join(folder, 'pile');
  await makeBadFiles(pile);
  const { window } = await start({
    args: ['--project', join(folder, 'project'), '--import', pile],
  });
  const report = window.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('1 article added, 6 refused.');
  await expect(report.getByRole('heading', { name: 'Refused (6)' })).toBeVisible();
  for (const [name, reason] of Object.entries(badFiles)) {
    const item = report.getByRole('listitem').filter({ hasText: name });
    await expect(item).toHaveText(reason);
  }
  await expect(report.getByRole('listitem').filter({ hasText: 'good.txt' })).toContainText(
    'A good article',
  );
  await report.getByRole('button', { name: 'Close' }).click();
  await articlesCounted(window, 1);
  await expect(pane(window, 'A good article')).toContainText('arrives all the same');
});

test('metadata from linked data and front matter; an outlet put in by hand outlives a restart', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  await writeFile(join(folder, 'page.html'), page);
  await writeFile(join(folder, 'matter.md'), frontMatter);
  const plain = await writeArticle(folder, 'plain.txt', 'A plain one');
  const files = [join(folder, 'page.html'), join(folder, 'matter.md'), plain];
  const first = await start({ args: ['--project', project, '--import', ...files] });
  const field = (name: string) => inspector(first.window).getByRole('textbox', { name });
  await articlesCounted(first.window, 3);

  await openArticle(first.window, 'Ferry fares to rise in June');
  await expect(field('Outlet')).toHaveValue('The Harbour Ledger');
  await expect(field('Byline')).toHaveValue('Ida Marsk');
  await expect(field('Published')).toHaveValue('2031-05-12T08:15:00+01:00');
  await expect(field('Address')).toHaveValue('https://ledger.example/fares');
  await openArticle(first.window, 'Fares: what the line says');
  await expect(field('Outlet')).toHaveValue('Strand Weekly');
  await expect(field('Published')).toHaveValue('2031-05-14');
  await openArticle(first.window, 'A plain one');
  await expect(field('Outlet')).toHaveValue('');
  await field('Outlet').fill('Radio Strand');
  await field('Outlet').press('Enter');
  await field('Published').fill('yesterday');
  await field('Published').press('Enter');
  await expect(inspector(first.window).getByRole('alert')).toContainText('Write the date as');
  await field('Published').fill('2031-05-13');
  await field('Published').press('Enter');
  await expect(inspector(first.window).getByRole('alert')).toHaveCount(0);
  await whenSaved(first.window);
  await first.close();

  const { window } = await start({ args: ['--project', project] });
  await openArticle(window, 'A plain one');
  const outlet = inspector(window).getByRole('textbox', { name: 'Outlet' });
  await expect(outlet).toHaveValue('Radio Strand');
  await expect(outlet).toHaveAccessibleDescription(/written by hand/);
  await expect(inspector(window).getByRole('textbox', { name: 'Published' })).toHaveValue(
    '2031-05-13',
  );
});

const linkedData = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Ferry fares to rise in June',
  author: { '@type': 'Person', name: 'Ida Marsk' },
  publisher: { '@type': 'Organization', name: 'The Harbour Ledger' },
  datePublished: '2031-05-12T08:15:00+01:00',
  url: 'https://ledger.example/fares',
};

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ferry fares to rise in June - The Harbour Ledger</title>
<link rel="canonical" href="https://ledger.example/fares">
<script type="application/ld+json">${JSON.stringify(linkedData)}</script></head>
<body><article><h1>Ferry fares to rise in June</h1>
<p>The ferry line will raise its fares on the first of June, it said on Monday, and not for the last time this year.</p>
<p>Passengers had been told otherwise in March, when the line promised to hold its fares until the winter.</p>
</article></body></html>`;

const frontMatter = `---
title: "Fares: what the line says"
outlet: Strand Weekly
date: 2031-05-14
---

The line says that it never promised anything.
`;

test('an import that is asked for as soon as a large project opens loses nothing and comes twice nowhere', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const work = { annotationsEach: 6, claims: 20, links: 20 };
  await makeFilledProject(project, shortArticles(1_500), work);
  const given = await writeArticle(folder, 'late.txt', 'The late one');
  const { app, window, close } = await start({ args: ['--project', project] });
  await answerOpen(app, [given]);
  // Before the annotations are read: the first key that the window takes.
  await window.getByRole('main', { name: 'Desk' }).waitFor();
  await window.keyboard.press('Control+o');
  await said(window, '1 article added.');
  await articlesCounted(window, 1_501);
  await expect(statusLine(window)).toContainText('9,000 annotations');
  await whenSaved(window);
  await window.getByRole('searchbox', { name: 'Filter articles' }).fill('late');
  await openArticle(window, 'The late one');
  await close();

  const again = await start({ args: ['--project', project] });
  await articlesCounted(again.window, 1_501);
  await expect(statusLine(again.window)).toContainText('9,000 annotations');
});
