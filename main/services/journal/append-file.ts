import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The file that the journal writes to: the edge to the system, replaced in tests by one that fails on demand. */
export interface AppendFile {
  /** Writes all bytes at a position or throws. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Answers when all written bytes are on disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenAppendFile = (path: string) => Promise<AppendFile>;

/** Opens a file for writing at given positions; makes it when missing. */
export async function openAppendFile(path: string): Promise<AppendFile> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o644);
  return {
    async write(bytes, position) {
      let written = 0;
      // A disk that is nearly full takes a part and says so only in the count.
      while (written < bytes.length) {
        const answer = await file.write(bytes, written, bytes.length - written, position + written);
        written += answer.bytesWritten;
      }
    },
    sync: () => file.datasync(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
}
