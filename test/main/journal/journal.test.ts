import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { JournalBase } from '../../../main/services/journal/journal.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { LineCheck } from '../../../main/services/journal/journal-line.ts';
import { addition, countingMaker, temporaryFolder } from '../support/samples.ts';

async function open(folder: string, base: JournalBase = emptyBase, readOnly = false) {
  const seen: JournalEntry[] = [];
  const journal = await Journal.open({
    folder,
    base,
    readOnly,
    onEntry: (entry) => seen.push(entry),
  });
  onTestFinished(() => journal.close());
  return { journal, seen };
}

const first = '000000000001.jsonl';

test('entries get numbers from 1 and are there after opening again', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const changes = [addition(maker), addition(maker, 'Ünïcødé 🦊')];
  const { journal } = await open(folder);
  for (const [index, change] of changes.entries()) {
    expect(await journal.append(change)).toEqual({ ok: true, value: index + 1 });
  }
  await journal.close();

  const again = await open(folder);
  expect(again.journal.lastSequence).toBe(2);
  expect(again.journal.lastChangeId).toBe(changes[1]?.id);
  expect(again.seen.map((entry) => entry.change)).toEqual(changes);
  expect(again.journal.notices).toEqual([]);
  expect(await again.journal.append(addition(maker))).toEqual({ ok: true, value: 3 });
});

test('the checksum is the CRC-32 of the bytes before it', async () => {
  const folder = await temporaryFolder();
  const { journal } = await open(folder);
  await journal.append(addition(countingMaker()));
  const line = await readFile(join(folder, first), 'utf8');
  expect(line).toMatch(/^\{"sequence":1,"change":\{.*\},"crc":"[0-9a-f]{8}"\}\n$/);
  expect(Object.keys(JSON.parse(line))).toEqual(['sequence', 'change', 'crc']);
});

test('a change sent again gets its old number and is not written again', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const change = addition(maker);
  const { journal } = await open(folder);
  const both = await Promise.all([journal.append(change), journal.append(change)]);
  expect(both).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 1 },
  ]);
  await journal.append(addition(maker));
  await journal.close();
  const again = await open(folder);
  expect(await again.journal.append(change)).toEqual({ ok: true, value: 1 });
  expect(again.journal.lastSequence).toBe(2);
});

test('a change from before the newest snapshot is known too', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const old = addition(maker);
  const newest = addition(maker);
  const { journal } = await open(folder);
  await journal.append(old);
  await journal.append(newest);
  expect(await journal.startSegment()).toBe(2);
  await journal.append(addition(maker));
  await journal.close();

  const base = { sequence: 2, lastChangeId: newest.id, greatestChangeId: newest.id };
  const again = await open(folder, base);
  expect(again.seen.map((entry) => entry.sequence)).toEqual([3]);
  expect(await again.journal.append(old)).toEqual({ ok: true, value: 1 });
  expect(await again.journal.append(addition(maker))).toEqual({ ok: true, value: 4 });
});

test('a new segment begins after a snapshot, also when the program was closed between', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  const change = addition(maker);
  await journal.append(change);
  await journal.close();
  const base = { sequence: 1, lastChangeId: change.id, greatestChangeId: change.id };
  const again = await open(folder, base);
  expect(again.journal.lastChangeId).toBe(change.id);
  await again.journal.append(addition(maker));
  expect((await readdir(folder)).sort()).toEqual([first, '000000000002.jsonl']);
});

test('pages begin after any number, across segments', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  for (let count = 0; count < 330; count += 1) {
    if (count === 120 || count === 121) await journal.startSegment();
    void journal.append(addition(maker));
  }
  await journal.close();
  const { journal: again } = await open(folder);
  for (const after of [0, 1, 49, 50, 119, 120, 121, 122, 200, 329]) {
    for (const reader of [journal, again]) {
      const page = await reader.read(after, 200);
      const expected = Math.min(200, 330 - after);
      expect(page.entries.map((entry) => entry.sequence)).toEqual(
        Array.from({ length: expected }, (_, index) => after + 1 + index),
      );
      expect(page.more).toBe(after + expected < 330);
    }
  }
  expect(await again.read(330, 200)).toEqual({ entries: [], more: false });
});

test('a torn last line is cut off, kept beside and told', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  await journal.append(addition(maker));
  await journal.append(addition(maker));
  await journal.close();
  const path = join(folder, first);
  const whole = await readFile(path);
  await truncate(path, whole.length - 30);

  const again = await open(folder);
  expect(again.journal.lastSequence).toBe(1);
  expect(again.journal.notices).toHaveLength(1);
  expect(again.journal.notices[0]).toContain('torn-2.txt');
  const line = whole.subarray(0, whole.length - 30);
  const kept = await readFile(join(folder, 'torn-2.txt'));
  expect(line.subarray(line.indexOf(10) + 1).equals(kept.subarray(0, -1))).toBe(true);
  expect(await again.journal.append(addition(maker))).toEqual({ ok: true, value: 2 });
  await again.journal.close();
  expect((await open(folder)).journal.notices).toEqual([]);
});

