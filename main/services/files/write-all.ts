import { writeSync } from 'node:fs';

/** Writes all bytes to an open file, where it stands. On this thread. Throws the system's error. */
export function writeAll(file: number, content: Uint8Array): void {
  // A disk that is nearly full takes a part and says so only in the count.
  for (let written = 0; written < content.length; ) {
    written += writeSync(file, content, written, content.length - written);
  }
}
