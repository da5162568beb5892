import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { parsePlainText } from '../../../main/services/parse/text/parse-plain-text.ts';
import { TextStore } from '../../../main/services/text/text-store.ts';
import { temporaryFolder } from '../support/samples.ts';

function sample() {
  const source =
    'Ferry runs aground at Hesk\n\nNobody was hurt — “not a scratch” 🦊, the master said.';
  const parsed = parsePlainText(source, 'a.txt');
  if (parsed === null) throw new Error('The sample does not parse.');
  return parsed;
}

test('T6: a text is stored under the SHA-256 of its UTF-8, as the bytes of its file prove', async () => {
  const folder = await temporaryFolder();
  const store = new TextStore(folder);
  const { text, blocks } = sample();
  const hash = await store.write(text, blocks);
  const bytes = await readFile(join(folder, `${hash}.txt`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  expect(await store.read(hash)).toEqual({ ok: true, value: { hash, text, blocks } });
});

test('a text that is there is not written again', async () => {
  const folder = await temporaryFolder();
  const store = new TextStore(folder);
  const { text, blocks } = sample();
  const hash = await store.write(text, blocks);
  const before = await stat(join(folder, `${hash}.txt`));
  await store.write(text, blocks);
  // Another thread, or the program started again.
  await new TextStore(folder).write(text, blocks);
  expect((await stat(join(folder, `${hash}.txt`))).ino).toBe(before.ino);
  expect((await readdir(folder)).sort()).toEqual([`${hash}.txt`, 'blocks']);
  expect((await readFile(await packIn(folder), 'utf8')).match(/\n/g)).toHaveLength(1);
});

test('a missing text is told as missing, a changed one as damaged', async () => {
  const folder = await temporaryFolder();
  const store = new TextStore(folder);
  const { text, blocks } = sample();
  const hash = await store.write(text, blocks);
  await writeFile(join(folder, `${hash}.txt`), text.replace('Nobody', 'Anybody'));
  expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  await rm(join(folder, `${hash}.txt`));
  expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'missing' } });
  await store.write(text, blocks);
  expect((await store.read(hash)).ok).toBe(true);
  const none = '0'.repeat(64) as RevisionHash;
  expect(await store.read(none)).toMatchObject({ ok: false, error: { code: 'missing' } });
});

test('blocks that do not fit their text are damage, until it is imported again', async () => {
  const folder = await temporaryFolder();
  const { text, blocks } = sample();
  const hash = await new TextStore(folder).write(text, blocks);
  const pack = await packIn(folder);
  const fewer = JSON.stringify({ schema: 1, blocks: blocks.slice(1) });
  const other = `${'0'.repeat(64)} ${JSON.stringify({ schema: 1, blocks })}\n`;
  for (const content of [
    '',
    '{}\n',
    `${hash} {"schema":1,"blocks":[]}\n`,
    `${hash} ${fewer}\n`,
    other,
  ]) {
    await writeFile(pack, content);
    const store = new TextStore(folder);
    expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  }
  await rm(pack);
  const store = new TextStore(folder);
  expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  await store.write(text, blocks);
  expect(await store.read(hash)).toEqual({ ok: true, value: { hash, text, blocks } });
});

test('a line of blocks that is being written counts when it is whole', async () => {
  const folder = await temporaryFolder();
  const { text, blocks } = sample();
  const hash = await new TextStore(folder).write(text, blocks);
  const pack = await packIn(folder);
  const line = await readFile(pack);
  const store = new TextStore(folder);
  for (const length of [0, 10, 64, 65, 66, line.length - 1]) {
    await writeFile(pack, line.subarray(0, length));
    expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  }
  await writeFile(pack, line);
  expect(await store.read(hash)).toEqual({ ok: true, value: { hash, text, blocks } });
});

test('many texts are written and read at once, also those written after others were read', async () => {
  const folder = await temporaryFolder();
  const store = new TextStore(folder);
  const texts = Array.from({ length: 60 }, (_, index) => `Ferry ${index} of sixty runs aground`);
  const readAll = async (some: readonly string[]) =>
    Promise.all(
      some.map(async (text) => {
        const end = text.length as TextOffset;
        const hash = await store.write(text, [{ kind: 'paragraph', start: 0 as TextOffset, end }]);
        return store.read(hash);
      }),
    );
  for (const part of [texts.slice(0, 20), texts.slice(20), texts]) {
    const read = await readAll(part);
    expect(read.map((one) => one.ok && one.value.text)).toEqual(part);
  }
  expect((await readFile(await packIn(folder), 'utf8')).match(/\n/g)).toHaveLength(60);
});

test('blocks in files of their own, as older projects have them, are read and left alone', async () => {
  const folder = await temporaryFolder();
  const { text, blocks } = sample();
  const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
  await writeFile(join(folder, `${hash}.txt`), text);
  const own = join(folder, `${hash}.blocks.json`);
  await writeFile(own, JSON.stringify({ schema: 1, blocks }));
  const store = new TextStore(folder);
  expect(await store.read(hash)).toEqual({ ok: true, value: { hash, text, blocks } });
  await store.write(text, blocks);
  expect((await readdir(folder)).length).toBe(2);
  await writeFile(own, '{}');
  expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});

test('a folder that is gone is not made again', async () => {
  const folder = await temporaryFolder();
  const { text, blocks } = sample();
  const store = new TextStore(join(folder, 'texts'));
  await expect(store.write(text, blocks)).rejects.toMatchObject({ code: 'ENOENT' });
});

/** The only pack in a text store's folder. */
async function packIn(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'blocks'));
  expect(names).toHaveLength(1);
  return join(folder, 'blocks', names[0] ?? '');
}
