// `npm run bench -- comparing [words] [passages]`: four texts of 28,000 words side by side in the real application that share
// some 370 sentences each, so that there are more than 2,200 pairs. Prints one line of JSON, times in milliseconds:
// `found_ms`, from the choice of the comparison to its pairs; `scroll_p95_ms`, from frame to frame while the first pane is
// scrolled half a view a frame and the others go along, with `scroll_median_ms`; `wheel_p95_ms`, the same with 120 pixels a
// frame; each with its floor (`floor_…`), the same panes scrolled in the same run without any pair; `script_ms`, what the
// page's JavaScript took of a frame of 120 pixels, on average, and `floor_script_ms`; `step_p95_ms`, from the key for the
// next pair to the frame that shows it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { compareByKeys } from '../support/comparing.ts';
import { makeFilledProject } from '../support/filled-project.ts';
import { launchVariorum } from '../support/launch.ts';
import type { GeneratedArticle } from './corpus/generate-corpus.ts';
import { Random } from './corpus/random.ts';
import { Vocabulary } from './corpus/vocabulary.ts';
import { median, percentile, round, spent } from './reader/figures.ts';

const words = Number(process.argv[2] ?? 28_000);
const passages = Number(process.argv[3] ?? 372);
const texts = 4;
const paragraphWords = 70;

const folder = await mkdtemp(join(tmpdir(), 'variorum-comparing-'));
try {
  const project = join(folder, 'project');
  await makeFilledProject(project, relatedTexts());
  const args = ['--project', project];
  const { window, close } = await launchVariorum({ userDataDir: join(folder, 'data'), args });
  await window.setViewportSize({ width: 1600, height: 950 });
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
  await window.waitForTimeout(2_000);
  const begun = performance.now();
  await compareByKeys(
    window,
    Array.from({ length: texts }, (_, index) => new RegExp(`^Account ${index + 1}`)),
  );
  const counted = window.locator('.compare-count', { hasText: /^[\d,]+ pairs$/ });
  await counted.waitFor({ timeout: 120_000 });
  const found = performance.now() - begun;
  const pairs = Number(((await counted.textContent()) ?? '').replace(/\D/g, ''));
  await window.waitForTimeout(1_000);

  // The texts get their true heights while they are scrolled for the first time: once for each before anything is measured.
  await show(window, 'Links');
  await scroll(window, 'half');
  const floor = await measure(window);
  await show(window, 'All');
  await scroll(window, 'half');
  const ours = await measure(window);
  const steps = await stepPairs(window);
  await close();
  console.log(
    JSON.stringify({
      name: 'comparing',
      texts,
      words,
      pairs,
      found_ms: round(found),
      scroll_p95_ms: round(percentile(ours.half)),
      floor_scroll_p95_ms: round(percentile(floor.half)),
      scroll_median_ms: round(median(ours.half)),
      floor_scroll_median_ms: round(median(floor.half)),
      wheel_p95_ms: round(percentile(ours.wheel)),
      floor_wheel_p95_ms: round(percentile(floor.wheel)),
      script_ms: round(ours.script),
      floor_script_ms: round(floor.script),
      step_p95_ms: round(percentile(steps)),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Texts of chance words; each shared sentence stands in all of them, about as far from the beginning. */
function* relatedTexts(): Generator<GeneratedArticle, void, void> {
  const vocabulary = new Vocabulary(20_000, 3);
  const drawn = (random: Random, count: number): string =>
    `${Array.from({ length: count }, () => vocabulary.draw(random)).join(' ')}.`;
  const shared = new Random(28);
  const sentences = Array.from({ length: passages }, () => drawn(shared, 14));
  const count = Math.round(words / paragraphWords);
  for (let index = 0; index < texts; index += 1) {
    const random = new Random(100 + index);
    const paragraphs = Array.from({ length: count }, () => [
      drawn(random, paragraphWords - Math.round((14 * passages) / count)),
    ]);
    for (const [at, sentence] of sentences.entries()) {
      const place = Math.round((at / passages) * (count - 8)) + random.below(8);
      paragraphs[place]?.push(sentence);
    }
    yield {
      index,
      fileName: `account-${index + 1}.txt`,
      format: 'text',
      title: `Account ${index + 1}`,
      outlet: `Outlet ${index + 1}`,
      byline: 'Ana Lindqvist',
      published: `2031-05-0${index + 1}`,
      paragraphs: paragraphs.map((parts) => parts.join(' ')),
      copyOf: null,
    };
  }
}

async function show(window: Page, kinds: 'All' | 'Links'): Promise<void> {
  await window
    .getByRole('radiogroup', { name: 'Show pairs' })
    .getByRole('radio', { name: kinds, exact: true })
    .click({ force: true });
  await window.waitForTimeout(500);
}

async function measure(window: Page) {
  const protocol = await window.context().newCDPSession(window);
  await protocol.send('Performance.enable');
  const half = await scroll(window, 'half');
  const before = await spent(protocol);
  const wheel = await scroll(window, 'wheel');
  const after = await spent(protocol);
  await protocol.detach();
  return { half, wheel, script: (after.script - before.script) / wheel.length };
}

/** The first pane from its top, half a view or 120 pixels a frame; the time from each frame to the next. */
function scroll(window: Page, way: 'half' | 'wheel'): Promise<number[]> {
  return window
    .locator('.compare-slot .reader')
    .first()
    .evaluate(async (scroller, half) => {
      const times: number[] = [];
      scroller.scrollTop = 0;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let before = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < 150; frame += 1) {
        scroller.scrollTop += half ? scroller.clientHeight / 2 : 120;
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      return times;
    }, way === 'half');
}

/** To the next pair by its key, again and again. */
function stepPairs(window: Page): Promise<number[]> {
  return window.evaluate(async () => {
    const times: number[] = [];
    for (let press = 0; press < 40; press += 1) {
      const begun = performance.now();
      const key = { key: 'F7', code: 'F7', bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - begun);
    }
    return times;
  });
}
