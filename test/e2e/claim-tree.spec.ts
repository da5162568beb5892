import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { claim, claims, field, newClaim, outline, row } from '../support/claims.ts';
import { typeInto, whenClosed } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';
import { undoAndRedo } from '../support/undo-redo.ts';

test('Q4 and Q12: the claims as a tree, by keyboard alone: moved, folded, narrowed, sorted', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  for (const wording of ['One zebra.', 'Two.', 'Three aardvarks.', 'Four.']) {
    await newClaim(window, wording);
  }
  await window.keyboard.press('Control+2');
  await expect(claims(window)).toBeVisible();
  await claim(window, 1).focus();
  await window.keyboard.press('ArrowDown');
  await expect(claim(window, 2)).toBeFocused();
  const order = (wanted: string) => () => expect.poll(() => outline(window)).toBe(wanted);
  await undoAndRedo(window, {
    name: 'Move claim C2',
    before: order('C1 C2 C3 C4'),
    after: order('C1 >C2 C3 C4'),
    change: () => window.keyboard.press('Alt+ArrowRight'),
  });
  await expect(claim(window, 2)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Alt+ArrowRight');
  await order('C1 >C2 >C3 C4')();
  await window.keyboard.press('Alt+ArrowUp');
  await order('C1 >C3 >C2 C4')();
  await window.keyboard.press('Alt+ArrowLeft');
  await order('C1 >C2 C3 C4')();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowLeft');
  await order('C1 C3 C4')();
  await expect(row(window, 1)).toHaveAttribute('aria-expanded', 'false');
  await window.keyboard.press('ArrowRight');
  await order('C1 >C2 C3 C4')();
  await window.keyboard.press('End');
  await expect(claim(window, 4)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(inspector(window).getByText('Claim C4', { exact: true })).toBeVisible();

  await test.step('a filter shows the way to what it finds', async () => {
    const filter = window.getByRole('searchbox', { name: 'Filter claims' });
    await filter.focus();
    await window.keyboard.type('two');
    await order('C1 >C2')();
    await expect(window.getByRole('heading', { name: '1 of 4 claims' })).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await expect(claims(window).locator(':focus')).toHaveCount(1);
    await filter.focus();
    await window.keyboard.press('Escape');
    await order('C1 >C2 C3 C4')();
  });
  await test.step('each level is sorted', async () => {
    await window.getByRole('combobox', { name: 'Sort claims by' }).selectOption('wording');
    await order('C4 C1 >C2 C3')();
    await window.getByRole('button', { name: 'Turn the order round' }).click();
    await order('C3 C1 >C2 C4')();
    await window.getByRole('combobox', { name: 'Sort claims by' }).selectOption('order');
    await window.getByRole('button', { name: 'Turn the order round' }).click();
  });
  await test.step('another claim to be part of is found by its words, or none is', async () => {
    const partOf = async (typed: string): Promise<void> => {
      await claim(window, 3).click();
      await inspector(window).getByRole('button', { name: 'Choose…' }).press('Enter');
      const dialog = window.getByRole('dialog', { name: 'C3 is part of' });
      await typeInto(dialog, typed);
      await window.keyboard.press('Enter');
      await whenClosed(dialog);
    };
    await undoAndRedo(window, {
      name: 'Move claim C3',
      before: order('C1 >C2 C3 C4'),
      after: order('C1 >C2 C4 >C3'),
      change: () => partOf('four'),
    });
    await window.keyboard.press('Control+z');
    await order('C1 >C2 C3 C4')();
  });
  await undoAndRedo(window, {
    name: 'Remove claim C1',
    before: order('C1 >C2 C3 C4'),
    after: order('C2 C3 C4'),
    change: async () => {
      await claim(window, 1).focus();
      await window.keyboard.press('Delete');
      await said(window, 'Removed claim C1; 1 claim below it moved up.');
    },
  });
  await expectAccessible(window, 'the claims as a list');
});

test('Q6, Q8 and Q9: claims are related, merged and split', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  for (const words of ['31 kilometres', '6,500 jobs']) {
    await highlight(readout, words);
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('textbox', { name: 'Wording' }).fill(`It says ${words}.`);
    await window.keyboard.press('Enter');
    await whenClosed(dialog);
  }
  await showView(window, 'Claims');
  await claim(window, 1).click();
  await undoAndRedo(window, {
    name: 'Relate C1 to C2',
    before: () => expect(inspector(window).getByText('is narrowed by')).toHaveCount(0),
    after: () => expect(inspector(window).getByText('is narrowed by').first()).toBeVisible(),
    change: async () => {
      await inspector(window).getByRole('button', { name: 'Relate…' }).click();
      const dialog = window.getByRole('dialog', { name: 'Relate C1' });
      await dialog.getByLabel('This claim').selectOption('is narrowed by');
      await dialog.getByRole('combobox', { name: 'The other claim' }).fill('C2');
      await expect(dialog.getByRole('option', { name: /^C2/ })).toBeVisible();
      await window.keyboard.press('Enter');
      await whenClosed(dialog);
    },
  });
  const stances = () => inspector(window).getByRole('combobox', { name: /^Stance of/ });
  await undoAndRedo(window, {
    name: 'Merge C2 into C1',
    before: () => expect(claims(window).getByRole('row')).toHaveCount(2),
    after: async () => {
      await expect(claims(window).getByRole('row')).toHaveCount(1);
      await expect(stances()).toHaveCount(2);
    },
    change: async () => {
      await claim(window, 1).click();
      await inspector(window).getByRole('button', { name: 'Merge…' }).click();
      await typeInto(window.getByRole('dialog'), 'C2');
      await window.keyboard.press('Enter');
      const dialog = window.getByRole('dialog', { name: 'Merge claims' });
      await expect(dialog).toContainText('has 2 passages then');
      await dialog.getByRole('button', { name: 'Merge into C1' }).click();
    },
  });
  await expect(inspector(window)).toContainText('C2, merged into this claim, said: It says 6,500');
  await undoAndRedo(window, {
    name: 'Split claim C1',
    before: () => expect(claims(window).getByRole('row')).toHaveCount(1),
    after: () => expect(claims(window).getByRole('row')).toHaveCount(2),
    change: async () => {
      await claim(window, 1).click();
      await inspector(window).getByRole('button', { name: 'Split…' }).click();
      const dialog = window.getByRole('dialog', { name: 'Split C1' });
      await dialog.getByLabel('Wording of the new claim').fill('It makes jobs.');
      await dialog.getByRole('checkbox').last().check();
      await dialog.getByRole('button', { name: 'Make the new claim' }).click();
    },
  });
  await claim(window, 3).click();
  await expect(stances()).toHaveCount(1);
  await expect(field(window, 'Wording')).toHaveValue('It makes jobs.');
});
