import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readProjectRecords } from '../../../main/services/exchange/read-project-records.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { killedImport } from '../support/killed-import.ts';
import { temporaryFolder } from '../support/samples.ts';
import { cliHere } from './cli-here.ts';
import { folderContents } from './folder-contents.ts';

vi.setConfig({ testTimeout: 180_000 });

const finished =
  'Import “all.jsonld” was interrupted when the program ended. The rest of it was added';
const unfinished = 'Import “all.jsonld” is in the project in part';

/** How many records of each kind of an import a project has, by snapshot and journal. */
async function counted(folder: string) {
  const { snapshots, journal } = projectPaths(folder);
  const request = { snapshots, journal, sequence: Number.MAX_SAFE_INTEGER };
  const records = [...(await readProjectRecords(request)).values()];
  const count = (kind: string): number => records.filter((one) => one.kind === kind).length;
  return { annotation: count('annotation'), claim: count('claim'), link: count('link') };
}

test('J38 what writes into a project brings an interrupted import to its end first, and says so', async () => {
  const { folder, file, holds } = await killedImport();
  const work = await temporaryFolder();
  const copy = async (name: string): Promise<string> => {
    await cp(folder, join(work, name), { recursive: true });
    return join(work, name);
  };
  const left = (project: string): boolean => existsSync(projectPaths(project).exchange);
  const before = await folderContents(folder);
  const part = await counted(folder);
  expect(part.annotation).toBeLessThan(holds.annotation);

  const verified = await cliHere(['verify', folder, '--json']);
  expect(verified.code).toBe(0);
  expect([JSON.parse(verified.out).ok, verified.out.includes(unfinished)]).toEqual([true, true]);
  const read = await cliHere(['export', folder, 'articles']);
  expect([read.code, read.error.includes(unfinished)]).toEqual([0, true]);
  // Who reads changes nothing.
  expect(await folderContents(folder)).toEqual(before);

  const snapshot = await copy('snapshot');
  const made = await cliHere(['snapshot', snapshot, '--json']);
  expect([made.code, made.error.includes(finished)]).toEqual([0, true]);
  expect([await counted(snapshot), left(snapshot)]).toEqual([holds, false]);
  const { sequence } = JSON.parse(made.out) as { sequence: number };

  const restored = await copy('restored');
  // To before the import: all of it goes, and none of it comes back later.
  const back = await cliHere(['restore', restored, '--sequence', '1']);
  expect([back.code, back.error.includes(finished)]).toEqual([0, true]);
  expect([await counted(restored), left(restored)]).toEqual([
    { annotation: 0, claim: 0, link: 0 },
    false,
  ]);
  const again = await cliHere(['restore', restored, '--sequence', String(sequence)]);
  expect(again.code).toBe(0);
  expect(await counted(restored)).toEqual(holds);

  const imported = await copy('imported');
  const run = await cliHere(['import', imported, file, '--json']);
  expect([run.code, run.error.includes(finished)]).toEqual([0, true]);
  expect(JSON.parse(run.out)).toMatchObject({ exchanged: [{ report: { carried: {} } }] });
  expect(await counted(imported)).toEqual(holds);

  for (const project of [snapshot, restored, imported]) {
    const run = await cliHere(['verify', project, '--json']);
    expect([JSON.parse(run.out).ok, run.out.includes(unfinished)]).toEqual([true, false]);
  }
});
