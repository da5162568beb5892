import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locator, test } from '@playwright/test';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { fileUnderClaim } from '../../support/claim-dialog.ts';
import { launchVariorum } from '../../support/launch.ts';
import { openArticle, openBeside, selectWords, whenSaved } from '../../support/reading.ts';

const out = join(repositoryRoot, 'out', 'tour', 'main-path');
const readout = /^Readout of the Premier/;
const observer = /^Velmund stakes her word/;
const lantern = /^Tunnel timetable promised/;

test('the first five minutes, on the sample', async () => {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { app, window, close } = await launchVariorum();
  let step = 0;
  const picture = async (name: string): Promise<void> => {
    step += 1;
    await window.screenshot({ path: join(out, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
  await window.setViewportSize({ width: 1440, height: 900 });

  await window.getByRole('button', { name: /^Sample/ }).waitFor();
  await picture('start');
  await window.getByRole('button', { name: /^Sample/ }).click();
  let first = await openArticle(window, readout);
  await picture('reading');

  await selectWords(
    first,
    '“We have promised this crossing to our children twice, and we will not promise it a third time without a date.”',
  );
  await picture('selected');
  await window.keyboard.press('h');
  await picture('highlighted');
  await window.keyboard.press('t');
  await window.keyboard.type('quot');
  await picture('tagging');
  await window.keyboard.press('Enter');
  await selectWords(first, 'third time without a date');
  await window.keyboard.press('4');
  await selectWords(first, 'first trains in 2034');
  await window.keyboard.press('3');
  await selectWords(first, '31 kilometres');
  await window.keyboard.press('2');
  await window.keyboard.press('n');
  await window.keyboard.type('The wire has the same length; The Counting House says 33.5.');
  await window.keyboard.press('Escape');
  await picture('overlapping-highlights-and-a-note');

  await window.keyboard.press('[');
  await window.keyboard.press('[');
  await window.keyboard.press('[');
  await window.keyboard.press('p');
  await window.getByText(/words alike/).waitFor();
  await picture('parallel-passages');
  await window.getByRole('button', { name: /^Open beside, The Dunmarrow Observer/ }).click();
  await window.getByRole('document', { name: observer }).waitFor();
  await picture('two-articles');

  await window.keyboard.press('1');
  await window.keyboard.press('l');
  await picture('link-begun');
  await highlightOf(first, 'We have promised').click();
  await window.keyboard.press('l');
  await window.getByRole('dialog', { name: 'Link' }).waitFor();
  await window.getByRole('radio', { name: 'paraphrases' }).check();
  await picture('link-dialog');
  await window.getByRole('dialog').getByRole('button', { name: 'Link' }).click();
  await picture('linked');

  await window.keyboard.press('c');
  await window
    .getByRole('textbox', { name: 'Wording' })
    .fill('Brannoch will promise the tunnel again only with an opening date.');
  await window.getByRole('combobox', { name: 'Speaker' }).fill('Thora Velmund');
  await picture('claim-dialog');
  await window.getByRole('button', { name: 'Make claim' }).click();
  await openBeside(window, lantern);
  const second = window.getByRole('document', { name: lantern });
  await selectWords(
    second,
    'We have promised this crossing twice, and we will not promise it a third time without a date',
  );
  await window.keyboard.press('1');
  await window.keyboard.press('c');
  await fileUnderClaim(window.getByRole('dialog'), 'C1');
  await window.getByRole('combobox', { name: 'This passage' }).selectOption('reports');
  await window.getByRole('button', { name: 'File as evidence' }).click();
  await selectWords(second, '3.9 billion crowns');
  await window.keyboard.press('2');
  await window.keyboard.press('c');
  await window
    .getByRole('textbox', { name: 'Wording' })
    .fill('The tunnel will cost 3.9 billion crowns.');
  await window.getByRole('button', { name: 'Make claim' }).click();
  await window.getByRole('button', { name: 'Claims', exact: true }).click();
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await picture('claims');
  await window.getByRole('button', { name: 'Send to brief' }).click();
  await window.getByRole('button', { name: 'Links', exact: true }).click();
  await picture('links');

  first = await openArticle(window, readout);
  await highlightOf(first, 'We have promised').click();
  await window.keyboard.press('b');
  await window.getByRole('button', { name: 'Brief', exact: true }).click();
  const title = window.getByRole('textbox', { name: 'Title of the brief' });
  await title.fill('What the premiers promised');
  await title.press('Enter');
  const page = window.getByRole('textbox', { name: 'Text of the brief' });
  await page.press('Control+Home');
  await picture('brief');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('export');
  await picture('palette');
  await window.keyboard.press('Escape');

  await whenSaved(window);
  for (const [keys, file] of [
    ['Control+Shift+M', 'brief.md'],
    ['Control+Shift+H', 'brief.html'],
  ] as const) {
    await saveTo(app, join(out, file));
    await window.keyboard.press(keys);
    await window.getByRole('status').getByText(file).waitFor();
  }
  await window.keyboard.press('F6');
  await window.getByRole('button', { name: 'Read', exact: true }).click();
  await window.keyboard.press('?');
  await picture('keys');
  await window.keyboard.press('Escape');

  await window.emulateMedia({ colorScheme: 'dark' });
  await highlightOf(first, 'We have promised').click();
  await picture('dark');
  await window.getByRole('button', { name: 'Claims', exact: true }).click();
  await picture('dark-claims');
  await window.getByRole('button', { name: 'Brief', exact: true }).click();
  await picture('dark-brief');
  await window.emulateMedia({ colorScheme: 'light' });
  await window.getByRole('button', { name: 'Read', exact: true }).click();
  await window.setViewportSize({ width: 760, height: 800 });
  await picture('narrow');
  await window.setViewportSize({ width: 1440, height: 900 });
  await close();
});

/** The part of a text that is highlighted and begins so. */
function highlightOf(reader: Locator, words: string): Locator {
  return reader.locator('[data-annotations]', { hasText: words }).first();
}

/** The analyst's answer to the next question where to save. */
async function saveTo(
  app: Awaited<ReturnType<typeof launchVariorum>>['app'],
  path: string,
): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}
