import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { cliSource, makeCliProject } from './cli-project.ts';

vi.setConfig({ testTimeout: 180_000 });

let files = '';

/** Enough that an import of them takes a while. */
beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'variorum-many-'));
  for (let number = 0; number < 600; number += 1) {
    const words = `Report ${number}\n\n${`The master of harbour ${number} spoke of fog. `.repeat(20)}\n`;
    await writeFile(join(files, `${number}.txt`), words);
  }
});

afterAll(() => rm(files, { recursive: true, force: true }));

/** Starts an import, does something when the journal has taken up the first articles, and answers with the exit code. */
async function interrupted(folder: string, act: (child: ReturnType<typeof spawn>) => void) {
  const child = spawn(
    process.execPath,
    [cliSource, 'import', folder, files, '--create', '--json'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const out: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.resume();
  const { texts } = projectPaths(folder);
  while ((await readdir(texts).catch(() => [])).length < 20 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  act(child);
  return { code: await ended, out: out.join('') };
}

test('J37 an import that is stopped ends with 130 and a whole project, which takes the rest up later', async () => {
  const folder = join(await temporaryFolder(), 'P');
  const { code, out } = await interrupted(folder, (child) => child.kill('SIGINT'));
  expect(code).toBe(130);
  expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await readdir(join(folder, '.variorum'))).not.toContain('lock');
  const verify = JSON.parse((await cliHere(['verify', folder, '--json'])).out);
  expect(verify).toMatchObject({ ok: true, findings: [] });
  expect(verify.counts.texts).toBeLessThan(600);
  const again = await cliHere(['import', folder, files, '--json']);
  const { articles } = JSON.parse(again.out);
  expect(articles.counts.added + articles.counts.known).toBe(600);
});

test('J37 an import whose reader goes away is brought to its end', async () => {
  const folder = join(await temporaryFolder(), 'P');
  const { code } = await interrupted(folder, (child) => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  });
  expect(code).toBe(0);
  const verify = JSON.parse((await cliHere(['verify', folder, '--json'])).out);
  expect(verify).toMatchObject({ ok: true, counts: { texts: 600 } });
});

test('J37 what only reads stops at once', async () => {
  const { paths } = await makeCliProject(join(await temporaryFolder(), 'Ferry'));
  const { root } = paths;
  const signal = AbortSignal.abort();
  for (const words of [
    ['search', root, 'ferry'],
    ['check', root],
    ['verify', root],
    ['export', root, 'matrix'],
    ['export', root, 'brief', 'What'],
    ['export', root, 'annotations'],
  ]) {
    const run = await cliHere(words, { signal });
    expect([words.join(' '), run.code, run.out]).toEqual([words.join(' '), 130, '']);
  }
});
