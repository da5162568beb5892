import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyDiff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import type { WindowHost } from '../../../main/services/host/window-host.ts';
import { projectIdOf } from '../support/host-fixture.ts';
import { corpusOf, importing, recordsOf } from '../support/importing.ts';

const first = 'Ferry runs aground\n\nNobody was hurt when the ferry ran aground at Hesk.\n';
const second = 'Ferry runs aground\n\nTwo were hurt when the ferry ran aground at Hesk.\n';

function textOf(host: WindowHost, hash: string): Promise<string> {
  return host.readText({ hash: hash as never }).then(({ text }) => text);
}

test('R1: a file of the same place with another text is a new revision, and the old one stays readable', async () => {
  const { folder, host, run, write } = await importing();
  await run(await write('ferry.txt', first));
  const job = await run(await write('ferry.txt', second));
  expect(job.items).toMatchObject([{ outcome: 'revised', title: 'Ferry runs aground' }]);
  expect(job.counts).toEqual({ added: 0, revised: 1, known: 0, refused: 0, asks: 0 });
  const [only, ...others] = await corpusOf(host);
  expect(others).toEqual([]);
  expect(only?.revisions.map(({ number }) => number)).toEqual([1, 2]);
  const [old, now] = only?.revisions ?? [];
  expect(only?.article.revisionId).toBe(now?.id);
  expect(await textOf(host, old?.hash ?? '')).toContain('Nobody');
  expect(await textOf(host, now?.hash ?? '')).toContain('Two were');
  expect(old?.source?.fileName).toBe('ferry.txt');
  expect(now?.source).toMatchObject({ format: 'text', fileName: 'ferry (2).txt' });
  expect(await readFile(join(folder, 'articles', 'ferry.txt'), 'utf8')).toBe(first);
  expect(only?.article.origins.map(({ fileName }) => fileName)).toEqual([
    'ferry.txt',
    'ferry (2).txt',
  ]);
});

test('R1: corrections stay when an article is revised; what was detected is renewed', async () => {
  const { host, context, run, write } = await importing();
  await run(await write('a.md', '---\ntitle: Old\nauthor: Ada Reed\n---\nNobody was hurt.\n'));
  const [before] = await corpusOf(host);
  if (before === undefined) throw new Error('No article.');
  const corrected = nextRecord(context.maker, before.article, {
    corrected: { outlet: 'The Post' },
  });
  const diff = { added: [], updated: [[before.article, corrected] as const], removed: [] };
  const change = newChange(context.maker, 'Correct', diff);
  await host.appendChange({ projectId: projectIdOf(host), change });
  await run(await write('a.md', '---\ntitle: New\nauthor: Ben Shaw\n---\nTwo were hurt.\n'));
  const [after] = await corpusOf(host);
  expect(after?.article).toMatchObject({
    detected: { title: 'New', byline: 'Ben Shaw' },
    corrected: { outlet: 'The Post' },
    number: before.article.number,
    rev: corrected.rev + 1,
  });
});

test('R2: a text that goes back to what it was is the revision of then', async () => {
  const { host, run, write } = await importing();
  await run(await write('ferry.txt', first));
  await run(await write('ferry.txt', second));
  const job = await run(await write('ferry.txt', first));
  expect(job.items[0]).toMatchObject({ outcome: 'revised' });
  expect(job.items[0]?.reason).toContain('again what it was in revision 1');
  const [only] = await corpusOf(host);
  expect(only?.revisions).toHaveLength(2);
  expect(only?.article.revisionId).toBe(only?.revisions[0]?.id);
});

test('R3: the same text at another place is one article with two origins, also after reopening', async () => {
  const { folder, host, run, write } = await importing();
  const one = await write('one/ferry.txt', first);
  await run(one);
  await host.dispose();
  await host.openProjectAt(folder);
  const job = await run(await write('two/copy.txt', `\ufeff${first}\n`));
  expect(job.items).toMatchObject([{ outcome: 'known', fileName: 'copy.txt' }]);
  await run(one);
  const [only, ...others] = await corpusOf(host);
  expect(others).toEqual([]);
  expect(only?.article.origins.map(({ fileName }) => fileName)).toEqual(['ferry.txt', 'copy.txt']);
  const places = new Set(only?.article.origins.map(({ place }) => place));
  expect([...places].every((place) => /^[0-9a-f]{64}$/.test(place ?? ''))).toBe(true);
  expect(places.size).toBe(2);
});

