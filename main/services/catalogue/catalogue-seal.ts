import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * A seal proves a closed database as a whole: its size and CRC-32, in a file beside. It is broken before the database is
 * first written to, so that after a crash there is none, and the database has to be proven otherwise. SQLite itself would
 * not notice most damage; worse, libsql 0.5.29 ends the whole process when a text that it reads is no UTF-8
 * (`Result::unwrap` in value.rs of libsql 0.9.30), which is also why every text is read as bytes.
 */
export function hasSeal(file: string): boolean {
  return existsSync(sealPath(file)) && !isFilled(`${file}-wal`);
}

/** Whether the database is what was sealed. Cost: reading it, 1 GB a second and more. Throws what the system throws. */
export function isSealed(file: string): boolean {
  return readFileSync(sealPath(file), 'utf8') === sealOf(file);
}

/** Seals a database that nobody writes to any more. Throws what the system throws. */
export function seal(file: string): void {
  if (isFilled(`${file}-wal`)) return;
  const sealed = sealOf(file);
  try {
    writeFileSync(sealPath(file), sealed);
  } catch (error) {
    // Half of one, as a full disk leaves it, would say that the database is damaged.
    breakSeal(file);
    throw error;
  }
}

/** Call before the first write. Throws what the system throws. */
export function breakSeal(file: string): void {
  rmSync(sealPath(file), { force: true });
}

const chunkSize = 1 << 20;

function sealOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let size = 0;
    let checksum = 0;
    for (;;) {
      const length = readSync(handle, chunk, 0, chunkSize, size);
      if (length === 0) break;
      checksum = crc32(chunk.subarray(0, length), checksum);
      size += length;
    }
    return `${size} ${checksum.toString(16).padStart(8, '0')}\n`;
  } finally {
    closeSync(handle);
  }
}

/** Where the seal of a database is. */
export function sealPath(file: string): string {
  return `${file}.seal`;
}

function isFilled(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
