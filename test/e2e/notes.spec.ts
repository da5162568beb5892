import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectInspected, highlight, tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { closeWithEscape, whenClosed } from '../support/dialogs.ts';
import { killHard } from '../support/kill-hard.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { openArticle, pane, whenSaved } from '../support/reading.ts';

const jobs = '6,500 jobs';
const length = '31 kilometres';
const wording = 'It is 31 kilometres long.';

function note(window: Page): Locator {
  return window.getByRole('textbox', { name: 'Note' });
}

function choices(window: Page): Locator {
  return window.getByRole('listbox', { name: 'What to mention' }).getByRole('option');
}

function mentions(window: Page): Locator {
  return inspector(window).getByRole('list', { name: 'Mentioned in' }).getByRole('listitem');
}

/** Types what finds one record, and takes the first one offered. */
async function mention(window: Page, typed: string, offered: string | RegExp): Promise<void> {
  await window.keyboard.type(`@${typed}`);
  await expect(choices(window).first()).toContainText(offered);
  await window.keyboard.press('Enter');
  await expect(choices(window)).toHaveCount(0);
}

async function makeClaim(window: Page): Promise<void> {
  await window.keyboard.press('c');
  const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await whenClosed(dialog);
}

/** How many letters stand between the start of a text field and its caret. */
function lettersBefore(field: Locator): Promise<number> {
  return field.evaluate((element) => {
    const selection = getSelection();
    const before = document.createRange();
    before.selectNodeContents(element);
    if (selection?.focusNode) before.setEnd(selection.focusNode, selection.focusOffset);
    return before.toString().length;
  });
}

test('N1 N2 N3 a note mentions an annotation, a claim, a tag and an article, by keys alone', async ({
  start,
  folder,
}) => {
  test.slow();
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, jobs);
  await tag(window, 'figure');
  await highlight(reader, length);
  await makeClaim(window);
  await expect(reader).toBeFocused();
  await window.keyboard.press('n');
  await window.keyboard.type('See @');
  await expect(choices(window).first()).toContainText(jobs);
  await expectAccessible(window, 'what to mention');
  await expectNamedControls(window);
  await window.keyboard.press('Escape');
  await expect(choices(window)).toHaveCount(0);
  await expect(note(window)).toBeFocused();
  await window.keyboard.press('Backspace');
  await mention(window, '1:1', jobs);
  await mention(window, 'c1', wording);
  await mention(window, 'fig', 'figure');
  await mention(window, 'midnight call', /Tunnel timetable/);
  const chips = note(window).getByRole('link');
  await expect(chips).toHaveCount(4);
  await expect(chips.nth(0)).toHaveAccessibleName(`Annotation 1:1: ${jobs}`);
  await expect(chips.nth(1)).toHaveAccessibleName(`Claim C1: ${wording}`);
  await whenSaved(window);
  await expectAccessible(window, 'a note with references');

  await test.step('Enter follows a reference, and the way back is told there', async () => {
    await window.keyboard.press('Home');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('Control+Home');
    // One after the other, as a hand presses them: the editor takes up where the browser put the caret a moment later.
    for (let letter = 0; letter < 5; letter += 1) {
      await expect.poll(() => lettersBefore(note(window))).toBe(letter);
      await window.keyboard.press('ArrowRight');
    }
    await said(window, `Annotation 1:1: ${jobs}. Enter opens it.`);
    await window.keyboard.press('Enter');
    await expectInspected(window, jobs);
    await expect(reader).toBeFocused();
    await expect(mentions(window)).toHaveCount(1);
    await expect(mentions(window).first()).toContainText('1:2');
    await mentions(window)
      .getByRole('button', { name: /^Open the note of 1:2: See 1:1/ })
      .press('Enter');
    await expectInspected(window, length);
  });

  await test.step('a renamed tag shows its new name, a removed annotation that it is gone', async () => {
    await inspector(window).getByRole('option', { name: jobs }).click();
    await inspector(window).getByRole('button', { name: 'Edit the tag figure' }).click();
    const dialog = window.getByRole('dialog', { name: 'Edit tag' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('number');
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('list', { name: 'Mentioned in' })).toContainText('1:2');
    await closeWithEscape(dialog);
    await inspector(window).getByRole('option', { name: jobs }).click();
    await expect(reader).toBeFocused();
    await window.keyboard.press('Delete');
    await said(window, 'Removed annotation 1:1');
    await inspector(window).getByRole('option', { name: length }).click();
    await expect(chips.nth(0)).toHaveAccessibleName('Removed annotation');
    await expect(chips.nth(2)).toHaveAccessibleName('Tag number');
    await window.keyboard.press('Control+z');
    await expect(chips.nth(0)).toHaveAccessibleName(`Annotation 1:1: ${jobs}`);
  });

  await test.step('a click opens an article beside, and a claim', async () => {
    await chips.nth(3).click();
    const lantern = pane(window, sample.lantern);
    await expect(lantern).toBeFocused();
    await expect(mentions(window)).toHaveCount(1);
    await mentions(window).getByRole('button').click();
    await expectInspected(window, length);
    await chips.nth(1).click();
    await expect(inspector(window).getByText('Claim C1', { exact: true })).toBeVisible();
    await expect(mentions(window)).toContainText('1:2');
  });
});

