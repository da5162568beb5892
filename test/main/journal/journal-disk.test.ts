import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { AppendFile } from '../../../main/services/journal/append-file.ts';
import { openAppendFile } from '../../../main/services/journal/append-file.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { addition, countingMaker, temporaryFolder } from '../support/samples.ts';

type Fault = 'none' | 'write' | 'half-write' | 'sync' | 'write-and-truncate';

/** The real file, with writes and syncs counted and failing on demand. */
function faultyDisk() {
  const disk = { fault: 'none' as Fault, writes: 0, syncs: 0 };
  const full = () => Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const openFile = async (path: string, isNew: boolean): Promise<AppendFile> => {
    const file = await openAppendFile(path, isNew);
    return {
      async write(bytes, position) {
        disk.writes += 1;
        if (disk.fault === 'half-write' || disk.fault === 'write-and-truncate') {
          await file.write(bytes.subarray(0, bytes.length >> 1), position);
          throw full();
        }
        if (disk.fault === 'write') throw full();
        await file.write(bytes, position);
      },
      async sync() {
        disk.syncs += 1;
        if (disk.fault === 'sync') throw Object.assign(new Error('io'), { code: 'EIO' });
        await file.sync();
      },
      async truncate(length) {
        if (disk.fault === 'write-and-truncate') throw full();
        await file.truncate(length);
      },
      size: () => file.size(),
      close: () => file.close(),
    };
  };
  return { disk, openFile };
}

async function open(folder: string, openFile = openAppendFile) {
  const seen: JournalEntry[] = [];
  const journal = await Journal.open({
    folder,
    base: emptyBase,
    readOnly: false,
    onEntry: (entry) => seen.push(entry),
    openFile,
  });
  onTestFinished(() => journal.close());
  return { journal, seen };
}

test('appends that wait together share one write and one sync', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { disk, openFile } = faultyDisk();
  const { journal } = await open(folder, openFile);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => journal.append(addition(maker))),
  );
  expect(answers.map((answer) => answer.ok && answer.value)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
  // The first goes alone, for nothing waits with it yet; the others wait for its sync.
  expect(disk.writes).toBeLessThanOrEqual(2);
  expect(disk.syncs).toBe(disk.writes);
});

for (const fault of ['write', 'half-write', 'sync', 'write-and-truncate'] as const) {
  test(`a failed append (${fault}) answers "disk", and later ones work`, async () => {
    const folder = await temporaryFolder();
    const maker = countingMaker();
    const { disk, openFile } = faultyDisk();
    const { journal } = await open(folder, openFile);
    const kept = addition(maker);
    await journal.append(kept);
    const good = await readFile(join(folder, '000000000001.jsonl'));

    disk.fault = fault;
    const lost = addition(maker);
    expect(await journal.append(lost)).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(journal.lastSequence).toBe(1);
    expect((await journal.read(0, 200)).entries).toHaveLength(1);
    if (fault !== 'write-and-truncate') {
      expect(await readFile(join(folder, '000000000001.jsonl'))).toEqual(good);
    }

    disk.fault = 'none';
    expect(await journal.append(lost)).toEqual({ ok: true, value: 2 });
    await journal.close();
    const again = await open(folder);
    expect(again.seen.map((entry) => entry.change)).toEqual([kept, lost]);
    expect(again.journal.notices).toEqual([]);
  });
}

test('a full disk is told with what to do', async () => {
  const folder = await temporaryFolder();
  const { disk, openFile } = faultyDisk();
  const { journal } = await open(folder, openFile);
  disk.fault = 'write';
  const answer = await journal.append(addition(countingMaker()));
  expect(!answer.ok && answer.error.message).toContain('disk is full');
});

test('a journal that is deleted under the program is told, and goes on when it is put back', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'journal');
  await mkdir(folder);
  const maker = countingMaker();
  const { journal } = await open(folder);
  await journal.append(addition(maker));
  const path = join(folder, '000000000001.jsonl');
  const good = await readFile(path);
  await rm(folder, { recursive: true });
  const change = addition(maker);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    expect(await journal.append(change)).toMatchObject({ ok: false, error: { code: 'disk' } });
  }
  await mkdir(folder);
  expect(await journal.append(change)).toMatchObject({ ok: false, error: { code: 'disk' } });
  expect(await readdir(folder)).toEqual([]);
  await writeFile(path, good.subarray(0, 40));
  expect(await journal.append(change)).toMatchObject({ ok: false, error: { code: 'disk' } });
  await writeFile(path, good);
  expect(await journal.append(change)).toEqual({ ok: true, value: 2 });
  expect((await open(folder)).seen).toHaveLength(2);
});

test('a journal that is moved while it is written goes with its folder', async () => {
  const parent = await temporaryFolder();
  const [from, to] = [join(parent, 'from'), join(parent, 'to')];
  await mkdir(from);
  const maker = countingMaker();
  const { journal } = await open(from);
  await journal.append(addition(maker));
  await rename(from, to);
  expect(await journal.append(addition(maker))).toEqual({ ok: true, value: 2 });
  expect((await open(to)).seen).toHaveLength(2);
});

test('cutting the last segment at any byte loses at most the line that was cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (names, share) => {
        const folder = await temporaryFolder();
        const maker = countingMaker();
        const changes = names.map((name) => addition(maker, name));
        const { journal } = await open(folder);
        await Promise.all(changes.map((change) => journal.append(change)));
        await journal.close();

        const path = join(folder, '000000000001.jsonl');
        const bytes = await readFile(path);
        const cut = Math.round(share * bytes.length);
        await truncate(path, cut);
        // Oracle: a line is whole if all of it but its line feed is there.
        let whole = 0;
        for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
          if (at <= cut) whole += 1;
        }

        const again = await open(folder);
        expect(again.seen.map((entry) => entry.change)).toEqual(changes.slice(0, whole));
        const more = addition(maker);
        expect(await again.journal.append(more)).toEqual({ ok: true, value: whole + 1 });
        await again.journal.close();
        const third = await open(folder);
        expect(third.seen.map((entry) => entry.change)).toEqual([...changes.slice(0, whole), more]);
        expect(third.journal.notices).toEqual([]);
      },
    ),
    { seed: 20_260_508, numRuns: 60 },
  );
});

test('an append while a segment is being closed goes to the next one, and overwrites nothing', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const slowToClose = async (path: string, isNew: boolean): Promise<AppendFile> => {
    const file = await openAppendFile(path, isNew);
    return {
      ...file,
      async close() {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await file.close();
      },
    };
  };
  const { journal } = await open(folder, slowToClose);
  const changes = Array.from({ length: 5 }, () => addition(maker));
  for (const change of changes.slice(0, 3)) await journal.append(change);
  const cut = journal.startSegment();
  const during = journal.append(changes[3] ?? addition(maker));
  expect(await cut).toBe(3);
  expect(await during).toMatchObject({ ok: true, value: 4 });
  await journal.append(changes[4] ?? addition(maker));
  await journal.close();
  const again = await open(folder);
  expect(again.journal.notices).toEqual([]);
  expect(again.seen.map(({ change }) => change.id)).toEqual(changes.map(({ id }) => id));
});
