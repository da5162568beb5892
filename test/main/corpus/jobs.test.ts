import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { failure } from '../../../app/base/result.ts';
import type { JobState } from '../../../app/host/job.ts';
import { jobStateSchema } from '../../../app/schema/host-value-schemas.ts';
import type { Ingest } from '../../../main/services/corpus/ingest.ts';
import { ingestHere } from '../../../main/services/corpus/ingest-here.ts';
import { windowHost } from '../support/host-fixture.ts';
import { corpusOf, importing } from '../support/importing.ts';

const story = (name: string) => `Story ${name}\n\nIt was ${name} who saw the ferry first.\n`;

/** Reading that does something before a file of a name is read for the first time. */
function before(name: string, act: () => unknown): Ingest {
  let hasActed = false;
  return {
    ...ingestHere,
    read: async (request, onMessage, signal) => {
      if (request.name === name && !hasActed) {
        hasActed = true;
        await act();
      }
      return ingestHere.read(request, onMessage, signal);
    },
  };
}

async function writeMany(write: (name: string, content: string) => Promise<string>, count: number) {
  for (let number = 1; number <= count; number += 1) {
    await write(`${number}.txt`, story(`number ${number}`));
  }
}

test('a job that is paused stands still, is listed, and goes on after the last file that was done', async () => {
  const project = await importing({ ingest: before('290.txt', () => pause()) });
  const { host, window, source, run, write } = project;
  const pause = () => host.pauseJob({ id: window.of('job').at(-1)?.id ?? '' });
  await writeMany(write, 300);
  const paused = await run(source);
  expect(paused).toMatchObject({ state: 'paused', total: 300 });
  expect(paused.message).toBeUndefined();
  expect(paused.done).toBeGreaterThan(0);
  expect(paused.done).toBeLessThan(300);
  expect(paused.doneBytes).toBeLessThan(paused.totalBytes);
  expect(await corpusOf(host)).toHaveLength(paused.counts.added);
  expect((await host.listJobs()).map(({ state }) => state)).toEqual(['paused']);
  const ended = window.jobEnds();
  await host.resumeJob({ id: paused.id });
  expect(await ended).toMatchObject({
    state: 'finished',
    done: 300,
    total: 300,
    counts: { added: 300, known: 0 },
    itemCount: 300,
  });
  expect(await corpusOf(host)).toHaveLength(300);
}, 60_000);

test('a paused job can be cancelled, and others run meanwhile', async () => {
  const project = await importing({ ingest: before('3.txt', () => pause()) });
  const { host, window, source, run, write, parent } = project;
  const pause = () => host.pauseJob({ id: window.of('job').at(-1)?.id ?? '' });
  await writeMany(write, 30);
  const paused = await run(source);
  const other = join(parent, 'other.txt');
  await writeFile(other, story('other'));
  expect((await run(other)).state).toBe('finished');
  await host.cancelJob({ id: paused.id });
  expect((await host.listJobs()).map(({ state }) => state)).toEqual(['cancelled', 'finished']);
  await host.resumeJob({ id: paused.id });
  expect((await host.listJobs())[0]?.state).toBe('cancelled');
});

test('R6: what closing interrupts is listed as paused with its reason and is resumed without importing twice', async () => {
  const project = await importing({ ingest: before('290.txt', () => void close()) });
  const { host, context, folder, source, run, write } = project;
  let closed: Promise<void> = Promise.resolve();
  const close = () => {
    closed = host.dispose();
  };
  await writeMany(write, 300);
  const interrupted = await run(source);
  expect(interrupted.state).toBe('paused');
  expect(interrupted.done).toBeGreaterThan(0);
  await closed;
  const again = windowHost({ ...context, ingest: ingestHere });
  await again.host.openProjectAt(folder);
  const [listed] = await again.host.listJobs();
  expect(listed).toMatchObject({ id: interrupted.id, state: 'paused', done: interrupted.done });
  expect(listed?.message).toContain('closed before it was done');
  const ended = again.window.jobEnds();
  await again.host.resumeJob({ id: interrupted.id });
  expect(await ended).toMatchObject({ state: 'finished', counts: { added: 300, known: 0 } });
  expect(await corpusOf(again.host)).toHaveLength(300);
}, 60_000);

