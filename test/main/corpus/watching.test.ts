import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchPath } from '../../../main/services/corpus/watch-path.ts';
import { systemTimer } from '../../../main/services/system-timer.ts';
import { windowHost } from '../support/host-fixture.ts';
import { corpusOf, importing } from '../support/importing.ts';

const watching = { watch: watchPath, startTimer: systemTimer };
const patience = { timeout: 15_000, interval: 50 };
const story = (name: string) => `Story ${name}\n\nIt was ${name} who saw the ferry first.\n`;

/** A project that watches the folder `source`. */
async function watchingProject() {
  const project = await importing({ watching });
  project.window.watchedFolder = project.source;
  const folder = await project.host.watchFolder();
  if (folder === null) throw new Error('No folder is watched.');
  const corpus = () => corpusOf(project.host);
  const count = async () => (await corpus()).length;
  /** Answers when the corpus has so many articles. */
  const has = (articles: number) => expect.poll(count, patience).toBe(articles);
  const jobs = () => new Set(project.window.of('job').map(({ id }) => id)).size;
  return { ...project, watched: folder, corpus, count, has, jobs };
}

test('a file that appears in a watched folder becomes an article, one that changes a revision (R1)', async () => {
  const { watched, write, has, corpus } = await watchingProject();
  expect(watched).toMatchObject({ name: 'source', state: 'watching' });
  await write('deep/er/one.txt', story('Ada'));
  await has(1);
  await write('deep/er/one.txt', story('Ben'));
  await expect.poll(async () => (await corpus())[0]?.revisions.length, patience).toBe(2);
  const [only] = await corpus();
  expect(only?.article.origins[0]).toMatchObject({
    folderId: watched.id,
    path: 'deep/er/one.txt',
    fileName: 'one.txt',
  });
});

test('R5: a renamed and a moved file take their origin along; a deleted one leaves its article', async () => {
  const { host, source, write, has, corpus, jobs } = await watchingProject();
  const one = await write('one.txt', story('Ada'));
  await has(1);
  await rename(one, join(source, 'two.txt'));
  const paths = async () => (await corpus())[0]?.article.origins.map(({ path }) => path);
  await expect.poll(paths, patience).toEqual(['two.txt']);
  await mkdir(join(source, 'sub'));
  await rename(join(source, 'two.txt'), join(source, 'sub', 'three.txt'));
  await expect.poll(paths, patience).toEqual(['sub/three.txt']);
  const before = jobs();
  await unlink(join(source, 'sub', 'three.txt'));
  await write('four.txt', story('Ben'));
  await has(2);
  expect(jobs()).toBe(before + 1);
  expect((await corpus())[0]?.article.trashedAt ?? null).toBeNull();
  expect(await paths()).toEqual(['sub/three.txt']);
  expect(
    (await host.listJobs()).flatMap(({ items }) => items.map(({ outcome }) => outcome)),
  ).toEqual(['added', 'known', 'known', 'added']);
});

test('R5: a file that changed before it is renamed is one origin, not one for each of its revisions', async () => {
  const { source, write, has, corpus } = await watchingProject();
  const one = await write('one.txt', story('Ada'));
  await has(1);
  await write('one.txt', story('Ben'));
  await expect.poll(async () => (await corpus())[0]?.revisions.length, patience).toBe(2);
  await rename(one, join(source, 'two.txt'));
  const paths = async () => (await corpus())[0]?.article.origins.map(({ path }) => path);
  await expect.poll(paths, patience).toEqual(['two.txt']);
  await write('one.txt', story('Cleo'));
  await has(2);
});

test('R5: a file that goes from one watched folder to another takes its origin along', async () => {
  const { parent, host, window, write, has, corpus } = await watchingProject();
  const path = await write('one.txt', story('Ada'));
  await has(1);
  window.watchedFolder = join(parent, 'other');
  await mkdir(window.watchedFolder);
  const other = await host.watchFolder();
  await rename(path, join(parent, 'other', 'moved.txt'));
  const places = async () =>
    (await corpus())[0]?.article.origins.map(({ folderId, path: below }) => [folderId, below]);
  await expect.poll(places, patience).toEqual([[other?.id, 'moved.txt']]);
  expect(await corpus()).toHaveLength(1);
});

