import { describe, expect, test } from 'vitest';
import type { ImportItem } from '../../../app/host/job.ts';
import { importSummary } from '../../../renderer/session/corpus/import.ts';
import {
  keepJob,
  leftUndone,
  percentDone,
  progressWords,
} from '../../../renderer/session/corpus/jobs.ts';
import { corpusWindow, noCounts, runningJob } from './corpus-window.ts';

function statusText(): string {
  return document.querySelector('.status-line')?.textContent ?? '';
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (found === undefined) throw new Error(`There is no button “${name}”.`);
  return found;
}

function dialogText(): string {
  return document.querySelector('[role="dialog"]')?.textContent ?? '';
}

describe('jobs', () => {
  test('say how far they are, by bytes where these are known', () => {
    const job = runningJob({
      ...{ done: 1_204, total: 10_000, doneBytes: 12_400_000, totalBytes: 61_000_000 },
      ...{ bytesPerSecond: 3_100_000, remaining: 130_000 },
    });
    expect(progressWords(job)).toBe(
      '1,204 of 10,000 files · 12.4 of 61.0 MB · 3.1 MB a second · about 2 minutes left',
    );
    expect(percentDone(job)).toBe(20);
    expect(percentDone(runningJob({ done: 1, total: 4, totalBytes: 0 }))).toBe(25);
    expect(percentDone(runningJob({ total: 0, totalBytes: 0 }))).toBe(0);
    expect(progressWords({ ...job, state: 'paused' })).toBe(
      '1,204 of 10,000 files · 12.4 of 61.0 MB',
    );
    expect(progressWords(runningJob({ total: 1, totalBytes: 0 }))).toBe('1 of 1 file');
  });

  test('tell nothing of files before they are found, and of time left only when some work is done', () => {
    expect(progressWords(runningJob({ done: 0, total: 0, totalBytes: 0 }))).toBe(
      'looking for files',
    );
    const begun = { done: 1, total: 100, doneBytes: 100, totalBytes: 10_000 };
    const timed = { bytesPerSecond: 50, remaining: 1_980_000 };
    expect(progressWords(runningJob({ ...begun, ...timed }))).not.toContain('left');
    expect(progressWords(runningJob({ ...begun, ...timed, doneBytes: 200 }))).toContain('left');
  });

  test('that were cancelled say how many files were not read', () => {
    const half = runningJob({ done: 681, total: 2_000 });
    expect(leftUndone({ ...half, state: 'cancelled' })).toBe('1,319 of 2,000 files were not read.');
    expect(leftUndone(half)).toBeNull();
    expect(leftUndone({ ...half, done: 2_000, state: 'finished' })).toBeNull();
  });

  test('the one that ended last is the last of those that are over', async () => {
    const { session } = await corpusWindow();
    const job = (id: string, state: 'running' | 'finished') => ({ ...runningJob({}), id, state });
    for (const one of [job('long', 'running'), job('short', 'running')]) keepJob(session, one);
    keepJob(session, job('short', 'finished'));
    keepJob(session, job('long', 'finished'));
    expect(session.get().jobs.map(({ id }) => id)).toEqual(['short', 'long']);
  });

  test('end in a sentence that counts what came of them', () => {
    const said = (counts: Partial<typeof noCounts | Record<string, number>>, kind = 'import') =>
      importSummary(runningJob({ kind: kind as 'import', counts: { ...noCounts, ...counts } }));
    expect(said({ added: 1 })).toBe('1 article added.');
    expect(said({ added: 1_200, known: 2, refused: 3 })).toBe(
      '1,200 articles added, 2 known already, not added again, 3 refused.',
    );
    expect(said({ revised: 1 })).toBe('1 article with a new revision.');
    const item = { fileName: 'a.txt', outcome: 'revised', title: 'Seven dead' } as const;
    const revised = { counts: { ...noCounts, revised: 1 }, items: [item] };
    expect(importSummary(runningJob(revised))).toBe(
      '1 article with a new revision. Revised: “Seven dead”.',
    );
    expect(said({ asks: 1 })).toBe('0 articles added, 1 waits for its columns.');
    expect(said({})).toBe('0 articles added.');
    expect(said({}, 'rescan')).toBe('Nothing new in the watched folders.');
  });

  test('show a bar with its words, and can be paused, resumed and cancelled', async () => {
    const { tell, called } = await corpusWindow();
    tell({});
    await expect.poll(statusText).toContain('1 of 4 files');
    const bar = document.querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('25');
    expect(bar?.getAttribute('aria-valuetext')).toContain('1 of 4 files');
    expect(bar?.getAttribute('aria-label')).toBe('Importing 4 files');
    button('Pause').click();
    tell({ state: 'paused', message: 'The disk is full. Free some space, then resume.' });
    await expect.poll(statusText).toContain('The disk is full.');
    button('Resume').click();
    tell({ id: 'job-2', title: 'Importing what was pasted' });
    await expect.poll(statusText).toContain('1 more job');
    button('Cancel').click();
    expect(called).toEqual(['pauseJob job-1', 'resumeJob job-1', 'cancelJob job-2']);
  });

  test('that an earlier run left are there after opening, and what is told since counts', async () => {
    const left = runningJob({ state: 'paused', message: 'The program ended meanwhile.' });
    const { session, tell } = await corpusWindow([left]);
    await expect.poll(() => session.get().jobs.length).toBe(1);
    await expect.poll(statusText).toContain('Importing 4 files, paused');
    tell({ state: 'running', done: 2 });
    await expect.poll(statusText).toContain('2 of 4 files');
    expect(session.get().jobs).toHaveLength(1);
  });

  test('keep every job that is under way, and the last twenty that ended', async () => {
    const { session, tell } = await corpusWindow();
    tell({ id: 'waiting', state: 'paused' });
    for (let index = 0; index < 30; index += 1) {
      tell({ id: `ended-${index}`, state: 'finished', counts: { ...noCounts, added: 1 } });
    }
    const ids = session.get().jobs.map(({ id }) => id);
    expect(ids[0]).toBe('waiting');
    expect(ids).toHaveLength(21);
    expect(ids.at(-1)).toBe('ended-29');
    expect(ids[1]).toBe('ended-10');
  });
});

