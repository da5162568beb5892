// `npm run bench -- reader [runs]`: articles of 102,000, 412,000 and 819,000 characters with 1,000, 5,000 and 10,000 highlights of
// twelve tags in the real application, and beside it, in a page of the same Electron, the least that a browser needs for
// them (the same text as plain elements, twelve named CSS highlights of static ranges) and @recogito/text-annotator 4.1.1
// (its CSS highlights) over the same elements. Prints one line of JSON for each size, medians in milliseconds:
// `open_ms`, from Enter in the Library until the highlights in view are painted, and `settled_ms`, until nothing is drawn any
// more and the page answers at once; `floor_ms`, `recogito_ms`, from the data to the picture; `add_ms`, from the key h until
// one more highlight is painted, `add_js_ms`, the page's JavaScript of it by Chromium's own count (ScriptDuration), and
// `floor_add_ms`, one more range; `scroll_p95_ms`, `floor_scroll_p95_ms`, from frame to frame; `overlap400_key_ms`, script,
// styles and layout of one arrow key in a paragraph with 400 overlapping highlights; `saved_ms`, from the key to "Saved",
// `floor_saved_ms`, one strict put and one synced line through IPC, side by side; `heap_mb`, the application's page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchVariorum } from '../support/launch.ts';
import { makeAnnotatedProject } from './reader/annotated-project.ts';
import { type AnnotatedText, longText, stackedText } from './reader/annotated-text.ts';
import {
  addSome,
  keysInStack,
  type Opening,
  openArticle,
  scriptOfAdding,
} from './reader/app-reading.ts';
import { heapOf, median, percentile, round, scrollThrough } from './reader/figures.ts';
import { launchFloor } from './reader/floor-window.ts';
import type {} from './reader-floor/page.ts';

const sizes = [
  [102_000, 1_000],
  [412_000, 5_000],
  [819_000, 10_000],
] as const;
const runs = Number(process.argv[2] ?? 5);
/** So often one more highlight is made, and as often the floor makes and saves one: medians. */
const additions = 41;
const short = stackedText(3);
const stack = stackedText(400);

const folder = await mkdtemp(join(tmpdir(), 'variorum-reader-'));
try {
  const floor = await launchFloor(folder);
  for (const [characters, count] of sizes) {
    const text = longText(characters, count);
    const box = { width: 0, height: 0 };
    const ours = await measureApplication(text, box);
    const theirs = await measureFloor(floor.window, text, box);
    const { chars, n } = { chars: text.paragraphs.join('\n').length, n: count };
    console.log(JSON.stringify({ name: 'reader', chars, n, ...inOrder({ ...ours, ...theirs }) }));
  }
  await floor.close();
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measureApplication(text: AnnotatedText, box: { width: number; height: number }) {
  const size = String(text.ranges.length);
  const project = join(folder, size);
  await makeAnnotatedProject(project, [short, text, stack]);
  const launch = () =>
    launchVariorum({ userDataDir: join(folder, `data-${size}`), args: ['--project', project] });
  // The first opening fills the database; what is measured is every later one.
  const first = await launch();
  await saved(first.window);
  await first.window.waitForTimeout(3_000);
  await first.close();
  const openings: Opening[] = [];
  for (let run = 1; run < runs; run += 1) {
    const { window, close } = await launch();
    await ready(window);
    const protocol = await window.context().newCDPSession(window);
    openings.push(await openArticle(window, protocol, text.title));
    await close();
  }
  const { window, close } = await launch();
  await ready(window);
  const protocol = await window.context().newCDPSession(window);
  openings.push(await openArticle(window, protocol, text.title));
  const place = await window.locator('.reader').last().boundingBox();
  Object.assign(box, { width: place?.width, height: place?.height });
  const added = await addSome(window, additions);
  const script = await scriptOfAdding(window, protocol, 7);
  const frames = await scrollThrough(window);
  const heap = await heapOf(protocol);
  await openArticle(window, protocol, stack.title);
  const key = await keysInStack(window, protocol);
  await close();
  return {
    open_ms: median(openings.map(({ open }) => open)),
    settled_ms: median(openings.map(({ settled }) => settled)),
    add_ms: added.add,
    add_js_ms: script,
    scroll_p95_ms: percentile(frames),
    overlap400_key_ms: key,
    saved_ms: added.saved,
    heap_mb: heap,
  };
}

async function measureFloor(
  window: Page,
  text: AnnotatedText,
  box: { readonly width: number; readonly height: number },
) {
  const opens: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    opens.push(
      await window.evaluate(
        ([given, { width, height }]) => globalThis.window.floor.open(given, width, height),
        [text, box] as const,
      ),
    );
  }
  const adds: number[] = [];
  for (let index = 0; index < additions; index += 1) {
    adds.push(
      await window.evaluate(
        (at) => globalThis.window.floor.add(60 + at * 90, 70 + at * 90, at % 12),
        index,
      ),
    );
  }
  const frames = await scrollThrough(window);
  const saves: number[] = [];
  for (let index = 0; index < additions; index += 1) {
    saves.push(
      await window.evaluate((at) => globalThis.window.floor.save({ id: `record ${at}` }), index),
    );
    await window.waitForTimeout(20);
  }
  // Once: at the largest size it takes seconds.
  const recogito = await window.evaluate(
    (given) => globalThis.window.floor.openRecogito(given),
    text,
  );
  return {
    floor_ms: median(opens),
    recogito_ms: recogito,
    floor_add_ms: median(adds),
    floor_scroll_p95_ms: percentile(frames),
    floor_saved_ms: median(saves),
  };
}

async function ready(window: Page): Promise<void> {
  await saved(window);
  // What opening a project does in the background is not what is measured.
  await window.waitForTimeout(2_500);
}

async function saved(window: Page): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
}

type Figures = Awaited<ReturnType<typeof measureApplication>> &
  Awaited<ReturnType<typeof measureFloor>>;

/** What belongs together beside each other, to a tenth. */
function inOrder(figures: Figures): Record<string, number> {
  const order = [
    'open_ms',
    'settled_ms',
    'floor_ms',
    'recogito_ms',
    'add_ms',
    'add_js_ms',
    'floor_add_ms',
    'scroll_p95_ms',
    'floor_scroll_p95_ms',
    'overlap400_key_ms',
    'saved_ms',
    'floor_saved_ms',
    'heap_mb',
  ] as const;
  return Object.fromEntries(order.map((name) => [name, round(figures[name])]));
}
