import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import {
  clickHighlight,
  expectInspected,
  highlight,
  highlightOf,
  tag,
  tagsShown,
} from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { inspector, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { closeWithEscape, pressIn, whenClosed } from '../support/dialogs.ts';
import { focusHeld } from '../support/focus.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, openBeside } from '../support/reading.ts';

const length = '31 kilometres';
const route = '31 kilometres between Kessy Head';
const coasts = 'between Kessy Head and Grèvemont';

function margin(window: Page): Locator {
  return window.getByRole('toolbar', { name: 'Annotations beside the text' });
}

function card(window: Page): Locator {
  return window.locator('.annotation-card');
}

/** Moves the mouse onto words as a hand does, and lets it rest there. */
async function pointAt(mark: Locator): Promise<void> {
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The highlight is not drawn.');
  const { mouse } = mark.page();
  await mouse.move(box.x + 4, box.y + box.height / 2);
  await mouse.move(box.x + 8, box.y + box.height / 2);
}

function boxesOverlap(
  one: { x: number; y: number; width: number; height: number },
  other: { x: number; y: number; width: number; height: number },
): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test.describe('A13 the margin', () => {
  test('has a marker for each annotation, named by what it carries; those of a line never overlap', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, route);
    await tag(window, 'figure');
    await window.keyboard.press('n');
    await window.keyboard.type('As the ministry has it.');
    await window.keyboard.press('Escape');
    await expect(reader).toBeFocused();
    await window.keyboard.press('c');
    await pressIn(window.getByRole('dialog', { name: 'Claim from this passage' }), 'Enter');
    await expect(reader).toBeFocused();
    await window.keyboard.press('l');
    await highlight(reader, '6,500 jobs');
    await window.keyboard.press('l');
    const link = window.getByRole('dialog', { name: 'Link' });
    await pressIn(link, 'Enter');
    await whenClosed(link);
    const marker = margin(window).getByRole('button', { name: /^1:1 / });
    await expect(marker).toHaveAccessibleName('1:1 figure, has a note, 1 link, 1 claim');
    for (const sign of ['note', 'link', 'claim']) {
      await expect(marker.locator(`.reader-sign-${sign}`)).toBeVisible();
    }
    for (const words of ['31', length, '31 kilometres between', coasts]) {
      await highlight(reader, words);
    }
    const more = margin(window).getByRole('button', { name: /more annotations on this line$/ });
    await window.setViewportSize({ width: 900, height: 700 });
    await highlightOf(reader, '31').scrollIntoViewIfNeeded();
    await expect(more.first()).toBeVisible();
    const boxes = await margin(window)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
    expect(boxes.length).toBeGreaterThan(2);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(boxesOverlap(box, other)).toBe(false);
    }
    await expectAccessible(window, 'markers beside a text');
    await expectNamedControls(window);

    await more.first().click();
    const list = window.getByRole('dialog', { name: /annotations? here$/ });
    await expect(list.getByRole('button').first()).toBeFocused();
    await expectAccessible(window, 'the list of a line');
    await closeWithEscape(list);
    await expect(more.first()).toBeFocused();
    await window.keyboard.press('Enter');
    const line = list.getByRole('button').first();
    const number = /^\d+:\d+/.exec((await line.textContent()) ?? '')?.[0] ?? '';
    await window.keyboard.press('Enter');
    await expect(reader).toBeFocused();
    await expect(inspector(window)).toContainText(number);
  });

  test('is one stop of the Tab key; the arrow keys go through it, and keys act on what it names', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, 'forty minutes');
    await highlight(reader, 'fourteen boreholes');
    await highlight(reader, '6,500 jobs');
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Tab');
    await expect(margin(window).locator(':focus')).toHaveCount(1);
    await window.keyboard.press('Home');
    await expectInspected(window, 'forty minutes');
    await window.keyboard.press('ArrowDown');
    await expectInspected(window, 'fourteen boreholes');
    await window.keyboard.press('ArrowDown');
    await expectInspected(window, '6,500 jobs');
    await expect(margin(window).getByRole('button', { name: '1:3' })).toBeFocused();
    await window.keyboard.press('Delete');
    await said(window, 'Removed annotation 1:3');
    await focusHeld(window);
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Remove highlight');
    await focusHeld(window);
    await expect(margin(window).getByRole('button')).toHaveCount(3);
    await margin(window).getByRole('button', { name: '1:1' }).click();
    await expect(reader).toBeFocused();
    await expectInspected(window, 'forty minutes');
  });
});

