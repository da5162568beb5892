import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/**
 * Writes a file under a name beside its own and gives it that name when it is whole, so that no reader and no watcher of
 * the folder meets half of it. On this thread, without syncing: the caller syncs file and folder in a batch. Throws the
 * system's error and leaves nothing behind.
 *
 * @param isNew `true` throws `EEXIST` where the name is taken; otherwise the file there is replaced.
 */
export function writeBeside(path: string, content: string | Uint8Array, isNew: boolean): void {
  const name = `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`;
  const beside = join(dirname(path), name);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: 0o644 });
    if (isNew) giveNewName(beside, path);
    else renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

// What systems answer that know no second names for a file: FAT, some network drives.
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'];

/** A renaming would replace what is there; a link never does. */
function giveNewName(beside: string, path: string): void {
  try {
    linkSync(beside, path);
    rmSync(beside);
  } catch (error) {
    if (!noLinks.includes(errorCode(error) ?? '')) throw error;
    // Takes the name first, which fails if it is taken, and then replaces the empty file.
    closeSync(openSync(path, 'wx', 0o644));
    renameSync(beside, path);
  }
}