test('a whole last line without its line feed is kept', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  await journal.append(addition(maker));
  await journal.close();
  const path = join(folder, first);
  await truncate(path, (await readFile(path)).length - 1);
  const again = await open(folder);
  expect(again.journal.lastSequence).toBe(1);
  await again.journal.append(addition(maker));
  await again.journal.close();
  const third = await open(folder);
  expect(third.seen.map((entry) => entry.sequence)).toEqual([1, 2]);
  expect(third.journal.notices).toEqual([]);
});

test('a damaged line in the middle is skipped and told by segment and line', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  for (let count = 0; count < 4; count += 1) await journal.append(addition(maker));
  await journal.close();
  const path = join(folder, first);
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines[1] = (lines[1] ?? '').replace('Add tag', 'Ads tag');
  await writeFile(path, lines.join('\n'));

  const again = await open(folder);
  expect(again.seen.map((entry) => entry.sequence)).toEqual([1, 3, 4]);
  expect(again.journal.notices).toHaveLength(1);
  expect(again.journal.notices[0]).toContain(`Line 2 of .variorum/journal/${first}`);
  expect((await again.journal.read(1, 200)).entries.map((entry) => entry.sequence)).toEqual([3, 4]);
  expect(await again.journal.append(addition(maker))).toEqual({ ok: true, value: 5 });
});

test('a whole line that is not understood is neither cut off nor numbered again', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  await journal.append(addition(maker));
  const strange = { ...addition(maker), diff: { added: [{ kind: 'future' }] } };
  await journal.append(strange as never);
  await journal.close();
  const again = await open(folder);
  expect(again.journal.notices[0]).toContain('could not be understood');
  expect(await again.journal.append(addition(maker))).toEqual({ ok: true, value: 3 });
});

test('a missing segment is told', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder, { ...emptyBase, sequence: 40 });
  expect(journal.notices[0]).toContain('Entries 1 to 40 are missing');
  expect(await journal.append(addition(maker))).toEqual({ ok: true, value: 41 });
});

test('reading only repairs nothing and appends nothing', async () => {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  await journal.append(addition(maker));
  await journal.close();
  const path = join(folder, first);
  await appendFile(path, 'torn');
  const before = await readFile(path);
  const again = await open(folder, emptyBase, true);
  expect(again.journal.lastSequence).toBe(1);
  expect(await again.journal.append(addition(maker))).toMatchObject({
    ok: false,
    error: { code: 'read-only' },
  });
  expect(await readFile(path)).toEqual(before);
});

/** A journal of three segments, the first two of which a snapshot covers. */
async function covered() {
  const folder = await temporaryFolder();
  const maker = countingMaker();
  const { journal } = await open(folder);
  const changes = Array.from({ length: 9 }, () => addition(maker));
  for (const [index, change] of changes.entries()) {
    if (index === 3 || index === 6) await journal.startSegment();
    await journal.append(change);
  }
  await journal.close();
  const second = join(folder, '000000000004.jsonl');
  const base = {
    sequence: 6,
    lastChangeId: changes[5]?.id ?? null,
    greatestChangeId: changes[5]?.id ?? null,
    segment: { first: 4, bytes: (await readFile(second)).length },
  };
  const check = async (): Promise<readonly string[]> => {
    const { journal: again } = await open(folder, base);
    expect(again.notices).toEqual([]);
    return again.checkUnread(new AbortController().signal);
  };
  return { folder, second, check };
}

test('H8 a segment that opening does not read is checked behind it: every changed byte is told', async () => {
  const { folder, second, check } = await covered();
  expect(await check()).toEqual([]);
  for (const path of [join(folder, first), second]) {
    const whole = await readFile(path);
    // The same length: only the checksum can tell.
    for (const place of [20, Math.floor(whole.length / 2), whole.length - 10]) {
      const other = Buffer.from(whole);
      other[place] = (other[place] ?? 0) ^ 1;
      await writeFile(path, other);
      const [sentence, ...more] = await check();
      expect(more).toEqual([]);
      expect(sentence).toMatch(
        /^Line [123] of .variorum\/journal\/00000000000[14]\.jsonl is not as/,
      );
    }
    await writeFile(path, whole);
  }
  expect(await check()).toEqual([]);
});

test('H8 lines that were taken out of a segment that opening does not read are told', async () => {
  const { folder, check } = await covered();
  const path = join(folder, first);
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [lines[0], lines[2], ''].join('\n'));
  expect(await check()).toEqual([expect.stringMatching(/^Entry 2 is missing/)]);
  await writeFile(path, [lines[0], ''].join('\n'));
  expect(await check()).toEqual([expect.stringMatching(/^Entries 2 to 3 are missing/)]);
  await writeFile(path, '');
  expect(await check()).toEqual([expect.stringMatching(/^Entries 1 to 3 are missing/)]);
});

test('H8 a line is checked the same however its bytes come', () => {
  const line = Buffer.from('{"sequence":7,"change":{"a":"ü"}');
  const whole = Buffer.concat([
    line,
    Buffer.from(`,"crc":"${crc32(line).toString(16).padStart(8, '0')}"}`),
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: whole.length }), { maxLength: 8 }), (cuts) => {
      const check = new LineCheck();
      const ends = [0, ...cuts.sort((one, other) => one - other), whole.length];
      for (const [index, end] of ends.entries()) {
        if (index > 0) check.add(whole.subarray(ends[index - 1], end));
      }
      expect(check.end()).toBe(7);
    }),
    { seed: 8, numRuns: 200 },
  );
});