test.describe('A14 the card', () => {
  test('shows the annotations under a resting mouse, hides none of their words, and goes with Escape', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, route);
    await tag(window, 'figure');
    await highlight(reader, length);
    await window.keyboard.press('n');
    await window.keyboard.type('As the ministry has it.');
    await window.keyboard.press('Escape');
    await expect(reader).toBeFocused();
    await pointAt(highlightOf(reader, length));
    await expect(card(window)).toContainText('2 annotations here');
    await expect(card(window).getByRole('button').first()).toHaveAccessibleName(
      /^1:2 no tag 31 kilometres\s+Note: As the ministry has it\.$/,
    );
    await expect(card(window).getByRole('button').first()).toContainText('As the ministry has it.');
    await expect(card(window).getByRole('button').last()).toHaveAccessibleName(/^1:1\s+figure/);
    await expect(reader).toBeFocused();
    await expectAccessible(window, 'the card of annotations');
    const cardBox = await card(window).boundingBox();
    for (const mark of await reader.locator('[data-annotations]').all()) {
      const box = await mark.boundingBox();
      if (box === null || cardBox === null) throw new Error('Something is not drawn.');
      expect(boxesOverlap(box, cardBox)).toBe(false);
    }
    await card(window).getByRole('button').last().hover();
    await window.waitForTimeout(600);
    await expect(card(window)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(card(window)).toHaveCount(0);
    await expect(reader).toBeFocused();
  });

  test('shows those that the keyboard brought the caret to', async ({ start, folder }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, length);
    await window.mouse.move(4, 4);
    await window.keyboard.press('ArrowRight');
    await expect(card(window)).toContainText('1:1');
    await expectInspected(window, length);
    await expect(reader).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(card(window)).toHaveCount(0);

    // Who takes the mouse before it comes does not want it.
    await window.keyboard.press('ArrowLeft');
    await window.mouse.move(9, 9);
    await window.waitForTimeout(1000);
    await expect(card(window)).toHaveCount(0);
    await window.keyboard.press('ArrowRight');
    await expect(card(window)).toContainText('1:1');
  });
});

