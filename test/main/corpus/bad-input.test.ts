import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Ingest } from '../../../main/services/corpus/ingest.ts';
import { ingestFile } from '../../../main/services/corpus/ingest-file.ts';
import { ingestHere } from '../../../main/services/corpus/ingest-here.ts';
import { ReusedBytes } from '../../../main/services/files/reused-bytes.ts';
import { ingestInWorkers } from '../../../main/workers/ingest-in-workers.ts';
import { corpusOf, importing } from '../support/importing.ts';

const workers = join(import.meta.dirname, '../../../main/workers');
const story = (name: string) => `Story ${name}\n\nIt was ${name} who saw the ferry first.\n`;
const isRoot = process.getuid?.() === 0;

test('a text of a gigabyte is refused by its size, unread, and the next file arrives', async () => {
  const { source, run, write } = await importing();
  const huge = await open(join(source, 'huge.txt'), 'w');
  // Sparse: it has the size and takes no room.
  await huge.truncate(1_000_000_000);
  await huge.close();
  await write('later.txt', story('Ada'));
  const { items } = await run(source);
  expect(items).toMatchObject([
    { fileName: 'source/huge.txt', outcome: 'refused', reason: expect.stringContaining('1000 MB') },
    { fileName: 'source/later.txt', outcome: 'added' },
  ]);
});

test('a million paragraphs of one line are an article, or refused by name', async () => {
  const { run, write } = await importing({
    ingest: ingestInWorkers({
      ingest: join(workers, 'ingest-worker.ts'),
      sync: join(workers, 'sync-worker.ts'),
    }),
  });
  const line = (number: number) => `Line ${number} of a very long list of lines.\n`;
  const path = await write(
    'million.txt',
    Array.from({ length: 1_000_000 }, (_, number) => line(number)).join(''),
  );
  const { state, items } = await run(path);
  expect(state).toBe('finished');
  expect(items).toHaveLength(1);
  expect(items[0]).toSatisfy(
    (item: (typeof items)[number]) => item.outcome === 'added' || (item.reason ?? '') !== '',
  );
}, 120_000);

test('names with line feeds, quotes, emoji and what other systems forbid are imported and named as they are', async () => {
  const { folder, source, host, run, write } = await importing();
  const names = [
    'two\nlines.txt',
    'tab\there.txt',
    "“quoted” & 'single'.txt",
    '🦊 fox.txt',
    'a:b?c*d|e<f>g"h.txt',
    'CON.txt',
    'ends in a dot..txt',
    `${'long '.repeat(48)}.txt`,
  ];
  for (const [index, name] of names.entries()) await write(name, story(`number ${index}`));
  const job = await run(source);
  expect(new Set(job.items.map(({ fileName }) => fileName))).toEqual(
    new Set(names.map((name) => `source/${name}`)),
  );
  expect(job.counts).toMatchObject({ added: names.length, refused: 0 });
  const copies = await readdir(join(folder, 'articles'));
  expect(copies).toHaveLength(names.length);
  // What every system takes: a project goes from one to another as it is.
  for (const copy of copies) expect(copy).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]|^con\./i);
  const origins = (await corpusOf(host)).flatMap(({ article }) => article.origins);
  expect(new Set(origins.map(({ fileName }) => fileName))).toEqual(new Set(copies));
});

