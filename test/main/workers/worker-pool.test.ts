import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseInWorkers } from '../../../main/workers/parse-in-workers.ts';
import { snapshotInWorker } from '../../../main/workers/snapshot-thread.ts';
import { WorkerPool } from '../../../main/workers/worker-pool.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { addition, temporaryFolder } from '../support/samples.ts';

const workers = join(import.meta.dirname, '../../../main/workers');

function oddPool(size = 1, timeLimit: number | null = null): WorkerPool<string, string> {
  const script = new URL('scripts/odd-worker.mjs', import.meta.url);
  const pool = new WorkerPool<string, string>({ script, size, timeLimit, memoryLimit: 32 });
  onTestFinished(() => pool.close());
  return pool;
}

test('requests are answered, in order with one worker', async () => {
  const pool = oddPool();
  const answers = await Promise.all(['a', 'b', 'c'].map((request) => pool.run(request)));
  expect(answers).toEqual(['a', 'b', 'c'].map((name) => ({ ok: true, value: `did ${name}` })));
});

for (const [deed, code] of [
  ['throw', 'crashed'],
  ['exit', 'crashed'],
  ['fill', 'crashed'],
  ['hang', 'time-limit'],
] as const) {
  test(`a request that makes the worker ${deed} takes down only itself`, async () => {
    const pool = oddPool(1, deed === 'hang' ? 3_000 : null);
    const [before, bad, after] = await Promise.all(
      ['before', deed, 'after'].map((request) => pool.run(request)),
    );
    expect(before).toEqual({ ok: true, value: 'did before' });
    expect(bad).toMatchObject({ ok: false, error: { code } });
    expect(after).toEqual({ ok: true, value: 'did after' });
  });
}

test('closing fails what is under way and what waits', async () => {
  const pool = oddPool();
  const answers = ['hang', 'never'].map((request) => pool.run(request));
  await pool.close();
  for (const answer of [...(await Promise.all(answers)), await pool.run('late')]) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'closed' } });
  }
});

test('the parse worker reads a file, and refuses one that is no text', async () => {
  const parse = parseInWorkers(join(workers, 'parse-worker.ts'));
  const good = await parse('a.md', Buffer.from('# Ferry aground\n\nNobody was hurt.\n'));
  expect(good).toMatchObject({ ok: true, value: { text: 'Ferry aground\nNobody was hurt.' } });
  const bad = await parse('a.md', Buffer.from('%PDF-1.7 …'));
  expect(bad).toMatchObject({ ok: false, error: { code: 'binary' } });
});

test('the snapshot worker makes the snapshot of a closing project', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const makeSnapshot = snapshotInWorker(join(workers, 'snapshot-worker.ts'));
  const context = await hostContext({ makeSnapshot });
  const { host } = windowHost(context);
  await host.createProjectAt(folder);
  await host.appendChange({ projectId: projectIdOf(host), change: addition(context.maker) });
  await host.dispose();
  await host.openProjectAt(folder);
  expect((await host.readSnapshot({ offset: 0 })).sequence).toBe(2);
});
