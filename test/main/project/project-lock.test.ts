import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { processStart } from '../../../main/services/project/process-identity.ts';
import { takeLock } from '../../../main/services/project/project-lock.ts';
import { temporaryFolder } from '../support/samples.ts';

const now = () => new Date().toISOString();

/** A lock file as this process would write it, with some fields of another. */
async function leaveLock(path: string, fields: Record<string, unknown>): Promise<void> {
  const taken = await takeLock(path, now());
  expect(taken.ok).toBe(true);
  const holder = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...holder, ...fields }));
}

test('a lock is taken once, named, and released', async () => {
  const path = join(await temporaryFolder(), 'lock');
  const taken = await takeLock(path, now());
  expect(taken).toMatchObject({ ok: true, value: { notice: null } });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
  });
  const second = await takeLock(path, now());
  expect(second).toMatchObject({ ok: false, error: { code: 'locked' } });
  if (taken.ok) await taken.value.release();
  expect((await takeLock(path, now())).ok).toBe(true);
});

test('a living process keeps its lock and is named', async () => {
  const path = join(await temporaryFolder(), 'lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  await leaveLock(path, { pid, processStart: processStart(pid) });
  const taken = await takeLock(path, now());
  expect(!taken.ok && taken.error.message).toContain(`process ${pid}`);
});

test('the lock of a killed process is taken over with a notice', async () => {
  const path = join(await temporaryFolder(), 'lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const start = processStart(pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await leaveLock(path, { pid, processStart: start });
  const taken = await takeLock(path, now());
  expect(taken.ok && taken.value.notice).toContain(`process ${pid}`);
  expect(await readdir(join(path, '..'))).toEqual(['lock']);
});

test.skipIf(process.platform !== 'linux')('a recycled process number holds no lock', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await leaveLock(path, { processStart: 'another-boot 123' });
  const taken = await takeLock(path, now());
  expect(taken.ok && taken.value.notice).toContain('taken over');
});

test('the lock of another computer is held, and says what to do', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await leaveLock(path, { host: 'elsewhere' });
  const taken = await takeLock(path, now());
  expect(!taken.ok && taken.error.message).toContain('“elsewhere”');
});

test('a damaged lock is replaced once it is old', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await writeFile(path, '');
  expect((await takeLock(path, now())).ok).toBe(false);
  await utimes(path, 1, 1);
  const taken = await takeLock(path, now());
  expect(taken.ok && taken.value.notice).toContain('damaged');
});

test('of many that find a stale lock, one gets it', async () => {
  const path = join(await temporaryFolder(), 'lock');
  await leaveLock(path, { processStart: 'another-boot 123' });
  const all = await Promise.all(Array.from({ length: 20 }, () => takeLock(path, now())));
  expect(all.filter((taken) => taken.ok)).toHaveLength(1);
});

test('a lock that was lost is not taken from its new holder', async () => {
  const path = join(await temporaryFolder(), 'lock');
  const taken = await takeLock(path, now());
  await writeFile(path, '{"pid": 1}');
  if (taken.ok) await taken.value.release();
  expect(await readFile(path, 'utf8')).toBe('{"pid": 1}');
});