test.skipIf(process.platform === 'win32')('a name that is not UTF-8 is named as such', async () => {
  const { source, run, write } = await importing();
  await write('good.txt', story('Ada'));
  await writeFile(
    Buffer.concat([Buffer.from(`${source}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
    story('Ben'),
  );
  const { items, counts } = await run(source);
  expect(counts).toMatchObject({ added: 1, refused: 1 });
  expect(items.find(({ outcome }) => outcome === 'refused')?.reason).toMatch(/not coded as UTF-8/);
});

test('links in circles and sockets are named, and nothing is met twice', async () => {
  const { source, run, write } = await importing();
  await write('a/good.txt', story('Ada'));
  await symlink(source, join(source, 'a', 'loop'));
  await symlink(join(source, 'two'), join(source, 'one'));
  await symlink(join(source, 'one'), join(source, 'two'));
  if (process.platform !== 'win32') {
    const server = createServer().listen(join(source, 'socket.txt'));
    await once(server, 'listening');
    onTestFinished(() => void server.close());
  }
  const { items, counts } = await run(source);
  const reasons = new Map(items.map(({ fileName, reason }) => [fileName, reason]));
  expect(counts.added).toBe(1);
  expect(reasons.get('source/a/loop')).toMatch(/link to another folder/);
  expect(reasons.get('source/one')).toMatch(/leads back to itself/);
  if (process.platform === 'win32') return;
  expect(reasons.get('source/socket.txt')).toMatch(/neither a file nor a folder/);
});

test.skipIf(isRoot)('folders and files that may not be read are named', async () => {
  const { source, run, write } = await importing();
  await write('closed/one.txt', story('Ada'));
  const secret = await write('secret.txt', story('Ben'));
  await write('good.txt', story('Cleo'));
  await chmod(secret, 0);
  await chmod(join(source, 'closed'), 0);
  onTestFinished(() => chmod(join(source, 'closed'), 0o700));
  const { items, counts } = await run(source);
  expect(counts).toMatchObject({ added: 1, refused: 2 });
  for (const { outcome, reason } of items) {
    if (outcome === 'refused') expect(reason).toContain('may not read');
  }
});

test('a file that goes, or cannot be read after all, is named and takes nobody with it', async () => {
  // What a permission or a broken disk does to the one file, for whoever runs this, root included.
  const unreadable: Ingest = {
    ...ingestHere,
    read: (request, onMessage) =>
      ingestHere.read(
        request.name === 'gone.txt' ? { ...request, path: `${request.path}.not` } : request,
        onMessage,
      ),
  };
  const { source, run, write } = await importing({ ingest: unreadable });
  await write('a.txt', story('Ada'));
  await write('gone.txt', story('Ben'));
  await write('z.txt', story('Cleo'));
  const { items, counts } = await run(source);
  expect(counts).toMatchObject({ added: 2, refused: 1 });
  expect(items.find(({ fileName }) => fileName === 'source/gone.txt')?.reason).toBeTruthy();
});

/** Memory for a file that another program writes to: as often as told, the file grows when it is about to be read into it. */
class WhileItGrows extends ReusedBytes {
  readonly #path: string;
  #times: number;

  constructor(path: string, times: number) {
    super();
    this.#path = path;
    this.#times = times;
  }

  override take(length: number): Buffer {
    if (this.#times > 0) appendFileSync(this.#path, 'x');
    this.#times -= 1;
    return super.take(length);
  }
}

test('a file that changes while it is read is refused as such, and read when it has come to rest', async () => {
  let memory: ReusedBytes | null = null;
  const { host, run, write } = await importing({
    ingest: {
      ...ingestHere,
      read: (request, onMessage) => ingestFile(request, onMessage, memory),
    },
  });
  const path = await write('growing.txt', story('Ben'));
  memory = new WhileItGrows(path, Number.POSITIVE_INFINITY);
  expect((await run(path)).items[0]).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('being changed while it was read'),
  });
  expect(await corpusOf(host)).toHaveLength(0);
  memory = new WhileItGrows(path, 1);
  expect((await run(path)).items[0]).toMatchObject({ outcome: 'added' });
  expect(await corpusOf(host)).toHaveLength(1);
});

test('a ZIP and a mailbox that break off keep the articles before, and the file after arrives', async () => {
  const { host, source, run, write } = await importing({
    ingest: {
      ...ingestHere,
      // As when the parser's thread is ended in the middle of a file.
      read: async (request, onMessage, signal) => {
        if (request.name !== 'box.mbox') return ingestHere.read(request, onMessage, signal);
        let parts = 0;
        await ingestHere.read(request, (message) => {
          if (message.kind === 'part') parts += 1;
          if (message.kind === 'opened' || parts <= 2) onMessage(message);
        });
        return {
          ok: false,
          error: { code: 'parser', message: 'Reading it took too long, so it was given up.' },
        };
      },
    },
  });
  const mail = (count: number) =>
    `From ada@post.example Mon May 12 09:14:0${count} 2031\nFrom: Ada <ada@post.example>\nSubject: Report ${count}\nDate: Mon, 12 May 2031 09:14:0${count} +0000\n\nReport number ${count} says what the ferry did.\n\n`;
  await write('box.mbox', [1, 2, 3].map(mail).join(''));
  await write('later.txt', story('Ada'));
  const job = await run(source);
  expect(job.counts).toMatchObject({ added: 3, refused: 1 });
  expect(job.items.find(({ outcome }) => outcome === 'refused')).toMatchObject({
    fileName: 'source/box.mbox',
    reason: expect.stringContaining('given up'),
  });
  const corpus = await corpusOf(host);
  expect(corpus.map(({ article }) => article.detected.title)).toEqual([
    'Report 1',
    'Report 2',
    'later',
  ]);
});

test('a parser that hangs or fills its memory takes down its file, and the others arrive', async () => {
  const ingest = ingestInWorkers(
    {
      ingest: fileURLToPath(new URL('scripts/odd-ingest.mjs', import.meta.url)),
      sync: join(workers, 'sync-worker.ts'),
    },
    // A thread has to start within it, too.
    8_000,
  );
  const { source, run, write } = await importing({ ingest });
  // Small files are given to a thread several at a time, in the order of their names.
  for (const name of ['a.txt', 'hang.txt', 'm.txt', 'exit.txt', 'z.txt', 'za.txt', 'zb.txt']) {
    await write(name, story(name));
  }
  const { items, state } = await run(source);
  expect(state).toBe('finished');
  expect(items.map(({ fileName, outcome }) => [fileName, outcome]).sort()).toEqual([
    ['source/a.txt', 'added'],
    ['source/exit.txt', 'refused'],
    ['source/hang.txt', 'refused'],
    ['source/m.txt', 'added'],
    ['source/z.txt', 'added'],
    ['source/za.txt', 'added'],
    ['source/zb.txt', 'added'],
  ]);
}, 60_000);

test('the originals of refused files do not pile up in the project', async () => {
  const { folder, source, run, write } = await importing();
  await write('broken.zip', Buffer.from('PK\x03\x04 and then nothing'));
  await write('empty.html', '<html><body><script>1</script></body></html>');
  await write('locked.pdf', '%PDF-1.7 broken');
  const { counts, items } = await run(source);
  expect(counts).toMatchObject({ added: 0, refused: 3 });
  for (const { reason } of items) expect(reason).toBeTruthy();
  expect(await readdir(join(folder, 'articles'))).toEqual([]);
});

test('a page that was saved complete is one article: what its folder holds is none', async () => {
  const { source, run, write } = await importing();
  await write(
    'Story.html',
    `<html><body><article><h1>Story</h1><p>${story('Ada')}</p></article></body></html>`,
  );
  await write(
    'Story_files/frame.html',
    '<html><body><p>An advertisement of some length.</p></body></html>',
  );
  await write('Story_files/readme.txt', story('nobody'));
  await mkdir(join(source, 'Other_files'));
  await write('Other_files/own.txt', story('Ben'));
  const { items } = await run(source);
  expect(items.map(({ fileName }) => fileName).sort()).toEqual([
    'source/Other_files/own.txt',
    'source/Story.html',
  ]);
});

test('what is pasted is an original and an article, as a page where there is one', async () => {
  const { folder, host, window } = await importing();
  const paste = async (text: string, html: string | null) => {
    const ended = window.jobEnds();
    await host.importPasted({ text, html });
    return ended;
  };
  const plain =
    'Ferry runs aground at Hesk\n\nNobody was hurt, said the harbour master: “not a scratch”.';
  expect((await paste(plain, null)).items[0]).toMatchObject({ outcome: 'added' });
  const html =
    '<h1>Ferry refloated</h1><p>It was towed to <b>Hesk</b> — at noon.</p><script>1</script>';
  const page = await paste('Ferry refloated\nIt was towed to Hesk — at noon.', html);
  expect(page.items[0]).toMatchObject({ outcome: 'added', format: 'html' });
  expect((await paste(plain, '<img src="x.png">')).items[0]?.outcome).toBe('known');
  const corpus = await corpusOf(host);
  const [first, second] = corpus.map(({ article }) => article.origins[0]);
  expect(first).toMatchObject({ fileName: 'Ferry runs aground at Hesk.txt', folderId: 'articles' });
  expect(first?.place).toBeUndefined();
  expect(second?.fileName).toBe('Ferry refloated.html');
  const text = await host.readText({ hash: corpus[1]?.revisions[0]?.hash as never });
  expect(text.text).toContain('It was towed to Hesk — at noon.');
  expect(await readFile(join(folder, 'articles', 'Ferry refloated.html'), 'utf8')).toContain(html);
});

test('a table whose columns nobody can tell asks for them', async () => {
  const { host, window, run, write } = await importing();
  const rows = [
    'q1;q2',
    'Ferry aground;It ran aground at Hesk on Monday, in fog.',
    'Ferry free;Towed.',
  ];
  const job = await run(await write('table.csv', rows.join('\n')));
  const [asks] = job.items;
  expect(job.counts.asks).toBe(1);
  expect(asks).toMatchObject({ outcome: 'asks', tableId: expect.any(String) });
  const table = await host.readTable({ id: asks?.tableId ?? '' });
  expect(table).toMatchObject({ fileName: 'table.csv', columns: ['q1', 'q2'] });
  const ended = window.jobEnds();
  await host.importTable({ id: asks?.tableId ?? '', columns: { text: 'q2', title: 'q1' } });
  expect((await ended).items.map(({ outcome, part }) => [outcome, part])).toEqual([
    ['added', 'row 1'],
    ['added', 'row 2'],
  ]);
  await expect(host.readTable({ id: 'no/1' })).rejects.toMatchObject({ code: 'missing' });
});
