import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const urlOf = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);

test('a line of 40 MB takes a few times its length of memory', async () => {
  const script = `
    const { parseSource } = await import(${urlOf('main/services/parse/parse-source.ts')});
    const { countWords } = await import(${urlOf('app/article/count-words.ts')});
    const bytes = Buffer.alloc(40_000_000, 'word ');
    const source = { fileName: 'a.txt', bytes, modifiedAt: null, encoding: null, columns: null };
    for await (const { article } of parseSource(source)) {
      console.log(article.value.blocks.length, countWords(article.value.text));
    }
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // Megabytes, without the bytes of the file; what needs more ends the process.
    ['--max-old-space-size=400', '--input-type=module', '-e', script],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect(stdout).toBe('1 8000000\n');
}, 60_000);
