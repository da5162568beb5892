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
import { articlesCounted, inspector, said } from '../support/areas.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import {
  sample,
  sampleArticles,
  whenSampleIsThere,
  withSampleArticles,
} from '../support/making-projects.ts';
import { openArticle, pane, selectWords, whenSaved } from '../support/reading.ts';
import { counted, undoAndRedo } from '../support/undo-redo.ts';

const length = '31 kilometres';
const longer = 'over 31 kilometres between Kessy Head';

test('undo and redo of highlights, tags, notes and edges', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  const mark = () => highlightOf(reader, length);
  const note = window.getByRole('textbox', { name: 'Note' });

  await undoAndRedo(window, {
    name: 'Highlight',
    ...counted(mark, 0, 1),
    change: () => highlight(reader, length),
  });
  await clickHighlight(reader, length);
  await expectInspected(window, length);

  await undoAndRedo(window, {
    name: 'Tag as “figure”',
    before: async () => {
      await expect(tagsShown(window)).toHaveText([]);
      await window.keyboard.press('t');
      const dialog = window.getByRole('dialog', { name: 'Tag' });
      await expect(dialog).toContainText('No tags yet');
      await closeWithEscape(dialog);
      await expect(reader).toBeFocused();
    },
    after: () => expect(tagsShown(window)).toHaveText(['figure']),
    change: () => tag(window, 'figure'),
  });

  await undoAndRedo(window, {
    name: 'Take off “figure”',
    before: () => expect(tagsShown(window)).toHaveText(['figure']),
    after: () => expect(tagsShown(window)).toHaveText([]),
    change: () => window.keyboard.press('1'),
  });

  await undoAndRedo(window, {
    name: 'Tag as “figure”',
    before: () => expect(tagsShown(window)).toHaveText([]),
    after: () => expect(tagsShown(window)).toHaveText(['figure']),
    change: () => window.keyboard.press('1'),
  });

  await undoAndRedo(window, {
    name: 'Write the note of 1:1',
    before: () => expect(note).toHaveText(''),
    after: () => expect(note).toHaveText('As the ministry has it.'),
    change: async () => {
      await window.keyboard.press('n');
      await window.keyboard.type('As the ministry has it.');
      await window.keyboard.press('Escape');
      await expect(reader).toBeFocused();
    },
  });

  await undoAndRedo(window, {
    name: 'Move the edges',
    before: () => expectInspected(window, length),
    after: () => expectInspected(window, longer),
    change: async () => {
      await window.keyboard.press('e');
      await selectWords(reader, longer);
      await window.keyboard.press('e');
    },
  });

  await undoAndRedo(window, {
    name: 'Remove highlight',
    ...counted(mark, 1, 0),
    change: async () => {
      await inspector(window).getByRole('button', { name: 'Remove Del' }).click();
    },
  });
  await window.keyboard.press('Control+z');
  await clickHighlight(reader, length);
  await expectInspected(window, longer);
  await expect(tagsShown(window)).toHaveText(['figure']);
  await expect(note).toHaveText('As the ministry has it.');
  await whenSaved(window);
});

test('undo in a note takes back what is being typed there, and nothing else', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  const note = window.getByRole('textbox', { name: 'Note' });
  await window.keyboard.press('n');
  await window.keyboard.type('A thought');
  await window.keyboard.press('Control+z');
  await expect(note).not.toHaveText('A thought');
  await expect(highlightOf(reader, length)).toHaveCount(1);
  await window.keyboard.press('Control+Shift+z');
  await expect(note).toHaveText('A thought');
});

test('undo and redo of an import and of a correction', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);

  await test.step('import', async () => {
    await window.keyboard.press('Control+z');
    await articlesCounted(window, 0);
    await expect(pane(window, sample.readout)).toHaveCount(0);
    await window.keyboard.press('Control+Shift+z');
    await articlesCounted(window, 8);
    await window.keyboard.press('Control+z');
    await dropFiles(window, [sampleArticles]);
    await articlesCounted(window, 8);
    await said(window, '8 articles added.');
    await openArticle(window, sample.journal);
  });

  const outlet = inspector(window).getByRole('textbox', { name: 'Outlet' });
  const row = window
    .getByRole('grid', { name: 'Articles' })
    .getByRole('row', { name: sample.journal });
  await undoAndRedo(window, {
    name: 'Correct outlet',
    before: async () => {
      await expect(outlet).toHaveValue('');
      await expect(row).toContainText('Outlet not stated');
    },
    after: async () => {
      await expect(outlet).toHaveValue('Journal de Grèvemont');
      await expect(row).toContainText('Journal de Grèvemont');
    },
    change: async () => {
      await outlet.fill('Journal de Grèvemont');
      await outlet.press('Enter');
      // A field keeps undo to itself while it has the focus.
      await pane(window, sample.journal).click();
    },
  });
});