describe('the report of a job', () => {
  const items: readonly ImportItem[] = Array.from({ length: 2_500 }, (_, index) => ({
    fileName: `file-${index}.txt`,
    outcome: index === 2_400 ? ('refused' as const) : ('added' as const),
    ...(index === 2_400 ? { reason: 'The file is encrypted.' } : { title: `Title ${index}` }),
  }));
  const counts = { ...noCounts, added: 2_499, refused: 1 };

  test('opens by itself when something was refused, reads all pages, and draws only what is in sight', async () => {
    const { session, tell, reports } = await corpusWindow();
    reports.set('job-1', items);
    tell({ state: 'finished', counts, itemCount: 2_500, items: items.slice(2_400, 2_401) });
    await expect.poll(dialogText).toContain('2,499 articles added, 1 refused.');
    await expect.poll(dialogText).toContain('Added (2,499)');
    await expect.poll(dialogText).toContain('The file is encrypted.');
    expect(document.querySelectorAll('[role="dialog"] li').length).toBeLessThan(60);
    button('Refused (1)').click();
    await expect.poll(dialogText).not.toContain('file-0.txt');
    expect(dialogText()).toContain('file-2400.txt');
    session.closeDialog();
  });

  test('opens by itself when a table was read in part, and offers to choose its columns', async () => {
    const { session, tell, reports } = await corpusWindow();
    const row = { fileName: 'rows.csv', outcome: 'added', format: 'csv' } as const;
    const told = [
      {
        ...row,
        part: 'row 1',
        title: 'One',
        reason: 'Column “x” was left out.',
        tableId: 'job-1/0',
      },
      { ...row, part: 'row 2', title: 'Two', reason: 'Column “x” was left out.' },
    ];
    reports.set('job-1', told);
    tell({ state: 'finished', counts: { ...noCounts, added: 2 }, itemCount: 2, items: told });
    await expect.poll(dialogText).toContain('Column “x” was left out.');
    expect(document.querySelectorAll('[aria-label="Choose columns of rows.csv"]')).toHaveLength(1);
    button('Choose columns of rows.csv').click();
    expect(session.get().dialog).toEqual({ kind: 'table', tableId: 'job-1/0' });
    session.closeDialog();
  });

  test('that is gone shows what the job tells, and says so', async () => {
    const { session, tell } = await corpusWindow();
    tell({ state: 'finished', counts, itemCount: 2_500, items: items.slice(2_400, 2_401) });
    await expect.poll(dialogText).toContain('The whole report can’t be shown: The report is gone.');
    expect(dialogText()).toContain('file-2400.txt');
    session.closeDialog();
  });

  test('of folders that were looked through by themselves opens nothing and says nothing of nothing', async () => {
    const { session, tell } = await corpusWindow();
    const before = session.get().message.count;
    tell({ kind: 'rescan', state: 'finished' });
    expect(session.get().message.count).toBe(before);
    tell({ id: 'b', kind: 'rescan', state: 'finished', counts: { ...noCounts, refused: 1 } });
    expect(session.get().message.text).toBe('1 refused.');
    expect(session.get().dialog).toBeNull();
  });
});
