// `npm run bench -- anchor [characters] [annotations]`: annotations are carried over to an edited text by the thread of
// the real application, in a page of it; 819,000 characters and 1,000 annotations unless told otherwise. Prints a line of
// JSON for each kind of edit: `ms`, from asking the thread, which has to start, to its answer; `main_block_ms`, the longest
// time meanwhile in which the window's own thread did not answer; `recall` and `precision`, of passages put to the very
// code unit where the edits left them; `recall_near` and `precision_near`, sharing half of their code units with it;
// `precision_unchanged`, of those that the application carries over unasked; then how many fared how. The first line is
// of a tenth of the words changed. `plain_ms`: what the same annotations would cost one by one as web annotators match
// quotes (every place with the fewest edits in the whole text, weighed 50, 20, 20 and 2), measured on some of them here.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makePassage } from '../../app/anchor/passage.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { CarryLook } from '../../app/reanchor/carry-look.ts';
import type { RevisionId } from '../../app/record/ids.ts';
import type { Passage } from '../../app/record/records.ts';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { launchVariorum } from '../support/launch.ts';
import { type EditPlan, editedText } from './anchor/edited-text.ts';
import { markResults } from './anchor/mark-results.ts';
import { matchPlainly } from './anchor/plain-matching.ts';

const length = Number(process.argv[2] ?? 819_000);
const count = Number(process.argv[3] ?? 1_000);
/** How many annotations the plain matching is tried on. */
const sample = 20;
const revisionId = 'revision' as RevisionId;

const untouched = { words: 0, moved: 0, broken: 0, replaced: 0 } as const;
const plans: readonly (readonly [string, EditPlan])[] = [
  ['anchor', { ...untouched, words: 0.1, seed: 5 }],
  ['anchor-30', { ...untouched, words: 0.3, seed: 7 }],
  ['anchor-reordered', { ...untouched, moved: 0.3, seed: 9 }],
  ['anchor-all', { words: 0.1, moved: 0.2, broken: 0.2, replaced: 0.05, seed: 6 }],
];

const folder = await mkdtemp(join(tmpdir(), 'variorum-anchor-'));
try {
  const { window, close } = await launchVariorum({ userDataDir: join(folder, 'data') });
  await window.waitForTimeout(1_000);
  for (const [name, plan] of plans) await measure(window, name, plan);
  await close();
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(window: Page, name: string, plan: EditPlan): Promise<void> {
  const { before, after, passages } = editedText(length, count, plan);
  const sought = passages.map(({ start, end }) =>
    makePassage(before, revisionId, start as TextOffset, end as TextOffset),
  );
  const { ms, blocked, looks } = await askThread(window, before, after, sought);
  const marks = markResults(
    passages,
    looks.map(({ result }) => result),
  );
  const figures = { ms: round(ms), main_block_ms: round(blocked), ...marks };
  const plain = plan.words === 0.1 ? { plain_ms: plainCost(after, sought) } : {};
  console.log(JSON.stringify({ name, n: count, chars: before.length, ...figures, ...plain }));
}

interface Answer {
  readonly ms: number;
  readonly blocked: number;
  readonly looks: readonly CarryLook[];
}

/** Asks the application's own thread, as its session does, from within its page. */
async function askThread(
  window: Page,
  oldText: string,
  text: string,
  passages: readonly Passage[],
): Promise<Answer> {
  const assets = await readdir(inRepository('out', 'renderer', 'assets'));
  const file = assets.find((asset) => /^carry-over-worker.*\.js$/.test(asset));
  if (file === undefined) throw new Error('The built application has no thread for carrying over.');
  return window.evaluate(
    async ({ address, request }) => {
      let last = performance.now();
      let blocked = 0;
      let ended = false;
      // A message to itself comes at once, unless something else holds the thread.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const now = performance.now();
        blocked = Math.max(blocked, now - last);
        last = now;
        if (!ended) channel.port2.postMessage(null);
      };
      channel.port2.postMessage(null);
      await new Promise((resolve) => setTimeout(resolve, 200));
      blocked = 0;
      const begun = performance.now();
      const worker = new Worker(new URL(address, location.href), { type: 'module' });
      const looks = await new Promise<readonly CarryLook[]>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(request);
      });
      const ms = performance.now() - begun;
      ended = true;
      worker.terminate();
      return { ms, blocked, looks };
    },
    {
      address: `./assets/${file}`,
      request: { oldText, target: { revisionId: 'new', text }, passages },
    },
  );
}

function plainCost(text: string, passages: readonly Passage[]): number {
  const step = Math.max(1, Math.floor(passages.length / sample));
  const some = passages.filter((_, index) => index % step === 0);
  const begun = performance.now();
  for (const passage of some) matchPlainly(text, passage);
  return Math.round(((performance.now() - begun) / some.length) * passages.length);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
