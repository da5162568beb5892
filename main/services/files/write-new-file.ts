import { closeSync, openSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { writeAll } from './write-all.ts';

/**
 * Writes a file under a name that nobody knows yet. On this thread, without syncing. `false`: the name is taken, and nothing
 * was done. Throws the system's error; then a part of it may be there.
 */
export function writeNewFile(path: string, content: Uint8Array): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o644);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeAll(file, content);
  } finally {
    closeSync(file);
  }
  return true;
}
