import type { FileHandle } from 'node:fs/promises';

/** Writes all of some bytes where the file stands: a system may take only a part at a time. */
export async function writeAllAsync(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at);
    at += bytesWritten;
  }
}
