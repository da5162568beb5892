// `npm run bench -- history [entries]`: the real application over a journal of 100,000 entries, of which the first makes
// 20,000 records. Prints one line of JSON, times in milliseconds: `open_ms`, from the key to the frame in which the newest
// changes have rows; `complete_ms`, from the same key until the whole journal was looked through; `record_ms`, from a click
// to the rows of one record's history; `filter_ms`, from typing words to the rows that have them; `plan_ms`, from the button
// to what restoring to the second entry would do, and `restore_ms`, from the next button until it is on disk; `turn_p99_ms`
// and `turn_max_ms`, how long main's event loop took at most for a turn meanwhile; `rss_mb`, main's process at the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Maker, systemMaker } from '../../app/base/maker.ts';
import type { Change } from '../../app/record/change.ts';
import { newChange } from '../../app/record/new-change.ts';
import { newRecord, nextRecord } from '../../app/record/record-factory.ts';
import type { SavedSearchRecord } from '../../app/record/records.ts';
import { emptyBase, Journal } from '../../main/services/journal/journal.ts';
import { firstChange } from '../../main/services/project/first-change.ts';
import { makeProjectFolder } from '../../main/services/project/project-file.ts';
import { projectPaths } from '../../main/services/project/project-paths.ts';
import { launchVariorum } from '../support/launch.ts';

const entries = Number(process.argv[2] ?? 100_000);
const records = 20_000;
const together = 500;

const folder = await mkdtemp(join(tmpdir(), 'variorum-history-'));
try {
  const project = join(folder, 'project');
  await makeProject(project, systemMaker('Ada'));
  const launched = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: ['--project', project],
  });
  const { app, window, close } = launched;
  await window.getByRole('region', { name: 'Status' }).getByText('Saved', { exact: true }).waitFor({
    timeout: 600_000,
  });
  await app.evaluate(async () => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    Object.assign(globalThis, { turns: delay });
  });
  const result = { name: 'history', entries, records, ...(await measure(window)) };
  const main = await app.evaluate(() => {
    const { turns } = globalThis as unknown as {
      turns: { percentile(of: number): number; max: number };
    };
    const rss = process.memoryUsage.rss();
    return { p99: turns.percentile(99) / 1e6, max: turns.max / 1e6, rss: rss / 2 ** 20 };
  });
  await close();
  console.log(
    JSON.stringify({
      ...result,
      turn_p99_ms: round(main.p99),
      turn_max_ms: round(main.max),
      rss_mb: round(main.rss),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Saved searches that are renamed one by one: what the journal does with them is what is measured. */
async function makeProject(root: string, maker: Maker): Promise<void> {
  const paths = projectPaths(root);
  await makeProjectFolder(paths, maker);
  const journal = await Journal.open({
    folder: paths.journal,
    base: emptyBase,
    readOnly: false,
    onEntry: () => undefined,
  });
  const append = async (changes: readonly Change[]): Promise<void> => {
    const results = await Promise.all(changes.map((change) => journal.append(change)));
    for (const result of results) if (!result.ok) throw new Error(result.error.message);
  };
  const made = Array.from({ length: records }, (_, index) =>
    newRecord(maker, 'savedSearch', { name: `Search ${index}`, query: `word${index}` }),
  );
  await append([
    firstChange(maker, 'History'),
    newChange(maker, 'Save many searches', { added: made, updated: [], removed: [] }),
  ]);
  const present: SavedSearchRecord[] = [...made];
  for (let written = 2; written < entries; written += together) {
    const changes = Array.from({ length: Math.min(together, entries - written) }, (_, index) => {
      const which = (written + index) % records;
      const before = present[which] as SavedSearchRecord;
      const after = nextRecord(maker, before, { name: `Search ${which}, ${written + index}` });
      present[which] = after;
      const diff = { added: [], updated: [[before, after] as const], removed: [] };
      return newChange(maker, `Rename search “${before.name}”`, diff);
    });
    await append(changes);
    await journal.startSegment();
  }
  await journal.close();
}

async function measure(window: Page): Promise<Record<string, number>> {
  const grid = window.getByRole('grid', { name: 'Changes' });
  const since = async (begun: number): Promise<number> => {
    return round((await window.evaluate(() => performance.now())) - begun);
  };
  const now = (): Promise<number> => window.evaluate(() => performance.now());
  const times: Record<string, number> = {};
  let begun = await now();
  await window.keyboard.press('Control+6');
  await grid
    .getByRole('row', { name: /Rename search/ })
    .first()
    .waitFor();
  times.open_ms = await since(begun);
  await window.getByText(`${entries.toLocaleString('en-GB')} changes`, { exact: true }).waitFor({
    timeout: 300_000,
  });
  times.complete_ms = await since(begun);
  const inspector = window.getByRole('complementary', { name: 'Inspector' });
  const ofRecord = inspector.getByRole('button', { name: /^Its history/ });
  await ofRecord.waitFor();
  begun = await now();
  await ofRecord.click();
  await window.getByRole('button', { name: /^Only saved search/ }).waitFor();
  await window.getByText(/^[0-9]{1,2} changes$/).waitFor();
  times.record_ms = await since(begun);
  await window.getByRole('button', { name: 'Show all', exact: true }).click();
  begun = await now();
  await window
    .getByRole('searchbox', { name: 'Words in the name of the change' })
    .fill('save many');
  await window.getByText('1 change', { exact: true }).waitFor();
  times.filter_ms = await since(begun);
  await grid.getByRole('row', { name: /Save many/ }).click();
  begun = await now();
  await inspector.getByRole('button', { name: 'Restore the project to here…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Restore the project' });
  await dialog.getByRole('row', { name: /saved searches/ }).waitFor({ timeout: 300_000 });
  times.plan_ms = await since(begun);
  begun = await now();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await window
    .getByRole('region', { name: 'Status' })
    .getByText(`Journal ${entries + 1}`, { exact: true })
    .waitFor({ timeout: 300_000 });
  times.restore_ms = await since(begun);
  return times;
}

function round(value: number): number {
  return Math.round(value);
}
