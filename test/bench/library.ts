// `npm run bench -- library [articles]`: the Library of the real application over a project of 10,000 articles that is
// there already. Prints one line of JSON, times in milliseconds: `open_ms`, from the beginning of the page to the frame
// in which the list has lines, the records read from the database; `filter_key_p95_ms`, the script of one key typed into
// the filter, and `filter_frame_p95_ms`, from that key to the next frame; `group_ms`, `sort_ms`, from choosing to the
// frame that shows it; `scroll_p95_ms`, the longest of the frames while scrolling through the list, at the 95th
// percentile; `select_all_ms`, Control and A to the frame; `star_all_ms`, starring all of them, to the frame, and
// `star_all_saved_ms`, until the change is on disk.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFilledProject, shortArticles } from '../support/filled-project.ts';
import { launchVariorum } from '../support/launch.ts';

const articles = Number(process.argv[2] ?? 10_000);
const typed = [
  'a',
  'ag',
  'age',
  'agen',
  'agenc',
  'agency',
  'agency ',
  'agency w',
  '',
  's',
  'st',
  '',
];

const folder = await mkdtemp(join(tmpdir(), 'variorum-library-'));
try {
  const project = join(folder, 'project');
  await makeFilledProject(project, shortArticles(articles));
  // The first opening fills the database; what is measured is every later one.
  const first = await launch();
  await first.close();
  const { window, close, openMs } = await launch();
  const result = await measure(window);
  await close();
  console.log(JSON.stringify({ name: 'library', articles, open_ms: round(openMs), ...result }));

  async function launch() {
    const launched = await launchVariorum({
      userDataDir: join(folder, 'data'),
      args: ['--project', project],
    });
    const openMs = await launched.window.evaluate(async () => {
      while (document.querySelector('[role="grid"] [role="row"]') === null) {
        await new Promise(requestAnimationFrame);
      }
      return performance.now();
    });
    await saved(launched.window);
    return { ...launched, openMs };
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function saved(window: Page): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
}

async function measure(window: Page) {
  // What the opening has still to do in the background is not what is measured below.
  await window.waitForTimeout(3_000);
  const keys: { script: number; frame: number }[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const text of typed) keys.push(await typeInto(window, text));
  }
  const choose = async (section: string, name: string): Promise<number> => {
    await window.getByRole('button', { name: 'Sort, group and columns' }).click();
    const item = window
      .getByRole('group', { name: section })
      .getByRole('menuitemradio', { name, exact: true });
    await item.waitFor();
    const took = await item.evaluate(async (element) => {
      const begun = performance.now();
      (element as HTMLElement).focus();
      for (const type of ['keydown', 'keyup']) {
        element.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
      }
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begun;
    });
    await window.keyboard.press('Escape');
    return took;
  };
  const groups: number[] = [];
  for (const name of ['Outlet', 'Month', 'Tag', 'Language', 'Day']) {
    groups.push(await choose('Group by', name));
  }
  const sorts: number[] = [];
  for (const name of ['Title', 'Outlet', 'Words', 'Annotations', 'Date published']) {
    sorts.push(await choose('Sort by', name));
  }
  const scroll = await scrollThrough(window);
  const all = await pressAndDraw(window, 'a');
  const star = window
    .getByRole('toolbar', { name: 'Selected articles' })
    .getByRole('button', { name: 'Star' });
  await star.waitFor();
  const begun = performance.now();
  const starred = await star.evaluate(async (element) => {
    const from = performance.now();
    (element as HTMLElement).click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - from;
  });
  await saved(window);
  const starSaved = performance.now() - begun;
  return {
    filter_key_p95_ms: round(percentile(keys.map(({ script }) => script))),
    filter_frame_p95_ms: round(percentile(keys.map(({ frame }) => frame))),
    group_ms: round(Math.max(...groups)),
    sort_ms: round(Math.max(...sorts)),
    scroll_p95_ms: round(percentile(scroll)),
    select_all_ms: round(all),
    star_all_ms: round(starred),
    star_all_saved_ms: round(starSaved),
  };
}

/** Puts a text into the filter as typing does, and measures the script of it and the time to the next frame. */
function typeInto(window: Page, text: string): Promise<{ script: number; frame: number }> {
  return window
    .getByRole('searchbox', { name: 'Filter articles' })
    .evaluate(async (element, value) => {
      const input = element as HTMLInputElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await new Promise(requestAnimationFrame);
      const begun = performance.now();
      set?.call(input, value);
      // React draws in answer to an event before this returns.
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await Promise.resolve();
      const script = performance.now() - begun;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return { script, frame: performance.now() - begun };
    }, text);
}

/** Scrolls from top to bottom, a page a frame, and gives the time from each frame to the next. */
function scrollThrough(window: Page): Promise<number[]> {
  return window.getByRole('grid', { name: 'Articles' }).evaluate(async (grid) => {
    const times: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 200; frame += 1) {
      grid.scrollTop += frame % 20 === 0 ? 20_000 : 400;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    grid.scrollTop = 0;
    return times;
  });
}

async function pressAndDraw(window: Page, key: string): Promise<number> {
  const grid = window.getByRole('grid', { name: 'Articles' });
  await grid.focus();
  return grid.evaluate(async (_element, pressed) => {
    const target = document.activeElement;
    const begun = performance.now();
    const held = { ctrlKey: true, metaKey: false };
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, ...held }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
  }, key);
}

function percentile(values: readonly number[], share = 0.95): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
