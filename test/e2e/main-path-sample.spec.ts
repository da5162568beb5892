import { join } from 'node:path';
import {
  clickHighlight,
  expectInspected,
  highlight,
  highlightOf,
  tag,
  tagsShown,
} from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, showView } from '../support/areas.ts';
import { fileUnderClaim } from '../support/claim-dialog.ts';
import { expectInertHtml, exportAndProve } from '../support/exporting.ts';
import { sample, sampleArticles } from '../support/making-projects.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { openArticle, openBeside, pane, whenSaved } from '../support/reading.ts';

const promise =
  '“We have promised this crossing to our children twice, and we will not promise it a third time without a date.”';
const length = '31 kilometres';
const opening = 'first trains in 2034';
const shortPromise =
  'We have promised this crossing twice, and we will not promise it a third time without a date';
const cost = '3.9 billion crowns';

test('the main path on the sample: import, read, highlight, tag, note, link, claim, brief, export (A1, C1, C2, C4)', async ({
  start,
  folder,
}) => {
  const launched = await start();
  const { app, window } = launched;
  const project = join(folder, 'Strait');
  const readout = pane(window, sample.readout);
  const lantern = pane(window, sample.lantern);
  const note = window.getByRole('textbox', { name: 'Note' });

  await test.step('make a project and import a folder', async () => {
    await answerSave(app, project);
    await window.getByRole('button', { name: /^New/ }).click();
    await expect(window.getByRole('heading', { name: 'Strait' })).toBeVisible();
    await answerOpen(app, [sampleArticles]);
    await window.getByRole('button', { name: 'Import a folder…' }).click();
    await articlesCounted(window, 8);
    await said(window, '8 articles added.');
  });

  await test.step('highlight with the mouse, tag with a new tag, a known one and a number key', async () => {
    await openArticle(window, sample.readout);
    await highlight(readout, promise);
    await expect(highlightOf(readout, 'We have promised')).toHaveText(promise);
    await tag(window, 'promise');
    await expect(tagsShown(window)).toHaveText(['promise']);
    await highlight(readout, length);
    await tag(window, 'figure');
    await clickHighlight(readout, 'We have promised');
    await expectInspected(window, promise);
    await tag(window, 'fig');
    await expect(tagsShown(window)).toHaveText(['promise', 'figure']);
    await highlight(readout, opening, '2');
    await expect(tagsShown(window)).toHaveText(['figure']);
  });

  await test.step('write a note with bold words and a list', async () => {
    await window.keyboard.press('n');
    await window.keyboard.type('No word on ');
    await window.keyboard.press('Control+b');
    await window.keyboard.type('money');
    await window.keyboard.press('Control+b');
    await window.keyboard.press('Enter');
    await inspector(window).getByRole('button', { name: 'Bullet list' }).click();
    await window.keyboard.type('ask the ministry');
    await window.keyboard.press('Enter');
    await window.keyboard.type('ask the survey');
    await window.keyboard.press('Escape');
    await whenSaved(window);
    await clickHighlight(readout, length);
    await expectInspected(window, length);
    await expect(note).toHaveText('');
    await clickHighlight(readout, opening);
    await expect(note.locator('strong')).toHaveText('money');
    await expect(note.getByRole('listitem')).toHaveText(['ask the ministry', 'ask the survey']);
  });

  await test.step('link two passages of different articles; both ends show it', async () => {
    await openBeside(window, sample.lantern);
    await highlight(lantern, shortPromise);
    await window.keyboard.press('l');
    await said(window, /Link begun/);
    await clickHighlight(readout, 'We have promised');
    await window.keyboard.press('l');
    const dialog = window.getByRole('dialog', { name: 'Link' });
    await dialog.getByRole('radio', { name: 'paraphrases' }).check();
    await dialog.getByRole('button', { name: 'Link', exact: true }).click();
    await expectInspected(window, promise);
    await expect(
      inspector(window).getByRole('button', { name: /^Follow link/ }),
    ).toHaveAccessibleName(`Follow link: is paraphrased by 4:1: ${shortPromise}`);
    await clickHighlight(lantern, 'We have promised');
    await expect(
      inspector(window).getByRole('button', { name: /^Follow link/ }),
    ).toHaveAccessibleName(`Follow link: paraphrases 1:1: ${promise}`);
  });

  await test.step('following opens the other article in the other pane, at the passage, with the focus', async () => {
    await window.getByRole('button', { name: /^Close pane: Readout/ }).click();
    await expect(readout).toHaveCount(0);
    await clickHighlight(lantern, 'We have promised');
    await inspector(window)
      .getByRole('button', { name: /^Follow link/ })
      .click();
    await expect(readout).toBeFocused();
    await expect(lantern).toBeVisible();
    await expect(highlightOf(readout, 'We have promised')).toBeInViewport();
    await expectInspected(window, promise);
  });

  await test.step('make a claim and file a passage of another article under it', async () => {
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('textbox', { name: 'Wording' }).fill('No third promise without a date.');
    await dialog.getByRole('combobox', { name: 'Speaker' }).fill('Thora Velmund');
    await dialog.getByRole('combobox', { name: 'Status' }).selectOption('corroborated');
    await dialog.getByRole('combobox', { name: 'This passage' }).selectOption('asserts');
    await dialog.getByRole('button', { name: 'Make claim' }).click();
    await clickHighlight(lantern, 'We have promised');
    await window.keyboard.press('c');
    await fileUnderClaim(dialog, 'No third promise without a date.');
    await dialog.getByRole('combobox', { name: 'This passage' }).selectOption('reports');
    await dialog.getByRole('button', { name: 'File as evidence' }).click();
  });

  await test.step('from the claim to each of its passages', async () => {
    for (const [reader, words] of [
      [readout, promise],
      [lantern, shortPromise],
    ] as const) {
      await showView(window, 'Claims');
      const row = window.getByRole('treegrid', { name: 'Claims' }).getByRole('row');
      await expect(row).toContainText(['corroborated']);
      await expect(row).toContainText(['Thora Velmund']);
      await window.getByRole('button', { name: /^Claim C1/ }).click();
      await expect(inspector(window).getByRole('combobox', { name: /^Stance of/ })).toHaveCount(2);
      await inspector(window)
        .getByRole('button', { name: new RegExp(`^Open passage .*${words.slice(1, 40)}`) })
        .click();
      await expect(reader).toBeFocused();
      await expectInspected(window, words);
    }
  });

  await test.step('write a brief with a citation in the sentence, a quotation and a claim', async () => {
    await highlight(lantern, cost);
    await showView(window, 'Brief');
    await window.getByRole('main').getByRole('button', { name: 'New brief' }).first().click();
    const title = window.getByRole('textbox', { name: 'Title of the brief' });
    await title.fill('What was promised');
    await title.press('Enter');
    const text = window.getByRole('textbox', { name: 'Text of the brief' });
    await text.click();
    await window.keyboard.type('The price is given as ');
    await inspector(window)
      .getByRole('button', { name: `Cite in the sentence: ${cost}` })
      .click();
    await window.keyboard.type(' by one outlet.');
    await window.keyboard.press('Enter');
    await inspector(window)
      .getByRole('button', { name: `Cite as a quotation: ${length}` })
      .click();
    await inspector(window)
      .getByRole('button', { name: /^Cite claim C1/ })
      .click();
    await expect(text).toContainText('The Evening Lantern, 12 May 2026');
    await whenSaved(window);
  });

  await test.step('export: every quotation verbatim, with outlet, date, revision and offsets', async () => {
    const quotations = [cost, length, promise, shortPromise];
    const exports = await exportAndProve(launched, project, folder, quotations);
    for (const exported of exports) {
      expect(exported).toContain('The Evening Lantern, Agencies, “Tunnel timetable promised');
      expect(exported).toContain('Office of the Premier of Brannoch, Press Office, “Readout of');
      expect(exported).toContain('12 May 2026, 15:10');
      expect(exported).toContain('The price is given as ');
      expect(exported).toContain('No third promise without a date.');
    }
    expectInertHtml(exports[1] ?? '');
  });
});
