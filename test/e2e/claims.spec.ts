import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, showView } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, whenSaved } from '../support/reading.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';
import { undoAndRedo } from '../support/undo-redo.ts';

function claims(window: Page): Locator {
  return window.getByRole('treegrid', { name: 'Claims' });
}

function claim(window: Page, number: number): Locator {
  return claims(window).getByRole('button', { name: new RegExp(`^Claim C${number}:`) });
}

function row(window: Page, number: number): Locator {
  const has = window.getByRole('button', { name: new RegExp(`^Claim C${number}:`) });
  return claims(window).getByRole('row').filter({ has });
}

function field(window: Page, name: string): Locator {
  return inspector(window).getByLabel(name, { exact: true });
}

async function newClaim(window: Page, wording: string): Promise<void> {
  await command(window, 'New claim');
  const dialog = window.getByRole('dialog', { name: 'New claim' });
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Numbers and levels of the claims in the list, from the top. */
async function outline(window: Page): Promise<string> {
  const rows = await claims(window)
    .getByRole('row')
    .evaluateAll((all) =>
      all
        .sort((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((one) => [one.getAttribute('aria-level'), /C\d+/.exec(one.textContent ?? '')?.[0]]),
    );
  return rows.map(([level, name]) => `${'>'.repeat(Number(level) - 1)}${name}`).join(' ');
}

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
      await window.getByRole('dialog', { name: 'Tag C1' }).waitFor();
      await window.keyboard.type('figure');
      await window.keyboard.press('Enter');
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
    await dialog.waitFor({ state: 'detached' });
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
    before: async () => {
      await command(window, 'Speakers');
      await expect(dialog.getByText('Names that are only text')).toHaveCount(0);
      await window.keyboard.press('Escape');
    },
    after: async () => {
      await expect(row(window, 1)).toContainText('Premier Velmund');
      await command(window, 'Speakers');
      await expect(dialog.getByText('Names that are only text')).toHaveCount(1);
      await window.keyboard.press('Escape');
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
    await dialog.waitFor({ state: 'detached' });
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
      await window.keyboard.press('Enter');
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
      await window.keyboard.type('C2');
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

test('Q11: a claim of a brief: its passages are evidence, its own words the wording', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const readout = await openArticle(window, sample.readout);
  await highlight(readout, '31 kilometres');
  await showView(window, 'Brief');
  await window.getByRole('main').getByRole('button', { name: 'New brief' }).first().click();
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.click();
  await window.keyboard.type('The tunnel is long ');
  await inspector(window)
    .getByRole('button', { name: 'Cite in the sentence: 31 kilometres' })
    .click();
  const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
  await window.keyboard.press('Control+Shift+C');
  await expect(dialog.getByRole('textbox', { name: 'Wording' })).toHaveValue('31 kilometres');
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await text.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+Shift+C');
  await expect(dialog.getByRole('textbox', { name: 'Wording' })).toHaveValue('The tunnel is long');
  await window.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await showView(window, 'Claims');
  await expect(row(window, 1)).toContainText('The tunnel is long');
  await expect(row(window, 1)).toContainText('1 passage');
});

test('Q7: on real articles, who says it independently and who counts with whom', async ({
  start,
  folder,
}) => {
  const articles = sharedCorpus('xi-putin-calls');
  test.skip(articles.length === 0, 'The folder of real articles is not beside the repository.');
  const args = ['--project', join(folder, 'project'), '--import', ...articles];
  const { window } = await start({ args });
  await said(window, '5 articles added.');
  const rows = window
    .getByRole('grid', { name: 'Articles' })
    .getByRole('row')
    .filter({ hasNotText: '5 articles' });
  await newClaim(window, 'They spoke.');
  await showView(window, 'Read');
  for (const index of [0, 1, 2]) {
    await rows.nth(index).click();
    const reader = window.locator('[role="document"]:focus');
    await reader.waitFor();
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('combobox', { name: 'File under' }).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'File as evidence' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await showView(window, 'Claims');
  await claim(window, 1).click();
  await expect(inspector(window).getByRole('combobox', { name: /^Stance of/ })).toHaveCount(3);
  const sources = inspector(window)
    .getByRole('list', { name: 'Independent sources' })
    .getByRole('listitem');
  await expect(sources.first()).toBeVisible();
  expect(await sources.count()).toBeLessThanOrEqual(3);
});

test('Q7: a copy of the wire counts with the wire, and the Inspector says so', async ({
  start,
  folder,
}) => {
  const wire = Array.from(
    { length: 40 },
    (_, index) => `Sentence ${index} of the agency tells what happened at pier ${index * 7}.`,
  ).join(' ');
  const sources = join(folder, 'sources');
  await mkdir(sources);
  for (const [outlet, text] of [
    ['The Wire', wire],
    ['The Ledger', `${wire} Own words at the end.`],
    ['The Post', 'Sentence 3 is what we saw ourselves, and nobody told us so.'],
  ]) {
    const head = `---\ntitle: As ${outlet} has it\nsite: ${outlet}\n---\n\n`;
    await writeFile(join(sources, `${outlet}.md`), `${head}${text}\n`);
  }
  const args = ['--project', join(folder, 'project'), '--import', sources];
  const { window } = await start({ args });
  await said(window, '3 articles added');
  await newClaim(window, 'It happened.');
  for (const outlet of ['The Ledger', 'The Wire', 'The Post']) {
    await showView(window, 'Read');
    await highlight(await openArticle(window, `As ${outlet} has it`), 'Sentence 3');
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('combobox', { name: 'File under' }).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'File as evidence' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  await showView(window, 'Claims');
  await claim(window, 1).click();
  const list = inspector(window).getByRole('list', { name: 'Independent sources' });
  // The catalogue looks for near duplicates by itself, some time after the import.
  await expect(list.getByRole('listitem')).toHaveCount(2, { timeout: 20_000 });
  await expect(list).toContainText('near duplicates');
  await expect(list.getByRole('listitem').filter({ hasText: 'The Post' })).not.toContainText('2');
  await expect(row(window, 1)).toContainText('3 passages from 2 sources');
});
