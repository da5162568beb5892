import { describe, expect, test } from 'vitest';
import { unzipEntries, usualUnzipLimits } from '../../../main/services/parse/zip/unzip.ts';
import { makeZip } from './make-zip.ts';

/** Each file as `path: content`, or the code of why there is none; last why the archive ended early. */
async function listed(zip: Uint8Array, limits = usualUnzipLimits): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of unzipEntries(zip, limits)) {
    if (!entry.ok) {
      lines.push(entry.error.code);
      continue;
    }
    const content = await entry.value.read();
    const told = content.ok ? Buffer.from(content.value).toString('utf8') : content.error.code;
    lines.push(`${entry.value.path}: ${told}`);
  }
  return lines;
}

describe('unzipping', () => {
  test('gives the files in their order, folders left out, and names that lead nowhere else', async () => {
    const zip = makeZip([
      { name: 'b.txt', content: 'two' },
      { name: 'folder/', content: '' },
      { name: 'folder/é 中.txt', content: '' },
      { name: '../../etc/passwd', content: 'x' },
      { name: '/etc/passwd', content: 'y' },
      { name: 'C:\\Windows\\.\\win.ini', content: 'z' },
      { name: '..', content: 'nothing' },
    ]);
    expect(await listed(zip)).toEqual([
      'b.txt: two',
      'folder/é 中.txt: ',
      'etc/passwd: x',
      'etc/passwd: y',
      'Windows/win.ini: z',
    ]);
  });

  test('names what is encrypted, damaged or lies about its size, and goes on with the next file', async () => {
    const zip = makeZip([
      { name: 'a', content: 'locked', isEncrypted: true },
      { name: 'b', content: 'hello hello hello', claimedSize: 3 },
      { name: 'c', content: 'hello', claimedSize: 500 },
      { name: 'd', content: 'right' },
    ]);
    // One byte of the last file's content, whose sum no longer fits.
    expect(await listed(zip)).toEqual([
      'a: encrypted',
      'b: broken-archive',
      'c: broken-archive',
      'd: right',
    ]);
    const damaged = Buffer.from(makeZip([{ name: 'e', content: 'a text that is stored here' }]));
    damaged[14] = (damaged[14] ?? 0) ^ 0xff;
    const sum = damaged.indexOf('PK\x01\x02', 0, 'latin1') + 16;
    damaged[sum] = (damaged[sum] ?? 0) ^ 0xff;
    expect(await listed(damaged)).toEqual(['e: broken-archive']);
  });

  test('unpacks no more than its limits, however the files add up', async () => {
    const content = 'x'.repeat(1_000);
    const zip = makeZip(['a', 'b', 'c'].map((name) => ({ name, content })));
    const limits = { ...usualUnzipLimits, bytes: 2_500 };
    expect((await listed(zip, limits)).map((line) => line.slice(0, 20))).toEqual([
      `a: ${'x'.repeat(17)}`,
      `b: ${'x'.repeat(17)}`,
      'c: unpacks-too-large',
    ]);
    const byRatio = { ...usualUnzipLimits, ratio: 2, ratioFrom: 1_500 };
    expect((await listed(zip, byRatio)).at(-1)).toBe('c: unpacks-too-large');
    expect(await listed(zip, { ...usualUnzipLimits, entries: 2 })).toHaveLength(3);
    expect((await listed(zip, { ...usualUnzipLimits, entries: 2 })).at(-1)).toBe(
      'unpacks-too-large',
    );
  });

  test('a file that claims gigabytes is refused before it is unpacked', async () => {
    const zip = makeZip([{ name: 'a', content: 'small', claimedSize: 0xfffffff0 }]);
    expect(await listed(zip)).toEqual(['a: unpacks-too-large']);
  });

  test('what is cut, or no archive, is named', async () => {
    const zip = makeZip([{ name: 'a', content: 'text' }]);
    expect(await listed(zip.subarray(0, zip.length - 5))).toEqual(['broken-archive']);
    expect(await listed(zip.subarray(0, 10))).toEqual(['broken-archive']);
    expect(await listed(new Uint8Array())).toEqual(['broken-archive']);
  });
});
