import { hash as digest } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import type { ReusedBytes } from '../files/reused-bytes.ts';

/**
 * The UTF-8 of a canonical text by its hash, proven against it; `null` when it is not there or not what it was. At once and in this
 * thread, which is one that has nothing else to do. Throws what the system throws beside "not there".
 *
 * @param reused where the bytes are put; they last until its next use
 */
export function readStoredText(folder: string, hash: string, reused: ReusedBytes): Buffer | null {
  try {
    const bytes = readWhole(join(folder, `${hash}.txt`), reused);
    return digest('sha256', bytes, 'hex') === hash ? bytes : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function readWhole(path: string, reused: ReusedBytes): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = reused.take(fstatSync(file).size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, length);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
