import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { HostContext } from '../../../main/services/host/host-context.ts';
import type { WindowHost } from '../../../main/services/host/window-host.ts';
import { makeSnapshot } from '../../../main/services/snapshot/make-snapshot.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { addition, tag, temporaryFolder } from '../support/samples.ts';

async function started(overrides: Partial<HostContext> = {}) {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext(overrides);
  const { host } = windowHost(context);
  await host.createProjectAt(folder);
  return { folder, snapshots: join(folder, '.variorum', 'snapshots'), context, host };
}

async function append(host: WindowHost, { maker }: HostContext, count: number): Promise<Change[]> {
  const changes = Array.from({ length: count }, (_, index) => addition(maker, `Tag ${index}`));
  await Promise.all(
    changes.map((change) => host.appendChange({ projectId: projectIdOf(host), change })),
  );
  return changes;
}

/** The state as a window puts it together. */
async function state(host: WindowHost): Promise<Map<string, ProjectRecord>> {
  const records = new Map<string, ProjectRecord>();
  let after = 0;
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<WindowHost['readSnapshot']>> = await host.readSnapshot({
      offset,
    });
    for (const record of page.records) records.set(record.id, record);
    after = page.sequence;
    offset = page.nextOffset;
  }
  for (let more = true; more; ) {
    const page = await host.readChanges({ after });
    for (const { sequence, change } of page.entries) {
      for (const record of change.diff.removed) records.delete(record.id);
      for (const record of change.diff.added) records.set(record.id, record);
      for (const [, record] of change.diff.updated) records.set(record.id, record);
      after = sequence;
    }
    more = page.more;
  }
  return records;
}

test('closing makes a snapshot of what was, and opening reads it', async () => {
  const { folder, snapshots, context, host } = await started();
  const [first, second] = await append(host, context, 2);
  const [before] = second?.diff.added ?? [];
  if (before?.kind !== 'tag' || first === undefined) throw new Error('No tag was added.');
  const after = { ...before, name: 'Renamed', rev: 2 };
  const { maker } = context;
  const change = addition(maker, 'Rename', []);
  await host.appendChange({
    projectId: projectIdOf(host),
    change: {
      ...change,
      diff: { added: [], updated: [[before, after]], removed: first.diff.added },
    },
  });
  const expected = await state(host);
  await host.dispose();
  expect(await readdir(snapshots)).toEqual(['000000000004.jsonl']);

  const info = await host.openProjectAt(folder);
  expect(info).toMatchObject({ lastSequence: 4, lastChangeId: change.id });
  expect((await host.readSnapshot({ offset: 0 })).sequence).toBe(4);
  expect(await state(host)).toEqual(expected);
  // Nothing changed, so nothing new is written.
  await host.dispose();
  expect(await readdir(snapshots)).toEqual(['000000000004.jsonl']);
});

test('a snapshot is made every so many changes, and after a time', async () => {
  let ring: () => void = () => undefined;
  const { snapshots, context, host } = await started({
    snapshotLimits: { changes: 5, states: 1_000, milliseconds: 600_000 },
    startTimer: (callback, milliseconds) => {
      // The catalogue has a timer of its own.
      if (milliseconds === 600_000) ring = callback;
      return () => undefined;
    },
  });
  await append(host, context, 4);
  await expect.poll(() => readdir(snapshots)).toEqual(['000000000005.jsonl']);
  await append(host, context, 1);
  ring();
  await expect.poll(() => readdir(snapshots)).toEqual(['000000000005.jsonl', '000000000006.jsonl']);
  const segments = await readdir(join(snapshots, '..', 'journal'));
  await append(host, context, 1);
  expect(segments).not.toContain('000000000007.jsonl');
  expect(await readdir(join(snapshots, '..', 'journal'))).toContain('000000000007.jsonl');
});

