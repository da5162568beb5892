import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { highlight, tag } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { said } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle } from '../support/reading.ts';

function dialog(window: Page): Locator {
  return window.getByRole('dialog', { name: 'Reading settings' });
}

async function openSettings(window: Page): Promise<void> {
  await command(window, 'Reading settings');
  await dialog(window).waitFor();
}

function themeShown(window: Page): Promise<string | undefined> {
  return window.evaluate(() => document.documentElement.dataset.theme);
}

/** A property of an element as it is computed. */
function computed(element: Locator, property: string): Promise<string> {
  return element.evaluate((it, name) => getComputedStyle(it).getPropertyValue(name), property);
}

/** Where in the text the first line that is in view begins, in code units; -1: nothing is. */
function firstInView(reader: Locator): Promise<number> {
  return reader.evaluate((text) => {
    const scroller = text.parentElement ?? text;
    const { top } = scroller.getBoundingClientRect();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let before = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { index } of node.data.matchAll(/\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if ((box.top + box.bottom) / 2 > top) return before + index;
      }
      before += node.data.length;
    }
    return -1;
  });
}

test('the theme, the face and the size are chosen by key, act at once, and are there again', async ({
  start,
  folder,
}) => {
  const first = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(first.window);
  const reader = await openArticle(first.window, sample.readout);
  const usual = Number.parseFloat(await computed(reader, 'font-size'));
  await openSettings(first.window);
  await expectNamedControls(first.window);
  const settings = dialog(first.window);
  await settings.getByRole('radio', { name: 'As the system asks' }).focus();
  for (let step = 0; step < 4; step += 1) await first.window.keyboard.press('ArrowDown');
  await expect(settings.getByRole('radio', { name: 'High contrast, dark' })).toBeChecked();
  await expect.poll(() => themeShown(first.window)).toBe('contrast-dark');
  await first.window.keyboard.press('Tab');
  await first.window.keyboard.press('ArrowDown');
  await expect(settings.getByRole('radio', { name: 'Inter' })).toBeChecked();
  await first.window.keyboard.press('Tab');
  const size = settings.getByRole('slider', { name: 'Size of the text' });
  await expect(size).toBeFocused();
  await first.window.keyboard.press('ArrowRight');
  await first.window.keyboard.press('ArrowRight');
  await expect(size).toHaveAttribute('aria-valuetext', '120 %');
  const width = settings.getByRole('slider', { name: 'Width of a line' });
  await width.focus();
  await first.window.keyboard.press('Home');
  await expect(settings).toContainText('40 characters');
  await closeWithEscape(settings);
  await expect(reader).toBeFocused();
  expect(Number.parseFloat(await computed(reader, 'font-size'))).toBeCloseTo(usual * 1.2, 1);
  expect(await computed(reader, 'font-family')).toContain('Inter');
  await first.close();

  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  const again = await openArticle(window, sample.readout);
  expect(await themeShown(window)).toBe('contrast-dark');
  expect(Number.parseFloat(await computed(again, 'font-size'))).toBeCloseTo(usual * 1.2, 1);
  await openSettings(window);
  await dialog(window).getByRole('button', { name: 'As usual' }).click();
  await dialog(window).getByRole('button', { name: 'Done' }).click();
  await expect(dialog(window)).toHaveCount(0);
  await expect.poll(() => themeShown(window)).toBe('light');
  expect(Number.parseFloat(await computed(again, 'font-size'))).toBeCloseTo(usual, 1);
});

test('the theme that was chosen is the one of the first picture', async ({ start }) => {
  const first = await start();
  await first.window.getByRole('button', { name: /^Sample/ }).waitFor();
  await first.window.evaluate(() =>
    localStorage.setItem('reading-settings', JSON.stringify({ theme: 'contrast-dark', size: 'x' })),
  );
  await first.close();
  const { app } = await start();
  // Each state of the root from the very beginning of the page, with whether anything was painted by then.
  const shown = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('There is no window');
    contents.debugger.attach();
    await contents.debugger.sendCommand('Page.enable');
    await contents.debugger.sendCommand('Page.addScriptToEvaluateOnNewDocument', {
      source: `globalThis.shown = [];
        new MutationObserver(() => shown.push([document.documentElement.dataset.theme,
          performance.getEntriesByType('paint').length]))
          .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-theme'] });`,
    });
    const loaded = new Promise<void>((resolve) =>
      contents.once('did-finish-load', () => resolve()),
    );
    contents.reload();
    await loaded;
    const result: unknown = await contents.executeJavaScript('globalThis.shown');
    contents.debugger.detach();
    return result;
  });
  expect(shown).toEqual([['contrast-dark', 0]]);
});

