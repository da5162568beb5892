import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The file that the journal writes to: the edge to the system, replaced in tests by one that fails on demand. */
export interface AppendFile {
  /** Writes all bytes at a position or throws. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Answers when all written bytes are on disk, under a name. Throws `ENOENT` when the file was deleted meanwhile. */
  sync(): Promise<void>;
  /** In bytes. */
  size(): Promise<number>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for writing at given positions. `isNew`: it is made when missing. */
export type OpenAppendFile = (path: string, isNew: boolean) => Promise<AppendFile>;

/** The real thing. */
export const openAppendFile: OpenAppendFile = async (path, isNew) => {
  const file = await open(path, constants.O_RDWR | (isNew ? constants.O_CREAT : 0), 0o644);
  return {
    async write(bytes, position) {
      let written = 0;
      // A disk that is nearly full takes a part and says so only in the count.
      while (written < bytes.length) {
        const answer = await file.write(bytes, written, bytes.length - written, position + written);
        written += answer.bytesWritten;
      }
    },
    async sync() {
      // The system goes on writing to a deleted file without a word; what it takes is gone with the handle. Asked meanwhile:
      // each turn to the system and back is time that an analyst waits for "Saved".
      const [{ nlink }] = await Promise.all([file.stat(), file.datasync()]);
      if (nlink === 0) throw Object.assign(new Error('deleted'), { code: 'ENOENT' });
    },
    size: async () => (await file.stat()).size,
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
};
