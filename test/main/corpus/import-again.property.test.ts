import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusOf, importing } from '../support/importing.ts';

const names = ['a.txt', 'b.txt', 'sub/c.txt'];
const name = fc.constantFrom(...names);

// A story in four states that are alike in nearly all words, and another one in two.
const texts = [0, 0, 0, 0, 1, 1].map((story, state) => {
  const words = Array.from({ length: 40 }, (_, word) => `word${story}x${word}`);
  return `${story === 0 ? 'Ferry runs' : 'Bridge closed'}\n\n${words.join(' ')} state ${state}.\n`;
});

const act = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name,
      text: fc.nat(texts.length - 1),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({ kind: fc.constant('import' as const), names: fc.constant(names) }),
    weight: 3,
  },
  fc.record({ kind: fc.constant('rename' as const), name, to: name }),
  fc.record({ kind: fc.constant('swap' as const), name, to: name }),
  fc.record({ kind: fc.constant('remove' as const), name }),
  fc.record({ kind: fc.constant('import' as const), names: fc.subarray(names) }),
);

test('R1, R2, R3: after any edits, renames and swaps each file is what an article says, and importing again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 24, size: 'max' }), async (acts) => {
      const { source, host, run, write } = await importing();
      const files = new Map<string, string>();
      const put = async (to: string, text: string) => {
        // Made anew, so that its time and size tell it from what stood there.
        await rm(join(source, to), { force: true });
        await write(to, text);
        files.set(to, text);
      };
      for (const one of acts) {
        const text = 'name' in one ? files.get(one.name) : undefined;
        if (one.kind === 'write') await put(one.name, texts[one.text] ?? '');
        else if (one.kind === 'import') {
          const there = one.names.filter((each) => files.has(each));
          if (there.length > 0) await run(...there.map((each) => join(source, each)));
        } else if (one.kind === 'remove') {
          await rm(join(source, one.name), { force: true });
          files.delete(one.name);
        } else if (text !== undefined && one.name !== one.to) {
          const other = files.get(one.to);
          if (one.kind === 'rename') {
            await write(one.to, '');
            await rename(join(source, one.name), join(source, one.to));
            files.delete(one.name);
            files.set(one.to, text);
          } else if (other !== undefined) {
            await put(one.name, other);
            await put(one.to, text);
          }
        }
      }
      await writeFile(join(source, 'z.txt'), 'Last of all\n\nOne file is always there.\n');
      files.set('z.txt', 'Last of all\n\nOne file is always there.\n');
      await run(source);
      const before = await corpusOf(host);
      const count = (await host.readChanges({ after: 0 })).entries.length;
      await run(source);
      for (const each of [...files.keys()].reverse()) await run(join(source, each));
      expect((await host.readChanges({ after: 0 })).entries.length).toBe(count);
      expect(await corpusOf(host)).toEqual(before);
      const said = await Promise.all(
        before.map(async ({ article, revisions }) => {
          const present = revisions.find(({ id }) => id === article.revisionId);
          const { text } = await host.readText({ hash: present?.hash as never });
          return text.replace('\n', '\n\n').concat('\n');
        }),
      );
      for (const text of files.values()) expect(said).toContain(text);
      await host.dispose();
    }),
    { seed: 20240305, numRuns: 80 },
  );
}, 180_000);
