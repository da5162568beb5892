import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportItem } from '../../../app/host/job.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { ingestHere } from '../../../main/services/corpus/ingest-here.ts';
import { largestFile } from '../../../main/services/corpus/read-source-file.ts';
import type { HostContext } from '../../../main/services/host/host-context.ts';
import type { WindowHost } from '../../../main/services/host/window-host.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

const ferry =
  'Ferry runs aground\n\nNobody was hurt when the ferry ran aground at Hesk on Monday.\n';
const story = (name: string) =>
  `Story ${name} of the ferry\n\nIt was ${name} who saw the ferry first.\n`;

async function started(overrides: Partial<HostContext> = {}) {
  const parent = await temporaryFolder();
  const folder = join(parent, 'Case');
  const source = join(parent, 'source');
  await mkdir(source);
  const context = await hostContext(overrides);
  const { host, window } = windowHost(context);
  await host.createProjectAt(folder);
  const run = async (...paths: string[]) => {
    const ended = window.jobEnds();
    host.importPaths(paths);
    return ended;
  };
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(source, name);
    await writeFile(path, content);
    return path;
  };
  return { folder, source, context, host, window, run, write };
}

async function records(host: WindowHost): Promise<Map<string, ProjectRecord>> {
  const all = new Map<string, ProjectRecord>();
  const { entries } = await host.readChanges({ after: 0 });
  for (const { diff } of entries.map((entry) => entry.change)) {
    for (const record of diff.removed) all.delete(record.id);
    for (const record of diff.added) all.set(record.id, record);
  }
  return all;
}

async function articles(host: WindowHost) {
  return [...(await records(host)).values()].filter((record) => record.kind === 'article');
}

test('a file becomes an article with its text, its original and an entry', async () => {
  const { folder, host, window, run, write } = await started();
  const path = await write('ferry.txt', ferry);
  const job = await run(path);
  expect(job).toMatchObject({ state: 'finished', done: 1, total: 1, title: 'Importing 1 file' });
  expect(job.items).toEqual([
    {
      fileName: 'ferry.txt',
      format: 'text',
      outcome: 'added',
      title: 'Ferry runs aground',
      articleId: expect.any(String),
    },
  ]);
  expect(window.of('entry').map((entry) => [entry.sequence, entry.change.name])).toEqual([
    [2, 'Import “Ferry runs aground”'],
  ]);
  const [article] = await articles(host);
  expect(article).toMatchObject({ number: 1, annotationsMade: 0, corrected: {} });
  const revision = [...(await records(host)).values()].find((record) => record.kind === 'revision');
  expect(revision).toMatchObject({
    id: article?.revisionId,
    articleId: article?.id,
    blockCount: 2,
  });
  if (revision?.kind !== 'revision') return;
  const text = await host.readText({ hash: revision.hash });
  expect(text.text).toBe(ferry.trim().replace('\n\n', '\n'));
  expect(text.text.length).toBe(revision.length);
  expect(await readFile(join(folder, 'articles', 'ferry.txt'), 'utf8')).toBe(ferry);
  expect(await readFile(path, 'utf8')).toBe(ferry);
});

test('every file that can not be an article is refused with its reason, and the others go on', async () => {
  const { source, host, run, write } = await started();
  await write('empty.txt', '');
  await write('binary.txt', Buffer.from([0x41, 0, 1, 2, 3, 0xff, 0, 0, 7, 8]));
  await write('picture.jpg', 'no matter');
  await write('nothing.html', '<html><body><script>1</script></body></html>');
  await write('large.txt', Buffer.alloc(largestFile + 1, 'a'));
  await write('good.txt', `\ufeff${ferry}`);
  await mkdir(join(source, '.git'));
  await write('.git/hidden.txt', ferry);
  await mkdir(join(source, 'sub'));
  await write('sub/deep.md', `# ${story('Ada')}`);
  await symlink(source, join(source, 'sub', 'loop'));
  await symlink(join(source, 'gone.txt'), join(source, 'dangling.txt'));
  await symlink(join(source, 'self.txt'), join(source, 'self.txt'));
  const job = await run(source, join(source, 'missing.txt'));

  const reasons = new Map(job.items.map((item) => [item.fileName, item.reason ?? item.outcome]));
  const expected: Record<string, RegExp> = {
    'source/empty.txt': /empty/,
    'source/binary.txt': /not text/,
    'source/picture.jpg': /kind/,
    'source/nothing.html': /No text/,
    'source/large.txt': /51 MB/,
    'source/good.txt': /^added$/,
    'source/sub/deep.md': /^added$/,
    'source/sub/loop': /link to another folder/,
    'source/dangling.txt': /not there/,
    'source/self.txt': /leads back to itself/,
    'missing.txt': /not there/,
    // The one of .git: what is in a hidden folder is not looked at.
    source: /^One hidden file or folder was left out/,
  };
  expect([...reasons.keys()].sort()).toEqual(Object.keys(expected).sort());
  for (const [name, reason] of Object.entries(expected)) {
    expect(reasons.get(name), name).toMatch(reason);
  }
  expect(await articles(host)).toHaveLength(2);
});