test('R4: the same address with the same headline is a revision, with another headline an article', async () => {
  const { host, run, write } = await importing();
  const page = (headline: string, text: string) =>
    `---\ntitle: ${headline}\nurl: https://post.example/ferry\n---\n${text}\n`;
  await run(await write('a.md', page('Ferry aground', 'Nobody was hurt.')));
  const revised = await run(await write('b.md', page('“Ferry aground”', 'Two were hurt.')));
  expect(revised.items[0]?.outcome).toBe('revised');
  const other = await run(await write('c.md', page('Ferry refloated', 'It sails again.')));
  expect(other.items[0]?.outcome).toBe('added');
  expect((await corpusOf(host)).map(({ revisions }) => revisions.length)).toEqual([2, 1]);
});

test('R1: rows of a table that move down are the articles they were, also when they change', async () => {
  const { host, run, write } = await importing();
  const row = (count: number, text = `Text number ${count} of the table, long enough.`) =>
    `"Story ${count}","${text}"`;
  await run(await write('table.csv', ['title,text', row(1), row(2), row(3)].join('\n')));
  expect(await corpusOf(host)).toHaveLength(3);
  const moved = ['title,text', row(9), row(1), row(2, 'Text two was changed a little.'), row(3)];
  const job = await run(await write('table.csv', moved.join('\n')));
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['added', 'known', 'revised', 'known']);
});

test('D5: a revision can be undone, and is read again when it is imported again', async () => {
  const { host, window, context, run, write } = await importing();
  await run(await write('ferry.txt', first));
  const path = await write('ferry.txt', second);
  await run(path);
  const done = window.of('entry').at(-1)?.change.diff;
  const undo = undoDiff(
    await recordsOf(host),
    done ?? { added: [], updated: [], removed: [] },
    context.maker,
  );
  if (undo === null) throw new Error('Can’t be undone.');
  applyDiff(await recordsOf(host), undo);
  const change = newChange(context.maker, 'Undo', undo);
  await host.appendChange({ projectId: projectIdOf(host), change });
  const [undone] = await corpusOf(host);
  expect(undone?.revisions).toHaveLength(1);
  expect(undone?.article.revisionId).toBe(undone?.revisions[0]?.id);
  expect(undone?.article.origins).toHaveLength(1);
  expect((await run(path)).items[0]?.outcome).toBe('revised');
});

test('R1: one file twice in one import, changed in between by nobody, is one article', async () => {
  const { source, host, run, write } = await importing();
  const path = await write('ferry.txt', first);
  const job = await run(path, source);
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['added']);
  expect(await corpusOf(host)).toHaveLength(1);
});

test('a copy in the articles folder that is edited and imported again is a revision', async () => {
  const { folder, host, run, write } = await importing();
  await run(await write('ferry.txt', first));
  const copy = join(folder, 'articles', 'ferry.txt');
  await writeFile(copy, second);
  const job = await run(copy);
  expect(job.items[0]?.outcome).toBe('revised');
  const [only] = await corpusOf(host);
  expect(only?.article.origins.at(-1)).toMatchObject({ folderId: 'articles', path: 'ferry.txt' });
  expect(only?.article.origins.at(-1)?.place).toBeUndefined();
});

