import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { claim, field, newClaim, row } from '../support/claims.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape, hasKeyboard, typeInto, whenClosed } from '../support/dialogs.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { whenSaved } from '../support/reading.ts';
import { undoAndRedo } from '../support/undo-redo.ts';

test('Q1 to Q5: everything that a claim says is written, taken back and done again', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await newClaim(window, 'The tunnel is 31 kilometres long.');
  await showView(window, 'Claims');
  await claim(window, 1).click();
  const write = (name: string, value: string) => async () => {
    await field(window, name).fill(value);
    await field(window, name).press('Enter');
  };
  const shows = (name: string, value: string) => () =>
    expect(field(window, name)).toHaveValue(value);
  const name = 'Edit claim C1';

  await undoAndRedo(window, {
    name,
    before: shows('Speaker', ''),
    after: shows('Speaker', 'Thora Velmund'),
    change: write('Speaker', ' Thora  Velmund'),
  });
  await undoAndRedo(window, {
    name,
    before: shows('Said on', ''),
    after: shows('Said on', '2031-05-08 to 2031-05-09'),
    change: write('Said on', '8 May 2031 – 9 May 2031'),
  });
  await undoAndRedo(window, {
    name,
    before: shows('Place', ''),
    after: shows('Place', 'Hesk'),
    change: write('Place', 'Hesk'),
  });
  await undoAndRedo(window, {
    name,
    before: shows('Confidence', ''),
    after: shows('Confidence', '40 %'),
    change: write('Confidence', '40'),
  });
  await undoAndRedo(window, {
    name,
    before: shows('Importance', 'not judged'),
    after: shows('Importance', 'much'),
    change: async () => {
      await field(window, 'Importance').selectOption('much');
    },
  });
  await expect(row(window, 1)).toContainText('Thora Velmund');
  await expect(row(window, 1)).toContainText('2031-05-08 to 2031-05-09');
  await expect(row(window, 1)).toContainText('importance: much');

  await test.step('what is no date, or no percentage, is refused and says what to write', async () => {
    await write('Said on', '2031-05-09 to 2031-05-08')();
    await expect(inspector(window).getByRole('alert')).toContainText('before the first');
    await field(window, 'Said on').press('Escape');
    await write('Confidence', '140')();
    await expect(inspector(window).getByRole('alert')).toContainText('0 to 100');
    await field(window, 'Confidence').press('Escape');
    await shows('Confidence', '40 %')();
  });

  await undoAndRedo(window, {
    name: 'Tag C1 as “figure”',
    before: () =>
      expect(inspector(window).getByRole('button', { name: 'Edit the tag figure' })).toHaveCount(0),
    after: () =>
      expect(inspector(window).getByRole('button', { name: 'Edit the tag figure' })).toHaveCount(1),
    change: async () => {
      await inspector(window).getByRole('button', { name: 'Tag…' }).click();
      const dialog = window.getByRole('dialog', { name: 'Tag C1' });
      await typeInto(dialog, 'figure');
      await window.keyboard.press('Enter');
      await whenClosed(dialog);
    },
  });

  const questions = () =>
    inspector(window).getByRole('list', { name: 'Questions to this claim' }).getByRole('listitem');
  await undoAndRedo(window, {
    name: 'Ask a question to C1',
    before: () => expect(questions()).toHaveCount(0),
    after: () => expect(questions()).toHaveCount(1),
    change: write('Ask a question', 'With or without the ramps?'),
  });
  await undoAndRedo(window, {
    name: 'Answer a question to C1',
    before: shows('Answer 1', ''),
    after: shows('Answer 1', 'With them.'),
    change: write('Answer 1', 'With them.'),
  });
  await undoAndRedo(window, {
    name: 'Remove a question to C1',
    before: () => expect(questions()).toHaveCount(1),
    after: () => expect(questions()).toHaveCount(0),
    change: () =>
      inspector(window)
        .getByRole('button', { name: /^Remove the question/ })
        .click(),
  });

  await test.step('a speaker is chosen by another name, and the same one is not made twice', async () => {
    await newClaim(window, 'It opens in 2032.');
    await claim(window, 2).click();
    await field(window, 'Speaker').fill('velm');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await shows('Speaker', 'Thora Velmund')();
    await expectAccessible(window, 'a claim in the Inspector');
    await expectNamedControls(window);
  });
  await whenSaved(window);
});

test('Q1: speakers are renamed, called otherwise, merged, removed and made of names', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await showView(window, 'Claims');
  for (const [index, speaker] of ['Thora Velmund', 'Premier Velmund'].entries()) {
    await newClaim(window, `Claim of ${speaker}.`);
    await claim(window, index + 1).click();
    await field(window, 'Speaker').fill(speaker);
    await field(window, 'Speaker').press('Enter');
  }
  const dialog = window.getByRole('dialog', { name: 'Speakers' });
  const undone = async (step: Parameters<typeof undoAndRedo>[1]): Promise<void> => {
    await undoAndRedo(window, step);
  };
  const inDialog = async (speaker: string, act: () => Promise<void>): Promise<void> => {
    await command(window, 'Speakers');
    await dialog.getByRole('button', { name: new RegExp(`^${speaker}`) }).click();
    await act();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await whenClosed(dialog);
  };
  const namesOnlyText = async (count: number): Promise<void> => {
    await command(window, 'Speakers');
    await hasKeyboard(dialog);
    await expect(dialog.getByText('Names that are only text')).toHaveCount(count);
    await closeWithEscape(dialog);
  };
  await undone({
    name: 'Edit the speaker',
    before: () => expect(row(window, 1)).toContainText('Thora Velmund'),
    after: () => expect(row(window, 1)).toContainText('T. Velmund'),
    change: () =>
      inDialog('Thora Velmund', async () => {
        await dialog.getByLabel('Name', { exact: true }).fill('T. Velmund');
        await window.keyboard.press('Enter');
        await expect(dialog.getByLabel('Also called')).toHaveValue('Thora Velmund');
      }),
  });
  await test.step('another’s name is refused', async () => {
    await inDialog('T. Velmund', async () => {
      const name = dialog.getByLabel('Name', { exact: true });
      await name.fill('premier velmund');
      await window.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).toContainText('Merge the two');
      await expectAccessible(window, 'Speakers');
      await name.press('Escape');
    });
  });
  await undone({
    name: 'Merge 2 speakers into “Premier Velmund”',
    before: () => expect(row(window, 1)).toContainText('T. Velmund'),
    after: () => expect(row(window, 1)).toContainText('Premier Velmund'),
    change: () =>
      inDialog('T. Velmund', async () => {
        await dialog.getByLabel('Is the same as').selectOption('Premier Velmund');
        await dialog.getByRole('button', { name: 'Merge' }).click();
        await expect(dialog.getByLabel('Also called')).toHaveValue('T. Velmund; Thora Velmund');
      }),
  });
  await undone({
    name: 'Remove the speaker',
    before: () => namesOnlyText(0),
    after: async () => {
      await expect(row(window, 1)).toContainText('Premier Velmund');
      await namesOnlyText(1);
    },
    change: () =>
      inDialog('Premier Velmund', () =>
        dialog.getByRole('button', { name: 'Remove the speaker' }).click(),
      ),
  });
  await command(window, 'Speakers');
  await dialog.getByRole('button', { name: 'Make “Premier Velmund” a speaker' }).click();
  await said(window, 'is a speaker of 2 claims now');
});
