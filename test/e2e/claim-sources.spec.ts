import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { fileUnderClaim } from '../support/claim-dialog.ts';
import { claim, newClaim, row } from '../support/claims.ts';
import { closeWithEscape, pressIn, whenClosed } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

test('Q11: a claim of a brief: its passages are evidence, its own words the wording', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await showView(window, 'Brief');
  await window.getByRole('main').getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await window.keyboard.type('The tunnel is long ');
  await inspector(window)
    .getByRole('button', { name: 'Cite in the sentence: 31 kilometres' })
    .click();
  const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
  await window.keyboard.press('Control+Shift+C');
  await expect(dialog.getByRole('textbox', { name: 'Wording' })).toHaveValue('31 kilometres');
  await closeWithEscape(dialog);
  await text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+Shift+C');
  await expect(dialog.getByRole('textbox', { name: 'Wording' })).toHaveValue('The tunnel is long');
  await pressIn(dialog, 'Enter');
  await whenClosed(dialog);
  await showView(window, 'Claims');
  await expect(row(window, 1)).toContainText('The tunnel is long');
  await expect(row(window, 1)).toContainText('1 passage');
});

test('Q7: on real articles, who says it independently and who counts with whom', async ({
  start,
  folder,
}) => {
  const articles = sharedCorpus('xi-putin-calls');
  test.skip(articles.length === 0, 'The folder of real articles is not beside the repository.');
  const args = ['--project', join(folder, 'project'), '--import', ...articles];
  const { window } = await start({ args });
  await said(window, '5 articles added.');
  const rows = window
    .getByRole('grid', { name: 'Articles' })
    .getByRole('row')
    .filter({ hasNotText: '5 articles' });
  await newClaim(window, 'They spoke.');
  await showView(window, 'Read');
  for (const index of [0, 1, 2]) {
    // By its title: the text before it has the focus again for a moment, when the dialog has gone.
    const title = await rows
      .nth(index)
      .evaluate((row) => row.querySelector(`#${row.getAttribute('aria-labelledby')}`)?.textContent);
    await openArticle(window, title ?? 'no such article');
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await fileUnderClaim(dialog, 'C1');
    await dialog.getByRole('button', { name: 'File as evidence' }).click();
    await whenClosed(dialog);
  }
  await showView(window, 'Claims');
  await claim(window, 1).click();
  await expect(inspector(window).getByRole('combobox', { name: /^Stance of/ })).toHaveCount(3);
  const sources = inspector(window)
    .getByRole('list', { name: 'Independent sources' })
    .getByRole('listitem');
  await expect(sources.first()).toBeVisible();
  expect(await sources.count()).toBeLessThanOrEqual(3);
});

test('Q7: a copy of the wire counts with the wire, and the Inspector says so', async ({
  start,
  folder,
}) => {
  const wire = Array.from(
    { length: 40 },
    (_, index) => `Sentence ${index} of the agency tells what happened at pier ${index * 7}.`,
  ).join(' ');
  const sources = join(folder, 'sources');
  await mkdir(sources);
  for (const [outlet, text] of [
    ['The Wire', wire],
    ['The Ledger', `${wire} Own words at the end.`],
    ['The Post', 'Sentence 3 is what we saw ourselves, and nobody told us so.'],
  ]) {
    const head = `---\ntitle: As ${outlet} has it\nsite: ${outlet}\n---\n\n`;
    await writeFile(join(sources, `${outlet}.md`), `${head}${text}\n`);
  }
  const args = ['--project', join(folder, 'project'), '--import', sources];
  const { window } = await start({ args });
  await said(window, '3 articles added');
  await newClaim(window, 'It happened.');
  for (const outlet of ['The Ledger', 'The Wire', 'The Post']) {
    await showView(window, 'Read');
    await highlight(await openArticle(window, `As ${outlet} has it`), 'Sentence 3');
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await fileUnderClaim(dialog, 'C1');
    await dialog.getByRole('button', { name: 'File as evidence' }).click();
    await whenClosed(dialog);
  }
  await showView(window, 'Claims');
  await claim(window, 1).click();
  const list = inspector(window).getByRole('list', { name: 'Independent sources' });
  // The catalogue looks for near duplicates by itself, some time after the import.
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('near duplicates');
  await expect(list.getByRole('listitem').filter({ hasText: 'The Post' })).not.toContainText('2');
  await expect(row(window, 1)).toContainText('3 passages from 2 sources');
});