test.describe('A12 edges', () => {
  test('move by key, word, character and sentence, are said, kept as one step and given up', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, length);
    await window.keyboard.press('e');
    await said(window, 'End: 31 kilometres');
    await window.keyboard.press('ArrowRight');
    await said(window, 'End: 31 kilometres between');
    await window.keyboard.press('Shift+ArrowLeft');
    await said(window, 'End: 31 kilometres betwee');
    await window.keyboard.press('Alt+ArrowRight');
    await window.keyboard.press('Control+ArrowRight');
    await said(window, /End: … .*Grèvemont\.$/);
    await window.keyboard.press('Tab');
    await said(window, 'Start: 31 kilometres');
    await window.keyboard.press('ArrowRight');
    await said(window, 'Start: kilometres');
    await expect(reader).toBeFocused();
    await window.keyboard.press('Escape');
    await said(window, 'The highlight stays as it was.');
    await expect(highlightOf(reader, length)).toHaveText(length);
    await expectInspected(window, length);
    await window.keyboard.press('e');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('Control+z');
    await said(window, 'The highlight stays as it was.');
    await expectInspected(window, length);

    await window.keyboard.press('e');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('e');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('Enter');
    await expectInspected(window, 'over 31 kilometres between Kessy');
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Move the edges');
    await expectInspected(window, length);
  });

  test('move by their handles, to words, with Alt to characters; Escape lets go', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, 'fourteen boreholes');
    const knob = (edge: 'start' | 'end') => window.locator(`.reader-edge-${edge} .reader-knob`);
    const drag = async (edge: 'start' | 'end', by: number): Promise<void> => {
      const box = await knob(edge).boundingBox();
      if (box === null) throw new Error('There is no handle.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await window.mouse.move(x, y);
      await window.mouse.down();
      await window.mouse.move(x + by, y + (edge === 'end' ? -8 : 8), { steps: 6 });
      await window.waitForTimeout(100);
    };
    await drag('start', -40);
    await expect(highlightOf(reader, 'boreholes')).not.toHaveText('fourteen boreholes');
    await window.mouse.up();
    await expect(inspector(window).getByRole('blockquote').first()).toHaveText(
      /^\w+( \w+)* fourteen boreholes$/,
    );
    await window.keyboard.press('Control+z');
    await expectInspected(window, 'fourteen boreholes');

    await drag('end', -45);
    await window.keyboard.press('Escape');
    await window.mouse.up();
    await said(window, 'The highlight stays as it was.');
    await expectInspected(window, 'fourteen boreholes');

    await window.keyboard.down('Alt');
    await drag('end', -14);
    await window.mouse.up();
    await window.keyboard.up('Alt');
    await expect(inspector(window).getByRole('blockquote').first()).toHaveText(
      /^fourteen boreh?o?l?e?$/,
    );
    await focusHeld(window);
  });
});

test('A15 what is left of a stack is meant by the next key, and what undo brings back as well', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, route);
  await highlight(reader, length);
  await window.keyboard.press('Delete');
  await said(window, 'Removed annotation 1:2. Undo brings it back. Keys now mean 1:1.');
  await expectInspected(window, route);
  await window.keyboard.press('Delete');
  await expect(highlightOf(reader, length)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expectInspected(window, route);
  await window.keyboard.press('Control+z');
  await expectInspected(window, length);
  await expect(reader).toBeFocused();
  await tag(window, 'economy');
  await expect(tagsShown(window)).toHaveText([/economy/]);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Highlight.');
  await expectInspected(window, route);
});

test('A15 clicks at one place and a key go through a stack, from the innermost outwards', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  const sentence =
    'The tunnel will carry passenger and freight trains over 31 kilometres between Kessy Head and Grèvemont.';
  await highlight(reader, sentence);
  await highlight(reader, route);
  await highlight(reader, length);
  await clickHighlight(reader, 'The tunnel');
  await expectInspected(window, sentence);
  for (const [words, place] of [
    [length, '1 of 3 here'],
    [route, '2 of 3 here'],
    [sentence, '3 of 3 here'],
    [length, '1 of 3 here'],
  ] as const) {
    await clickHighlight(reader, length);
    await expectInspected(window, words);
    await said(window, place);
  }
  await clickHighlight(reader, 'between');
  await expectInspected(window, route);
  await window.keyboard.press('.');
  await expectInspected(window, sentence);
  await said(window, '2 of 2 here');
  await window.keyboard.press('.');
  await expectInspected(window, route);
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toContainText(
    'from the innermost outwards',
  );
});

test('A16 a screen reader finds where annotations begin and end; copies and the text know nothing of it', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, route);
  await tag(window, 'figure');
  await highlight(reader, 'kilometres between Kessy Head and');
  const spoken = await spokenText(window);
  expect(spoken).toContain(
    'over Annotation 1:1 figure: 31 Annotation 1:2: kilometres between Kessy Head End of 1:1.  and End of 1:2.  Grèvemont.',
  );
  await window.keyboard.press('Control+a');
  const selected = await window.evaluate(() => String(getSelection()));
  expect(selected).toContain('over 31 kilometres between Kessy Head and Grèvemont.');
  expect(selected).not.toContain('Annotation');
  await window.keyboard.press('[');
  await said(window, /^Annotation 1:\d.*: .*kilometres/);
});