test('E: an original is read again in another coding, which makes a revision; its absence is said', async () => {
  const { folder, host, window, run, write } = await importing();
  const russian = 'Паром сел на мель у Хеска\n\nНикто не пострадал, сообщили в порту.\n';
  const bytes = Buffer.from([...russian].map((letter) => koi8(letter)));
  await run(await write('parom.txt', bytes));
  const [before] = await corpusOf(host);
  const articleId = before?.article.id;
  if (articleId === undefined) throw new Error('No article.');
  const reread = async (encoding: string) => {
    const ended = window.jobEnds();
    await host.rereadArticle({ articleId, encoding });
    return ended;
  };
  expect((await reread('koi8-r')).items[0]?.outcome).toMatch(/known|revised/);
  const wrong = await reread('windows-1251');
  expect(wrong.items[0]?.outcome).toBe('revised');
  const right = await reread('koi8-r');
  expect(right.items[0]?.outcome).toBe('revised');
  const [after] = await corpusOf(host);
  const present = after?.revisions.find(({ id }) => id === after.article.revisionId);
  expect(await textOf(host, present?.hash ?? '')).toContain('Никто не пострадал');
  expect(
    after?.revisions.find(({ source }) => source?.encoding?.name === 'windows-1251'),
  ).toMatchObject({
    source: { encoding: { basis: 'chosen' } },
  });
  expect(after?.article.origins).toHaveLength(1);
  await expect(host.rereadArticle({ articleId, encoding: 'klingon' })).rejects.toMatchObject({
    code: 'encoding',
  });
  await rename(join(folder, 'articles', 'parom.txt'), join(folder, 'parom.txt'));
  await expect(host.rereadArticle({ articleId, encoding: 'windows-1251' })).rejects.toMatchObject({
    code: 'missing',
  });
});

function koi8(letter: string): number {
  const low = 'юабцдефгхийклмнопярстужвьызшэщчъ';
  const index = low.indexOf(letter.toLowerCase());
  if (index === -1) return letter.charCodeAt(0);
  return letter === letter.toLowerCase() ? 0xc0 + index : 0xe0 + index;
}

const ferry = 'Ferry runs aground at Hesk\n\nNobody was hurt when the ferry ran aground.\n';
const corrected = 'Ferry runs aground at Hesk\n\nTwo were hurt when the ferry ran aground.\n';
const bridge = 'Bridge closed for weeks now\n\nThe bridge over the Alm is closed.\n';

/** What each article says at present, by number. */
async function presentTexts(host: WindowHost): Promise<readonly string[]> {
  const corpus = await corpusOf(host);
  return Promise.all(
    corpus.map(async ({ article, revisions }) => {
      const present = revisions.find(({ id }) => id === article.revisionId);
      return (await textOf(host, present?.hash ?? '')).replace('\n', '\n\n').concat('\n');
    }),
  );
}

async function entryCount(host: WindowHost): Promise<number> {
  return (await host.readChanges({ after: 0 })).entries.length;
}

test('R1: a coding that was chosen stays chosen when the folder is imported again and when the file changes', async () => {
  const { host, window, source, run, write } = await importing();
  const bytes = (text: string) => Buffer.from([...text].map((letter) => koi8(letter)));
  await run(await write('parom.txt', bytes('Паром сел на мель у Хеска\n\nНикто не пострадал.\n')));
  const [before] = await corpusOf(host);
  const ended = window.jobEnds();
  await host.rereadArticle({
    articleId: before?.article.id as never,
    encoding: 'windows-1251',
  });
  await ended;
  const present = async () => {
    const [only] = await corpusOf(host);
    const revision = only?.revisions.find(({ id }) => id === only.article.revisionId);
    return [revision?.number, revision?.source?.encoding?.name];
  };
  expect(await present()).toEqual([2, 'windows-1251']);
  const count = await entryCount(host);
  expect((await run(source)).items[0]?.outcome).toBe('known');
  expect(await present()).toEqual([2, 'windows-1251']);
  expect(await entryCount(host)).toBe(count);
  await write('parom.txt', bytes('Паром сел на мель у Хеска\n\nДвое пострадали.\n'));
  await run(source);
  expect(await present()).toEqual([3, 'windows-1251']);
  // Whoever saves the file as UTF-8 has put it right.
  await write('parom.txt', 'Паром сел на мель у Хеска\n\nТрое пострадали.\n');
  await run(source);
  expect((await present())[1]).toBe('utf-8');
});

