import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '../../../app/record/change.ts';
import { emptyDiff } from '../../../app/record/diff.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import { slicesOf } from '../../../app/record/slice-diff.ts';
import type { WindowHost } from '../../../main/services/host/window-host.ts';
import { decodeLine } from '../../../main/services/journal/journal-line.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { countingMaker, tag, temporaryFolder } from '../support/samples.ts';

const maker = countingMaker();

async function started() {
  const folder = join(await temporaryFolder(), 'Case');
  const { host } = windowHost(await hostContext());
  await host.createProjectAt(folder);
  return { host, folder };
}

function large(): Change {
  const tags = Array.from({ length: 1_500 }, (_, index) => tag(maker, `tag ${index}`));
  return newChange(maker, 'Restore the project', {
    added: tags.slice(0, 500),
    updated: tags.slice(500, 1_000).map((one) => [one, nextRecord(maker, one, { key: 1 })]),
    removed: tags.slice(1_000),
  });
}

async function hold(host: WindowHost, change: Change, upTo = Number.POSITIVE_INFINITY) {
  let index = 0;
  for (const diff of slicesOf(change.diff)) {
    if (index === upTo) break;
    await host.holdSlice({ projectId: projectIdOf(host), changeId: change.id, index, diff });
    index += 1;
  }
  return index;
}

function append(host: WindowHost, change: Change, slices: number) {
  const without = { ...change, diff: emptyDiff };
  return host.appendChange({ projectId: projectIdOf(host), change: without, slices });
}

async function lastEntry(folder: string): Promise<unknown> {
  const bytes = await readFile(join(folder, '.variorum', 'journal', '000000000001.jsonl'));
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  const line = decodeLine(Buffer.from(lines.at(-1) ?? ''));
  return line.kind === 'entry' ? line.entry : line;
}

test('a change that came in slices is one entry, whole; sent again it is not written again', async () => {
  const { host, folder } = await started();
  const change = large();
  const { sequence } = await append(host, change, await hold(host, change));
  expect(await lastEntry(folder)).toEqual({ sequence, change });
  const again = await append(host, change, await hold(host, change));
  expect(again.sequence).toBe(sequence);
  await host.dispose();
});

test('a slice that did not come is missed, and sending all of them again mends it', async () => {
  const { host, folder } = await started();
  const change = large();
  const other = large();
  const slices = await hold(host, change);
  await expect(append(host, change, slices + 1)).rejects.toMatchObject({ code: 'invalid' });
  // What was held is gone with the attempt.
  await expect(append(host, change, slices)).rejects.toMatchObject({ code: 'invalid' });
  await hold(host, change, 2);
  // Another one lets go of what was there.
  await hold(host, other, 1);
  const projectId = projectIdOf(host);
  const late = { projectId, changeId: change.id, index: 2, diff: emptyDiff };
  await expect(host.holdSlice(late)).rejects.toMatchObject({ code: 'invalid' });
  await expect(append(host, change, 2)).rejects.toMatchObject({ code: 'invalid' });
  expect(await lastEntry(folder)).toMatchObject({ sequence: 1 });
  const { sequence } = await append(host, change, await hold(host, change));
  expect(await lastEntry(folder)).toEqual({ sequence, change });
  await host.dispose();
});

test('D1: a record that stands in two slices is refused', async () => {
  const { host } = await started();
  const change = large();
  const twice = { ...emptyDiff, removed: change.diff.added.slice(0, 1) };
  const slices = await hold(host, change);
  const projectId = projectIdOf(host);
  await host.holdSlice({ projectId, changeId: change.id, index: slices, diff: twice });
  await expect(append(host, change, slices + 1)).rejects.toMatchObject({ code: 'invalid' });
  await host.dispose();
});

test('slices for a project that is not open here are refused', async () => {
  const { host } = await started();
  const change = large();
  const elsewhere = { changeId: change.id, index: 0, diff: emptyDiff };
  await expect(
    host.holdSlice({ projectId: maker.id<ProjectId>(), ...elsewhere }),
  ).rejects.toMatchObject({ code: 'no-project' });
  await host.dispose();
});