test('a change of very many records calls for one, and what comes meanwhile for the next', async () => {
  let release: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { snapshots, context, host } = await started({
    snapshotLimits: { changes: 500, states: 40, milliseconds: 600_000 },
    makeSnapshot: async (request) => {
      await first;
      return makeSnapshot(request);
    },
  });
  const projectId = projectIdOf(host);
  const large = (): Change => {
    const added = Array.from({ length: 30 }, (_, index) => tag(context.maker, `tag ${index}`));
    return addition(context.maker, 'Restore the project', added);
  };
  await host.appendChange({ projectId, change: large() });
  expect(await readdir(snapshots)).toEqual([]);
  for (let count = 0; count < 3; count += 1)
    await host.appendChange({ projectId, change: large() });
  release();
  await expect.poll(() => readdir(snapshots)).toEqual(['000000000003.jsonl', '000000000005.jsonl']);
});

test('the last three are kept, and a damaged one is passed over for an older', async () => {
  const { folder, snapshots, context, host } = await started();
  for (let count = 0; count < 5; count += 1) {
    await append(host, context, 1);
    await host.dispose();
    await host.openProjectAt(folder);
  }
  const expected = await state(host);
  await host.dispose();
  const names = (await readdir(snapshots)).sort();
  expect(names).toEqual(['000000000004.jsonl', '000000000005.jsonl', '000000000006.jsonl']);

  const newest = join(snapshots, names[2] ?? '');
  const whole = await readFile(newest, 'utf8');
  expect(whole).toContain('"articlesNumbered":0');
  const quiet = { ...context, log: () => undefined };
  for (const damage of [
    whole.replace('Tag 0', 'Tag 9'),
    // What the head says is believed before the rest is read.
    whole.replace('"articlesNumbered":0', '"articlesNumbered":7'),
    whole.slice(0, -1),
    whole.slice(0, whole.length >> 1),
    '',
    'no json\n',
  ]) {
    await writeFile(newest, damage);
    const { host: again } = windowHost(quiet);
    const info = await again.openProjectAt(folder);
    expect(info).toMatchObject({ lastSequence: 6, notices: [] });
    expect((await again.readSnapshot({ offset: 0 })).sequence).toBe(5);
    expect(await state(again)).toEqual(expected);
    await again.project?.snapshotNow();
    expect(await readFile(newest, 'utf8')).not.toBe(damage);
    await again.dispose();
  }

  for (const name of names) await rm(join(snapshots, name));
  const { host: again } = windowHost(context);
  await again.openProjectAt(folder);
  expect(await state(again)).toEqual(expected);
});

test('a journal that ends before its snapshot goes on after it', async () => {
  const { folder, snapshots, context, host } = await started();
  await append(host, context, 2);
  const expected = await state(host);
  await host.dispose();
  await rm(join(snapshots, '..', 'journal', '000000000001.jsonl'));
  const info = await host.openProjectAt(folder);
  expect(info.lastSequence).toBe(3);
  expect(info.notices[0]).toContain('Entries 1 to 3 are missing');
  expect(
    await host.appendChange({ projectId: projectIdOf(host), change: addition(context.maker) }),
  ).toEqual({ sequence: 4 });
  expect((await state(host)).size).toBe(expected.size + 1);
});

test('a large snapshot is read in pages of a thousand', async () => {
  const { folder, context, host } = await started();
  const { maker } = context;
  const added = Array.from({ length: 2_500 }, (_, index) => tag(maker, `Tag ${index} ü`));
  await host.appendChange({
    projectId: projectIdOf(host),
    change: addition(maker, 'Add tags', added),
  });
  await host.dispose();
  await host.openProjectAt(folder);
  const sizes: number[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<WindowHost['readSnapshot']>> = await host.readSnapshot({
      offset,
    });
    sizes.push(page.records.length);
    offset = page.nextOffset;
  }
  expect(sizes).toEqual([1000, 1000, 509]);
  await expect(host.readSnapshot({ offset: 7 })).rejects.toMatchObject({ code: 'damaged' });
});

test('a snapshot that can not be made loses nothing', async () => {
  const messages: string[] = [];
  const { folder, context, host } = await started({
    makeSnapshot: () => Promise.reject(new Error('no')),
    log: (message) => messages.push(message),
  });
  await append(host, context, 1);
  const expected = await state(host);
  await host.dispose();
  expect(messages).toEqual(['A snapshot could not be made.']);
  await host.openProjectAt(folder);
  expect(await state(host)).toEqual(expected);
});
