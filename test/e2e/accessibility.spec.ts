import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { highlight, highlightOf, tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, showView, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { makeBadFiles } from '../support/bad-files.ts';
import { closeWithEscape, hasKeyboard, pressIn } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { articleRow, openArticle, openBeside, pane } from '../support/reading.ts';

/** Opens a dialog with a key or a click, looks at it, and closes it with Escape. */
async function lookAtDialog(window: Page, name: string, open: () => Promise<void>): Promise<void> {
  await test.step(`dialog: ${name}`, async () => {
    await open();
    const dialog = window.getByRole('dialog', { name });
    await hasKeyboard(dialog);
    await expectAccessible(window, `dialog ${name}`);
    await expectNamedControls(window);
    await closeWithEscape(dialog);
    await expect(window.locator('[role="document"]:focus')).toBeAttached();
  });
}

test('the start screen and an empty project', async ({ start, folder }) => {
  const first = await start();
  await first.window.getByRole('button', { name: /^Sample/ }).waitFor();
  await expectAccessible(first.window, 'start screen');
  await expectNamedControls(first.window);
  await first.close();
  const { window } = await start({ args: ['--project', join(folder, 'empty')] });
  await expect(window.getByText('Nothing to read yet')).toBeVisible();
  await expectAccessible(window, 'empty project');
  for (const view of ['Claims', 'Links', 'Brief'] as const) {
    await showView(window, view);
    await expectAccessible(window, `empty ${view}`);
  }
  await expectNamedControls(window);
});

test('landmarks, the list of articles and the reader have their names', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await expect(window.getByRole('region', { name: 'Library', exact: true })).toBeVisible();
  await expect(window.getByRole('main', { name: 'Desk', exact: true })).toBeVisible();
  await expect(window.getByRole('complementary', { name: 'Inspector', exact: true })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Status', exact: true })).toBeVisible();
  const title = 'Kessy Head will have its date, harbour meeting is told';
  await expect(
    window.getByRole('grid', { name: 'Articles' }).getByRole('row', { name: title, exact: true }),
  ).toBeVisible();
  await articleRow(window, title).click();
  const reader = window.getByRole('document', { name: title, exact: true });
  await expect(reader).toBeVisible();
  await highlight(reader, '27 kilometres');
  await expect(reader.locator('[data-annotations]')).toHaveAttribute(
    'data-annotations',
    /^[0-9a-f-]{36}$/,
  );
});

test('one pane, two panes with highlights, and each dialog', async ({ start, folder }) => {
  test.slow();
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await expectAccessible(window, 'one pane');
  await highlight(readout, '31 kilometres between Kessy Head');
  await tag(window, 'figure');
  await highlight(readout, 'Kessy Head and Grèvemont');
  await tag(window, 'place');
  const lantern = await openBeside(window, sample.lantern);
  await highlight(lantern, '31 kilometres between Kessy Head', '1');
  await expectAccessible(window, 'two panes with highlights');
  await expectNamedControls(window);

  const press = (key: string) => () => window.keyboard.press(key);
  await lookAtDialog(window, 'Tag', press('t'));
  await lookAtDialog(window, 'Claim from this passage', press('c'));
  await window.keyboard.press('f');
  await expect(window.getByRole('searchbox', { name: 'Find in article' })).toBeFocused();
  await window.keyboard.type('the');
  await expectAccessible(window, 'the find bar');
  await window.keyboard.press('Escape');
  await expect(lantern).toBeFocused();
  await lookAtDialog(window, 'Parallel passages in other articles', press('p'));
  await lookAtDialog(window, 'Keys', press('?'));
  await lookAtDialog(window, 'Search or run a command', press('Control+k'));
  await window.keyboard.press('l');
  await highlight(readout, '6,500 jobs');
  await expectAccessible(window, 'a link begun');
  await lookAtDialog(window, 'Link', press('l'));
  await highlightOf(lantern, '31 kilometres').click();
  await window.getByRole('button', { name: /^Edit the tag / }).click();
  await window.getByRole('dialog', { name: 'Edit tag' }).waitFor();
  await expectAccessible(window, 'dialog: Edit tag');
});

test('claims, links and a brief with citations', async ({ start, folder }) => {
  test.slow();
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const lantern = await openArticle(window, sample.lantern);
  await highlight(lantern, '31 kilometres');
  await window.keyboard.press('l');
  const readout = await openBeside(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await window.keyboard.press('l');
  await pressIn(window.getByRole('dialog', { name: 'Link' }), 'Enter');
  await expect(readout).toBeFocused();
  await window.keyboard.press('b');
  await window.keyboard.press('c');
  await pressIn(window.getByRole('dialog', { name: 'Claim from this passage' }), 'Enter');
  await expect(readout).toBeFocused();

  await showView(window, 'Links');
  await expectAccessible(window, 'links');
  await showView(window, 'Claims');
  await window.getByRole('button', { name: /^Claim C1/ }).click();
  await expectAccessible(window, 'claims');
  await expectNamedControls(window);
  await inspector(window).getByRole('button', { name: 'Send to brief' }).click();
  await showView(window, 'Brief');
  await expect(window.getByRole('textbox', { name: 'Text of the brief' })).toContainText(
    '31 kilometres',
  );
  await expectAccessible(window, 'brief');
  await expectNamedControls(window);
});

test('the import report', async ({ start, folder }) => {
  const pile = join(folder, 'pile');
  await makeBadFiles(pile);
  const { window } = await start({
    args: ['--project', join(folder, 'project'), '--import', pile],
  });
  await window.getByRole('dialog', { name: 'Import report' }).waitFor();
  await expectAccessible(window, 'import report');
  await expectNamedControls(window);
  await closeWithEscape(window.getByRole('dialog', { name: 'Import report' }));
  await expect(pane(window, 'A good article')).toBeVisible();
  await expect(statusLine(window).getByRole('button', { name: 'Import report' })).toBeVisible();
});
