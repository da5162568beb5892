// `npm run bench -- project [articles]`: the real application over a large project: 10,000 articles, 100,000 annotations,
// 5,000 claims, 20,000 links. Prints one line of JSON, times in milliseconds: `start_ms`, a cold start until the list has
// items and an article is shown, as `npm run bench -- start` takes it, and `sample_start_ms`, the same with the sample in
// the same run, both medians; `complete_ms`, from the beginning of the page until every record is in memory;
// `switch_p95_ms`, from the key that opens another article to the frame that shows its highlights; `evidence_open_ms`,
// from the key to the frame in which the table of all annotations has rows; `evidence_filter_p95_ms`, from a key typed into
// its filter to the frame that shows what is left; `rss_mb`, what the window's process holds then. At last a tag is put on all
// annotations at once: `batch_tag_ms` from the key to the frame that shows them tagged, `batch_undo_ms` from the key to the
// frame that shows it undone, `batch_saved_ms` from the first of them until the tagging is saved, `batch_frozen_ms` the longest
// time for which the window stood still while it was being saved.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { makeFilledProject, shortArticles } from '../support/filled-project.ts';
import { launchVariorum } from '../support/launch.ts';
import { readyToRead } from './ready-to-read.ts';
import { measureStart } from './start-process.ts';

const articles = Number(process.argv[2] ?? 10_000);
const runs = 5;
const work = { annotationsEach: 10, claims: articles / 2, links: articles * 2 };

const folder = await mkdtemp(join(tmpdir(), 'variorum-project-'));
try {
  const project = join(folder, 'project');
  await makeFilledProject(project, shortArticles(articles), work);
  const data = join(folder, 'data');
  const sampleData = join(folder, 'sample');
  // The first opening fills the database; what is measured is every later one.
  const filling = await launchVariorum({ userDataDir: data, args: ['--project', project] });
  await saved(filling.window);
  await filling.window.waitForTimeout(3_000);
  await filling.close();
  const starts: number[] = [];
  const sampleStarts: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const sample = await measureStart(repositoryRoot, ['--sample'], readyToRead, sampleData);
    const args = ['--project', project];
    const start = await measureStart(repositoryRoot, args, readyToRead, data);
    if (run < 0) continue;
    sampleStarts.push(sample);
    starts.push(start);
  }
  const launched = await launchVariorum({ userDataDir: data, args: ['--project', project] });
  const { app, window, close } = launched;
  const result = {
    name: 'project',
    articles,
    annotations: articles * work.annotationsEach,
    claims: work.claims,
    links: work.links,
    start_ms: round(median(starts)),
    sample_start_ms: round(median(sampleStarts)),
    ratio: Math.round((median(starts) / median(sampleStarts)) * 100) / 100,
    complete_ms: round(await whenComplete(window, articles * work.annotationsEach)),
    ...(await measure(window)),
    rss_mb: await memoryOfWindow(app),
    ...(await tagAll(window)),
  };
  // The last snapshot of so many changes may take longer than closing is waited for.
  await close().catch(() => undefined);
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function saved(window: Page): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 300_000 });
}

/** The status line counts what is in memory. */
function whenComplete(window: Page, annotations: number): Promise<number> {
  return window.evaluate(
    async (text) => {
      const status = () => document.querySelector('[aria-label="Status"]')?.textContent ?? '';
      while (!status().includes(text)) await new Promise(requestAnimationFrame);
      return performance.now();
    },
    `${annotations.toLocaleString('en-GB')} annotations`,
  );
}

async function measure(window: Page) {
  await window.waitForTimeout(3_000);
  const switches: number[] = [];
  await window.getByRole('document').first().focus();
  for (let count = 0; count < 40; count += 1) switches.push(await openNext(window));
  const evidence = await openEvidence(window);
  const keys: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const text of ['t', 'th', 'the', '', 'a', 'an', 'and', 'and t', '']) {
      keys.push(await typeIntoFilter(window, text));
    }
  }
  return {
    switch_p95_ms: round(percentile(switches)),
    switch_median_ms: round(median(switches)),
    evidence_open_ms: round(evidence),
    evidence_filter_p95_ms: round(percentile(keys)),
    evidence_filter_median_ms: round(median(keys)),
  };
}

/** A new tag gets the next free key from one annotation; that key then puts it on all others. */
async function tagAll(window: Page) {
  const status = window.getByRole('region', { name: 'Status' });
  const press = (key: string) => window.keyboard.press(key);
  await window.getByRole('main').getByRole('searchbox').first().press('ArrowDown');
  await press('t');
  await window.getByRole('dialog').waitFor();
  await window.keyboard.type('fresh');
  await press('Enter');
  await status.getByText('Tagged 1 annotation').waitFor();
  await press('Control+a');
  await window.waitForTimeout(1_000);
  const tagged = await actUntilSaved(
    window,
    { key: '5', ctrlKey: false },
    `Tagged ${annotationsBut(1)}`,
  );
  const undone = await actUntilSaved(window, { key: 'z', ctrlKey: true }, 'Undid: Tag');
  return {
    batch_tag_ms: round(tagged.shown),
    batch_saved_ms: round(tagged.saved),
    batch_frozen_ms: round(tagged.frozen),
    batch_undo_ms: round(undone.shown),
  };
}

function annotationsBut(count: number): string {
  return (articles * work.annotationsEach - count).toLocaleString('en-GB');
}

function actUntilSaved(
  window: Page,
  key: { readonly key: string; readonly ctrlKey: boolean },
  said: string,
) {
  return window.evaluate(
    async ([key, said]) => {
      const status = document.querySelector('[aria-label="Status"]');
      const isSaved = () =>
        [...(status?.querySelectorAll('*') ?? [])].some(
          ({ textContent }) => textContent === 'Saved',
        );
      const begun = performance.now();
      const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      while (status?.textContent?.includes(said) !== true) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const shown = performance.now() - begun;
      let frozen = 0;
      for (let last = performance.now(); !isSaved(); ) {
        await new Promise((done) => setTimeout(done, 10));
        frozen = Math.max(frozen, performance.now() - last);
        last = performance.now();
      }
      return { shown, frozen, saved: performance.now() - begun };
    },
    [key, said] as const,
  );
}

/** Opens the next article with its key, from the one that is read. */
function openNext(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const reader = () => document.querySelector('[role="document"]');
    const before = reader();
    before?.dispatchEvent(
      new KeyboardEvent('keydown', { key: '}', bubbles: true, cancelable: true }),
    );
    const begun = performance.now();
    while (reader() === before || document.querySelector('[data-annotations]') === null) {
      await new Promise(requestAnimationFrame);
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const took = performance.now() - begun;
    (reader() as HTMLElement | null)?.focus();
    return took;
  });
}

function openEvidence(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const begun = performance.now();
    const held = { ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '5', ...held }));
    const rows = () => document.querySelectorAll('main [role="row"]').length;
    while (rows() < 5) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
}

function typeIntoFilter(window: Page, text: string): Promise<number> {
  return window
    .getByRole('main')
    .getByRole('searchbox')
    .first()
    .evaluate(async (element, value) => {
      const input = element as HTMLInputElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await new Promise(requestAnimationFrame);
      const begun = performance.now();
      const shown = () => document.querySelector('main')?.textContent ?? '';
      const before = shown();
      set?.call(input, value);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (shown() === before && performance.now() - begun < 1_000) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
      return performance.now() - begun;
    }, text);
}

/** In megabytes, of the process that draws the window. */
async function memoryOfWindow(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_000);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share = 0.95): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
