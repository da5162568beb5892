import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RevisionHash } from '../../../app/base/brand.ts';
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
  expect((await stat(join(folder, `${hash}.txt`))).ino).toBe(before.ino);
  expect((await readdir(folder)).length).toBe(2);
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

test('blocks that do not fit their text are damage', async () => {
  const folder = await temporaryFolder();
  const store = new TextStore(folder);
  const { text, blocks } = sample();
  const hash = await store.write(text, blocks);
  const path = join(folder, `${hash}.blocks.json`);
  const fewer = JSON.stringify({ schema: 1, blocks: blocks.slice(1) });
  for (const content of ['', '{}', '{"schema":1,"blocks":[]}', fewer]) {
    await writeFile(path, content);
    expect(await store.read(hash)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  }
});
