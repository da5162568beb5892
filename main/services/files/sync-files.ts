import { closeSync, fdatasyncSync, openSync } from 'node:fs';
import { errorCode } from './error-code.ts';

/**
 * Makes the bytes of written files outlast a power cut, one after the other on this thread: call it from a worker. Files
 * that were written some time ago cost a tenth of one synced right after its writing, since the system has written most
 * of their bytes by then: hence in batches. The caller syncs the folders. Throws the system's error.
 */
export function syncFiles(paths: readonly string[]): void {
  for (const path of paths) {
    const file = openForSync(path);
    try {
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/** Windows syncs only what may be written to; a file that was found in its place may be for reading only. */
function openForSync(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    return openSync(path, 'r');
  }
}