test('hidden files of a folder are counted in its report, but for those that systems put everywhere', async () => {
  const { source, run, write } = await started();
  await write('one.txt', story('one'));
  await mkdir(join(source, 'sub'));
  await write('.DS_Store', 'x');
  await write('sub/._one.txt', 'x');
  const before = await run(source);
  expect(before.items.map(({ outcome }) => outcome)).toEqual(['added']);
  await write('.draft.txt', story('draft'));
  await write('sub/.notes.txt', story('notes'));
  const { items } = await run(source);
  expect(items.filter(({ outcome }) => outcome === 'refused')).toEqual([
    {
      fileName: 'source',
      outcome: 'refused',
      reason:
        '2 hidden files or folders were left out. To import one whose name begins with a dot, rename it or choose it itself.',
    },
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is refused', async () => {
  const { run, write } = await started();
  const path = await write('secret.txt', ferry);
  await chmod(path, 0);
  const { items } = await run(path);
  expect(items[0]?.reason).toContain('may not read');
});

test('the same text again makes no article, and says which it equals', async () => {
  const { folder, host, run, write } = await started();
  const one = await write('one.txt', ferry);
  const two = await write('two.txt', `\ufeff${ferry}\n\n`);
  const job = await run(one, two);
  expect(job.items.map((item) => item.outcome)).toEqual(['added', 'known']);
  const again = await run(one);
  expect(again.items[0]).toMatchObject({ outcome: 'known', title: 'Ferry runs aground' });
  expect(again.items[0]?.reason).toContain('article 1, “Ferry runs aground”');
  await host.dispose();
  await host.openProjectAt(folder);
  expect((await run(two)).items[0]?.outcome).toBe('known');
  expect(await articles(host)).toHaveLength(1);
});

test('originals with one name are all kept', async () => {
  const { folder, source, run, write } = await started();
  for (const name of ['Ada', 'Ben', 'Cleo']) {
    await mkdir(join(source, name));
    await write(`${name}/story.txt`, story(name));
  }
  const job = await run(source);
  expect(job.items.map((item) => item.outcome)).toEqual(['added', 'added', 'added']);
  const names = await readdir(join(folder, 'articles'));
  expect(names.sort()).toEqual(['story (2).txt', 'story (3).txt', 'story.txt']);
  expect(await readFile(join(folder, 'articles', 'story (3).txt'), 'utf8')).toBe(story('Cleo'));
});

test('many articles are journalled up to a hundred at a time, numbered in order of name', async () => {
  // The clock stands still, so that only their number ends a change.
  const { source, host, window, run, write } = await started({ clock: () => 0 });
  for (let count = 1; count <= 145; count += 1)
    await write(`${count}.txt`, story(`Number${count}`));
  const job = await run(source);
  expect(job).toMatchObject({ state: 'finished', done: 145, total: 145 });
  expect(window.of('entry').map((entry) => entry.change.name)).toEqual([
    'Import 100 articles',
    'Import 45 articles',
  ]);
  const all = await articles(host);
  expect(all.map((article) => [article.number, article.origins[0]?.fileName])).toEqual(
    Array.from({ length: 145 }, (_, index) => [index + 1, `${index + 1}.txt`]),
  );
});

test('D6: an article number is not given again, by undo or closing', async () => {
  const { folder, host, window, context, run, write } = await started();
  await run(await write('one.txt', story('Ada')));
  const [entry] = window.of('entry');
  const undo: Change = {
    id: context.maker.id(),
    name: 'Undo Import',
    author: 'Ada',
    at: context.maker.now(),
    diff: { added: [], updated: [], removed: entry?.change.diff.added ?? [] },
  };
  await host.appendChange({ projectId: projectIdOf(host), change: undo });
  await run(await write('two.txt', story('Ben')));
  await host.dispose();
  await host.openProjectAt(folder);
  const job = await run(join(folder, 'articles', 'one.txt'));
  expect(job.items[0]?.outcome).toBe('added');
  expect((await articles(host)).map((article) => article.number)).toEqual([2, 3]);
});

test('a cancelled import keeps what was done and says so', async () => {
  const { source, host, window, run, write } = await started({
    ingest: {
      ...ingestHere,
      read: async (request, onMessage, signal) => {
        if (request.name === '3.txt') {
          const id = window.of('job')[0]?.id ?? '';
          await host.cancelJob({ id });
        }
        return ingestHere.read(request, onMessage, signal);
      },
    },
  });
  for (let count = 1; count <= 30; count += 1) await write(`${count}.txt`, story(`Number${count}`));
  const job = await run(source);
  expect(job.state).toBe('cancelled');
  expect(job.items.length).toBeLessThan(30);
  const added = job.items.filter((item: ImportItem) => item.outcome === 'added');
  expect(await articles(host)).toHaveLength(added.length);
});

test('progress is told at most ten times a second', async () => {
  const { source, window, run, write } = await started({ clock: () => 0 });
  for (let count = 1; count <= 40; count += 1) await write(`${count}.txt`, story(`Number${count}`));
  await run(source);
  // The clock stands still: the beginning and the end.
  expect(window.of('job').map((job) => job.state)).toEqual(['running', 'finished']);
});

test('an import that the disk stops stands still, says why, and goes on when it is resumed', async () => {
  const { folder, host, window, run, write } = await started();
  const texts = join(folder, '.variorum', 'texts');
  await rm(texts, { recursive: true });
  const job = await run(await write('one.txt', ferry));
  expect(job.state).toBe('paused');
  expect(job.message).toContain('folder is gone');
  expect(await articles(host)).toHaveLength(0);
  await mkdir(texts);
  const ended = window.jobEnds();
  await host.resumeJob({ id: job.id });
  expect(await ended).toMatchObject({ id: job.id, state: 'finished', done: 1, total: 1 });
  expect(await articles(host)).toHaveLength(1);
});

test('the sample is made on first use and opened later', async () => {
  const context = await hostContext();
  const { host, window } = windowHost(context);
  const ended = window.jobEnds();
  const info = await host.openSampleProject();
  expect(info).toMatchObject({ name: 'Strait tunnel, May', created: true });
  expect((await ended).state).toBe('finished');
  const all = [...(await records(host)).values()];
  expect(all.filter((record) => record.kind === 'tag').map((tag) => tag.key)).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
  const count = (await articles(host)).length;
  expect(count).toBeGreaterThan(4);
  await host.closeProject();
  expect(await host.openSampleProject()).toMatchObject({ id: info.id, created: false });
  expect(window.of('job').filter((job) => job.state === 'finished')).toHaveLength(1);
});

test('the sample is imported once the page hears of it, into the project it was made with only', async () => {
  const context = await hostContext();
  const { host, window } = windowHost(context);
  let notePageReady: () => void = () => undefined;
  window.pageReady = new Promise((resolve) => {
    notePageReady = resolve;
  });
  await host.openSampleProject();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(window.of('job')).toEqual([]);
  const ended = window.jobEnds();
  notePageReady();
  expect(await ended).toMatchObject({ state: 'finished', counts: { added: 8 } });

  const { host: left, window: other } = windowHost(await hostContext());
  other.pageReady = new Promise((resolve) => {
    notePageReady = resolve;
  });
  await left.openSampleProject();
  await left.closeProject();
  notePageReady();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(other.of('job')).toEqual([]);
});

test('an articles folder that was taken away is made again', async () => {
  const { folder, host, run, write } = await started();
  await run(await write('one.txt', story('one')));
  await rm(join(folder, 'articles'), { recursive: true });
  const job = await run(await write('two.txt', story('two')));
  expect(job).toMatchObject({ state: 'finished', counts: { added: 1 } });
  expect(await readdir(join(folder, 'articles'))).toEqual(['two.txt']);
  expect(await articles(host)).toHaveLength(2);
});