test('N3 N4 a claim has a note; a brief mentions what it does not quote, and prints its name', async ({
  start,
  folder,
}) => {
  test.slow();
  const { app, window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await makeClaim(window);
  await showView(window, 'Claims');
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await note(window).click();
  await window.keyboard.type('Rests on ');
  await mention(window, '1:1', length);
  await window.keyboard.type(' alone.');
  await whenSaved(window);
  await expectAccessible(window, 'the note of a claim');
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Write the note of C1.');
  await window.keyboard.press('Control+Shift+z');
  await expect(note(window)).toContainText('alone.');

  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await window.keyboard.type('More in ');
  await mention(window, 'midnight', /Tunnel timetable/);
  await window.keyboard.type(' and on ');
  await mention(window, '1:1', length);
  await window.keyboard.type(' and ');
  await mention(window, 'c1', wording);
  await expect(text.getByRole('link')).toHaveCount(3);
  await expectAccessible(window, 'a brief with references');
  for (const [keys, file] of [
    ['Control+Shift+m', 'brief.md'],
    ['Control+Shift+h', 'brief.html'],
  ] as const) {
    await answerSave(app, join(folder, file));
    await window.keyboard.press(keys);
    await said(window, `Exported to ${file}.`);
    const exported = await readFile(join(folder, file), 'utf8');
    expect(exported.replace(/<[^>]*>/g, '')).toContain(
      `More in “Tunnel timetable promised for June after midnight call” and on “31 kilometres” (Office of the Premier of Brannoch, 12 May 2026, 00:25) and C1: ${wording}`,
    );
  }

  await showView(window, 'Read');
  await inspector(window).getByRole('option', { name: length }).click();
  await expect(mentions(window)).toHaveCount(2);
  await expect(mentions(window).nth(0)).toContainText('C1');
  await mentions(window)
    .getByRole('button', { name: /^Open the brief/ })
    .click();
  await expect(text).toBeFocused();
});

test('N5 killed while a note is typed without a pause, all but the last two seconds is there', async ({
  start,
  folder,
}) => {
  test.slow();
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await highlight(await openArticle(first.window, sample.readout), length);
  await whenSaved(first.window);
  await first.window.keyboard.press('n');
  await expect(note(first.window)).toBeFocused();
  const typed: { readonly word: string; readonly at: number }[] = [];
  const begun = performance.now();
  for (let count = 0; performance.now() - begun < 5_000; count += 1) {
    const word = `w${count} `;
    await first.window.keyboard.type(word);
    typed.push({ word, at: performance.now() });
    await first.window.waitForTimeout(60);
  }
  const killed = performance.now();
  await killHard(first);
  const { window } = await start({ args: ['--project', project] });
  await openArticle(window, sample.readout);
  await window.keyboard.press(']');
  const kept = typed.filter(({ at }) => at < killed - 2_000).map(({ word }) => word);
  expect(kept.length).toBeGreaterThan(10);
  const words = (await note(window).textContent()) ?? '';
  expect(words.startsWith(kept.join('').trim())).toBe(true);
  expect(typed.map(({ word }) => word).join('')).toContain(words.trim());
});

test('N5 a note is saved when another annotation is shown, the window loses the keyboard, or closes', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  const reader = await openArticle(first.window, sample.readout);
  await highlight(reader, jobs);
  await highlight(reader, length);
  await first.window.keyboard.press('n');
  await first.window.keyboard.type('of the length');
  await inspector(first.window).getByRole('option', { name: jobs }).click();
  await expect(note(first.window)).toHaveText('');
  await first.window.keyboard.press('n');
  await first.window.keyboard.type('of the jobs');
  await first.close();
  const { window } = await start({ args: ['--project', project] });
  await openArticle(window, sample.readout);
  await inspector(window).getByRole('option', { name: length }).click();
  await expect(note(window)).toHaveText('of the length');
  await inspector(window).getByRole('option', { name: jobs }).click();
  await expect(note(window)).toHaveText('of the jobs');
  await window.keyboard.press('n');
  await window.keyboard.type(' and more');
  await window.evaluate(() => dispatchEvent(new Event('blur')));
  await whenSaved(window);
});

test('N5 each pause in a note is one step of undo, in the order of typing, and then what came before', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await window.keyboard.press('n');
  await window.keyboard.type('First words.');
  await whenSaved(window);
  await window.keyboard.type(' Second words.');
  await window.keyboard.press('Control+z');
  await expect(note(window)).toHaveText('First words.');
  await expect(note(window)).toBeFocused();
  await window.keyboard.press('Control+Shift+z');
  await expect(note(window)).toHaveText('First words. Second words.');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(note(window)).toHaveText('');
  await said(window, 'Undid: Write the note of 1:1.');
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Highlight.');
  await expect(reader.locator('[data-annotations]')).toHaveCount(0);
});

test('what is typed right behind going to another annotation is in the note of that one', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, jobs);
  await highlight(reader, length);
  await expectInspected(window, length);
  // In one turn of the page, as quick keys come: the Inspector must be there before the field is looked for.
  await reader.evaluate((element) => {
    for (const key of ['[', 'n']) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
  await window.keyboard.type('Of the jobs.');
  await window.keyboard.press('Escape');
  await expect(note(window)).toHaveText('Of the jobs.');
  await expectInspected(window, jobs);
  await window.keyboard.press(']');
  await expectInspected(window, length);
  await expect(note(window)).toHaveText('');
});
