import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { IngestMessage } from '../../../main/services/corpus/ingest.ts';
import { ingestInWorkers } from '../../../main/workers/ingest-in-workers.ts';
import { snapshotInWorker } from '../../../main/workers/snapshot-thread.ts';
import { watchInWorker } from '../../../main/workers/watch-in-worker.ts';
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

test('the ingest worker reads a file and stores its text, and refuses one that is no text', async () => {
  const folder = await temporaryFolder();
  const ingest = ingestInWorkers({
    ingest: join(workers, 'ingest-worker.ts'),
    sync: join(workers, 'sync-worker.ts'),
  });
  const read = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const messages: IngestMessage[] = [];
    const base = {
      size: content.length,
      knownHashes: [],
      encoding: null,
      encodingBefore: null,
      columns: null,
      copyTo: folder,
      texts: folder,
    };
    const end = await ingest.read({ path, name: `copy of ${name}`, ...base }, (message) =>
      messages.push(message),
    );
    return { end, part: messages.flatMap((one) => (one.kind === 'part' ? [one.part] : []))[0] };
  };
  const good = await read('a.md', '# Ferry aground\n\nNobody was hurt.\n');
  expect(good.end).toEqual({ ok: true, value: 'read' });
  const text = 'Ferry aground\nNobody was hurt.';
  expect(good.part?.text).toMatchObject({ ok: true, value: { length: text.length } });
  const hash = good.part?.text.ok ? good.part.text.value.hash : '';
  expect(await readFile(join(folder, `${hash}.txt`), 'utf8')).toBe(text);
  const bad = await read('b.md', '\x7fELF');
  expect(bad.part?.text).toMatchObject({ ok: false, error: { code: 'binary' } });
  expect((await readdir(folder)).filter((name) => name.startsWith('copy of'))).toEqual([
    'copy of a.md',
  ]);
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

test('a folder is watched in a thread: its own events, those below, none after the end', async () => {
  const folder = await temporaryFolder();
  const watch = watchInWorker(join(workers, 'watch-worker.ts'));
  let changes = 0;
  const end = watch(
    folder,
    () => {
      changes += 1;
    },
    () => {
      throw new Error('The watch failed.');
    },
  );
  onTestFinished(end);
  const told = async (act: () => Promise<unknown>) => {
    const before = changes;
    // The thread may not have begun to watch yet: each try is a new event.
    await expect
      .poll(
        async () => {
          await act();
          return changes;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBeGreaterThan(before);
  };
  await told(() => writeFile(join(folder, 'one.txt'), `${Math.random()}`));
  await mkdir(join(folder, 'sub'));
  await told(() => writeFile(join(folder, 'sub', 'two.txt'), `${Math.random()}`));
  end();
  await delay(500);
  const before = changes;
  await writeFile(join(folder, 'three.txt'), 'x');
  await delay(500);
  expect(changes).toBe(before);
});

test('a folder that is not there can’t be watched, which is told', async () => {
  const watch = watchInWorker(join(workers, 'watch-worker.ts'));
  const missing = join(await temporaryFolder(), 'missing');
  await new Promise<void>((resolve) => {
    onTestFinished(watch(missing, () => undefined, resolve));
  });
});
