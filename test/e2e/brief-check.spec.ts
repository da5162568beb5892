import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, showView } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { openArticle, whenSaved } from '../support/reading.ts';

const length = '31 kilometres';

test('Y1 to Y20: a brief is drafted from a claim, checked, and tells what its evidence says otherwise', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await window.keyboard.press('c');
  const asked = window.getByRole('dialog', { name: 'Claim' });
  await asked.getByRole('textbox', { name: 'Wording' }).fill('The tunnel is 31 kilometres long.');
  await window.keyboard.press('Enter');
  await asked.waitFor({ state: 'detached' });

  await command(window, 'Draft a brief');
  const dialog = window.getByRole('dialog', { name: 'Draft a brief' });
  await dialog.getByLabel('Template').selectOption('claim-by-claim');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(length);
  await dialog.getByRole('button', { name: 'Draft', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await expect(text).toContainText('The tunnel is 31 kilometres long.');
  await expect(text).toBeFocused();

  // A sentence of the writer's own, with no source: the check finds it, and a key goes there.
  await text.press('Control+End');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Nobody has measured it.');
  const check = window.getByRole('region', { name: 'Check' });
  await expect(check).toContainText('1 quotation verbatim');
  await expect(check).toContainText('1 paragraph without a citation');
  await check.getByRole('treeitem', { name: '1 paragraph without a citation' }).click();
  await said(window, 'No citation: “Nobody has measured it.”');
  await expect(check.getByRole('tree', { name: 'Findings of the check' })).toBeFocused();
  await text.focus();
  await window.keyboard.press('F8');
  await said(window, 'C1 rests on a single source');

  // What the claim says is changed: the citation says so until that is accepted.
  await showView(window, 'Claims');
  await window.getByRole('button', { name: /^Claim C1:/ }).click();
  const wording = inspector(window).getByLabel('Wording', { exact: true });
  await wording.fill('The tunnel is 32 kilometres long.');
  await wording.press('Enter');
  await showView(window, 'Brief');
  await expect(check).toContainText('1 citation changed');
  await text.focus();
  await window.keyboard.press('Control+Alt+ArrowDown');
  const changed = inspector(window).getByRole('region', { name: 'Changed since it was accepted' });
  await expect(changed).toContainText('is');
  await expect(changed.locator('del')).toHaveText('31');
  await expect(changed.locator('ins')).toHaveText('32');
  await expect(text).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(changed.getByRole('button', { name: /^Accept/ })).toBeFocused();
  await window.keyboard.press('Enter');
  await said(window, 'Accepted.');
  await expect(changed).toBeHidden();
  await expect(check).not.toContainText('1 citation changed');
  await whenSaved(window);
  await window.keyboard.press('Control+z');
  await expect(check).toContainText('1 citation changed');
});

const fares = 'Fares are to rise by 4 per cent in June.';
const later = 'Fares are to rise by 5 per cent in July.';
const title = 'Ferry fares to rise in summer';
const story = (words: string): string =>
  [title, words, 'The boats are old and the crews are tired of them.'].join('\n\n');

test('Y19: a finding is ignored, comes back, and comes back when what it is about changes; a citation keeps its revision', async ({
  start,
  folder,
}) => {
  const file = join(folder, 'fares.txt');
  await writeFile(file, story(fares));
  const { app, window } = await start({
    args: ['--project', join(folder, 'project'), '--import', file],
  });
  await articlesCounted(window, 1);
  const reader = await openArticle(window, title);
  await highlight(reader, fares);
  await window.keyboard.press('b');
  await said(window, /^Sent 1:1 to a new brief/);
  await showView(window, 'Brief');
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await expect(text).toContainText(fares);
  await text.press('Control+End');
  await window.keyboard.type('Nobody is content with that.');
  const check = window.getByRole('region', { name: 'Check' });
  const finding = check.getByRole('treeitem', { name: /No citation: / });
  const group = check.getByRole('treeitem', { name: '1 paragraph without a citation' });

  await test.step('the end of a check is said, and each button says what it ignores', async () => {
    await expect(check.getByRole('status')).toHaveText('Check finished: 1 finding');
    await group.click();
    await expect(
      check.getByRole('button', {
        name: 'Ignore here: No citation: “Nobody is content with that.”',
      }),
    ).toBeVisible();
    await expectAccessible(window, 'the findings of a check');
    await expectNamedControls(window);
  });

  await test.step('ignored and brought back, by pointer and by key', async () => {
    await finding.getByRole('button', { name: /^Ignore here/ }).click();
    await said(window, 'Ignored here.');
    await expect(check.getByRole('status')).toHaveText('Check finished: no findings');
    // Looking at what is ignored changes nothing.
    const tree = check.getByRole('tree', { name: 'Findings of the check' });
    await check.getByRole('treeitem', { name: '1 finding ignored' }).click();
    await expect(finding).toContainText('ignored');
    await expect(check.getByRole('status')).toHaveText('Check finished: no findings');
    await expectAccessible(window, 'ignored findings of a check');
    await tree.focus();
    await window.keyboard.press('End');
    await window.keyboard.press('b');
    await said(window, 'Brought back.');
    await expect(check.getByRole('status')).toHaveText('Check finished: 1 finding');
    await expect(finding).not.toContainText('ignored');
    // The mark went with the finding.
    await expect(finding).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('Delete');
    await expect(group).toHaveCount(0);
    await finding.getByRole('button', { name: /^Bring back: / }).click();
    await expect(group).toBeVisible();
    await finding.getByRole('button', { name: /^Ignore here/ }).click();
    await check.getByRole('button', { name: 'Bring all back' }).click();
    await said(window, 'All brought back');
    await expect(tree).toBeFocused();
    await expect(group).toBeVisible();
    await finding.getByRole('button', { name: /^Ignore here/ }).click();
    await expect(group).toHaveCount(0);
  });

  await test.step('other words of the paragraph bring it back', async () => {
    await text.focus();
    await window.keyboard.press('Control+End');
    await window.keyboard.type(' Not one.');
    await expect(group).toBeVisible();
  });

  await test.step('a citation stays with its revision', async () => {
    await whenSaved(window);
    await writeFile(file, story(later));
    await answerOpen(app, [file]);
    await window.keyboard.press('Control+o');
    await said(window, '1 annotation waits to be carried over to a new revision.');
    await expect(check).toContainText('1 citation with a later revision');
    await check.getByRole('treeitem', { name: '1 citation with a later revision' }).click();
    await inspector(window).getByRole('button', { name: 'Keep revision 1' }).click();
    await said(window, 'The citation stays with revision 1.');
    await expect(check).not.toContainText('1 citation with a later revision');
    await expect(text).toContainText('4 per cent in June');
  });
});

test('Y19 and Y20: a finding far below is shown by a click, the list keeps the keyboard, and Enter goes there', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  for (let number = 0; number < 40; number += 1) {
    await window.keyboard.insertText(`Paragraph ${number} has no source at all.`);
    await window.keyboard.press('Enter');
  }
  await text.press('Control+Home');
  const check = window.getByRole('region', { name: 'Check' });
  await check.getByRole('treeitem', { name: '40 paragraphs without a citation' }).click();
  const far = text.getByText('Paragraph 38 has');
  await expect(far).not.toBeInViewport();
  const tree = check.getByRole('tree', { name: 'Findings of the check' });
  await expect(tree).toBeFocused();
  const finding = check.getByRole('treeitem', { name: /Paragraph 38 has/ });
  await finding.click();
  await expect(tree).toBeFocused();
  await expect(far).toBeInViewport();
  await expect(text.locator('.shown-place')).toHaveText('Paragraph 38 has no source at all.');
  // As a hand scrolls: what brings a finding into view goes on for some frames, and ends when the analyst does.
  await far.hover();
  await window.mouse.wheel(0, -100_000);
  await expect(text.getByText('Paragraph 0 has')).toBeInViewport();
  await expect(far).not.toBeInViewport();
  await tree.focus();
  await window.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect(far).toBeInViewport();

  await test.step('the keys of the list leave the text as it is, and the mark at the neighbour', async () => {
    await finding.click();
    await window.keyboard.press('Delete');
    await said(window, 'Ignored here.');
    await expect(far).toBeVisible();
    await expect(text).toContainText('Paragraph 39 has');
    const last = check.getByRole('treeitem', { name: /Paragraph 39 has/ });
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await window.keyboard.press('F8');
    await expect(tree).toBeFocused();
    const group = check.getByRole('treeitem', { name: '39 paragraphs without a citation' });
    await group.click();
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await window.keyboard.press('Delete');
    await group.click();
    await expect(group).toHaveAttribute('aria-expanded', 'true');
    await expect(tree).toBeFocused();
    await expect(far).toBeVisible();
    await last.dblclick();
    await expect(text).toBeFocused();
  });
});
