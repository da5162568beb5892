import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file so that a reader, or a program started after a power cut, sees the old content or the whole new one:
 * written beside, synced, renamed, folder synced. Throws the system's error and leaves the old file as it was.
 *
 * Not the npm package `write-file-atomic`: it takes the first short write of a full disk for the whole (version 6.0.0,
 * `fs.write` called once) and never syncs the folder.
 *
 * @param syncing `false` leaves syncing the folder to the caller, who writes many files into one.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  syncing = true,
): Promise<void> {
  const beside = join(
    dirname(path),
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const file = await open(beside, 'wx', 0o644);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  if (syncing) await syncFolder(dirname(path));
}

/** Makes new names in a folder outlast a power cut. Does nothing where folders can't be opened (Windows). */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
