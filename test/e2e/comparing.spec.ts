import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, showView, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { fileUnderClaim } from '../support/claim-dialog.ts';
import { bands, compareByKeys, comparison, pairs, wording } from '../support/comparing.ts';
import { sample, whenSampleIsThere } from '../support/making-projects.ts';
import { pane, whenSaved } from '../support/reading.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';
import { undoAndRedo } from '../support/undo-redo.ts';

test('two articles are compared by keys alone: pairs, wording, link, claim, undo (W1, W7)', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await compareByKeys(window, [sample.readout, sample.agency]);
  await expect(pane(window, sample.readout)).toBeFocused();
  await said(window, /^\d+ pairs: \d+ parallel passages\./);

  await test.step('the next pair comes into view in both texts, with its differences', async () => {
    await window.keyboard.press('F7');
    await said(window, /^Pair 1 of \d+\. A × B, /);
    await expect(pairs(window).getByRole('option', { selected: true })).toHaveCount(1);
    await expect(wording(window)).toBeVisible();
    await expect(bands(window, 'A and B').first()).toBeVisible();
    await window.keyboard.press('F7');
    await said(window, /^Pair 2 of /);
    await window.keyboard.press('Shift+F7');
    await said(window, /^Pair 1 of /);
  });

  await test.step('the pair is linked by one key, and the type is asked', async () => {
    const linked = comparison(window).locator('[data-kind="link"].band-button');
    await undoAndRedo(window, {
      name: 'Link “repeats”',
      before: () => expect(linked).toHaveCount(0),
      after: () => expect(linked).toHaveCount(1),
      async change() {
        await window.keyboard.press('Control+Alt+j');
        const dialog = window.getByRole('dialog', { name: 'Link the pair' });
        await dialog.getByRole('radio', { name: 'repeats' }).check();
        await window.keyboard.press('Enter');
        await said(window, 'Linked as “repeats”.');
      },
    });
    await expect(comparison(window).locator('[data-annotations]').first()).toBeVisible();
  });

  const annotated = (count: number) => () =>
    expect(statusLine(window)).toContainText(`${count} annotations`);
  await test.step('and makes a claim with both passages: one step', async () => {
    // The linked pair is another one than it was, so that the first comes first again.
    await window.keyboard.press('F7');
    await window.keyboard.press('F7');
    await expect(pairs(window).getByRole('option', { selected: true })).toHaveCount(1);
    await undoAndRedo(window, {
      name: 'Make claim C1',
      before: annotated(2),
      after: annotated(4),
      async change() {
        await window.keyboard.press('Control+Alt+n');
        await window.getByRole('dialog', { name: 'Claim from 2 passages' }).waitFor();
        await window.getByRole('textbox', { name: 'Wording' }).fill('The tunnel is dear.');
        await window.keyboard.press('Enter');
        await said(window, 'Made claim C1 from 2 passages.');
      },
    });
  });

  await test.step('or goes to a claim that is there, found by its words', async () => {
    await window.keyboard.press('F7');
    await undoAndRedo(window, {
      name: 'File 2 passages as evidence for C1',
      before: annotated(4),
      after: annotated(6),
      async change() {
        await window.keyboard.press('Control+Alt+n');
        const dialog = window.getByRole('dialog', { name: 'Claim from 2 passages' });
        await fileUnderClaim(dialog, 'dear tunnel');
        await expect(
          dialog.getByRole('combobox', { name: 'File under an existing claim' }),
        ).toHaveValue('C1: The tunnel is dear.');
        await window.keyboard.press('Enter');
        await said(window, 'Filed 2 passages as evidence for C1: asserts.');
      },
    });
    await whenSaved(window);
    await showView(window, 'Claims');
    await window.getByRole('button', { name: /^Claim C1:/ }).click();
    const stances = inspector(window).getByRole('combobox', { name: /^Stance of/ });
    await expect(stances).toHaveCount(4);
  });
});

test('panes are added, moved, changed and closed by keys; the reader keeps its own', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  const documents = comparison(window).getByRole('document');
  await compareByKeys(window, [sample.readout, sample.agency]);

  await window.keyboard.press('Control+Enter');
  await expect(documents.nth(1)).toBeFocused();
  await window.keyboard.press('Control+Alt+,');
  await expect(documents.nth(0)).toBeFocused();
  await expect(documents.nth(0)).toHaveAccessibleName(sample.agency);
  await expect(documents.nth(1)).toHaveAccessibleName(sample.readout);

  const strip = comparison(window).getByRole('slider', { name: /by time of publication/ });
  await strip.focus();
  await window.keyboard.press('Home');
  const first = (await strip.getAttribute('aria-valuetext')) ?? '';
  for (let step = 0; step < 7; step += 1) {
    await window.keyboard.press('ArrowRight');
    const text = (await strip.getAttribute('aria-valuetext')) ?? '';
    if (!/^[A-D] · /.test(text)) break;
  }
  expect(await strip.getAttribute('aria-valuetext')).not.toBe(first);
  await window.keyboard.press('Shift+Enter');
  await expect(documents).toHaveCount(3);
  await expect(documents.nth(2)).toBeFocused();
  await window.keyboard.press('}');
  await expect(documents.nth(2)).toBeFocused();
  await window.keyboard.press('Control+Shift+Enter');
  await expect(documents).toHaveCount(4);
  await window.keyboard.press('Control+Shift+x');
  await expect(documents).toHaveCount(3);
  await expect(documents.nth(2)).toBeFocused();

  await showView(window, 'Read');
  await expect(window.getByRole('region', { name: /^Pane: / })).toHaveCount(1);
  await expect(pane(window, sample.readout)).toBeFocused();
  await window.keyboard.press('Control+7');
  await expect(documents).toHaveCount(3);
  await expect(documents.nth(2)).toBeFocused();
});