test('what a cancelled import read ahead leaves no copies behind that would be taken for new files', async () => {
  const project = await importing({ ingest: before('20.txt', () => cancel()) });
  const { folder, host, window, source, run, write } = project;
  const cancel = () => host.cancelJob({ id: window.of('job').at(-1)?.id ?? '' });
  await writeMany(write, 150);
  const job = await run(source);
  expect(job.state).toBe('cancelled');
  const corpus = await corpusOf(host);
  expect(corpus.length).toBeLessThan(150);
  const copies = corpus.flatMap(({ article }) => article.origins.map(({ fileName }) => fileName));
  expect((await readdir(join(folder, 'articles'))).sort()).toEqual(copies.sort());
});

test('R6: a job that the program did not live to end is paused, whatever its file says', async () => {
  const { host, context, folder, source, run, write } = await importing();
  await writeMany(write, 5);
  const { id } = await run(source);
  await host.dispose();
  const path = join(folder, '.variorum', 'jobs', `${id}.json`);
  const job = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...job, state: { ...job.state, state: 'running' } }));
  // The report was cut in the middle of a line, and its end is lost.
  const report = `${path}l`;
  const lines = (await readFile(report, 'utf8')).split('\n');
  await writeFile(report, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 20)}`);
  const again = windowHost(context);
  await again.host.openProjectAt(folder);
  expect(await again.host.listJobs()).toMatchObject([{ state: 'paused', itemCount: 2 }]);
  const ended = again.window.jobEnds();
  await again.host.resumeJob({ id });
  expect(await ended).toMatchObject({ state: 'finished', counts: { added: 2, known: 3 } });
  expect(await corpusOf(again.host)).toHaveLength(5);
});

test('a full disk pauses a job with its reason; what was done stays, and it goes on', async () => {
  let isFull = false;
  const full = failure('disk', 'The disk is full. Free some space, then try again.');
  const ingest: Ingest = {
    ...ingestHere,
    sync: async (paths) => (isFull ? full : ingestHere.sync(paths)),
    read: async (request, onMessage, signal) => {
      if (request.name === '70.txt' && !isFull) isFull = true;
      return ingestHere.read(request, onMessage, signal);
    },
  };
  const { folder, host, window, source, run, write } = await importing({
    ingest,
    clock: () => 0,
  });
  await writeMany(write, 150);
  const paused = await run(source);
  expect(paused).toMatchObject({ state: 'paused', message: full.error.message });
  expect(await readdir(join(folder, 'articles'))).toHaveLength(paused.counts.added);
  expect(await corpusOf(host)).toHaveLength(paused.counts.added);
  isFull = true;
  const stillFull = window.jobEnds();
  await host.resumeJob({ id: paused.id });
  expect((await stillFull).state).toBe('paused');
  const free: Partial<Ingest> = { sync: ingestHere.sync, read: ingestHere.read };
  Object.assign(ingest, free);
  const ended = window.jobEnds();
  await host.resumeJob({ id: paused.id });
  expect(await ended).toMatchObject({ state: 'finished', counts: { added: 150 } });
  expect(await corpusOf(host)).toHaveLength(150);
});

test('progress tells files, bytes, rate and what remains', async () => {
  let now = 0;
  const { window, source, run, write } = await importing({
    clock: () => {
      now += 40;
      return now;
    },
  });
  await writeMany(write, 200);
  await run(source);
  const states = window.of('job').filter(({ state }) => state === 'running');
  const measured = states.filter(({ bytesPerSecond }) => bytesPerSecond !== null);
  expect(measured.length).toBeGreaterThan(0);
  for (const state of states) {
    expect(jobStateSchema.safeParse(state).success).toBe(true);
    expect(state.done).toBeLessThanOrEqual(state.total);
    expect(state.doneBytes).toBeLessThanOrEqual(state.totalBytes);
  }
  const ascending = states.map(({ doneBytes }) => doneBytes);
  expect(ascending).toEqual([...ascending].sort((one, other) => one - other));
  expect(measured.at(-1)?.remaining).toBeGreaterThanOrEqual(0);
});

test('a report is paged, lists every file with its outcome, and outlives the program', async () => {
  const { host, context, folder, source, run, write } = await importing();
  await writeMany(write, 3);
  await write('4.jpg', 'no matter');
  // Rows of a table are lines of their own: more than a page holds.
  const rows = Array.from(
    { length: 1_300 },
    (_, row) => `"Headline ${row}","${story(`row ${row}`)}"`,
  );
  await write('5.csv', ['title,text', ...rows].join('\n'));
  const job = await run(source);
  expect(job.itemCount).toBe(1_304);
  expect(job.items).toHaveLength(200);
  expect(job.items[0]).toMatchObject({ fileName: 'source/4.jpg', outcome: 'refused' });
  await host.dispose();
  const again = windowHost(context);
  await again.host.openProjectAt(folder);
  const items = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const page = await again.host.readJobReport({ id: job.id, offset });
    expect(page.items.length).toBeLessThanOrEqual(1_000);
    items.push(...page.items);
    offset = page.nextOffset;
  }
  expect(items).toHaveLength(1_304);
  expect(items.slice(0, 5).map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
    ['source/1.txt', 'added'],
    ['source/2.txt', 'added'],
    ['source/3.txt', 'added'],
    ['source/4.jpg', 'refused'],
    ['source/5.csv', 'added'],
  ]);
  expect(items.at(-1)).toMatchObject({ part: 'row 1300', format: 'csv' });
  await expect(again.host.readJobReport({ id: 'none', offset: 0 })).rejects.toMatchObject({
    code: 'missing',
  });
}, 90_000);

test('a report is exported as CSV that no spreadsheet takes for formulas', async () => {
  const { parent, host, window, source, run, write } = await importing();
  await write(
    '=cmd|calc.txt',
    '=HYPERLINK("https://evil.example")\n\nSome words, “quoted”, of it.\n',
  );
  await write('a "quoted", name\nof two lines.txt', story('Ada'));
  await write('-2.jpg', 'no matter');
  const job = await run(source);
  window.savePath = join(parent, 'report.csv');
  expect(await host.exportJobReport({ id: job.id })).toEqual({ fileName: 'report.csv' });
  const csv = await readFile(window.savePath, 'utf8');
  expect(csv.startsWith('\ufeffFile,Part,Outcome,Format,Title,Reason\r\n')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1).trimEnd());
  expect(errors).toEqual([]);
  expect(data).toHaveLength(4);
  const names = data.slice(1).map(([name]) => name);
  expect(new Set(names)).toEqual(
    new Set(['source/=cmd|calc.txt', 'source/a "quoted", name\nof two lines.txt', 'source/-2.jpg']),
  );
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const titles = data.map((row) => row[4] ?? '');
  expect(titles.some((title) => title.startsWith("'=") || title === '=cmd|calc')).toBe(true);
  window.savePath = null;
  expect(await host.exportJobReport({ id: job.id })).toBeNull();
});

test('the last twenty jobs that ended are kept', async () => {
  const { folder, host, context, run, write } = await importing();
  const ids: string[] = [];
  for (let count = 0; count < 23; count += 1) {
    ids.push((await run(await write('one.txt', story(`${count}`)))).id);
  }
  const listed = (await host.listJobs()).map(({ id }: JobState) => id);
  expect(listed).toEqual(ids.slice(-20));
  await host.dispose();
  const again = windowHost(context);
  await again.host.openProjectAt(folder);
  expect((await again.host.listJobs()).map(({ id }) => id)).toEqual(listed);
});

test('a damaged file of a job is passed over', async () => {
  const { folder, host, context, run, write } = await importing();
  const { id } = await run(await write('one.txt', story('Ada')));
  await host.dispose();
  const jobs = join(folder, '.variorum', 'jobs');
  await writeFile(join(jobs, `${id}.json`), '{"schema":1,"state":{"id":');
  const again = windowHost(context);
  await again.host.openProjectAt(folder);
  expect(await again.host.listJobs()).toEqual([]);
  await again.host.dispose();
  await rm(jobs, { recursive: true });
  const third = windowHost(context);
  await third.host.openProjectAt(folder);
  await mkdir(jobs, { recursive: true });
  expect(await third.host.listJobs()).toEqual([]);
});
