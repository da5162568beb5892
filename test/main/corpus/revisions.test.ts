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

test('R1: rows of a table that move down are the articles they were', async () => {
  const { host, run, write } = await importing();
  const row = (count: number, text = `Text number ${count} of the table, long enough.`) =>
    `"Story ${count}","${text}"`;
  await run(await write('table.csv', ['title,text', row(1), row(2), row(3)].join('\n')));
  expect(await corpusOf(host)).toHaveLength(3);
  const moved = ['title,text', row(9), row(1), row(2, 'Text two was changed a little.'), row(3)];
  const job = await run(await write('table.csv', moved.join('\n')));
  expect(job.items.map(({ outcome }) => outcome)).toEqual(['added', 'known', 'added', 'known']);
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
