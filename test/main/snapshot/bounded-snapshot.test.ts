import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SnapshotRequest } from '../../../main/services/snapshot/make-snapshot.ts';
import type { SnapshotFile } from '../../../main/services/snapshot/snapshot-file.ts';
import { inOwnThread } from '../../../main/workers/in-own-thread.ts';
import { inRepository } from '../../../resources/tooling/paths.mjs';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { temporaryFolder } from '../support/samples.ts';

/** Megabytes. The records alone take twice as much as objects. */
const memory = 48;

test('a snapshot is made in less memory than its records take as objects', async () => {
  const folder = await temporaryFolder();
  const project = join(folder, 'Full');
  await makeFilledProject(project, reports(400), { annotationsEach: 150, claims: 0, links: 0 });
  const snapshots = join(folder, 'snapshots');
  await mkdir(snapshots);
  const make = inOwnThread<SnapshotRequest, SnapshotFile>(
    inRepository('main', 'workers', 'snapshot-worker.ts'),
    memory,
    16,
  );
  const journal = join(project, '.variorum', 'journal');
  let sequence = 0;
  for (const name of await readdir(journal)) {
    sequence += (await readFile(join(journal, name), 'utf8')).trimEnd().split('\n').length;
  }
  const request = { snapshots, journal, sequence, createdAt: '2031-05-12T00:00:00.000Z' };
  const made = await make(request);
  const lines = (await readFile(made.path, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(made.header.count + 1);
  expect(made.header.count).toBeGreaterThan(60_000);
  // From the snapshot itself the same one is made again.
  const again = await make(request);
  expect(again.header).toEqual(made.header);
});
