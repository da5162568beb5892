import { expect, test } from '../support/app-test.ts';
import { said, showView, statusLine } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { killHard } from '../support/kill-hard.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';

test('I2, I4, I5: a brief is written with headings, moved by its outline, found and replaced in, killed and there again', async ({
  start,
  folder,
}) => {
  const project = `${folder}/project`;
  const first = await start({ args: [...withSampleArticles(project)] });
  const { window } = first;
  const keyboard = window.keyboard;
  await whenSampleIsThere(window);
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.focus();
  for (const words of ['# Cost', 'It costs much.', '## By year', 'Costs rose.', '# Date']) {
    await keyboard.type(words);
    await keyboard.press('Enter');
  }
  await keyboard.type('It opens late, whatever it costs.');

  const outline = window.getByRole('tree', { name: 'Outline' });
  const lines = outline.getByRole('treeitem');
  await expect(lines).toHaveText(['Cost', 'By year', 'Date']);
  await expect(lines.nth(2)).toHaveAttribute('aria-current', 'location');
  await outline.focus();
  await keyboard.press('Alt+ArrowUp');
  await expect(lines).toHaveText(['Date', 'Cost', 'By year']);
  await expect(text.locator('h1').first()).toHaveText('Date');
  await keyboard.press('End');
  await keyboard.press('Alt+ArrowLeft');
  await said(window, '“By year” is a heading of level 1 now.');
  await keyboard.press('Control+z');
  await expect(text.locator('h2')).toHaveText('By year');
  await outline.focus();
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowLeft');
  await expect(lines).toHaveText(['Date', 'Cost']);
  await keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect(window.getByTitle('Words of your own')).toHaveText(/^15 words/);
  await expectAccessible(window, 'A brief with its outline');

  await keyboard.press('Control+h');
  const bar = window.getByRole('search', { name: 'Find in brief' });
  await bar.getByRole('searchbox', { name: 'Find in brief' }).fill('costs');
  await expect(bar).toContainText('of 3');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('cost');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await said(window, 'Replaced 3 places.');
  await expect(bar).toContainText('Replaced 3 places. Undo takes it back.');
  await expect(bar).not.toContainText('Not found');
  await expect(text).not.toContainText('costs');
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  await expect(statusLine(window)).toContainText('Saved');
  const written = await text.textContent();
  await killHard(first);

  const second = await start({ args: ['--project', project] });
  await showView(second.window, 'Brief');
  const again = second.window.getByRole('textbox', { name: 'Text of the brief' });
  await expect(again).toContainText('whatever it cost');
  expect(await again.textContent()).toBe(written);
  await expect(second.window.getByRole('treeitem')).toHaveText(['Date', 'Cost', 'By year']);
});