/** What a screen reader reads of the text, in its order. */
async function spokenText(window: Page): Promise<string> {
  const protocol = await window.context().newCDPSession(window);
  const { nodes } = await protocol.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const text = (id: string): string => {
    const node = byId.get(id);
    if (node === undefined) return '';
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node.childIds ?? []).map(text).join('');
  };
  const document = nodes.find(({ role }) => role?.value === 'document');
  return document === undefined ? '' : text(document.nodeId);
}

test.describe('A17 the same words', () => {
  test('in this article and in all: those annotated are left out, the checked ones are one step', async ({
    start,
    folder,
  }) => {
    const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
    await whenSampleIsThere(window);
    const reader = await openArticle(window, sample.readout);
    await highlight(reader, length);
    await tag(window, 'figure');
    await expect(async () => {
      await window.keyboard.press('=');
      const dialog = window.getByRole('dialog', { name: 'Find the same words' });
      await dialog.getByRole('radio', { name: 'All articles' }).check();
      await expect(dialog.getByRole('checkbox', { name: /31 kilometres/ })).not.toHaveCount(0, {
        timeout: 3_000,
      });
    }).toPass();
    const dialog = window.getByRole('dialog', { name: 'Find the same words' });
    await expect(dialog.getByRole('status')).toContainText('1 highlighted already');
    await expect(dialog).toContainText('Highlights as “figure”');
    const own = dialog.getByRole('checkbox', { name: /highlighted already/ });
    await expect(own).toBeDisabled();
    const places = dialog.getByRole('checkbox', { name: /31 kilometres/ });
    const count = await places.count();
    expect(count).toBeGreaterThan(2);
    await expectAccessible(window, 'the same words');
    await expectNamedControls(window);
    const open = dialog.getByRole('listitem').getByRole('checkbox', { disabled: false });
    await open.first().check();
    await window.keyboard.press('ArrowDown');
    await expect(open.nth(1)).toBeFocused();
    await dialog.getByRole('button', { name: 'Highlight selected (1)' }).click();
    await expect(dialog.getByRole('status')).toContainText('Highlighted 1 passage as “figure”.');
    await dialog.getByRole('button', { name: /^Highlight those visible \(\d+\)$/ }).click();
    await expect(dialog.getByRole('status')).toContainText(
      /Highlighted \d+ passages? as “figure”\./,
    );
    await expect(
      dialog.getByRole('button', { name: 'Highlight those visible (0)' }),
    ).toBeDisabled();
    await closeWithEscape(dialog);
    await expect(reader).toBeFocused();
    await expect(statusLine(window)).toContainText(`${count} annotations`);
    await window.keyboard.press('Control+z');
    await expect(statusLine(window)).toContainText('2 annotations');
    await window.keyboard.press('Control+z');
    await expect(statusLine(window)).toContainText('1 annotation');
    const lantern = await openBeside(window, sample.lantern);
    await window.keyboard.press('Control+Shift+z');
    await window.keyboard.press('Control+Shift+z');
    await clickHighlight(lantern, length);
    await expect(tagsShown(window)).toHaveText(['figure']);
  });
});

test('nothing moves where less motion is wanted', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await pointAt(highlightOf(reader, length));
  await expect(card(window)).toBeVisible();
  const moving = await window.evaluate(() => ({
    animations: document.getAnimations().length,
    smooth: [...document.querySelectorAll('*')].filter(
      (element) => getComputedStyle(element).scrollBehavior === 'smooth',
    ).length,
    transitions: [...document.querySelectorAll('*')].filter((element) =>
      getComputedStyle(element)
        .transitionDuration.split(', ')
        .some((duration) => Number.parseFloat(duration) > 0.01),
    ).length,
  }));
  expect(moving).toEqual({ animations: 0, smooth: 0, transitions: 0 });
});