test('what the system asks for is followed while it changes, more contrast as well', async ({
  start,
}) => {
  const { window } = await start();
  await window.getByRole('button', { name: /^Sample/ }).waitFor();
  for (const [colorScheme, contrast, theme] of [
    ['light', 'no-preference', 'light'],
    ['dark', 'no-preference', 'dark'],
    ['dark', 'more', 'contrast-dark'],
    ['light', 'more', 'contrast-light'],
    ['light', 'no-preference', 'light'],
  ] as const) {
    await window.emulateMedia({ colorScheme, contrast });
    await expect.poll(() => themeShown(window)).toBe(theme);
    const scheme = await computed(window.locator('html'), 'color-scheme');
    expect(scheme).toBe(colorScheme);
  }
});

test('what is read stays in its place when text or window change their size, in a short text and in a long one', async ({
  start,
  folder,
}) => {
  test.slow();
  const pile = join(folder, 'pile');
  await mkdir(pile);
  const sentence = (number: number): string =>
    `Sentence ${number} of the long report says that the ferry left the harbour at noon with ${number} people.`;
  const paragraph = (first: number): string =>
    [0, 1, 2, 3, 4, 5].map((offset) => sentence(first * 6 + offset)).join(' ');
  for (const [name, count] of [
    ['Short report', 30],
    ['Long report', 300],
  ] as const) {
    const blocks = Array.from({ length: count }, (_, index) => paragraph(index));
    await writeFile(join(pile, `${name}.md`), `# ${name}\n\n${blocks.join('\n\n')}\n`);
  }
  const { app, window } = await start({
    args: ['--project', join(folder, 'project'), '--import', pile],
  });
  await said(window, /2 articles added/);
  for (const title of ['Short report', 'Long report']) {
    const reader = await openArticle(window, title);
    await reader.evaluate((text) => {
      const scroller = text.parentElement ?? text;
      scroller.scrollTop = scroller.scrollHeight / 2;
    });
    await window.waitForTimeout(300);
    await window.keyboard.press('Control+Alt+=');
    await said(window, 'Text at 110 %.');
    await window.waitForTimeout(300);
    const atTop = (): Promise<number> => firstInView(reader);
    const place = await atTop();
    expect(place).toBeGreaterThan(1_000);
    for (const key of ['=', '=', '=', '=', '-', '-', '-', '-', '-', '0']) {
      await window.keyboard.press(`Control+Alt+${key}`);
      await window.waitForTimeout(120);
      // Within the line that the place stands in, whatever that line begins with by now.
      await expect
        .poll(async () => Math.abs((await atTop()) - place), `${title}, ${key}`)
        .toBeLessThan(120);
    }
    for (const zoom of [1, 2, 0]) {
      await app.evaluate(({ BrowserWindow }, level) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(level);
      }, zoom);
      await window.waitForTimeout(600);
      await expect
        .poll(async () => Math.abs((await atTop()) - place), `${title}, zoom ${zoom}`)
        .toBeLessThan(120);
    }
    await window.keyboard.press('Control+Alt+i');
    await window.waitForTimeout(600);
    await expect
      .poll(async () => Math.abs((await atTop()) - place), `${title}, wider`)
      .toBeLessThan(120);
    await window.keyboard.press('Control+Alt+i');
    await window.waitForTimeout(600);
    await expect(reader).toBeFocused();
  }
});

test('highlights and dialogs in the system’s own colours', async ({ start, folder }) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, '6,500 jobs');
  await tag(window, 'figure');
  await window.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const mark = reader.locator('[data-annotations]').first();
  expect(await computed(mark, 'text-decoration-line')).toBe('underline');
  await openSettings(window);
  expect(await computed(dialog(window).locator('mark').first(), 'text-decoration-line')).toBe(
    'underline',
  );
  await closeWithEscape(dialog(window));
  await window.emulateMedia({ forcedColors: 'none' });
  await openSettings(window);
  await expectAccessible(window, 'reading settings');
});