test('R1: columns that were named stay named, and can be named anew for what was read', async () => {
  const { host, window, run, write } = await importing();
  const rows = ['q1;q2', 'Ferry aground;It ran aground at Hesk.', 'Ferry free;Towed.'];
  const path = await write('table.csv', rows.join('\n'));
  const tableId = (await run(path)).items[0]?.tableId ?? '';
  const name = async (columns: { text: string; title?: string; byline?: string }) => {
    const ended = window.jobEnds();
    await host.importTable({ id: tableId, columns });
    return ended;
  };
  await name({ text: 'q2', title: 'q1' });
  await write('table.csv', [...rows, 'Bridge closed;For weeks.'].join('\n'));
  const again = await run(path);
  expect(again.items.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'added']);
  const bylines = async () => (await corpusOf(host)).map(({ article }) => article.detected.byline);
  expect(await bylines()).toEqual([null, null, null]);
  const anew = await name({ text: 'q2', byline: 'q1' });
  expect(anew.items.map(({ outcome }) => outcome)).toEqual(['revised', 'revised', 'revised']);
  expect(await bylines()).toEqual(['Ferry aground', 'Ferry free', 'Bridge closed']);
  const count = await entryCount(host);
  expect((await run(path)).counts).toMatchObject({ known: 3, revised: 0, added: 0 });
  expect(await entryCount(host)).toBe(count);
});

test('R1: after two files were swapped a change goes to the article whose story it is', async () => {
  const { host, source, run, write } = await importing();
  await write('a.txt', ferry);
  await write('b.txt', bridge);
  await run(source);
  await write('a.txt', bridge);
  await write('b.txt', ferry);
  await run(source);
  await write('b.txt', corrected);
  await run(source);
  expect(await presentTexts(host)).toEqual([corrected, bridge]);
});

test('R1: of two files of one text the one that changes becomes an article of its own, and nothing flips', async () => {
  const { host, source, run, write } = await importing();
  await write('a.txt', ferry);
  await write('b.txt', ferry);
  await run(source);
  await write('b.txt', corrected);
  const job = await run(source);
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['known', 'added']);
  expect(job.items[1]?.reason).toContain('another file still holds');
  expect(await presentTexts(host)).toEqual([ferry, corrected]);
  const count = await entryCount(host);
  await run(source);
  await run(source);
  expect(await entryCount(host)).toBe(count);
});

test('R8: a file that is written anew as it was holds its article as before', async () => {
  const { host, source, run, write } = await importing();
  await write('a.txt', ferry);
  await write('b.txt', ferry);
  await run(source);
  await write('a.txt', corrected);
  await write('b.txt', ferry);
  await run(source);
  expect(await presentTexts(host)).toEqual([ferry, corrected]);
  const count = await entryCount(host);
  await run(source);
  expect(await entryCount(host)).toBe(count);
});

test('R1: two files of one text that change alike are one article in a later state', async () => {
  const { host, source, run, write } = await importing();
  await write('a.txt', ferry);
  await write('b.txt', ferry);
  await run(source);
  await write('a.txt', corrected);
  await write('b.txt', corrected);
  await run(source);
  const [only, ...others] = await corpusOf(host);
  expect(others).toEqual([]);
  expect(only?.revisions).toHaveLength(2);
});

test('R1: a file overwritten by another story makes an article of its own, with a sentence', async () => {
  const { host, run, write } = await importing();
  const page = (url: string, headline: string, text: string) =>
    `<html><head><link rel="canonical" href="${url}"><title>x</title></head><body><h1>${headline}</h1><p>${text}</p></body></html>`;
  const path = await write(
    'index.html',
    page(
      'https://a.example/1',
      'Ferry runs aground',
      'Nobody was hurt when the ferry ran aground.',
    ),
  );
  await run(path);
  await write(
    'index.html',
    page('https://b.example/2', 'Parliament votes', 'The budget was passed on Friday evening.'),
  );
  const job = await run(path);
  expect(job.items[0]?.outcome).toBe('added');
  expect(job.items[0]?.reason).toContain('another story');
  const texts = await run(await write('note.txt', ferry));
  expect(texts.counts.added).toBe(1);
  const other = await run(await write('note.txt', bridge));
  expect(other.items[0]?.outcome).toBe('added');
  const back = await run(await write('note.txt', ferry));
  expect(back.items[0]?.outcome).toBe('known');
  const on = await run(await write('note.txt', corrected));
  expect(on.items[0]).toMatchObject({ outcome: 'revised', title: 'Ferry runs aground at Hesk' });
  expect(await corpusOf(host)).toHaveLength(4);
});

