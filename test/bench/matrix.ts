// `npm run bench -- matrix [claims] [articles]`: the matrix of the real application over a project of 5,000 claims, 500
// articles and 100,000 pieces of evidence, and beside it, in a page of the same Electron, an empty grid of the same size,
// virtualised by the same library, of which each cell is one element without content. Prints one line of JSON, times in
// milliseconds: `open_ms`, from the key that shows the matrix for the first time in a window, its code to be read as well, to
// the frame that shows its rows, the median of the windows, and `reopen_ms`, the same once more in the last of them;
// `scroll_p95_ms`, from frame to frame while scrolling half a page down a frame, then half a page to the side,
// `floor_scroll_p95_ms`, the same of the empty grid; `arrow_p95_ms`, from an arrow key to the frame that shows the cell with the
// keyboard; `edit_ms`, from the click that gives a piece of evidence another stance to the frame that shows it in its cell,
// median; `heap_mb`, the window's page after all that.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { makeFilledProject, shortArticles } from '../support/filled-project.ts';
import { launchVariorum } from '../support/launch.ts';
import type {} from './matrix-floor/page.ts';
import { heapOf, median, percentile, round } from './reader/figures.ts';

const claims = Number(process.argv[2] ?? 5_000);
const articles = Number(process.argv[3] ?? 500);
const evidenceEach = 20;
const windows = 3;
const work = {
  annotationsEach: Math.round((claims * evidenceEach) / articles),
  claims,
  links: 0,
  evidenceEach,
};
const floorApplication = fileURLToPath(new URL('./matrix-floor', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'variorum-matrix-'));
try {
  const project = join(folder, 'project');
  await makeFilledProject(project, shortArticles(articles), work);
  const launch = () =>
    launchVariorum({ userDataDir: join(folder, 'data'), args: ['--project', project] });
  // The first opening fills the database; what is measured is every later one.
  const filling = await launch();
  await settled(filling.window);
  await filling.close();
  const openings: number[] = [];
  for (let run = 1; run < windows; run += 1) {
    const { window, close } = await launch();
    await settled(window);
    openings.push(await openMatrix(window));
    await close();
  }
  const { window, close } = await launch();
  await settled(window);
  openings.push(await openMatrix(window));
  await window.keyboard.press('Control+1');
  await window.waitForTimeout(500);
  const reopen = await openMatrix(window);
  await window.waitForTimeout(500);
  const scroll = await scrollGrid(window, '.matrix-grid');
  const arrows = await pressArrows(window);
  const edits = await changeStances(window);
  const box = await window.locator('.matrix-grid').boundingBox();
  const protocol = await window.context().newCDPSession(window);
  const heap = await heapOf(protocol);
  await close().catch(() => undefined);
  const floor = await measureFloor(box?.width ?? 0, box?.height ?? 0);
  console.log(
    JSON.stringify({
      name: 'matrix',
      claims,
      articles,
      evidence: claims * evidenceEach,
      open_ms: round(median(openings)),
      reopen_ms: round(reopen),
      scroll_p95_ms: round(percentile(scroll)),
      floor_scroll_p95_ms: round(percentile(floor)),
      arrow_p95_ms: round(percentile(arrows)),
      edit_ms: round(median(edits)),
      edit_most_ms: round(Math.max(...edits)),
      heap_mb: round(heap),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Everything is in memory and on disk, and the window is at rest. */
async function settled(window: Page): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  const count = (claims * evidenceEach).toLocaleString('en-GB');
  await status.getByText(`${count} annotations`).waitFor({ timeout: 300_000 });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 300_000 });
  await window.waitForTimeout(3_000);
}

function openMatrix(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const begun = performance.now();
    const target = document.activeElement ?? document.body;
    const key = { key: 'm', ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', key));
    while (document.querySelector('.matrix-row .matrix-cell') === null) {
      await new Promise(requestAnimationFrame);
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
  });
}

/** Down half a page a frame, then to the side; the time from each frame to the next. */
function scrollGrid(window: Page, selector: string): Promise<number[]> {
  return window.locator(selector).evaluate(async (scroller) => {
    const times: number[] = [];
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 240; frame += 1) {
      if (frame < 160) scroller.scrollTop += scroller.clientHeight / 2;
      else scroller.scrollLeft += scroller.clientWidth / 2;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    scroller.scrollTo(0, 0);
    return times;
  });
}

function pressArrows(window: Page): Promise<number[]> {
  return window.locator('.matrix-grid').evaluate(async (grid) => {
    const times: number[] = [];
    (grid as HTMLElement).focus();
    for (let press = 0; press < 60; press += 1) {
      const begun = performance.now();
      const key = press % 3 === 0 ? 'ArrowRight' : 'ArrowDown';
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - begun);
    }
    return times;
  });
}

/** Goes to cells with evidence and changes the stance of their first passage in the Inspector. */
async function changeStances(window: Page): Promise<number[]> {
  const times: number[] = [];
  await window.locator('.matrix-grid').focus();
  for (let round = 0; round < 12; round += 1) {
    await window.keyboard.press('Control+ArrowRight');
    const choice = window.getByRole('complementary', { name: 'Inspector' }).getByRole('combobox');
    if ((await choice.count()) === 0) {
      await window.keyboard.press('Home');
      await window.keyboard.press('ArrowDown');
      continue;
    }
    const took = await choice.first().evaluate(async (element) => {
      const select = element as HTMLSelectElement;
      const shown = () => document.querySelector('.matrix-cell[data-active]')?.textContent;
      const before = shown();
      const wanted = select.value === 'denies' ? 'asserts' : 'denies';
      const begun = performance.now();
      const setter = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
      setter?.call(select, wanted);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      while (shown() === before) {
        if (performance.now() - begun > 5_000) throw new Error('The cell shows no other stance.');
        await new Promise(requestAnimationFrame);
      }
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begun;
    });
    times.push(took);
    await window.waitForTimeout(300);
  }
  if (times.length === 0) throw new Error('No cell with evidence was found.');
  return times;
}

async function measureFloor(width: number, height: number): Promise<readonly number[]> {
  const built = join(folder, 'page');
  await build({
    configFile: false,
    envDir: false,
    mode: 'production',
    logLevel: 'warn',
    root: floorApplication,
    base: './',
    build: { outDir: built, emptyOutDir: true, target: 'chrome130', modulePreload: false },
  });
  const { window: page, close } = await launchVariorum({
    application: floorApplication,
    env: { MATRIX_FLOOR_PAGE: built },
  });
  await page.waitForFunction(() => 'showEmptyGrid' in window);
  await page.evaluate((size) => window.showEmptyGrid(size), {
    rows: claims,
    columns: articles,
    width,
    height,
  });
  await page.locator('.grid .cell').first().waitFor();
  const times = await scrollGrid(page, '.grid');
  await close();
  return times;
}
