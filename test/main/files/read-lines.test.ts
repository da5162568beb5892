import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../../main/services/files/read-lines.ts';
import { temporaryFolder } from '../support/samples.ts';

/** Lengths of lines: some go over several parts of a file (1 MB each), some end where one does. */
const lengths = fc.array(
  fc.oneof(fc.nat(40), fc.nat(400_000), fc.constant((1 << 20) - 1), fc.constant(2_500_000)),
  { minLength: 1, maxLength: 8 },
);

test('lines whose memory is used again are the same as those that are the reader’s to keep', async () => {
  const path = join(await temporaryFolder(), 'lines');
  for (const [run, some] of fc.sample(lengths, { seed: 20311122, numRuns: 25 }).entries()) {
    const lines = some.map((length, index) =>
      String.fromCharCode(97 + (index % 26)).repeat(length),
    );
    // Every other file lacks its last line feed.
    await writeFile(path, `${lines.join('\n')}${run % 2 === 0 ? '\n' : ''}`);
    const kept: { text: string; offset: number; ended: boolean }[] = [];
    for await (const { bytes, offset, ended } of readLines(path)) {
      kept.push({ text: bytes.toString('latin1'), offset, ended });
    }
    const read: typeof kept = [];
    for await (const { bytes, offset, ended } of readLines(
      ...([path, 0, Number.POSITIVE_INFINITY, true] as const),
    )) {
      read.push({ text: bytes.toString('latin1'), offset, ended });
    }
    expect(read).toEqual(kept);
    const last = lines.at(-1) === '' && run % 2 !== 0 ? lines.slice(0, -1) : lines;
    expect(kept.map(({ text }) => text)).toEqual(last);
  }
});
