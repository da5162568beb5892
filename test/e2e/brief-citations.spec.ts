import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';
import { counted, undoAndRedo } from '../support/undo-redo.ts';

const length = '31 kilometres';

test('I21 I23 I26 a quotation is shortened, a footnote written, words commented, all with the keyboard', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await window.keyboard.press('b');
  await showView(window, 'Brief');
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  const quotation = text.getByRole('group', { name: /kilometres/ });

  await text.press('Control+Home');
  await expect(quotation).toHaveClass(/selectednode/);
  await window.keyboard.press('Control+Alt+a');
  const dialog = window.getByRole('dialog', { name: 'Shorten or interpolate' });
  await expect(dialog.getByRole('listbox')).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(dialog.getByRole('region', { name: 'As printed' })).toContainText('… kilometres');
  await expectAccessible(window, 'shortening a quotation');
  // I36: Escape gives nothing up.
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(text).toBeFocused();
  await window.keyboard.press('Control+Alt+a');
  await expect(dialog.getByRole('region', { name: 'As printed' })).toContainText('… kilometres');
  await expect(dialog).toContainText('You began this before');
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(quotation).toHaveAccessibleName(/“… kilometres”.* Left out: 31\./);

  await expect(text).toBeFocused();
  await window.keyboard.press('Control+End');
  await window.keyboard.type('It is long');
  await window.keyboard.press('Control+Alt+f');
  const note = window.getByRole('textbox', { name: /^Text of footnote/ });
  await expect(note).toBeFocused();
  await window.keyboard.type('As they say');
  await window.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(text.getByRole('group', { name: /^Footnote \d: As they say$/ })).toBeVisible();

  await expect(text).toBeFocused();
  await window.keyboard.type(' indeed');
  await window.keyboard.press('Control+Shift+ArrowLeft');
  await window.keyboard.press('Control+Alt+m');
  const asking = window.getByRole('dialog', { name: 'Comment to self' });
  await asking.getByRole('textbox', { name: 'Comment' }).fill('How long exactly?');
  await window.keyboard.press('Enter');
  await expect(asking).toHaveCount(0);
  const comments = inspector(window).getByRole('region', { name: 'Comments' });
  await expect(comments).toContainText('How long exactly?');
  await expectAccessible(window, 'a brief with footnotes and comments');
  await comments.getByRole('button', { name: /^Resolve/ }).click();
  await expect(comments).toHaveCount(0);
});

test('I24 I25 a timeline becomes a figure with one step of undo, and a whole article is cited', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await showView(window, 'Brief');
  await window.getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await window.keyboard.type('When it was told.');
  const figure = (): ReturnType<typeof text.getByRole> => text.getByRole('figure');

  await undoAndRedo(window, {
    name: 'Insert a figure',
    ...counted(() => figure().getByRole('img', { name: /^Timeline of/ }), 0, 1),
    change: async () => {
      await window.getByRole('button', { name: 'Insert a timeline as a figure' }).click();
      const dialog = window.getByRole('dialog', { name: 'Insert a figure' });
      await expect(dialog.getByRole('textbox', { name: 'Caption' })).toBeFocused();
      await window.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await said(window, 'The figure was put in.');
    },
  });

  await text.press('Control+End');
  const cite = inspector(window).getByRole('button', { name: /^Cite article:/ });
  await cite.first().click();
  await expect(text.getByRole('group', { name: /^Citation of the article/ })).toHaveCount(1);
});
