import { expect, type Page } from '@playwright/test';
import { expectInspected, highlight, highlightOf, tag, tagsShown } from './annotating.ts';
import { inspector, showView } from './areas.ts';
import { whenClosed } from './dialogs.ts';
import { sample } from './making-projects.ts';
import { openArticle } from './reading.ts';

const length = '31 kilometres';
const opening = 'first trains in 2034';

/** Does a little of everything on the sample's articles: highlights, tags, a note, a claim, a brief. */
export async function doSomeWork(window: Page): Promise<void> {
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, opening);
  await window.keyboard.press('b');
  await highlight(reader, length);
  await tag(window, 'figure');
  await window.keyboard.press('c');
  const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
  await dialog.getByRole('textbox', { name: 'Wording' }).fill('It is 31 kilometres long.');
  await window.keyboard.press('Enter');
  await whenClosed(dialog);
  await expect(reader).toBeFocused();
  await window.keyboard.press('n');
  await window.keyboard.type('As the ministry has it.');
  await window.keyboard.press('Escape');
  await expect(reader).toBeFocused();
}

/** Looks on the screen for all that `doSomeWork` did. What else was highlighted must stand behind it. */
export async function expectThatWork(window: Page): Promise<void> {
  const reader = await openArticle(window, sample.readout);
  await expect(highlightOf(reader, opening)).toHaveText(opening);
  await window.keyboard.press(']');
  await expectInspected(window, opening);
  await window.keyboard.press(']');
  await expectInspected(window, length);
  await expect(tagsShown(window)).toHaveText(['figure']);
  await expect(window.getByRole('textbox', { name: 'Note' })).toHaveText('As the ministry has it.');
  await expect(inspector(window).getByRole('button', { name: /^Show claim C1/ })).toBeVisible();
  await showView(window, 'Brief');
  await expect(window.getByRole('textbox', { name: 'Text of the brief' })).toContainText(opening);
  await showView(window, 'Read');
}
