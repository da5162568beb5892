import type { Locator, Page } from '@playwright/test';
import { expectInspected, highlightOf, tagsShown } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, statusLine } from '../support/areas.ts';
import { closeWithEscape, typeInto } from '../support/dialogs.ts';
import { focusHeld } from '../support/focus.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { articleRow, pane } from '../support/reading.ts';

const sentence =
  'The Premier of Brannoch, Thora Velmund, spoke by telephone with the Premier of Lorvaine, Étienne Corvaisel, on the evening of Monday 11 May.';
const dateline = 'DUNMARROW, 12 May (HNA)';

/** Presses keys one after the other and makes sure that the focus is somewhere after each. */
async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await window.keyboard.press(key);
    await focusHeld(window);
  }
}

/** Goes to an article's row in the Library with the arrow keys, from wherever the focus is. */
async function goToRow(window: Page, title: RegExp): Promise<void> {
  const articles = window.getByRole('grid', { name: 'Articles' });
  const isThere = () =>
    articles.evaluate((element) => element.contains(document.activeElement)).catch(() => false);
  while (!(await isThere())) await press(window, 'F6');
  await press(window, 'Home');
  const row = articleRow(window, title);
  for (let step = 0; step < 20; step += 1) {
    if (await row.evaluate((element) => element.contains(document.activeElement))) return;
    await press(window, 'ArrowDown');
  }
  throw new Error('The row was not reached with the arrow keys.');
}

/** Moves the caret to words with the arrow keys, then selects them with Shift and the arrow key. */
async function selectByKey(window: Page, reader: Locator, words: string): Promise<void> {
  const ahead = await reader.evaluate(
    (element, wanted) =>
      [...element.children]
        .map((block) => block.textContent)
        .join('\n')
        .indexOf(wanted),
    words,
  );
  await press(window, 'Control+Home');
  for (let step = 0; step < ahead; step += 1) await window.keyboard.press('ArrowRight');
  for (const _ of words) await window.keyboard.press('Shift+ArrowRight');
  await focusHeld(window);
}

test('highlight, tag and link by keyboard alone; undo both; no mouse, focus never lost', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  const readout = pane(window, sample.readout);
  const second = pane(window, sample.agency);
  await whenSampleIsThere(window);

  await test.step('to the Library, and open an article', async () => {
    await goToRow(window, sample.readout);
    await press(window, 'Enter');
    await expect(readout).toBeFocused();
  });

  await test.step('select a sentence, highlight and tag it', async () => {
    await selectByKey(window, readout, sentence);
    await press(window, 'h');
    await expectInspected(window, sentence);
    await press(window, 't');
    await typeInto(window.getByRole('dialog', { name: 'Tag' }), 'agreement');
    await press(window, 'Enter');
    await expect(tagsShown(window)).toHaveText(['agreement']);
    await expect(readout).toBeFocused();
  });

  await test.step('open the next article beside it and highlight there', async () => {
    await press(window, 'Control+Shift+Enter');
    await expect(second).toBeFocused();
    await selectByKey(window, second, dateline);
    await press(window, 'h');
    await expectInspected(window, dateline);
  });

  await test.step('link here and there', async () => {
    await press(window, 'l');
    await said(window, /Link begun/);
    await press(window, 'Control+Enter');
    await expect(readout).toBeFocused();
    await press(window, '[');
    await expectInspected(window, sentence);
    await press(window, 'l');
    await expect(
      window.getByRole('dialog', { name: 'Link' }).getByRole('radio', { name: 'repeats' }),
    ).toBeFocused();
    await press(window, 'ArrowUp', 'Enter');
    await said(window, 'Linked: 2:1 contradicts 1:1.');
    await expect(
      inspector(window).getByRole('button', { name: /^Follow link: contradicts 2:1/ }),
    ).toBeVisible();
    await expect(readout).toBeFocused();
  });

  await test.step('undo the link and the highlight', async () => {
    await press(window, 'Control+z');
    await said(window, 'Undid: Link “contradicts”.');
    await expect(inspector(window).getByRole('button', { name: /^Follow link/ })).toHaveCount(0);
    await press(window, 'Control+z');
    await said(window, 'Undid: Highlight.');
    await expect(highlightOf(second, dateline)).toHaveCount(0);
    await expect(highlightOf(readout, sentence)).toHaveCount(1);
  });

  await test.step('keys and palette', async () => {
    await press(window, '?');
    const keys = window.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toContainText('Next annotation');
    await closeWithEscape(keys);
    await expect(readout).toBeFocused();
    await press(window, 'Control+k');
    const palette = window.getByRole('dialog', { name: 'Search or run a command' });
    await typeInto(palette, 'show claims');
    await expect(palette.getByRole('option').first()).toContainText('Show the claims');
    await press(window, 'Enter');
    await expect(window.getByRole('heading', { name: '0 claims' })).toBeVisible();
    await focusHeld(window);
    await press(window, 'Control+1');
    await expect(readout).toBeFocused();
  });

  await test.step('F6 goes through all areas and back', async () => {
    await press(window, 'F6');
    await expect(inspector(window).locator(':focus')).toBeAttached();
    await press(window, 'F6');
    await expect(statusLine(window).locator(':focus')).toBeAttached();
    await press(window, 'Shift+F6', 'Shift+F6');
    await expect(readout).toBeFocused();
  });
});

test('Shift and Enter in the Library opens an article beside the open one, as the program says', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await goToRow(window, sample.observer);
  await press(window, 'Shift+Enter');
  await expect(pane(window, sample.observer)).toBeFocused();
  await expect(pane(window, sample.readout)).toBeVisible();
});

test('typing the name of the first tag of the list and Enter chooses it', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await goToRow(window, sample.readout);
  await press(window, 'Enter');
  await expect(pane(window, sample.readout)).toBeFocused();
  await selectByKey(window, pane(window, sample.readout), sentence);
  await press(window, 'h', 't');
  const dialog = window.getByRole('dialog', { name: 'Tag' });
  await expect(dialog.getByRole('option').first()).toContainText('quotation');
  await typeInto(dialog, 'quot');
  await press(window, 'Enter');
  await expect(tagsShown(window)).toHaveText(['quotation']);
});

test('find goes to the next place, and the text has it selected when the bar closes', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const readout = pane(window, sample.readout);
  await goToRow(window, sample.readout);
  await press(window, 'Enter');
  await expect(readout).toBeFocused();
  await press(window, 'f');
  const field = window.getByRole('searchbox', { name: 'Find in article' });
  await expect(field).toBeFocused();
  await window.keyboard.type('fourteen BOREHOLES');
  const bar = window.getByRole('search', { name: 'Find bar' });
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await press(window, 'Enter');
  await expect(bar.getByRole('status')).toContainText('1 of 1');
  await press(window, 'Escape');
  await expect(readout).toBeFocused();
  await press(window, 'h');
  await expectInspected(window, 'fourteen boreholes');
});