test('highlights are made in the panes as in the reader (W7)', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await compareByKeys(window, [sample.readout, sample.agency]);
  const first = pane(window, sample.readout);
  await expect(first).toBeFocused();
  // How many pairs there are is said when they are found, which may be right behind the highlight's own words.
  await said(window, /pairs?: /);
  await undoAndRedo(window, {
    name: 'Highlight',
    before: () => expect(first.locator('[data-annotations]')).toHaveCount(0),
    after: () => expect(first.locator('[data-annotations]')).toHaveCount(1),
    async change() {
      await window.keyboard.press('Control+Home');
      await window.keyboard.press('Control+Shift+ArrowRight');
      await window.keyboard.press('h');
      await said(window, 'Highlighted.');
      await expect(inspector(window).getByRole('blockquote')).toBeVisible();
    },
  });
});

test('panes that scroll together keep the chosen pair at one height, and bands on no text (W8, W9)', async ({
  start,
}) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await compareByKeys(window, [sample.readout, sample.lantern]);
  await said(window, /pairs?: /);
  await window.keyboard.press('F7');
  await said(window, /^Pair 1 of /);
  const tops = () =>
    window.evaluate(() => {
      const set = [...(CSS.highlights.get('pair-current') ?? [])].map((range) =>
        (range as Range).getBoundingClientRect(),
      );
      const texts = [...document.querySelectorAll('.compare-view .reader')].map((element) =>
        element.getBoundingClientRect(),
      );
      return texts.map((text) => {
        const inside = set.filter(({ left }) => left >= text.left && left < text.right);
        return Math.min(...inside.map(({ top }) => top)) - text.top;
      });
    });
  const level = async (): Promise<number> => {
    const [one = 0, other = 0] = await tops();
    return Math.abs(one - other);
  };
  await expect.poll(level).toBeLessThan(2);

  const scrolled = () =>
    window.evaluate(() =>
      [...document.querySelectorAll('.compare-view .reader')].map(({ scrollTop }) => scrollTop),
    );
  const before = await scrolled();
  await pane(window, sample.readout).hover();
  await window.mouse.wheel(0, 24);
  await expect.poll(async () => (await scrolled())[0]).not.toBe(before[0]);
  await expect.poll(level).toBeLessThan(2);
  await window.mouse.wheel(0, 20_000);
  await expect
    .poll(() =>
      window.evaluate(() =>
        [...document.querySelectorAll('.compare-view .reader')].map((element) =>
          Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
        ),
      ),
    )
    .toEqual([0, 0]);

  const overlaps = await window.evaluate(() => {
    const texts = [...document.querySelectorAll('.compare-view .reader')].map((element) =>
      element.getBoundingClientRect(),
    );
    const gaps = [...document.querySelectorAll('.compare-gap')].map((element) => {
      const { overflow } = getComputedStyle(element);
      return { box: element.getBoundingClientRect(), overflow };
    });
    return gaps.flatMap(({ box, overflow }) =>
      texts.filter(
        ({ left, right }) => overflow !== 'hidden' || (box.right > left && box.left < right),
      ),
    ).length;
  });
  expect(overlaps).toBe(0);

  await window.keyboard.press('Control+Alt+s');
  await said(window, 'Each pane scrolls by itself.');
  await pane(window, sample.lantern).hover();
  const still = (await scrolled())[0];
  await window.mouse.wheel(0, -400);
  await expect.poll(async () => (await scrolled())[1]).not.toBe(before[1]);
  expect((await scrolled())[0]).toBe(still);
});

test('bands answer to keys and pointer, and both ends are gone to (W8)', async ({ start }) => {
  const { window } = await start({ args: ['--sample'] });
  await whenSampleIsThere(window);
  await compareByKeys(window, [sample.readout, sample.agency, sample.lantern]);
  await said(window, /pairs?: /);
  await window.keyboard.press('F7');
  const first = bands(window, 'A and B').and(comparison(window).locator('[tabindex="0"]'));
  await first.focus();
  await window.keyboard.press('Enter');
  await said(window, /^Pair \d+ of /);
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expectNamedControls(window);
  await expectAccessible(window, 'the comparison');
  await window.setViewportSize({ width: 900, height: 800 });
  await expectAccessible(window, 'the comparison, narrow');
});

test('real articles: the words of a quotation that two of them cut otherwise (W3, W6)', async ({
  start,
  folder,
}) => {
  const files = sharedCorpus('xi-putin-calls');
  test.skip(files.length === 0, 'The folder ../shared/corpus/xi-putin-calls is not there.');
  const { window } = await start({ args: ['--project', `${folder}/Calls`, '--import', ...files] });
  await articlesCounted(window, 5);
  await said(window, '5 articles added.');
  await compareByKeys(window, [/c1cfa/, /What's brewing/, /From holiday wishes/]);
  await said(window, /^\d+ pairs: \d+ parallel passages\./);
  await pairs(window)
    .getByRole('option', { name: /We have withstood many trials/ })
    .click();
  await said(window, /words? (replaced|cut|inserted)/);
  // The one prints the readout as it is, the other marks in brackets what it put in.
  await expect(wording(window).getByRole('deletion').first()).toBeVisible();
  const marked = await wording(window).locator('ins, del').allInnerTexts();
  expect(marked.length).toBeGreaterThan(0);
  const sides = await wording(window).locator('.pair-side p').allInnerTexts();
  expect(sides.every((side) => /We have withstood many trials/.test(side))).toBe(true);
});
