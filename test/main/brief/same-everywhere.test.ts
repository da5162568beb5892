import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { composedHashes } from '../support/compose-here.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
/** The Node of the toolchain reads TypeScript by itself. */
const node = join(root, 'node_modules/.bin/node');
const program = join(root, 'test/main/support/compose-here.ts');

async function elsewhere(style: string, environment: Readonly<Record<string, string>>) {
  const env = { ...process.env, ...environment };
  const { stdout } = await run(node, ['--disable-warning=ExperimentalWarning', program, style], {
    env,
  });
  return JSON.parse(stdout) as unknown;
}

describe.each(['chicago-notes', 'ieee'])('C5 in %s', (style) => {
  test('the bytes are the same in another process, time zone, language and year', {
    timeout: 120_000,
  }, async () => {
    const here = await composedHashes(style, false, null);
    expect(new Set(Object.values(here)).size).toBe(10);
    for (const environment of [
      { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      {
        TZ: 'America/St_Johns',
        LANG: 'ar_EG.UTF-8',
        LC_ALL: 'C',
        VARIORUM_TEST_MOMENT: '2031-12-31T23:59:59Z',
      },
    ]) {
      expect(await elsewhere(style, environment)).toEqual(here);
    }
  });

  test('and the same from records that come in another order', async () => {
    expect(await composedHashes(style, true, null)).toEqual(
      await composedHashes(style, false, null),
    );
  });
});