test('what a watched folder brings is no step of the analyst’s, but for what is in it when it is added', async () => {
  const { folder, parent, source, host, window, write, has } = await watchingProject();
  await wait(500);
  await write('one.txt', story('Ada'));
  await has(1);
  const full = join(parent, 'full');
  await mkdir(full);
  await writeFile(join(full, 'two.txt'), story('Ben'));
  window.watchedFolder = full;
  await host.watchFolder();
  await has(2);
  expect(await readdir(source)).toEqual(['one.txt']);
  const lines = (await readFile(join(folder, '.variorum', 'journal', '000000000001.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { change: { name: string; unattended?: true } }).change);
  expect(lines.slice(-2).map(({ unattended }) => unattended ?? false)).toEqual([true, false]);
});

test('a thousand files at once, some thousands of events, are a job or a few, never one a file', async () => {
  const { source, window, count, jobs } = await watchingProject();
  const before = jobs();
  await mkdir(join(source, 'many'));
  const names = Array.from({ length: 1_000 }, (_, number) => `number ${number}`);
  await Promise.all(
    names.map((name) => writeFile(join(source, 'many', `${name}.txt`), story(name))),
  );
  await expect.poll(() => window.of('job').at(-1)?.state, patience).toBe('running');
  await expect.poll(count, { ...patience, timeout: 60_000 }).toBe(1_000);
  await wait(1_500);
  // A disk that stands still for a while parts them.
  expect(jobs()).toBeLessThanOrEqual(before + 3);
  expect(window.of('job').at(-1)?.state).toBe('finished');
}, 90_000);

test('a file that is still being written is waited for', async () => {
  const { write, has, corpus } = await watchingProject();
  const path = await write('slow.txt', story('Ada'));
  for (let count = 0; count < 8; count += 1) {
    await wait(250);
    await appendFile(path, `\nParagraph ${count} comes later than the one before.\n`);
  }
  await has(1);
  const [only] = await corpus();
  expect(only?.revisions).toHaveLength(1);
  expect(only?.revisions[0]?.blockCount).toBe(10);
});

test('what is no article to come is left alone: locks, downloads, hidden files, links in a circle', async () => {
  const { source, host, write, has } = await watchingProject();
  await write('~$report.docx', 'a lock');
  await write('film.txt.crdownload', story('half'));
  await write('.hidden.txt', story('hidden'));
  await write('page.html.tmp', story('temporary'));
  await symlink(source, join(source, 'circle'));
  await symlink(join(source, 'self.txt'), join(source, 'self.txt'));
  await write('good.txt', story('Ada'));
  await has(1);
  const names = async () => (await host.listJobs()).at(-1)?.items.map(({ fileName }) => fileName);
  await expect.poll(names, patience).toEqual(['source/good.txt']);
});

test('the copies that an import makes do not come back; an edited copy is a revision', async () => {
  const { folder, parent, run, write, has, corpus, jobs } = await watchingProject();
  const elsewhere = join(parent, 'elsewhere.txt');
  await writeFile(elsewhere, story('Ada'));
  await run(elsewhere);
  const before = jobs();
  await wait(2_000);
  expect(jobs()).toBe(before);
  await writeFile(join(folder, 'articles', 'elsewhere.txt'), story('Ben'));
  await expect.poll(async () => (await corpus())[0]?.revisions.length, patience).toBe(2);
  await writeFile(join(folder, 'articles', 'own.txt'), story('Cleo'));
  await has(2);
  await write('more.txt', story('Dora'));
  await has(3);
});

test('a folder that tells nothing is looked at when the window is looked at, and when it is asked for', async () => {
  let now = 0;
  const project = await importing({
    watching: { watch: () => () => undefined, startTimer: systemTimer },
    clock: () => now,
  });
  const { host, window, source, write } = project;
  window.watchedFolder = source;
  await host.watchFolder();
  await wait(300);
  await write('one.txt', story('Ada'));
  now += 60_000;
  host.noteFocus();
  const count = async () => (await corpusOf(host)).length;
  await expect.poll(count, patience).toBe(1);
  await write('two.txt', story('Ben'));
  const ended = window.jobEnds();
  await host.rescanFolders();
  expect(await ended).toMatchObject({ kind: 'rescan', state: 'finished', counts: { added: 1 } });
  expect(await count()).toBe(2);
});

test('a folder that goes away is said to be missing, whoever looks, and is watched again when it is back', async () => {
  let now = 0;
  const project = await importing({ watching, clock: () => now });
  const { host, window, source, write } = project;
  window.watchedFolder = source;
  await host.watchFolder();
  const told = () => window.of('folders').at(-1)?.[1]?.state;
  const count = async () => (await corpusOf(host)).length;
  await write('one.txt', story('Ada'));
  await expect.poll(count, patience).toBe(1);
  await rm(source, { recursive: true });
  await host.rescanFolders();
  await expect.poll(told, patience).toBe('missing');
  await mkdir(source);
  now += 60_000;
  host.noteFocus();
  await expect.poll(told, patience).toBe('watching');
  await write('two.txt', story('Ben'));
  await expect.poll(count, patience).toBe(2);
});

test('that a folder went away is told to who asked, where the system tells nothing', async () => {
  const { host, window, source } = await importing({
    watching: { watch: () => () => undefined, startTimer: systemTimer },
  });
  window.watchedFolder = source;
  await host.watchFolder();
  await rm(source, { recursive: true });
  const ended = window.jobEnds();
  await host.rescanFolders();
  await ended;
  await expect.poll(() => window.of('folders').at(-1)?.[1]?.state, patience).toBe('missing');
});

test('folders outlive the program; a missing one is shown as missing and nothing else breaks', async () => {
  const { folder, parent, source, host, context, write, has } = await watchingProject();
  const one = await write('one.txt', story('Ada'));
  await has(1);
  await host.dispose();
  await writeFile(one, story('Ben'));
  await write('new.txt', story('Cleo'));
  // The project goes to another place, the watched folder stays behind.
  const moved = join(parent, 'Moved');
  await rename(folder, moved);
  const second = windowHost(context);
  await second.host.openProjectAt(moved);
  const revisions = async () => (await corpusOf(second.host)).map((one) => one.revisions.length);
  await expect.poll(revisions, patience).toEqual([2, 1]);
  await second.host.dispose();
  await rename(source, join(parent, 'away'));
  const third = windowHost(context);
  await third.host.openProjectAt(moved);
  expect(await third.host.listWatchedFolders()).toMatchObject([
    { id: 'articles', state: 'watching', path: join(moved, 'articles') },
    { name: 'source', state: 'missing', message: expect.stringContaining('not there') },
  ]);
  await writeFile(join(moved, 'articles', 'dropped.txt'), story('Dora'));
  await expect.poll(async () => (await corpusOf(third.host)).length, patience).toBe(3);
});

test('where it is lost what is known of the files, they are read again and nothing is imported twice', async () => {
  const { folder, host, context, write, has } = await watchingProject();
  await write('one.txt', story('Ada'));
  await write('two.txt', story('Ben'));
  await has(2);
  await host.dispose();
  await rm(join(folder, '.variorum', 'files.jsonl'));
  const second = windowHost(context);
  await second.host.openProjectAt(folder);
  const ended = second.window.jobEnds();
  await second.host.rescanFolders();
  await ended;
  const corpus = await corpusOf(second.host);
  expect(corpus.map(({ revisions }) => revisions.length)).toEqual([1, 1]);
  expect(corpus.map(({ article }) => article.origins.length)).toEqual([1, 1]);
});

test('a folder in a watched folder, or around the project, is not watched as well', async () => {
  const { parent, source, host, window } = await watchingProject();
  await mkdir(join(source, 'inner'));
  for (const path of [join(source, 'inner'), parent]) {
    window.watchedFolder = path;
    await expect(host.watchFolder()).rejects.toMatchObject({ code: 'overlap' });
  }
  const [, folder] = await host.listWatchedFolders();
  await host.unwatchFolder({ id: folder?.id ?? '' });
  expect(await host.listWatchedFolders()).toHaveLength(1);
  await expect(host.unwatchFolder({ id: 'articles' })).rejects.toMatchObject({ code: 'missing' });
});

test('a link to a file outside of the folder is not followed, and that is said when it is asked', async () => {
  const { parent, source, host, window, run, write, has } = await watchingProject();
  const secret = join(parent, 'secret.txt');
  await writeFile(secret, story('Secret'));
  await symlink(secret, join(source, 'link.txt'));
  await write('one.txt', story('Ada'));
  await symlink(join(source, 'one.txt'), join(source, 'same.txt'));
  await has(1);
  const ended = window.jobEnds();
  await host.rescanFolders();
  const asked = (await ended).items.filter(({ outcome }) => outcome === 'refused');
  expect(asked).toMatchObject([{ reason: expect.stringContaining('outside of the folder') }]);
  const job = await run(source);
  expect(job.items.find(({ fileName }) => fileName === 'source/link.txt')?.outcome).toBe('refused');
  expect((await run(join(source, 'link.txt'))).counts.added).toBe(1);
});

test('R5: a file whose old name is taken by another story takes its article along', async () => {
  const { source, write, has, corpus } = await watchingProject();
  const page = await write('page.txt', story('Ada'));
  await has(1);
  await rename(page, join(source, 'zz.txt'));
  await write('page.txt', story('Ben'));
  await has(2);
  const paths = (await corpus()).map(({ article }) => article.origins.map(({ path }) => path));
  expect(paths.map((all) => all.at(-1))).toEqual(['zz.txt', 'page.txt']);
  expect((await corpus()).map(({ revisions }) => revisions.length)).toEqual([1, 1]);
});

test('R1: a chosen coding stays where it is lost what is known of the files', async () => {
  const { folder, host, window, context, write, has } = await watchingProject();
  await write('one.txt', Buffer.from('Cafe\u00e9 am See\n\nSo geht es.\n', 'latin1'));
  await has(1);
  const [before] = await corpusOf(host);
  const chosen = window.jobEnds();
  await host.rereadArticle({ articleId: before?.article.id as never, encoding: 'koi8-r' });
  expect((await chosen).items[0]?.outcome).toBe('revised');
  await host.dispose();
  await rm(join(folder, '.variorum', 'files.jsonl'));
  const second = windowHost(context);
  await second.host.openProjectAt(folder);
  const ended = second.window.jobEnds();
  await second.host.rescanFolders();
  await ended;
  const [after] = await corpusOf(second.host);
  const present = after?.revisions.find(({ id }) => id === after.article.revisionId);
  expect(after?.revisions).toHaveLength(2);
  expect(present?.source?.encoding?.name).toBe('koi8-r');
});