test('R2: what a file states of itself goes back with its text', async () => {
  const { host, run, write } = await importing();
  const old = '---\ntitle: Old headline\nauthor: Ada Reed\n---\nNobody was hurt.\n';
  const path = await write('a.md', old);
  await run(path);
  await write('a.md', '---\ntitle: Old headline now\nauthor: Ben Shaw\n---\nTwo were hurt.\n');
  await run(path);
  await write('a.md', old);
  expect((await run(path)).items[0]?.outcome).toBe('revised');
  const [only] = await corpusOf(host);
  expect(only?.article.detected).toMatchObject({ title: 'Old headline', byline: 'Ada Reed' });
});

test('R3: a change of what a file states of itself renews it, and says so', async () => {
  const { host, run, write } = await importing();
  const page = (author: string, date: string) =>
    `---\ntitle: Same headline\nauthor: ${author}\ndate: ${date}\n---\nNobody was hurt.\n`;
  const path = await write('a.md', page('Ada Reed', '2024-01-01'));
  await run(path);
  await write('a.md', page('Ben Shaw', '2024-02-02'));
  const job = await run(path);
  expect(job.items[0]).toMatchObject({ outcome: 'known' });
  expect(job.items[0]?.reason).toContain('renewed: byline, date');
  const [only] = await corpusOf(host);
  expect(only?.article.detected).toMatchObject({ byline: 'Ben Shaw', published: '2024-02-02' });
  expect(only?.revisions).toHaveLength(1);
});

test('R2: an original that is edited in the articles folder and changed back is what it was', async () => {
  const { host, window, folder, run, write } = await importing();
  await run(await write('ferry.txt', ferry));
  const rescan = async () => {
    const ended = window.jobEnds();
    await host.rescanFolders();
    return ended;
  };
  const copy = join(folder, 'articles', 'ferry.txt');
  await writeFile(copy, corrected);
  await rescan();
  expect(await presentTexts(host)).toEqual([corrected]);
  await writeFile(copy, ferry);
  await rescan();
  expect(await presentTexts(host)).toEqual([ferry]);
  expect((await corpusOf(host))[0]?.revisions).toHaveLength(2);
});

const message = (name: string, text: string, id = `<${name}@x>`) =>
  `From a@b Mon Mar  4 10:00:00 2024\nFrom: ${name} <${name}@x.example>\n${id === '' ? '' : `Message-ID: ${id}\n`}Subject: Re: Ferry\nDate: Mon, 4 Mar 2024 10:00:00 +0000\n\n${text}\n\n`;

test('R1: messages of a mailbox are known by their Message-ID, not by their subject', async () => {
  const { host, run, write } = await importing();
  const ann = message('ann', 'Ann says that the ferry left at nine o clock.');
  const bob = message('bob', 'Bob says that the ferry never left at all.', '');
  const path = await write('t.mbox', ann + bob);
  await run(path);
  const cid = message('cid', 'Cid says that nobody should trust the harbour master.');
  const job = await run(await write('t.mbox', cid + ann + bob));
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['added', 'known', 'known']);
  const changed = message('ann', 'Ann says that the ferry left at ten o clock.');
  const last = await run(await write('t.mbox', cid + bob + changed));
  expect(last.items.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'revised']);
  expect((await corpusOf(host)).map(({ revisions }) => revisions.length)).toEqual([2, 1, 1]);
  const mail = await write('one.eml', changed.slice(changed.indexOf('\n') + 1));
  expect((await run(mail)).items[0]?.outcome).toBe('known');
  await write('one.eml', message('dora', 'Dora says nothing.').split('\n').slice(1).join('\n'));
  expect((await run(mail)).items[0]?.outcome).toBe('added');
});

test('R1: rows are known by their id or address', async () => {
  const { host, run, write } = await importing();
  const row = (id: number, text: string) => `${id},News,"${text}"`;
  const table = (...rows: readonly string[]) => ['id,title,text', ...rows].join('\n');
  const one = row(1, 'The ferry ran aground at Hesk on Monday, and nobody was hurt.');
  const two = row(2, 'The bridge over the Alm is closed for weeks, the town says.');
  const path = await write('table.csv', table(one, two));
  await run(path);
  const newest = row(3, 'Parliament has passed the budget by a narrow majority.');
  const later = row(1, 'The ferry ran aground at Hesk on Monday, and two were hurt.');
  const job = await run(await write('table.csv', table(newest, two, later)));
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['added', 'known', 'revised']);
  expect((await corpusOf(host)).map(({ revisions }) => revisions.length)).toEqual([2, 1, 1]);
});
